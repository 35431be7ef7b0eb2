"""A job, a company and a CV, made for this project. None of them exists."""

import io
from pathlib import Path

POSTING = """Clinic Coordinator at Lindgrove Clinic

About Lindgrove Clinic
We are a small walk-in clinic with thirty staff.

Your tasks
- Run the front desk
- Keep the rota

What you bring
- At least 2 years of experience with patient scheduling
- Strong communication skills
- Team player
- Confident use of MediTrack or another records system
- A first aid certificate

Nice to have
- Knowledge of Spanish
- Experience with budget planning

What we offer
- 28 days of holiday
- A pension
"""

COMPANY = """# Lindgrove Clinic

Our values
- Kindness
- Openness: we tell patients what we know

We opened a second site in Marlow Street in March.
The team at the front desk has six people and is led by the practice manager.
New staff spend their first month beside an experienced colleague.
Success in this role means that nobody waits longer than twenty minutes.
"""

CV = """Sam Example
Receptionist, Westbrook Dental, 2021 to 2026
- Scheduled patients for four dentists in MediTrack
- Trained two new receptionists
First aid certificate, 2024
"""


def write_all(folder: Path) -> tuple[Path, Path, Path]:
    """The three papers as text files: (posting, company notes, CV)."""
    paths = (folder / "posting.txt", folder / "company.txt", folder / "cv.txt")
    for path, text in zip(paths, (POSTING, COMPANY, CV), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines; with none, a page without text (a scan)."""
    drawn = "".join(f"({line}) Tj T* " for line in lines)
    content = f"BT /F1 11 Tf 14 TL 60 780 Td {drawn}ET".encode("latin-1")
    if not lines:
        content = b"0.5 g 50 50 400 600 re f"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()

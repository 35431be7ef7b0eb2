"""What leaves of a session that was rehearsed for one job: nothing of its papers."""

import re
from pathlib import Path

import made_papers
from test_job_interview import rehearsed

from simulator.casebook import export_text
from simulator.casebook.export_page import export_html
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share


def test_no_line_of_posting_company_or_cv_leaves(tmp_path: Path) -> None:
    """Questions quote the posting, feedback what they hoped for; neither goes along."""
    session, _, _, store = rehearsed(tmp_path)
    assert session.job is not None
    assert session.job.requirements
    said = " ".join(turn.transcript.text for turn in session.turns).lower()
    opened = open_session(store, session.id)
    papers = (made_papers.POSTING, made_papers.COMPANY, made_papers.CV)
    lines = [one.strip("-# ") for paper in papers for one in paper.splitlines()]
    phrases = {p.strip().lower() for one in lines for p in re.split(r"[:,.]| or ", one)}
    phrases |= {r.text.lower() for r in session.job.requirements}
    phrases |= {r.cv_line.lower() for r in session.job.requirements}
    # One bare word may be anybody's; what the candidate said themselves is theirs.
    secret = {p for p in phrases if len(p.split()) > 1 and p not in said}
    assert len(secret) > 15
    for share in (Share(), Share(measures=False)):
        exports = {
            "html": export_html(opened, share),
            "md": export_text.export_md(opened, share),
            "json": export_text.export_json(opened, share),
            "csv": export_text.export_csv([(opened, share)]),
        }
        for name, text in exports.items():
            assert "Last winter our patient schedule" in text, name
            assert {p for p in secret if p in text.lower()} == set(), name

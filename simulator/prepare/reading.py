"""A document's text: txt, html, pdf or docx, told by its content and not its name.

Postings come from browsers, mail and scanners, so every way in which one can be unfit
has its own sentence. The interview then goes on without it.
"""

import re
from pathlib import Path

from simulator.errors import DocumentError

from . import office, web
from .word_set import word_set

MAX_FILE_BYTES = 20_000_000
"""A CV with a photograph has a few megabytes; more is no document to be read aloud."""
MAX_CHARS = 60_000
"""About 20 pages. A posting has one or two; more is a catalogue, or an accident."""
FEWEST_WORDS = 3
LANGUAGE_WORDS = 40
"""Fewer words do not show a language: a list of skills is much the same in many."""
ENGLISH_SHARE = 0.12
"""Function words make up 25 to 45 % of English prose and about 15 % of terse bullet
lists; other European languages share a few short forms ("in", "an"), up to 6 %."""

_ENGLISH = word_set(
    """
    the and of to in for with you your we our is are will on or be as that this have
    at by from an it us who what can not about their they must should has work team
    experience skills
    """
)
_ONE_KIND = {ord("’"): "'", ord("‘"): "'", ord("\u2011"): "-", ord("\u00ad"): None}
"""Typographers' apostrophes and hyphens; a soft hyphen is none."""
_PRIVATE_SIGN = re.compile(r"(?m)^[^\S\n]*[\ue000-\uf8ff][^\S\n]*")
"""Bullets of word processors' own fonts, as PDF files hand them on."""
_OLE = b"\xd0\xcf\x11\xe0"


def read(path: Path, what: str) -> str:
    """The text of a document.

    Args:
        path: the file.
        what: what it is to the user ("posting", "company notes", "CV").

    Raises:
        DocumentError: it cannot be read, holds no text, or is far too large.
    """
    name = path.name
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise _too_long(name, what, f"{size / 1e6:.0f} MB")
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"The {what} {name} cannot be read: {error.strerror or error}",
            "Give the name of a text, HTML, PDF or Word (.docx) file.",
        ) from None
    return check_text(_text_of(data, name, what), what, name)


def check_text(text: str, what: str, name: str = "you pasted") -> str:
    """Text in one shape (plain spaces, at most one empty line), or the reason why not.

    Raises:
        DocumentError: too long, empty, or not in English.
    """
    if len(text) > MAX_CHARS:
        raise _too_long(name, what, f"{len(text):,} characters")
    # Every line end and every space (no-break, tab) becomes a plain one before what
    # cannot be printed goes: for Python most of them cannot.
    text = "\n".join(text.translate(_ONE_KIND).splitlines())
    text = _PRIVATE_SIGN.sub("- ", text)
    text = "".join(c for c in text if c.isprintable() or c.isspace())
    text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    words = re.findall(r"\w+", text.lower())
    if len(words) < FEWEST_WORDS:
        raise DocumentError(
            f"The {what} {name} is empty", "Give one with text, or leave it out."
        )
    share = sum(word in _ENGLISH for word in words) / len(words)
    if len(words) >= LANGUAGE_WORDS and share < ENGLISH_SHARE:
        raise DocumentError(
            f"The {what} {name} does not seem to be in English",
            "Give an English one; other languages are not understood yet.",
        )
    return text


def _text_of(data: bytes, name: str, what: str) -> str:
    head = data[:1024].lstrip().lower()
    if data.startswith(b"%PDF"):
        return office.pdf_text(data, name, what)
    if data.startswith(b"PK\x03\x04"):
        return office.docx_text(data, name, what)
    if data.startswith(_OLE) or head.startswith(b"{\\rtf"):
        raise DocumentError(
            f"The {what} {name} is in an older Word format",
            "Save it as .docx, PDF or plain text.",
        )
    text = _decoded(data, name, what)
    if len(text) <= 20 * MAX_CHARS and web.looks_like_page(text):
        return web.page_text(text)
    return text


def _decoded(data: bytes, name: str, what: str) -> str:
    """UTF-8 or UTF-16 where it fits, else the Windows code page most files are in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if data[1::2].count(0) > 0.4 * len(data[1::2]) > 0:
        return data.decode("utf-16-le", errors="replace")
    if b"\0" in data:
        raise DocumentError(
            f"The {what} {name} is not a text",
            "Give a text, HTML, PDF or Word (.docx) file.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _too_long(name: str, what: str, size: str) -> DocumentError:
    return DocumentError(
        f"The {what} {name} has {size}, far more than a {what} needs",
        f"Keep the part that describes the job (at most {MAX_CHARS:,} characters).",
    )

"""A written answer as it comes from an editor, turned into the prose it stands for.

Definition: what a reader would read aloud. Marks of Markdown go, an item of a list ends
like a sentence, a paragraph does too, and a heading that names a part ("## Situation",
"Task:") stays as that name and a colon, which the judge of structure knows.

Conventions: the words are the writer's own, none is added; lines broken by an editor
in the middle of a sentence are joined again.

Edge cases: UTF-8, UTF-16 with its mark, else the Western single-byte code page, in
which every byte means something; bytes that are no text at all are refused.
"""

import re

from ..errors import RecordingError

_BULLET = re.compile(r"^\s*(?:[-*+•‣◦–—·]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_HEADING = re.compile(
    r"^\s*(?:#{1,6}\s+(?P<marked>.+?)\s*#*|(?P<ruled>[=\-_*]{3,}))\s*$"
)
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_|`+|~~)(?=\S)(.+?)(?<=\S)\1")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_PART = re.compile(
    r"^(?P<name>(?:the )?(?:situation|context|background|task|goal|actions?|approach"
    r"|steps|results?|outcome|impact|learning|lesson|reflection)s?"
    r"|[star](?=\s*[:–—-]))\s*[:–—.-]*\s*$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?:Situation|Context|Background|Task|Goal|Actions?|Approach|Steps|Results?"
    r"|Outcome|Impact)\s*[:–—-]",
    re.IGNORECASE,
)
_INLINE = re.compile(r"^([STAR])\s*[:–—-]\s+(?=\w)")
"""A part named by its letter alone, before what it holds."""
_LETTERS = {"s": "Situation", "t": "Task", "a": "Action", "r": "Result"}
_ENDS = (".", "!", "?", "…", ":", ";", ",", '."', '?"', '!"', ".)", ".”")
_NUL_SHARE = 0.01
"""More null bytes than this are no text in any code page."""


def decoded(data: bytes, name: str) -> str:
    """The characters of a text file.

    Raises:
        RecordingError: the bytes are no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    odd = sum(
        mark == "\x00" or (mark < " " and mark not in "\t\n\r\f\v") for mark in text
    )
    if odd > _NUL_SHARE * max(1, len(text)):
        raise RecordingError(
            f"{name} cannot be read as text", "Give a text file with one answer in it."
        )
    return text.replace("\x00", "")


def prose(text: str) -> str:
    """The answer as one paragraph of sentences; text that is one already stays."""
    lines = _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    said: list[str] = []
    fresh = True  # the next line begins a sentence of its own
    for raw in lines.split("\n"):
        if _FENCE.match(raw):
            continue
        line, item, heading = _plain(raw)
        if not line:
            _close(said)
            fresh = True
            continue
        part = _PART.match(line)
        if part:
            _close(said)
            name = part["name"]
            said.append(_LETTERS.get(name.lower(), name[:1].upper() + name[1:]) + ":")
            fresh = False
            continue
        if item or heading or fresh or _NAMED.match(line):
            _close(said)
        said.append(line)
        fresh = heading
    _close(said)
    return " ".join(said)


def _plain(raw: str) -> tuple[str, bool, bool]:
    """A line without its marks, whether it is an item of a list, and a heading."""
    ruled = _HEADING.match(raw)
    if ruled:
        return _bare(ruled["marked"] or ""), False, True
    line = raw.lstrip("> \t") if raw.lstrip().startswith(">") else raw
    item = _BULLET.match(line)
    if item:
        line = line[item.end() :]
    return _bare(line), item is not None, False


def _bare(line: str) -> str:
    line = _TAG.sub(" ", _LINK.sub(r"\1", line))
    for _ in range(2):  # bold inside italic
        line = _EMPHASIS.sub(r"\2", line)
    line = " ".join(line.replace("|", " ").split())
    return _INLINE.sub(lambda m: _LETTERS[m[1].lower()] + ": ", line)


def _close(said: list[str]) -> None:
    """End what was said so far like a sentence."""
    if said and not said[-1].endswith(_ENDS):
        said[-1] += "."

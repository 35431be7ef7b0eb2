"""The job's title and the company's name, as postings give them."""

import re

from .headings import heading
from .wording import short

_TITLE = re.compile(
    r"^\W*(?:job title|post title|job role|position|role|vacancy|title|post)\W*[:–]\W*"
    r"(.+)$",
    re.I | re.M,
)
_COMPANY = re.compile(
    r"^\W*(?:company|employer|organi[sz]ation)\W*:\W*(.+)$", re.I | re.M
)
_ABOUT = re.compile(
    r"^\W*about ((?!us\b|you\b|the\b|our\b|this\b)[A-Z][\w&' -]{1,40}?):?\s*$", re.M
)
_PROPER = r"[A-Z][\w&'-]{0,30}(?: (?:[A-Z][\w'-]{0,30}|&)){0,4}"
"""A name of up to five words. Bounded, and one space between words: a posting of one
endless word must not be tried in every way it could be cut."""
_HIRING = re.compile(rf"\b({_PROPER}) (?:is|are) (?:hiring|looking for|seeking)\b")
_WE_ARE = re.compile(rf"\b[Ww]e(?: are|'re) ({_PROPER})(?=[,.]| and\b)")
_AT = re.compile(rf"\b(?:at|with) ({_PROPER})")
_NAMED_FIRST = re.compile(rf"^({_PROPER})\s*(?:$|[|,·•–]| - )")
_LEGAL = re.compile(
    r",? (?:GmbH(?: & Co\. KG)?|Ltd\.?|Limited|Inc\.?|LLC|LLP|plc|PLC|AG|SE|B\.?V\.?|AB"
    r"|S\.?A\.?|Pty)$"
)
_JOB_AT = re.compile(r"\s+(?:at|with|for)\s+[A-Z].*$|\s*[,|(–·].*$|\s+- .*$")
_WANTED = re.compile(
    r"^([A-Z][\w/-]*(?: [\w/-]+){0,4}?) (?:required|wanted|needed|sought)\b", re.M
)
_LABEL = re.compile(r"^[\w /]{2,25}:\s")
_NO_TITLE = re.compile(
    r"^(?:job (?:description|advert\w*|details|posting)|vacancy|we(?:'re| are) hiring"
    r"|join (?:us|our)|about|posted|person specification)\b",
    re.I,
)
_NO_COMPANY = re.compile(r"^(?:we|it|our team|the|this|you|join|posted|remote)\b", re.I)
FIRST_LINES = 12


def title_and_company(posting: str) -> tuple[str, str]:
    """The job's title and the company's name, "" where the posting does not say."""
    head = [s.strip(" #*") for s in posting.splitlines() if s.strip(" #*")]
    head = head[:FIRST_LINES]
    at, title = _title(posting, head)
    return short(title, 60), short(_company(posting, head, at), 60)


def _title(posting: str, head: list[str]) -> tuple[int, str]:
    """(the number of its line, the title)."""
    named = _TITLE.search(posting)
    if named:
        return 0, _JOB_AT.sub("", named[1].strip(" *"))
    for number, line in enumerate(head):
        wanted = _WANTED.match(line)
        if wanted:
            return number, wanted[1]
        if _LABEL.match(line) or _NO_TITLE.match(line) or heading(line):
            continue
        begins = _JOB_AT.sub("", line).strip(" :")
        short_line = len(line.split()) <= 12 and not line.endswith((".", "!", ";"))
        cut = begins != line and 2 <= len(begins.split()) <= 6
        return number, begins if short_line or (cut and begins[0].isupper()) else ""
    return 0, ""


def _company(posting: str, head: list[str], at: int) -> str:
    title_line = head[at] if head else ""
    for pattern, where in (
        (_COMPANY, posting),
        (_ABOUT, posting),
        (_AT, title_line),
        (_HIRING, posting),
        (_WE_ARE, posting),
    ):
        match = pattern.search(where)
        name = match[1].strip(" .,*") if match else ""
        if name and not _NO_COMPANY.match(name):
            return _LEGAL.sub("", name)
    return _below(posting, head[at + 1 : at + 3])


def _below(posting: str, following: list[str]) -> str:
    """The name that opens a line below the title, if the posting has it once more."""
    for line in following:
        match = _NAMED_FIRST.match(line)
        name = _LEGAL.sub("", match[1]) if match else ""
        if name and not _NO_COMPANY.match(name) and not heading(name):
            legal = match is not None and name != match[1]
            if legal or posting.count(name) > 1:
                return name
    return ""

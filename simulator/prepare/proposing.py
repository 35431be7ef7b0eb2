"""What a posting asks for: a short list, for the user to confirm.

Headings decide first, the words of the line second ("essential", "a plus"). Eight at
most: an interview has five to eight competencies (OPM), and a longer list is not read.
Musts come before what is nice to have, in the order of the posting.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.records import Requirement, RequirementKind

from . import wording
from .competencies import competency_in
from .sections import Line, lines
from .titles import title_and_company

MOST_REQUIREMENTS = 8
LONGEST_CHARS = 90
"""About 14 words: what a voice can say inside a question."""

_NICE = re.compile(
    r"\bis (?:a |an )?(?:\w+ )?(?:plus|bonus|advantage|asset)\b|^ideally\b|\([Dd]\)\s*$"
    r"|\b(?:would|'d) be (?:\w+ )?(?:lovely|welcome|helpful|a plus|an advantage)\b"
    r"|\bit(?:'d| would) be (?:great|good|nice|lovely) if\b|\(desirable\)\s*$|"
    r"nice[- ]to[- ]have|\b(?:is|are|as|be) (?:a |an )?(?:\w+ )?(?:plus|bonus"
    r"|advantage|asset)\b"
    r"|\b(?:preferred|desirable|beneficial|advantageous|welcome|helpful)\b"
    r"|\boptional\b|not (?:essential|required)|would be (?:good|nice|great|useful)",
    re.I,
)
_MUST = re.compile(
    r"\bmust\b|\brequired\b|\bessential\b|\bmandatory\b|\byou(?:'ll| will)? "
    r"(?:have|need|bring|hold)\b|\bneed(?:ed|s)?\b|\bproficien|\bexperience (?:with|in"
    r"|of|as)\b|\bknowledge of\b|\bability to\b|\bdegree in\b|\bfluen(?:t|cy)\b"
    r"|^you (?!will|'ll|get\b|receive|join|may\b|might|would|can (?:expect|count|look))"
    r"|^you(?:'ve| have| can)\b|\b(?:candidate|applicant|person) (?:will|should|must)\b"
    r"|\([Ee]\)\s*$|\(essential\)\s*$|\ba must\b"
    r"|\bminimum\b|\bat least\b|\bwe expect\b|\byou are\b|\bable to\b",
    re.I,
)
_CREDENTIAL = re.compile(
    r"\bdegree\b|\bbachelor|\bmaster'?s\b|\bdiploma\b|licen[cs]e|\bcertificat"
    r"|\bpermit\b"
    r"|\bregist(?:ered|ration)\b|\bright to work\b|\bvisa\b|\bqualified\b|\bqts\b"
    r"|\bwilling(?:ness)? to (?:travel|relocate|work)\b|\bavailab(?:le|ility)\b"
    r"|\bown (?:transport|car)\b|\bphysically fit\b|\b[abc][12]\b|\bfluent\b"
    r"|\bbackground check\b|\bdbs\b|\ba[- ]levels?\b|\bgcse|\bphd\b|\bclearance\b",
    re.I,
)
_NO_REQUIREMENT = re.compile(
    r"\bapply\b|\bsend\b|\bsalary\b|\bwe offer\b|\bequal opportunit|\bcv\b|\bhttps?:"
    r"|^you(?:'d| would) be\b|\bauthori[sz]ed to work\b|\beligible to work\b"
    r"|\bemail\b|@|\bdeadline for\b|\bholiday|\bpension\b|\bwe are\b|\bwe're\b",
    re.I,
)
_BOILERPLATE = re.compile(
    r"equal (?:opportunit|employment)|without regard to|protected veteran|discriminat"
    r"|\bequality\b|\bdiversity and\b|inclusive (?:environment|workplace)"
    r"|promoting the welfare|rehabilitation of offenders|disclosure and barring"
    r"|\bsubject to\b|disability confident|\ball (?:qualified )?(?:applicants|employees"
    r"|staff)\b|authori[sz]ed to work|employment (?:business|agency)|no agencies"
    r"|\bcookies?\b|https?:|javascript:|seeking to appoint|currently recruiting",
    re.I,
)
"""What stands in every posting, and asks nothing of anybody's answers."""
_WANTED_LINE = re.compile(
    r"^(?:[\w/-]+ ){0,5}(?:required|wanted|needed|sought) (?:for|in|at|to|by)\b", re.I
)
MOST_WORDS = 40
MANY_YOU = 3
"""Times that a sentence says "you" when it tells a story: "You write, you rewrite, and
you don't mind when somebody else rewrites you"."""
_OF_US = re.compile(
    r"(?:we|our)\b(?! (?:\w+ )?(?:expect|need|require|ask|look|want|seek))", re.I
)
"""A sentence about the company, not about who is wanted."""
_OF_A_THING = re.compile(r"(?:experience|knowledge) (?:with|in|of) (?!working\b)", re.I)
"""Then a thing follows: "experience with budget planning" is about budgets."""
_YEARS = re.compile(r"\b(\d{1,2})\+? ?(?:\+ |or more )?years?\b", re.I)


@dataclass(frozen=True)
class Proposal:
    """What was found, and what the user should know about it."""

    title: str = ""
    company: str = ""
    requirements: tuple[Requirement, ...] = ()
    remarks: tuple[str, ...] = ()
    """Contradictions, and what was left out; a sentence each."""


def propose(posting: str) -> Proposal:
    """The requirements of a posting, at most eight, musts first.

    A posting in which nothing is recognised gives an empty list and a remark: the user
    may add requirements by hand.
    """
    found = lines(posting)
    musts, nices = _sorted(found)
    years = _years_apart([*musts, *nices])
    musts, nices, remarks = _one_list(musts, nices)
    remarks += years
    listed = [(t, True) for t in musts] + [(t, False) for t in nices]
    if len(listed) > MOST_REQUIREMENTS:
        left = [text for text, _ in listed[MOST_REQUIREMENTS:]]
        more = "; ".join(left[:3]) + ("; ..." if len(left) > 3 else "")
        remarks.append(
            f"The posting asks for {len(listed)} things; the first "
            f"{MOST_REQUIREMENTS} are used. Left out: {more}."
        )
    if not listed:
        remarks.append("I found no requirement in the posting; you can add some.")
    kept = listed[:MOST_REQUIREMENTS]
    title, company = title_and_company(posting)
    return Proposal(
        title,
        company,
        tuple(requirement(f"r{n}", t, must) for n, (t, must) in enumerate(kept, 1)),
        tuple(remarks),
    )


def requirement(id: str, text: str, must: bool = True) -> Requirement:
    """A requirement from its words; `a|b` gives further ways to say it."""
    first, *others = [way.strip() for way in text.split("|")]
    first = wording.brief(first, LONGEST_CHARS)
    competency = None if _OF_A_THING.match(first) else competency_in(first)
    kind: RequirementKind = "skill"
    ways: tuple[str, ...] = wording.key_terms(first)
    if _CREDENTIAL.search(first):
        kind = "credential"
    elif competency is not None:
        kind = "competency"
        ways = (*ways[:1], *competency.ways)
    return Requirement(
        id=id,
        text=first,
        must=must,
        kind=kind,
        competency=competency.name if competency and kind == "competency" else "",
        ways=(*ways, *(way for way in others if way)),
    )


def edited(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """Numbered anew after the user took some away or added some."""
    return tuple(
        r.model_copy(update={"id": f"r{n}"}) for n, r in enumerate(requirements, 1)
    )


def _sorted(found: Iterable[Line]) -> tuple[list[str], list[str]]:
    """Musts and nice-to-haves; of a posting without either, what the job does."""
    musts: list[str] = []
    nices: list[str] = []
    duties: list[str] = []
    # "English; German is a plus" needs the one and welcomes the other.
    pieces = [(line, piece) for line in found for piece in line.text.split(";")]
    for line, text in pieces:
        if _asks_nothing(line, text):
            continue
        if _NICE.search(text) and line.section in ("", "must", "nice", "company"):
            nices += wording.items(text)
        elif line.section in ("must", "nice") and (
            line.listed or _MUST.search(text) or len(text.split()) <= 14
        ):
            (musts if line.section == "must" else nices).extend(wording.items(text))
        elif line.section in ("", "company") and _MUST.search(text):
            if not _NO_REQUIREMENT.search(text):
                musts += wording.items(text)
        elif line.section == "duties" and line.listed:
            duties += wording.items(text)
    return musts or duties, nices


def _asks_nothing(line: Line, text: str) -> bool:
    """Whether it stands in every posting, or tells of the company or of a day."""
    if len(text.split()) > MOST_WORDS or not re.search(r"[A-Za-z]{2,}", text):
        return True
    if _BOILERPLATE.search(text) or _WANTED_LINE.match(text):
        return True
    told = len(re.findall(r"\byou\b", text, re.I)) >= MANY_YOU
    return not line.listed and (told or bool(_OF_US.match(text)))


def _one_list(
    musts: Iterable[str], nices: Iterable[str]
) -> tuple[list[str], list[str], list[str]]:
    """Each requirement once; one that is both is a must, and that is said."""
    kept: list[str] = []
    for text in musts:
        if text and not any(wording.same(text, other) for other in kept):
            kept.append(text)
    remarks: list[str] = []
    rest: list[str] = []
    for text in nices:
        if any(wording.same(text, other) for other in kept):
            remarks.append(
                f"The posting calls “{text}” both needed and nice to have; "
                "I take it as needed."
            )
        elif text and not any(wording.same(text, other) for other in rest):
            rest.append(text)
    return kept, rest, remarks


def _years_apart(texts: Iterable[str]) -> list[str]:
    """Different numbers of years for one thing."""
    seen: dict[str, tuple[str, str]] = {}
    remarks: list[str] = []
    for text in texts:
        match = _YEARS.search(text)
        if not match:
            continue
        terms = wording.key_terms(text)
        key = terms[0].lower() if terms else ""
        before = seen.setdefault(key, (match[1], text))
        if before[0] != match[1]:
            remarks.append(
                f"The posting gives two numbers of years: “{before[1]}” and “{text}”. "
                "Ask which is meant."
            )
    return remarks

"""The words of a requirement: made short, compared, and cut into what it names."""

import re

from .word_set import word_set

_LEAD = re.compile(
    r"^(?:and |or |also |ideally,? |furthermore,? )?"
    r"(?:(?:you|candidates?|applicants?"
    r"|the (?:ideal|successful) (?:candidate|applicant)"
    r"|we) (?:must |should |will |also |would |currently |ideally )*"
    r"(?:have|need|bring|hold|possess|be able to|be|are|expect|require|can|love|enjoy"
    r"|know|understand|speak|look for|want)\s+"
    r"(?:to |have |hold |gained )*"
    r"|it is (?:essential|important) that you (?:have|are|can) "
    r"|(?:must|should) (?:have|be|be able to|hold) |have "
    r"|be )",
    re.I,
)
_PRAISE = re.compile(
    r"^(?:(?:strong|proven|excellent|good|great|solid|demonstrable|demonstrated|sound"
    r"|outstanding|very|deep|in-depth|extensive|first-class|exceptional|clear|basic"
    r"|practical|hands-on|relevant|previous|prior|significant|confident)"
    r"(?: and |, | ))+",
    re.I,
)
_TAIL = re.compile(
    r"[\s,;(–-]*(?:\b(?:is|are|would be|will be|being|as)\b\s+(?:an? |the |also |very "
    r"|absolutely |strictly )*)?\b(?:essential|required|a must|must|mandatory|needed"
    r"|necessary|plus|bonus|preferred|desirable|advantage|advantageous|beneficial"
    r"|asset|welcome|nice to have|optional|not essential|helpful|useful|important)"
    r"\s*\)?[.!]*$",
    re.I,
)
_GENERIC = word_set(
    """
    managing handling dealing processing building responsibility responsible awareness
    management results result doing being performing carrying conducting maintaining
    know knowing stay staying aware sense passion interest manage handle deal
    a an the and or of in on at to with for from by as is are be your our you we
    their this that these those other any all such like using use used well both
    least more than up least minimum including include e.g eg i.e etc related similar
    relevant experience experienced knowledge understanding skill skills ability able
    years year strong good excellent proven working work worked background
    familiarity familiar proficiency proficient expertise competence competent record
    track demonstrated level degree equivalent field preferably ideally least one two
    three four five six seven eight nine ten within across into about over some new
    own role job position environment setting industry sector required essential must
    have has had will can basic advanced solid sound previous prior recent
    qualification qualified relevant professional plus tools tool methods practices
    best high quality comfortable confident command good hands-on first-hand willing
    willingness keen fluent fluency
    """
)
_WEAK_HEADS = word_set(
    """
    installation installations system systems work machine machines equipment process
    processes product products application applications software environment
    environments rule rules procedure procedures task tasks issue issues matter matters
    technique techniques method methods standard standards platform platforms device
    devices activity activities project projects duty duties principle principles
    """
)
"""Words that name no thing of their own: of "solar installations" people say "solar
panels". They fall away behind a word that does."""
_WEAK_BEFORE = word_set(
    """
    difficult complex challenging various different demanding multiple large modern
    varied busy latest common everyday daily
    """
)
_SPLIT = re.compile(
    r"\s*(?:,|;|/|\(|\)|\band/or\b|\band\b|\bor\b|\bsuch as\b|\blike\b|\be\.g\.?"
    r"|\bincluding\b|\bespecially\b|\bwithin\b|\bto\b|\bfor\b|\bfrom\b|\bwith\b|\bin\b"
    r"|\bof\b|\busing\b|:)\s*",
    re.I,
)
_SENTENCE_OF_TWO = re.compile(r"\s*(?:;|, and (?=you (?:are|have|can)))\s*", re.I)


def items(line: str) -> list[str]:
    """The requirements in a line, each in a few words."""
    kept = (_bare(piece) for piece in _SENTENCE_OF_TWO.split(line))
    return [text for text in kept if len(re.findall(r"[A-Za-z0-9]+", text)) >= 1]


def _bare(text: str) -> str:
    text = text.strip(" .!,;:–-")
    for _ in range(2):
        text = _TAIL.sub("", text).strip(" .,;:–-")
        text = _PRAISE.sub("", _LEAD.sub("", text)).strip()
    return _lowered(text)


def _lowered(text: str) -> str:
    """A small first letter, unless the word is a name or an abbreviation."""
    first = text.split(" ")[0]
    plain = first[:1].isupper() and first[1:].islower() and not _is_name(text)
    return text[:1].lower() + text[1:] if plain or first == "A" else text


def _is_name(text: str) -> bool:
    """Whether a line opens with a name: alone, or before a comma, "and" or another."""
    words = text.split()
    if len(words) == 1:
        return True
    following = words[1]
    return (
        words[0].endswith(",")
        or following[:1].isupper()
        or following in ("and", "or", "/")
    )


_YEARS = re.compile(
    r"^(?:at least |a minimum of |minimum |more than )?(?:\w+|\d+)\+?(?: or more)? "
    r"years?(?:'|’)?(?: of)? (?:\w+ )?(?:experience )?(?:with |in |of |as )?",
    re.I,
)


def said(text: str) -> str:
    """A requirement as a question names it: what, not for how many years."""
    return _YEARS.sub("", text) or text


def short(text: str, longest: int) -> str:
    """At most `longest` characters, cut at a word."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:(")


def key_terms(text: str) -> tuple[str, ...]:
    """What a requirement names: "3 years of SQL and dashboards (Tableau)" gives "SQL",
    "dashboards", "Tableau"."""
    terms: list[str] = []
    for piece in _SPLIT.split(re.sub(r"\b\d+\+?(?=\s|$)", " ", text)):
        words = [w.strip(".,:;!?\"'“”") for w in piece.split()]
        while words and words[0].lower() in _GENERIC:
            words.pop(0)
        while words and words[-1].lower() in _GENERIC:
            words.pop()
        while len(words) > 1 and words[-1].lower() in _WEAK_HEADS:
            words.pop()
        while len(words) > 1 and words[0].lower() in _WEAK_BEFORE:
            words.pop(0)
        kept = [w for w in words if w.lower() not in _GENERIC or len(words) > 2]
        term = " ".join(kept)
        if len(term) > 1 and term.lower() not in {t.lower() for t in terms}:
            terms.append(term)
    return tuple(terms)


def same(one: str, other: str) -> bool:
    """Whether two requirements name the same things."""
    first, second = _names(one), _names(other)
    if not first or not second:
        return one.lower() == other.lower()
    return first <= second or second <= first


def _names(text: str) -> set[str]:
    return {t.lower().rstrip("s") for t in key_terms(text)}


_TITLE = re.compile(
    r"^\s*(?:job title|position|role|vacancy|title)\s*[:–-]\s*(.+)$", re.I | re.M
)
_COMPANY = re.compile(
    r"^\s*(?:company|employer|organi[sz]ation)\s*:\s*(.+)$", re.I | re.M
)
_ABOUT = re.compile(
    r"^\W*about ((?!us\b|you\b|the\b|our\b|this\b)[A-Z][\w&' -]{1,40}?):?\s*$", re.M
)
_PROPER = r"[A-Z][\w&'-]{0,30}(?: [A-Z][\w&'-]{0,30}){0,3}"
"""A name of up to four words. Bounded, and one space between words: a posting of one
endless word must not be tried in every way it could be cut."""
_HIRING = re.compile(rf"\b({_PROPER}) (?:is|are) (?:hiring|looking for|seeking)\b")
_AT = re.compile(rf"\bat ({_PROPER})")
_JOB_AT = re.compile(r"\s+(?:at|with|for)\s+[A-Z].*$|\s*[,|(–].*$| - .*$")


def title_and_company(posting: str) -> tuple[str, str]:
    """The job's title and the company's name, "" where the posting does not say."""
    first = next((s.strip(" #*") for s in posting.splitlines() if s.strip()), "")
    named = _TITLE.search(posting)
    title = named[1].strip() if named else ""
    if not title and len(first.split()) <= 10 and not first.endswith("."):
        title = _JOB_AT.sub("", first).strip(" :")
    company = ""
    for pattern, where in (
        (_COMPANY, posting),
        (_ABOUT, posting),
        (_AT, first),
        (_HIRING, posting),
    ):
        match = pattern.search(where)
        if match and match[1].strip().lower() not in ("we", "it", "our team"):
            company = match[1].strip(" .,")
            break
    return short(title, 60), short(company, 60)

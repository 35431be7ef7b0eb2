"""The words of a requirement: made short, compared, and cut into what it names."""

import re

from .saying import doing, third_person
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
    r"^(?:(?:strong|proven|excellent|good(?! (?:with|at|sense)\b)|great|solid"
    r"|demonstrable|demonstrated|sound"
    r"|outstanding|very|deep|in-depth|extensive|first-class|exceptional|clear|basic"
    r"|practical|hands-on|relevant|previous|prior|significant|confident|effective)"
    r"(?: and |, | ))+",
    re.I,
)
_TAIL = re.compile(
    r"[\s,;(–-]*(?:\b(?:is|are|would be|will be|being|as)\b\s+(?:an? |the |also |very "
    r"|absolutely |strictly |big |huge |real |definite |distinct |great )*)?"
    r"\b(?:essential|required|a must|must|mandatory|needed|necessary|plus|bonus"
    r"|preferred|desirable|advantage|advantageous|beneficial|asset|welcome"
    r"|nice to have|optional|not essential|not required|helpful|useful|important"
    r"|lovely|great|a big plus)"
    r"(?:[ ,]+(?:but|though|due|as|since|because)\b[^.]*)?\s*\)?[.!]*$",
    re.I,
)
_ASIDE = re.compile(
    r",? (?:because|ideally|preferably)\b.*$|,? (?<!such )(?<!well )(?<!same )as "
    r"(?:the|this|our|we|you|it)\b.*$|\s*\((?:[ED]|essential|desirable)\)\s*$",
    re.I,
)
"""What a requirement is wanted for, or what would be better still."""
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
    willingness keen fluent fluency comparable multiple time times part evidence current
    valid committed supportive effective every each also already comfortable
    way around you're you've it's their them
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
_SENTENCE_OF_TWO = re.compile(
    r"\s*(?:;| and (?=know )|,? and (?=you(?: (?:are|have|can|must|will|know|write"
    r"|enjoy|love)"
    r"|'\w+)\b)"
    r"|, (?:and )?(?=(?:be|have|hold|possess|bring) ))\s*",
    re.I,
)
_SHORTENED = re.compile(r"^(you|we|it|who)'(re|ve|ll|d)\b", re.I)
_LONG_FORM = {"re": "are", "ve": "have", "ll": "will", "d": "would"}
_YOU = re.compile(
    r"^(?:you|who|candidates?|applicants?|they)? ?(?:will |can |should |must |would )?"
    r"(?:also |always |probably |already |really )*",
    re.I,
)
_HAS = re.compile(
    r"^(?:has|holds|possesses) |^is (?=committed|able|willing|good|comfortable)"
    r"|^(?:probably |already |also )+"
    r"|^it would be \w+ if you(?:'ve| have)? ",
    re.I,
)


_LETTER = re.compile(r"(?<=\s)[A-Z]\b")
"""The name of a thing may be one letter: "experience with R"."""


def items(line: str) -> list[str]:
    """The requirements in a line, each in a few words; those that name nothing left
    out."""
    kept = (bare(piece) for piece in _SENTENCE_OF_TWO.split(line))
    return [text for text in kept if key_terms(text) or _LETTER.search(text)]


def bare(text: str) -> str:
    """A requirement without what postings say around it."""
    text = text.strip(" .!,;:–-")
    text = _SHORTENED.sub(lambda m: f"{m[1]} {_LONG_FORM[m[2].lower()]}", text)
    for _ in range(2):
        text = _TAIL.sub("", _ASIDE.sub("", text)).strip(" .,;:–-")
        you = _YOU.match(text)
        rest = text[you.end() :] if you and you[0].strip() else ""
        rest = text if text.lower().startswith("know ") else rest
        text = doing(rest) or third_person(text) or _LEAD.sub("", text)
        text = _PRAISE.sub("", _HAS.sub("", text)).strip()
    return _lowered(text)


_LANGUAGES = word_set(
    """
    english german french spanish italian portuguese dutch polish romanian russian
    ukrainian turkish arabic hindi urdu bengali punjabi mandarin cantonese chinese
    japanese korean vietnamese welsh irish gaelic swedish danish norwegian finnish greek
    czech hungarian excel python java javascript kubernetes photoshop salesforce
    """
)
"""Names that stay as they are, whatever follows; the commonest tools among them."""
_HOW_WELL = word_set(
    "fluent advanced native basic intermediate professional full clean"
)
"""Before a name they are none: "Fluent Dutch"."""


def _lowered(text: str) -> str:
    """A small first letter, unless the word is a name or an abbreviation."""
    first = text.split(" ")[0]
    plain = first[:1].isupper() and first[1:].islower() and not _is_name(text)
    return text[:1].lower() + text[1:] if plain or first == "A" else text


def _is_name(text: str) -> bool:
    """Whether a line opens with a name: alone, or before a comma, "and" or another."""
    words = text.split()
    if len(words) == 1 or words[0].lower() in _LANGUAGES:
        return True
    if words[0].lower() in _HOW_WELL:
        return False
    # "Python and Linux", "Word, Excel"; not "Empathy, patience", not "Speed and care".
    following = words[2] if words[1] in ("and", "or", "/") and words[2:] else words[1]
    return following[:1].isupper()


def short(text: str, longest: int) -> str:
    """At most `longest` characters, cut at a word."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:(")


_LOOSE_END = re.compile(
    r"(?:[ ,;:(–-]+(?:and|or|to|of|in|on|at|by|with|for|from|the|an?|as|such|including"
    r"|e\.g\.?|up|using|non-\w+|equivalent|practical))+$",
    re.I,
)


def brief(text: str, longest: int) -> str:
    """At most `longest` characters, cut where a thing ends and not in the middle."""
    whole = " ".join(text.split())
    if len(whole) <= longest:
        return whole
    cut = short(whole, longest)
    ends = [cut.rfind(mark) for mark in (", ", "; ", " (", " – ", ". ", ": ")]
    if max(ends) > longest // 3:
        cut = cut[: max(ends)]
    return _LOOSE_END.sub("", cut).rstrip(" ,;:(")


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
    if not _names(one) or not _names(other):
        return one.lower() == other.lower()
    return any(
        first <= second or second <= first
        for first in _both(one)
        for second in _both(other)
    )


def _both(text: str) -> tuple[set[str], set[str]]:
    """What a text names, and what it names as a doing ("plan", "planning")."""
    return _names(text), _names(doing(text) or text)


def _names(text: str) -> set[str]:
    return {t.lower().rstrip("s") for t in key_terms(text)}

"""Moments that show how somebody worked with others, and at what: quoted and counted.

Definition: a sentence of an answer whose words tell of one kind of thing that was done
("I asked what she was worried about", "nobody had asked me to"). What is counted is
moments. Nothing here says what somebody is: interviewers' own ratings of personality
agree little with what is said (science 4, 7), and a rule would agree less.

Conventions: most kinds want the speaker as the one who did it. What is absent is told
only where the question called for it (`CALLED_FOR`), and only of an answer that was
understood.
"""

import re
from collections.abc import Iterable

from simulator.records import Evidence, Quote, Turn

from .coverage import Told

MOST_QUOTES = 6
"""Of one kind: enough to see it, few enough to read."""

_FEELING = (
    r"(?:worried|afraid|upset|frustrated|angry|nervous|anxious|confused|tired|scared"
    r"|frightened|overwhelmed|disappointed|concerned|unsure|furious|stressed|lonely"
    r"|relieved|ashamed|shy)"
)
_PERSON = r"(?:she|he|they|the \w+|my \w+|our \w+|her|him|them)"

SIGNS: dict[str, re.Pattern[str]] = {
    "perspective": re.compile(
        rf"\b{_PERSON} (?:was|were|felt|seemed|looked|must have been)(?: \w+)? "
        rf"{_FEELING}\b"
        r"|\b(?:point of view|(?:her|his|their) (?:side|perspective|position|reasons"
        r"|worry|worries|fear)|in (?:her|his|their) shoes)\b"
        r"|\bwhat (?:it was like|mattered to|worried|annoyed|bothered|(?:she|he|they) "
        r"(?:really |actually )?(?:needed|wanted|feared|meant|was afraid|were afraid))"
        r"|\bi (?:\w+ )?(?:asked|listened to) (?:\w+ )?(?:her|him|them|each|what|why"
        r"|how)"
        r"\b(?!.*\bto (?:do|finish|send)\b)"
        r"|\bi (?:understood|realised|realized|saw) (?:that |why )(?:she|he|they)\b",
        re.I,
    ),
    "credit": re.compile(
        r"\b(?:thanks to|credit (?:to|for|goes)|with (?:the |a lot of )?help (?:of"
        r"|from)"
        r"|(?:her|his|their) idea|(?:idea|suggestion) came from|without (?:her|him"
        r"|them)"
        r"|could(?: not|n't) have done (?:it|this|that)"
        r"|(?:she|he|they|my colleagues?|the team) (?:\w+ )?(?:came up with"
        r"|had the idea"
        r"|suggested|deserve|did most|did the hard|taught me|showed me|helped me))\b",
        re.I,
    ),
    "adjustment": re.compile(
        r"\b(?:i|we) (?:\w+ ){0,2}(?:changed|switched|adapted|adjusted|rearranged"
        r"|replanned|rethought|tried (?:something|another|a different)|gave up (?:my"
        r"|our"
        r"|the) (?:plan|idea)|started (?:over|again|from scratch)|moved to)\b"
        r"|\binstead\b|\bnew (?:way|plan|approach)\b|\bfrom then on\b|\bplan b\b"
        r"|\bsince then (?:i|we)\b",
        re.I,
    ),
    "refers_back": re.compile(
        r"\b(?:as|like) you (?:said|mentioned|asked|put it|just)"
        r"|\byou (?:just )?(?:asked"
        r"|mentioned|said|told me)\b|\bback to your (?:question|point)\b"
        r"|\byour (?:first|second|other|last) question\b|\bto answer your\b"
        r"|\bthe \w+ you (?:mentioned|described|spoke of)\b",
        re.I,
    ),
    "initiative": re.compile(
        r"\bnobody (?:had )?(?:asked|told) me|\bwithout being (?:asked|told)"
        r"|\bon my own initiative\b|\bi (?:then |also |just )?(?:suggested|proposed"
        r"|offered|volunteered|set up|came up with|took it (?:on|up)|spoke up"
        r"|pitched)\b"
        r"|\bi decided to\b|\bmy (?:own )?idea\b|\bi asked (?:if|whether) i could\b",
        re.I,
    ),
    "persistence": re.compile(
        r"\bkept (?:trying|going|at it|asking|calling|working|on)\b|\btried again\b"
        r"|\bdid(?: not|n't) give up\b|\b(?:second|third|fourth|fifth|next) (?:attempt"
        r"|try)\b|\bagain and again\b|\bone (?:thing|step) at a time\b"
        r"|\bevery (?:day|night|morning|evening|week|friday|monday) for\b"
        r"|\buntil (?:it|i|we|they|she|he)\b|\bstuck (?:with|to) it\b"
        r"|\b(?:it )?took (?:me |us )?(?:\w+ ){1,3}(?:days|weeks|months|nights)\b",
        re.I,
    ),
    "reliability": re.compile(
        r"\bon time\b|\b(?:before|by) the deadline\b|\bas (?:i had )?promised\b"
        r"|\bi (?:\w+ )?(?:double[- ]?checked|checked|made sure|followed up|kept my"
        r"|wrote (?:it|everything|each \w+) down|handed (?:it )?over|called back)\b"
        r"|\bnever (?:missed|late|was late)\b|\bevery single\b|\bkept (?:my"
        r"|the) (?:word"
        r"|promise)\b|\bwas never late\b",
        re.I,
    ),
}
"""Kind: wording that shows it. `challenge`, `contribution` and `all_parts` come from
how the answer is built instead."""

OWN = frozenset(["adjustment", "initiative", "persistence", "reliability"])
"""Kinds in which the speaker must be the one who did it."""

_TROUBLE = re.compile(
    r"\b(?:difficult|hardest|hard part|challeng\w+|problem|obstacle|crisis|trouble"
    r"|broke(?:n)?|failed|failing|short of|too (?:late|few|much|many|little)|refused"
    r"|collapsed|went wrong|missing|complain\w+|conflict|lost|pressure|nobody (?:knew"
    r"|wanted|could)|behind (?:schedule|plan))\b",
    re.I,
)
_MY = re.compile(r"\b(?:i|i'd|i've|me|my|we|our)\b", re.I)

CALLED_FOR: dict[str, tuple[str, ...]] = {
    "working with others": ("perspective", "credit"),
    "compassion": ("perspective",),
    "serving others": ("perspective",),
    "developing people": ("perspective",),
    "leading": ("credit",),
    "persuading": ("perspective",),
    "adapting": ("adjustment",),
    "initiative": ("initiative",),
    "resilience": ("persistence", "challenge"),
    "reliability": ("reliability",),
    "problem solving": ("challenge", "contribution"),
    "achievement": ("contribution",),
}
"""Competency of a question: kinds of evidence that it asks for."""

KINDS = (
    "perspective",
    "credit",
    "adjustment",
    "all_parts",
    "refers_back",
    "initiative",
    "persistence",
    "reliability",
    "challenge",
    "contribution",
)


def find(answers: Iterable[Told]) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """(the moments of each kind, the kinds called for and not heard).

    Args:
        answers: the candidate's answers, without their own questions.
    """
    quotes: dict[str, list[Quote]] = {kind: [] for kind in KINDS}
    absent: list[str] = []
    for answer in answers:
        if answer.turn.analysis.verdict != "assessable":
            continue
        mine = {kind: _quotes(kind, answer) for kind in KINDS}
        for kind, found in mine.items():
            quotes[kind] += found
        if not answer.unclear:
            absent += [kind for kind in _called_for(answer.turn) if not mine[kind]]
    evidence = tuple(
        Evidence(kind=kind, quotes=tuple(found[:MOST_QUOTES]))
        for kind, found in quotes.items()
        if found
    )
    return evidence, tuple(dict.fromkeys(absent))


def _called_for(turn: Turn) -> tuple[str, ...]:
    wanted = CALLED_FOR.get(turn.question.competency, ())
    parts = ("all_parts",) if len(turn.analysis.content.parts) >= 2 else ()
    return (*wanted, *parts)


def _quotes(kind: str, answer: Told) -> list[Quote]:
    if kind == "all_parts":
        return _all_parts(answer.turn)
    if kind == "challenge":
        return _challenge(answer)
    if kind == "contribution":
        return _contribution(answer)
    return [
        _quote(answer, number)
        for number, sentence in enumerate(answer.sentences)
        if SIGNS[kind].search(sentence.text)
        and (kind not in OWN or _MY.search(sentence.text))
    ]


def _all_parts(turn: Turn) -> list[Quote]:
    """The first words of each part, where a question of several parts got all."""
    parts = turn.analysis.content.parts
    if len(parts) < 2 or not all(part.found for part in parts):
        return []
    return [Quote(stem=turn.stem, passage=p.evidence[0]) for p in parts if p.evidence]


def _challenge(answer: Told) -> list[Quote]:
    """Trouble that the speaker met, did something about, and saw the end of."""
    structure = answer.turn.analysis.structure
    if structure.kind != "story" or not (structure.action and structure.result):
        return []
    numbers = [n for n, s in enumerate(answer.sentences) if _TROUBLE.search(s.text)]
    before = [n for n in numbers if any(n <= k for k in answer.ends)]
    return [_quote(answer, n) for n in before[:1]]


def _contribution(answer: Told) -> list[Quote]:
    """What came of the speaker's own doing."""
    structure = answer.turn.analysis.structure
    if structure.kind != "story" or not structure.action:
        return []
    passages = {passage.text: passage for passage in structure.result}
    return [Quote(stem=answer.turn.stem, passage=p) for p in passages.values()]


def _quote(answer: Told, number: int) -> Quote:
    return Quote(stem=answer.turn.stem, passage=answer.sentences[number].passage)

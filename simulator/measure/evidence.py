"""Moments that show how somebody worked with others, and at what: quoted and counted.

Definition: a sentence of an answer whose words tell of one kind of thing that was done
("I asked what she was worried about", "nobody had asked me to"). What is counted is
moments. Nothing here says what somebody is: interviewers' own ratings of personality
agree little with what is said (science 4, 7), and a rule would agree less.

Conventions: most kinds want the speaker as the one who did it. What is absent is told
only where the question called for it (`CALLED_FOR`), only of an answer that was
understood, and only where not even a loose sign of it stands (`evidence_doubt`).
"""

from collections.abc import Iterable

from simulator.records import Evidence, Quote

from .asked_parts import Part, parts
from .evidence_doubt import silent
from .evidence_signs import (
    FURTHER_STEP,
    GENERAL,
    GENERAL_IS_NONE,
    NO_TROUBLE,
    SIGNS,
    STEP,
    TROUBLE,
)
from .sentences import Sentence
from .structure.ending_signs import BAD_END
from .told import Told

MOST_QUOTES = 6
"""Of one kind: enough to see it, few enough to read."""
ENDING_SENTENCES = 2
"""In which what came of it would stand."""
FEWEST_WORDS = 4
"""Of a sentence that names an obstacle or an end: "Wouldn't say so." names none."""

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
            absent += [
                kind
                for kind in _called_for(answer)
                if not mine[kind] and _surely_absent(kind, answer)
            ]
    evidence = tuple(
        Evidence(kind=kind, quotes=tuple(found[:MOST_QUOTES]), found=len(found))
        for kind, found in quotes.items()
        if found
    )
    # Shown in one answer, it is not missed in another: that would contradict itself.
    return evidence, tuple(k for k in dict.fromkeys(absent) if not quotes[k])


def _called_for(answer: Told) -> tuple[str, ...]:
    wanted = CALLED_FOR.get(answer.turn.question.competency, ())
    return (*wanted, "all_parts") if _parts(answer) else wanted


def _surely_absent(kind: str, answer: Told) -> bool:
    """Whether "I did not hear ..." is true of more than the rules."""
    texts = [sentence.text for sentence in answer.sentences]
    if kind == "challenge":
        return False  # an obstacle has a thousand names: 2 of 5 told absent were there
    if kind == "all_parts":
        return True  # its parts are judged by the structure, or not at all
    if kind == "contribution":
        told_so = not answer.turn.analysis.structure.result
        return told_so and silent(kind, texts[-ENDING_SENTENCES:])
    return silent(kind, texts)


def _quotes(kind: str, answer: Told) -> list[Quote]:
    if kind == "all_parts":
        return _all_parts(answer)
    if kind == "challenge":
        return _challenge(answer)
    if kind == "contribution":
        return _contribution(answer)
    return [
        _quote(answer, number)
        for number, sentence in enumerate(answer.sentences)
        if _shows(kind, sentence.text)
    ]


def _shows(kind: str, text: str) -> bool:
    """Whether a sentence tells of a moment of a kind."""
    if kind in GENERAL_IS_NONE and GENERAL.search(text):
        return False
    return bool(SIGNS[kind].search(text))


def _parts(answer: Told) -> tuple[Part, ...]:
    question, structure = answer.turn.question, answer.turn.analysis.structure
    return parts(question.text, structure, answer.sentences)


def _all_parts(answer: Told) -> list[Quote]:
    """What answers the last part, where a question of several parts got all."""
    found = [part.answer for part in _parts(answer)]
    if not found or None in found:
        return []
    return [Quote(stem=answer.turn.stem, passage=p) for p in found[-1:] if p]


def _challenge(answer: Told) -> list[Quote]:
    """Trouble that the speaker met, did something about, and saw the end of."""
    structure = answer.turn.analysis.structure
    if structure.kind != "story" or not (structure.action and structure.result):
        return []
    if all(BAD_END.search(passage.text) for passage in structure.result):
        return []  # met, and not got over
    until = max(answer.deeds, default=-1)
    found = [
        n
        for n, sentence in enumerate(answer.sentences[: until + 1])
        if _troubled(sentence)
    ]
    return [_quote(answer, n) for n in found[:1]]


def _troubled(sentence: Sentence) -> bool:
    """Whether it tells of trouble, and not of what the speaker did about it."""
    text = sentence.text
    if len(sentence.words) < FEWEST_WORDS or STEP.search(text):
        return False
    return bool(TROUBLE.search(text)) and not NO_TROUBLE.search(text)


def _contribution(answer: Told) -> list[Quote]:
    """What came of the speaker's own doing: the last sentence that tells it."""
    structure = answer.turn.analysis.structure
    if structure.kind != "story" or not structure.action:
        return []
    results = [p.text for p in structure.result]
    last = len(answer.sentences) - 1
    holds = [
        n
        for n, sentence in enumerate(answer.sentences)
        if any(text in sentence.text or sentence.text in text for text in results)
        and len(sentence.words) >= FEWEST_WORDS
        and not FURTHER_STEP.search(sentence.text)
    ]
    # Told as an end, or the last word: what stands before was rather a step.
    ends = [n for n in holds if n in answer.told_ends or n == last]
    return [_quote(answer, n) for n in ends[-1:]]


def _quote(answer: Told, number: int) -> Quote:
    return Quote(stem=answer.turn.stem, passage=answer.sentences[number].passage)

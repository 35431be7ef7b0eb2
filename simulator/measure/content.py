"""What an answer speaks of: expected concepts, parts of the question, and the topic.

Concepts come with the question (`a|b|c` are ways to say one) and are looked for by
stem, so "prioritised" is found for "priorities". Words far apart do not make a concept:
a phrase must lie within one sentence, nearly together. Off-topic is said only when a
long answer shares nothing at all with the question, because telling someone who
answered that they did not is worse than saying nothing; with the question text alone
even trained systems reach 49 to 87 % (ETS; science 5.1).
"""

import re
from collections.abc import Sequence

from simulator.records import Answer, Concept, Content, Measurement, Moment, Passage

from .sentences import Sentence, split
from .stems import stems

GAP_WORDS = 2
"""Words that may stand between the words of a concept ("managed a *large* team")."""
QUOTES = 2
"""Sentences quoted for one concept: enough to see it, few enough to read."""
LONG_ENOUGH_WORDS = 60
"""Below this an answer may be on topic without a shared word."""
FEWEST_TERMS = 3
"""A question with fewer key terms cannot show that an answer misses it."""
LOOSE_PREFIX = 5
"""Letters in common that make two stems kin ("communic", "communal"): too little to
find a concept, enough to doubt that an answer is off topic."""

_COMMON = frozenset(
    stems(
        """
        a an the and or but so if then than that this these those there here i me my we
        us our you your he him his she her it its they them their who which what when
        where how why is are am was were be been being have has had do does did done
        will would can could should may might must shall to of in on at by with for
        from as about into over after before up out off down not no yes all any some
        more most very really just also only one two get got go going went make made
        thing things lot time like know think want tell give me us describe share
        please let talk walk through example something someone anything work worked
        working job people person way ever kind question answer most still much many
        well new good own such because while both each other another between during
        need say said take took use used come came see saw situation experience recent
        last different don't i'm it's
        """
    )
)
"""Stems too common to show a topic; "situation" and "example" stand in every
question."""
_PART = re.compile(
    r"(?:\?|;|,?\s+and\s+(?=(?:what|how|why|who|which|when|where|did|would|do|is"
    r"|are)\b)"
    r"|\.\s+(?=(?:what|how|why|who|which|when|where|did|would|do|is|are)\b))",
    re.IGNORECASE,
)
_ASKS_FOR: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"\bwhat did you (?:take|learn)|\blearn|\blesson", re.IGNORECASE),
        re.compile(
            r"\blearn(?:ed|t|ing)?\b|\btaught me\b|\blesson|\bnext time\b"
            r"|\bsince then\b"
            r"|\bnow i\b|\bi now\b|\breali[sz]ed\b|\bin hindsight\b"
            r"|\btook (?:away )?from\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            r"\b(?:what (?:happened|was the (?:result|outcome))|the (?:result|outcome)"
            r"|how did (?:it|that) (?:end|turn out|go))",
            re.IGNORECASE,
        ),
        re.compile(
            r"\bin the end\b|\bas a result\b|\bended\b|\bresult|\boutcome|\bfinally\b"
            r"|\beventually\b|\bturned out\b|\bafter that\b|\bsince\b|\bby the end\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"^\W*(?:and )?why\b", re.IGNORECASE),
        re.compile(
            r"\bbecause\b|\bsince\b|\breason|\bso that\b|\bthat'?s why\b|\bdue to\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\bwhat did you do|\bhow did you\b", re.IGNORECASE),
        re.compile(r"\bi(?:'d)? (?:\w+ly )?\w+(?:ed|t|d|e|k|w|n|g)\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\bwhat would you do differently|\bdo differently", re.IGNORECASE),
        re.compile(
            r"\bdifferent(?:ly)?\b|\bnext time\b|\bi would\b|\bi should have\b"
            r"|\binstead\b",
            re.IGNORECASE,
        ),
    ),
)
"""What a part of a question asks for, and the wording that shows it was answered."""


def judge(answer: Answer) -> Content:
    """Concepts found, each with its sentences, and whether the topic is the question's.

    Without a question there is nothing to look for. Linear in the words of the answer.
    """
    question = answer.question
    if question is None:
        return Content()
    found = split(answer.transcript)
    lines = tuple(stems(one.text) for one in found)
    concepts = tuple(_concept(name, found, lines) for name in question.concepts)
    return Content(
        concepts=concepts,
        parts=question_parts(question.text, found),
        on_topic=_on_topic(question.text, concepts, question.concepts, lines),
    )


def answered(content: Content) -> tuple[Measurement, ...]:
    """parts_answered: how many parts of a question that asks several were answered.

    Shown, never judged: a part is told by its wording, and may be answered in another.
    """
    parts = content.parts
    if not parts:
        return ()
    lost = [part.name for part in parts if not part.found]
    note = f"Of {len(parts)} parts that can be told apart."
    if lost:
        note += " Not heard: " + "; ".join(f"“{name}”" for name in lost) + "."
    return (
        Measurement(
            name="parts_answered",
            title="Parts of the question answered",
            value=float(len(parts) - len(lost)),
            unit=f"of {len(parts)}",
            evidence=tuple(
                Moment(start_s=p.start_s, end_s=p.end_s, label=part.name)
                for part in parts
                for p in part.evidence[:1]
            ),
            note=note,
        ),
    )


def question_parts(question: str, found: Sequence[Sentence]) -> tuple[Concept, ...]:
    """The parts of a question that asks more than one thing, each answered or not.

    Only parts whose answer can be told by its wording are listed (what was learned,
    why, what came of it, what you did); a question with one part gives none.
    """
    pieces = [p.strip(" ,.") for p in _PART.split(question) if p.strip(" ,.")]
    if len(pieces) < 2:
        return ()
    judged: list[Concept] = []
    for piece in pieces:
        shows = next((s for asks, s in _ASKS_FOR if asks.search(piece)), None)
        if shows is not None:
            quotes = [one.passage for one in found if shows.search(one.text)]
            judged.append(
                Concept(name=piece, found=bool(quotes), evidence=tuple(quotes[:QUOTES]))
            )
    return tuple(judged)


def _concept(
    name: str, found: Sequence[Sentence], lines: Sequence[tuple[str, ...]]
) -> Concept:
    wordings = [w for w in (stems(way) for way in name.split("|")) if w]
    quotes: list[Passage] = []
    for one, line in zip(found, lines, strict=True):
        if any(_holds(line, wording) for wording in wordings):
            quotes.append(one.passage)
    return Concept(
        name=name.split("|")[0].strip(),
        found=bool(quotes),
        evidence=tuple(quotes[:QUOTES]),
    )


def _holds(line: Sequence[str], wording: Sequence[str]) -> bool:
    """Whether the stems of a wording stand in a sentence in order and nearly
    together."""
    for start, one in enumerate(line):
        if one != wording[0]:
            continue
        at = start
        for wanted in wording[1:]:
            reach = line[at + 1 : at + 2 + GAP_WORDS]
            if wanted not in reach:
                break
            at += 1 + reach.index(wanted)
        else:
            return True
    return False


def _on_topic(
    question: str,
    concepts: Sequence[Concept],
    wordings: Sequence[str],
    lines: Sequence[tuple[str, ...]],
) -> bool | None:
    said = {s for line in lines for s in line} - _COMMON
    terms = set(stems(question)) - _COMMON
    expected = {s for w in wordings for s in stems(w.replace("|", " "))} - _COMMON
    found = sum(c.found for c in concepts)
    if found >= 2 or (found and terms & said) or len(terms & said) >= 2:
        return True
    if sum(len(line) for line in lines) < LONG_ENOUGH_WORDS:
        return None
    known = terms | expected
    if len(known) < FEWEST_TERMS or not concepts:
        return None
    kin = {s[:LOOSE_PREFIX] for s in known} & {s[:LOOSE_PREFIX] for s in said}
    return None if kin else False

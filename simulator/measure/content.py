"""What an answer speaks of: expected concepts, and the topic.

Which parts of a question were answered is told by `asked_parts`, since it takes the
structure.

Concepts come with the question (`a|b|c` are ways to say one) and are looked for by
stem, so "prioritised" is found for "priorities". Words far apart do not make a concept:
a phrase must lie within one sentence, nearly together. Off-topic is said only when a
long answer shares nothing at all with the question, because telling someone who
answered that they did not is worse than saying nothing; with the question text alone
even trained systems reach 49 to 87 % (ETS; science 5.1).
"""

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


PARTS_ANSWERED = "parts_answered"


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
            name=PARTS_ANSWERED,
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

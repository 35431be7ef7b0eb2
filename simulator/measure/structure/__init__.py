"""How an answer is built, judged by rule, each finding with the words that show it.

No model is asked. Clauses with their subject, tense and wording are weighed (`star`,
`shapes`), the kind of answer is told from their majority (`kind`), and a level with
its one gap follows by rule (`level`). So every mark can be traced to a moment, the
same answer always gets the same marks, and nothing leaves the machine.
"""

from collections.abc import Iterable, Sequence

from simulator.measure.sentences import sentence, split, spoken
from simulator.records import Answer, Passage, Question, QuestionKind, Structure, Word

from . import guard, lexicon, shape_lexicon, star
from .clauses import Clause, clauses
from .detail import detail
from .faint import faint
from .kind import kind as kind_of
from .kind import signs, told_in_present
from .level import GAPS, Found, shape_level, star_level
from .shapes import EXPECTED, SHAPE_OF_KIND, parts, shape_of

__all__ = ["GAPS", "guess_kind", "judge"]

DOUBTFUL_SHARE = 0.15
"""Above this share of doubtful words what was not found may have been said all the same
(about where a transcript stops being readable as a text)."""
POINT_FIRST_WITHIN = 0.34
"""The answer to an opinion question should come within its first third."""


def judge(answer: Answer) -> Structure:
    """The structure of an answer; empty where there is nothing to judge.

    Works on spoken and written answers; of written ones all times are None. Linear in
    the number of words.
    """
    words = spoken(answer.transcript)
    found = guard.sayable(split(answer.transcript), answer.question)
    asked = answer.question.kind if answer.question else None
    if not found or guard.salad(answer):
        return _empty(answer.question)
    lines = clauses(words, found)
    kind = kind_of(lines, asked)
    words_asked = answer.question.text if answer.question else ""
    shape = shape_of(asked, words_asked) if asked else SHAPE_OF_KIND[kind]
    episode = star.Star()
    if kind == "story":
        blunder = bool(
            answer.question and lexicon.BLUNDER.search(answer.question.text.lower())
        )
        episode = star.find(lines, told_in_present(signs(lines)), blunder=blunder)
    held = parts(shape, lines)
    present = episode.present() if shape == "star" else tuple(held)
    missing = tuple(name for name in EXPECTED[shape] if name not in present)
    level, gap = _level(shape, kind, lines, (episode, held))
    doubtful = _doubtful_share(words) > DOUBTFUL_SHARE

    def quoted(numbers: Iterable[int]) -> tuple[Passage, ...]:
        return passages(words, lines, numbers)

    return Structure(
        kind=kind,
        shape=shape,
        level=level,
        situation=quoted(episode.situation),
        task=quoted(episode.task),
        action=quoted(episode.action),
        result=quoted(episode.result),
        parts={name: quoted(numbers) for name, numbers in held.items()},
        missing=() if doubtful else missing,
        uncertain=missing if doubtful else (),
        faint=faint(missing, lines, kind, shape),
        gap=gap,
    )


def passages(
    words: Sequence[Word], lines: Sequence[Clause], numbers: Iterable[int]
) -> tuple[Passage, ...]:
    """The clauses of these numbers as quotes; neighbours in a sentence become one."""
    runs: list[list[int]] = []
    for n in sorted(set(numbers)):
        joins = runs and runs[-1][-1] == n - 1
        if joins and lines[n].sentence == lines[n - 1].sentence:
            runs[-1].append(n)
        else:
            runs.append([n])
    quotes = []
    for run in runs:
        indices = dict.fromkeys(i for n in run for i in lines[n].words)
        quotes.append(sentence(words, tuple(indices)).passage)
    return tuple(quotes)


def guess_kind(question: str) -> QuestionKind:
    """The kind of a question that came without one (`analyze --question`)."""
    text = question.lower().replace("’", "'")
    for pattern, kind in shape_lexicon.QUESTION_KINDS:
        if pattern.search(text):
            return kind
    return "story"


def _level(
    shape: str,
    kind: str,
    lines: Sequence[Clause],
    held: tuple[star.Star, dict[str, tuple[int, ...]]],
) -> tuple[int | None, str]:
    """Level and gap; none where no question and no kind say what was wanted."""
    episode, other = held
    if not shape:
        return None, ""
    if shape == "star":
        return star_level(
            Found(
                kind=kind,
                parts=episode.present(),
                own_action=bool(episode.action),
                ours=bool(episode.ours),
                quantified=bool(episode.quantified),
                detail=detail(lines),
            )
        )
    point = other.get("point", ())
    asked = other.get("questions", ())
    return shape_level(
        shape,
        Found(
            kind=kind,
            parts=tuple(other),
            detail=detail(lines),
            point_first=not point or lines[point[0]].place <= POINT_FIRST_WITHIN,
            questions=len(asked),
            open_questions=sum(
                bool(shape_lexicon.OPEN_QUESTION.search(lines[n].text)) for n in asked
            ),
        ),
    )


def _empty(question: Question | None) -> Structure:
    shape = shape_of(question.kind, question.text) if question else ""
    return Structure(shape=shape, missing=EXPECTED.get(shape, ()))


def _doubtful_share(words: Sequence[Word]) -> float:
    real = [w for w in words if w.kind == "word"]
    return sum(w.doubtful for w in real) / len(real) if real else 0.0

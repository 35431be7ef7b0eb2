"""Scores of one answer as the page shows them, and whether the tool is still hidden."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..casebook.agreement_over import tool_says
from ..coach.case import STAR
from ..records import Turn
from ..studio import scores
from ..studio.rubric import Rubric, Scale
from ..studio.scores import Score


@dataclass(frozen=True)
class Step:
    """One step of a scale."""

    value: int
    anchor: str
    chosen: bool


@dataclass(frozen=True)
class ScaleView:
    """One scale with what this coach gave, and what others and the tool said."""

    id: str
    title: str
    look_for: str
    steps: tuple[Step, ...]
    value: int | None
    blind: bool
    others: tuple[tuple[str, int], ...]
    """(coach, value); empty until this coach has scored."""
    tool: int | None
    """The tool's own step, where it judges the same thing; None while hidden."""


@dataclass(frozen=True)
class Sheet:
    """The rubric's sheet of one answer."""

    rubric: str
    title: str
    scales: tuple[ScaleView, ...]
    done: bool
    """Whether this coach has scored every scale."""
    hidden: bool
    """Whether the tool's judgement is kept back: blind, and not all scored yet."""
    given: int


def sheet(
    rubric: Rubric, turn: Turn, entries: Iterable[Score], coach: str, blind: bool
) -> Sheet:
    """The sheet of one answer.

    Args:
        rubric: its scales.
        turn: the answer.
        entries: scores of all coaches of the session.
        coach: who looks at it.
        blind: whether they want to judge before they see what the tool judged.
    """
    mine: dict[str, Score] = {}
    others: dict[str, list[tuple[str, int]]] = {}
    for (who, stem, of, scale), score in scores.latest(entries).items():
        if stem != turn.stem or of != rubric.id or score.value is None:
            continue
        if who == coach:
            mine[scale] = score
        else:
            others.setdefault(scale, []).append((who, score.value))
    done = all(scale.id in mine for scale in rubric.scales)
    hidden = blind and not done
    return Sheet(
        rubric=rubric.id,
        title=rubric.title,
        scales=tuple(
            _scale(scale, mine.get(scale.id), others.get(scale.id, []), turn, hidden)
            for scale in rubric.scales
        ),
        done=done,
        hidden=hidden,
        given=len(mine),
    )


def parts_of(turn: Turn) -> tuple[tuple[str, float, float], ...]:
    """(part, start_s, end_s) of the structure, in order of time."""
    if turn.analysis.verdict != "assessable":
        return ()
    structure = turn.analysis.structure
    named = [(name, getattr(structure, name)) for name in STAR]
    named += list(structure.parts.items())
    found = [
        (name, passage.start_s, passage.end_s)
        for name, passages in named
        for passage in passages
        if passage.start_s is not None and passage.end_s is not None
    ]
    return tuple(sorted(found, key=lambda span: span[1:]))


def _scale(
    scale: Scale,
    mine: Score | None,
    others: list[tuple[str, int]],
    turn: Turn,
    hidden: bool,
) -> ScaleView:
    value = mine.value if mine else None
    return ScaleView(
        id=scale.id,
        title=scale.title,
        look_for=scale.look_for,
        steps=tuple(
            Step(n, scale.anchors.get(n, ""), n == value)
            for n in range(scores.LOWEST, scores.HIGHEST + 1)
        ),
        value=value,
        blind=bool(mine and mine.blind),
        others=tuple(others) if mine and not hidden else (),
        tool=None if hidden or mine is None else tool_says(scale, turn),
    )

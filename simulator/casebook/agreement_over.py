"""How far coaches agree with each other, and with the program, over a folder."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from ..errors import SessionError
from ..keep import FolderStore
from ..records import Turn
from ..studio import rubric, scores
from ..studio.agreement import Agreement, agreement
from ..studio.rubric import Rubric, Scale
from ..studio.scores import Score

TOOL = "The program"


@dataclass(frozen=True)
class Agreed:
    """Two judges on one scale."""

    one: str
    other: str
    scale: str
    """Its title."""
    agreement: Agreement


def over(store: FolderStore, extra: Iterable[Rubric] = ()) -> tuple[Agreed, ...]:
    """Every two judges who scored the same answers, scale by scale.

    Against the program only scores count that were given before its judgement was seen.

    Args:
        store: the sessions.
        extra: rubrics beside those that are found by name.
    """
    scales = {
        (one.id, scale.id): scale
        for one in (*rubric.available(), *extra)
        for scale in one.scales
    }
    pairs: dict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    for id in (head.id for head in store.summaries()):
        for (one, other, scale), pair in _of_session(store, id, scales):
            pairs[one, other, scale].append(pair)
    return tuple(
        Agreed(one, other, scale, agreement(found))
        for (one, other, scale), found in sorted(pairs.items())
    )


_Found = Iterator[tuple[tuple[str, str, str], tuple[int, int]]]


def _of_session(
    store: FolderStore, id: str, scales: dict[tuple[str, str], Scale]
) -> _Found:
    try:
        latest = scores.latest(scores.read(store.folder(id)))
        turns = {t.stem: t for t in store.load(id).turns} if latest else {}
    except SessionError:
        return
    by_thing: dict[tuple[str, str, str], list[Score]] = defaultdict(list)
    for (_, stem, of, scale), score in latest.items():
        if (of, scale) in scales:
            by_thing[stem, of, scale].append(score)
    for (stem, of, scale), given in by_thing.items():
        title = scales[of, scale].title
        ordered = sorted(given, key=lambda score: score.coach)
        for a, b in combinations(ordered, 2):
            yield (a.coach, b.coach, title), (a.value or 0, b.value or 0)
        tool = tool_says(scales[of, scale], turns.get(stem))
        for score in ordered:
            if tool is not None and score.blind:
                yield (score.coach, TOOL, title), (score.value or 0, tool)


def tool_says(scale: Scale, turn: Turn | None) -> int | None:
    """The program's step on a scale that it judges too."""
    if turn is None or turn.analysis.verdict != "assessable":
        return None
    return turn.analysis.structure.level if scale.tool == "structure_level" else None

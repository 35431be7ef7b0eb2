"""The interviewer's side: competencies on five anchored steps, with what was said.

Kept as a structured interview keeps it (US OPM's guide): each competency apart, the
same anchors for all, equal weights, evidence under every rating, and "not enough
evidence" where an answer cannot carry one. What is proposed follows by rule from how
the answers are built; the human may rate otherwise, and both stay visible. It describes
answers; it predicts nothing about work, and nothing about being hired.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..records import Passage, Quote, Session, Turn
from . import scorecard_job
from .case import STAR

ANCHORS = {
    1: "no example was given",
    2: "it was spoken of in general",
    3: "one real time, whose action or result is not clear",
    4: "one real time with own action and a result",
    5: "the same, with a result that is measured or clearly described",
}
"""Of stories, and of what a job asks for."""

OTHER_ANCHORS = {
    1: "the question was not answered",
    2: "it was answered in general words",
    3: "it was answered, with something missing",
    4: "it was answered, with something that only this speaker could say",
    5: "the same, with all its parts",
}
"""Of answers that need no story: a motivation, an opinion."""
ANYBODYS = 3
"""At most, for a motivation that praises the company in words that fit any."""

NOT_ENOUGH = "not enough evidence"
QUOTES = 3
QUOTED_WORDS = 24
NOT_COMPETENCIES = frozenset(["", "introduction", "your questions"])


@dataclass(frozen=True)
class Row:
    """One competency."""

    competency: str
    proposed: int | None
    given: int | None
    """The human's own rating, if there is one."""
    anchor: str
    quotes: tuple[Quote, ...]
    story: bool = True
    """Whether the steps of a story hold, or those of other answers."""

    @property
    def rating(self) -> int | None:
        """The human's, else the proposal."""
        return self.given if self.given is not None else self.proposed


@dataclass(frozen=True)
class Scorecard:
    """All competencies of a session."""

    rows: tuple[Row, ...]

    @property
    def together(self) -> str:
        """All ratings with equal weights, as a band: decimals would feign precision."""
        rated = [row.rating for row in self.rows if row.rating is not None]
        if not rated:
            return "No competency has enough evidence for a rating."
        mean = sum(rated) / len(rated)
        low, high = math.floor(mean), math.ceil(mean)
        band = f"{low}" if low == high else f"between {low} and {high}"
        open_ = len(self.rows) - len(rated)
        rest = f"; {open_} without enough evidence" if open_ else ""
        return f"With equal weights {band} of 5, over {len(rated)} rated{rest}."


def scorecard(session: Session) -> Scorecard:
    """The scorecard of a session, with the human's ratings where there are any."""
    by_requirement = scorecard_job.questions_of(session)
    by_competency: dict[str, list[Turn]] = {}
    for turn in session.answers:
        name = turn.question.competency
        rated = turn.question.kind != "asking" and name not in NOT_COMPETENCIES
        if rated and turn.question.id not in by_requirement:
            by_competency.setdefault(name, []).append(turn)
    asked = [
        _row(session, one.name, one.proposed, one.quotes or _quoted(_last(one.turns)))
        for one in scorecard_job.evidence(session, _level)
    ]
    others = [_of(name, turns, session) for name, turns in by_competency.items()]
    return Scorecard((*asked, *others))


def _of(name: str, turns: Sequence[Turn], session: Session) -> Row:
    """A competency that questions asked for, by how their answers are built."""
    capped = _praised(session) if name == "motivation" else frozenset()
    last = _last(turns)
    levels = {turn.stem: level for turn in last if (level := _level(turn)) is not None}
    held = [min(n, ANYBODYS) if stem in capped else n for stem, n in levels.items()]
    proposed = math.floor(sum(held) / len(held) + 0.5) if held else None
    # What carries no rating is quoted only where nothing does: for the human's own.
    shown = [turn for turn in last if turn.stem in levels] or last
    story = all(turn.question.kind == "story" for turn in shown)
    return _row(session, name, proposed, _quoted(shown), story)


def _last(turns: Sequence[Turn]) -> list[Turn]:
    """Of each question the last attempt; the last that carries a rating, if one does.

    Two attempts are one answer and its rehearsal, not two pieces of evidence.
    """
    last: dict[str, Turn] = {}
    for turn in turns:
        before = last.get(turn.question.id)
        if before is None or _level(turn) is not None or _level(before) is None:
            last[turn.question.id] = turn
    return list(last.values())


def _row(
    session: Session,
    name: str,
    proposed: int | None,
    quotes: Sequence[Quote],
    story: bool = True,
) -> Row:
    given = session.ratings.get(name)
    rating = given if given is not None else proposed
    anchors = ANCHORS if story else OTHER_ANCHORS
    return Row(
        competency=name,
        proposed=proposed,
        given=given,
        anchor=anchors[rating] if rating else NOT_ENOUGH,
        quotes=tuple(quotes[:QUOTES]),
        story=story,
    )


def _praised(session: Session) -> frozenset[str]:
    """Answers that praise the company, and use nothing that is only of this one."""
    found = session.findings
    if found is None:
        return frozenset()
    facts = {quote.stem for quote in found.company_facts}
    return frozenset(q.stem for q in found.generic_praise) - facts


def _level(turn: Turn) -> int | None:
    analysis = turn.analysis
    sure = analysis.verdict == "assessable" and turn.ended_by != "skip"
    if not sure or analysis.content.on_topic is False:
        return None
    if analysis.structure.uncertain:
        return None  # what was not understood may be what the rating hangs on
    return analysis.structure.level


def _quoted(turns: Sequence[Turn]) -> list[Quote]:
    """What stands under a rating: the best of each answer before the second best."""
    ranks = zip_longest(*(_quotes(turn) for turn in turns))
    return [quote for rank in ranks for quote in rank if quote is not None]


def _quotes(turn: Turn) -> list[Quote]:
    """What the rating rests on: the result first, then what was done, then the rest."""
    structure = turn.analysis.structure
    star = [p for name in reversed(STAR) for p in getattr(structure, name)[:1]]
    other = [p for passages in structure.parts.values() for p in passages[:1]]
    found = star or other or _beginning(turn)
    return [Quote(stem=turn.stem, passage=passage) for passage in found[:QUOTES]]


def _beginning(turn: Turn) -> list[Passage]:
    """The first words of an answer in which no part was found."""
    words = [w for w in turn.transcript.words if w.kind == "word"][:QUOTED_WORDS]
    if not words:
        return []
    text = " ".join(w.text.strip() for w in words)
    return [Passage(text=text, start_s=words[0].start_s, end_s=words[-1].end_s)]

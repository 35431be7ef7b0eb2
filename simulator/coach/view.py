"""One answer as the report shows it: sentences, times and numbers, nothing to decide.

Templates only lay out what stands here. Measurements pass through as they come, so a
new measure appears in the table (and as a curve, if it brings one) with no change.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from ..records import Advice, Concept, Filler, Moment, Turn
from . import content_gaps, marks, timelines, units
from .case import STAR, Case, from_turn
from .measures import MeasureRow
from .measures import rows as measure_rows
from .parts import heard_as
from .stretches import Stretch, stretch, stretches
from .times import clock

LONGEST_PAUSES = 8
"""Rows of the table of pauses; the timeline shows all of them."""

PART_TITLES = {
    "situation": "Situation",
    "task": "Task",
    "action": "Action",
    "result": "Result",
}


@dataclass(frozen=True)
class Remark:
    """A sentence with the moments that earned it."""

    text: str
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True)
class Quote:
    """A passage of the answer."""

    text: str
    stretch: Stretch | None


@dataclass(frozen=True)
class Part:
    """One part of the answer's structure."""

    title: str
    kind: str
    quotes: tuple[Quote, ...]
    lasted: str
    """How long it took in all, "" where that is unknown."""
    note: str
    """What is said, kindly, where the part was not found."""


@dataclass(frozen=True)
class FillerRow:
    """One filler, and why it was counted or not."""

    text: str
    what: str
    counted: str
    why: str
    stretch: Stretch | None


@dataclass(frozen=True)
class PauseRow:
    """One pause."""

    length: str
    place: str
    stretch: Stretch


@dataclass(frozen=True)
class AnswerView:
    """One question and its answer, ready to be laid out.

    What takes long for a long answer is laid out where a page asks for it, once.
    """

    case: Case
    id: str
    number: str
    question: str
    audio: str | None
    length: str
    assessable: bool
    headline: str
    strength: Remark | None
    fact: str
    gap: str
    advice: tuple[Remark, ...]
    next_step: str
    compared: str
    follow_up: str
    """The follow-up question, "" where none was asked."""
    replied_at: str
    """Where the reply to it begins, as a clock; "" if unknown."""
    warnings: tuple[str, ...]
    content_only: bool
    """Nothing about how it was spoken is shown."""
    cut_off: str
    """What is owed to somebody who was cut off, "" where nobody was."""
    parts: tuple[Part, ...]
    concepts: tuple[tuple[str, bool], ...]
    level: int | None
    level_gap: str
    measures: tuple[MeasureRow, ...]
    more_measures: tuple[MeasureRow, ...]
    """Those without a usual range; folded away, for there are many."""

    @cached_property
    def paragraphs(self) -> tuple[marks.Paragraph, ...]:
        """What was said."""
        return marks.paragraphs(self.case.transcript, self.case.analysis)

    @cached_property
    def fillers(self) -> tuple[FillerRow, ...]:
        """Each filler that was heard, counted or not."""
        return tuple(filler(f) for f in self.case.analysis.fillers)

    @cached_property
    def pauses(self) -> tuple[PauseRow, ...]:
        """The longest."""
        return _pauses(self.case)

    @cached_property
    def curves(self) -> tuple[timelines.CurvePlot, ...]:
        """What changed through the answer."""
        return timelines.curves(self.case)

    @cached_property
    def timeline(self) -> timelines.Timeline | None:
        """Structure, fillers and pauses through the answer."""
        return timelines.timeline(self.case)


def answer(turn: Turn, number: int, place: int) -> AnswerView:
    """Everything the report shows about one turn.

    Args:
        turn: what was asked and answered.
        number: of the question, counted from 1.
        place: of the turn in the session, counted from 1.
    """
    case, analysis, told = from_turn(turn), turn.analysis, turn.feedback
    structure = analysis.structure
    tries = "" if turn.attempt == 1 else f", try {turn.attempt}"
    rows = measure_rows(case)
    return AnswerView(
        case=case,
        id=f"answer-{place}",
        number=f"{number}{tries}",
        question=turn.question.text.strip() or "No question was given",
        audio=audio_source(turn.audio),
        length=clock(turn.duration_s) if turn.duration_s is not None else "",
        assessable=case.assessable,
        headline=told.headline,
        strength=_remark(told.strength) if told.strength else None,
        fact="" if told.strength else told.headline.split(";")[0],
        gap=_gap(case, turn),
        advice=tuple(_remark(advice) for advice in told.advice),
        next_step=told.next_step,
        compared=turn.compared,
        follow_up=turn.follow_up,
        replied_at=clock(turn.follow_up_at_s) if turn.follow_up_at_s else "",
        warnings=analysis.warnings,
        content_only=analysis.withheld is not None,
        cut_off=_cut_off(turn),
        parts=_parts(case) if case.assessable else (),
        concepts=tuple((c.name.split("|")[0], c.found) for c in _concepts(case)),
        level=structure.level if case.assessable else None,
        level_gap=structure.gap,
        measures=rows[0],
        more_measures=rows[1],
    )


def _cut_off(turn: Turn) -> str:
    """The fault is ours, so it is said, with what to do about it."""
    times = {1: "once", 2: "twice"}
    if turn.cut_offs:
        often = times.get(turn.cut_offs, f"{turn.cut_offs} times")
        return (
            f"I took a pause of yours for the end {often}, and you went on: it is kept "
            "as one answer. A larger `--patience` waits longer."
        )
    if turn.would_cut:
        often = times.get(turn.would_cut, f"{turn.would_cut} times")
        return f"Live, I would have taken a pause in it for the end {often}."
    return ""


def audio_source(name: str | None) -> str | None:
    """The recording beside the page; only its file name, and no other scheme."""
    if not name:
        return None
    bare = PurePosixPath(PureWindowsPath(name).name).name
    return f"./{quote(bare)}" if bare not in ("", ".", "..") else None


def _remark(advice: Advice) -> Remark:
    return Remark(advice.text, stretches(advice.evidence))


def _gap(case: Case, turn: Turn) -> str:
    """The gap without its next step, which stands beside it."""
    if not turn.feedback.advice:
        return ""
    text = turn.feedback.advice[0].text
    return text.removesuffix(turn.feedback.next_step).strip()


def _concepts(case: Case) -> tuple[Concept, ...]:
    return case.analysis.content.concepts if case.assessable else ()


def _parts(case: Case) -> tuple[Part, ...]:
    structure = case.analysis.structure
    lacking = (*structure.missing, *structure.uncertain)
    names = [name for name in STAR if case.part(name) or name in lacking]
    names += [*structure.parts, *(n for n in lacking if n not in STAR)]
    return tuple(_one_part(case, name) for name in dict.fromkeys(names))


def _one_part(case: Case, name: str) -> Part:
    quotes = tuple(
        Quote(p.text, stretch(Moment(start_s=p.start_s, end_s=p.end_s)))
        for p in case.part(name)
    )
    title = PART_TITLES.get(name, name.replace("_", " ").capitalize())
    kind = name if name in STAR else "other"
    note = "" if quotes else _not_found(case, name)
    return Part(title, kind, quotes, _lasted(quotes), note)


def _not_found(case: Case, name: str) -> str:
    """As sure as the judge is: that nothing was found does not make it absent."""
    heard = heard_as(name)[0]
    if name in case.analysis.structure.uncertain:
        return f"I could not make out {heard}. It may well be there."
    if content_gaps.faint(case, name) or content_gaps.faint(case, "episode"):
        return f"I am not sure I heard {heard}. It may well be there."
    return f"I did not hear {heard}."


def _lasted(quotes: tuple[Quote, ...]) -> str:
    known = [q.stretch for q in quotes if q.stretch]
    if not known:
        return ""
    return units.amount(round(sum(s.end_s - s.start_s for s in known)), "s")


def filler(found: Filler) -> FillerRow:
    """A filler, where it is, and why it was counted or not."""
    label = f"“{found.text}”"
    where = stretch(Moment(start_s=found.start_s, end_s=found.end_s, label=label))
    counted = "counted" if found.counted else "shown, not counted"
    why = found.why[:1].upper() + found.why[1:] or {
        "sure": "Heard as a word of its own.",
        "probable": "It sounds like one.",
        "possible": "It may be one.",
    }.get(found.certainty, "")
    what = "sound" if found.kind == "filled_pause" else "word"
    return FillerRow(found.text, what, counted, why, where)


def _pauses(case: Case) -> tuple[PauseRow, ...]:
    longest = sorted(case.analysis.pauses, key=lambda p: p.start_s - p.end_s)
    rows = []
    for pause in sorted(longest[:LONGEST_PAUSES], key=lambda p: p.start_s):
        inside = pause.place == "mid_clause"
        place = "inside a sentence" if inside else "between two sentences"
        length = f"{pause.end_s - pause.start_s:.1f} seconds"
        where = Stretch(pause.start_s, pause.end_s, f"pause of {length}")
        rows.append(PauseRow(length, place, where))
    return tuple(rows)

"""One answer as the report shows it: sentences, times and numbers, nothing to decide.

Templates only lay out what stands here. Measurements pass through as they come, so a
new measure appears in the table (and as a curve, if it brings one) with no change.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from ..records import Advice, Concept, Filler, Measurement, Moment, Turn
from . import marks, timelines, units
from .case import STAR, Case, from_turn
from .definitions import definition
from .parts import heard_as
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
class Stretch:
    """A moment with a play button."""

    start_s: float
    end_s: float
    label: str

    @property
    def at(self) -> str:
        """0:40–1:10, or 0:40."""
        start, end = clock(self.start_s), clock(self.end_s)
        return start if start == end else f"{start}–{end}"


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
class MeasureRow:
    """One measure in everyday words."""

    title: str
    value: str
    interval: str
    usual: str
    band: str
    band_words: str
    definition: str
    note: str
    stretches: tuple[Stretch, ...]
    strip: timelines.Strip | None


@dataclass(frozen=True)
class AnswerView:
    """One question and its answer, ready to be laid out."""

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
    warnings: tuple[str, ...]
    paragraphs: tuple[marks.Paragraph, ...]
    parts: tuple[Part, ...]
    concepts: tuple[tuple[str, bool], ...]
    level: int | None
    level_gap: str
    fillers: tuple[FillerRow, ...]
    pauses: tuple[PauseRow, ...]
    measures: tuple[MeasureRow, ...]
    curves: tuple[timelines.CurvePlot, ...]
    timeline: timelines.Timeline | None


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
    measures = analysis.measurements
    return AnswerView(
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
        warnings=analysis.warnings,
        paragraphs=marks.paragraphs(turn.transcript, analysis),
        parts=_parts(case) if case.assessable else (),
        concepts=tuple((c.name.split("|")[0], c.found) for c in _concepts(case)),
        level=structure.level if case.assessable else None,
        level_gap=structure.gap,
        fillers=tuple(_filler(f) for f in analysis.fillers),
        pauses=_pauses(case),
        measures=tuple(_measure(m, case.assessable) for m in measures),
        curves=timelines.curves(case),
        timeline=timelines.timeline(case),
    )


def audio_source(name: str | None) -> str | None:
    """The recording beside the page; only its file name, and no other scheme."""
    if not name:
        return None
    bare = PurePosixPath(PureWindowsPath(name).name).name
    return f"./{quote(bare)}" if bare not in ("", ".", "..") else None


def _stretch(moment: Moment) -> Stretch | None:
    if moment.start_s is None or moment.end_s is None:
        return None
    return Stretch(moment.start_s, moment.end_s, moment.label)


def _stretches(moments: tuple[Moment, ...]) -> tuple[Stretch, ...]:
    return tuple(found for m in moments if (found := _stretch(m)))


def _remark(advice: Advice) -> Remark:
    return Remark(advice.text, _stretches(advice.evidence))


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
        Quote(p.text, _stretch(Moment(start_s=p.start_s, end_s=p.end_s)))
        for p in case.part(name)
    )
    title = PART_TITLES.get(name, name.replace("_", " ").capitalize())
    kind = name if name in STAR else "other"
    note = ""
    if not quotes and name in case.analysis.structure.uncertain:
        note = f"I could not make out {heard_as(name)[0]}. It may well be there."
    elif not quotes:
        note = f"I did not hear {heard_as(name)[0]}."
    return Part(title, kind, quotes, note)


def _filler(filler: Filler) -> FillerRow:
    sound = filler.kind == "filled_pause"
    stretch = None
    if filler.start_s is not None and filler.end_s is not None:
        stretch = Stretch(filler.start_s, filler.end_s, f"“{filler.text}”")
    counted = "counted" if filler.counted else "shown, not counted"
    why = filler.why or {
        "sure": "Heard as a word of its own.",
        "probable": "It sounds like one.",
        "possible": "It may be one.",
    }.get(filler.certainty, "")
    what = "sound" if sound else "word"
    return FillerRow(filler.text, what, counted, why, stretch)


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


def _measure(m: Measurement, judged: bool) -> MeasureRow:
    shown = m if judged else m.model_copy(update={"graded": False})
    interval = ""
    if m.value is not None and m.low is not None and m.high is not None:
        low, high = units.figure(m.low, m.unit), units.figure(m.high, m.unit)
        interval = f"likely between {low} and {high}"
    return MeasureRow(
        title=m.title,
        value="unknown" if m.value is None else units.amount(m.value, m.unit),
        interval=interval,
        usual=units.usual(m),
        band=units.band(shown),
        band_words=units.band_words(shown) if m.value is not None else "",
        definition=definition(m.name),
        note=m.note,
        stretches=_stretches(m.evidence)[:5],
        strip=timelines.strip(shown),
    )

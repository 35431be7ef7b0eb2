"""What is measured about one answer, each number with the moments behind it."""

from typing import Literal

from pydantic import Field

from .spoken import Moment, Record, Verdict, Why


class Filler(Record):
    """A filled pause or a discourse marker, at its moment."""

    text: str
    start_s: float | None
    end_s: float | None
    kind: Literal["filled_pause", "discourse_marker"]
    certainty: Literal["sure", "probable", "possible"]
    why: str = ""
    """What was seen and heard, in everyday words."""

    @property
    def counted(self) -> bool:
        """Whether it enters a score: a filled pause that is sure or probable."""
        return self.kind == "filled_pause" and self.certainty != "possible"


class Event(Record):
    """A repair of speech that is not a filler and is never judged as one."""

    kind: Literal["repetition", "restart", "cut_off", "prolongation"]
    text: str
    start_s: float | None
    end_s: float | None


class Pause(Record):
    """A silence inside the answer."""

    start_s: float
    end_s: float
    place: Literal["mid_clause", "clause_end"]


class Passage(Record):
    """A sentence of the answer, quoted as evidence."""

    text: str
    start_s: float | None
    end_s: float | None


class Structure(Record):
    """How the answer is built. Empty where the answer is not assessable."""

    kind: Literal["story", "pseudo_story", "self_description", "opinion", "other"] = (
        "other"
    )
    shape: str = ""
    """star, present_past_future, prep, options_criteria_choice, questions, ..."""
    level: int | None = Field(default=None, ge=1, le=5)
    situation: tuple[Passage, ...] = ()
    task: tuple[Passage, ...] = ()
    action: tuple[Passage, ...] = ()
    result: tuple[Passage, ...] = ()
    parts: dict[str, tuple[Passage, ...]] = Field(default_factory=dict)
    """Parts of shapes other than STAR, e.g. {"present": [...], "past": [...]}."""
    missing: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    faint: tuple[str, ...] = ()
    """Missing parts of which there are signs, too weak to quote: not asked for."""
    gap: str = ""
    """The one thing that keeps the answer from the next level, a sentence."""


class Concept(Record):
    """One thing the question was expected to bring up."""

    name: str
    found: bool
    evidence: tuple[Passage, ...] = ()


class Content(Record):
    """What the answer speaks of."""

    concepts: tuple[Concept, ...] = ()
    parts: tuple[Concept, ...] = ()
    """Parts of a question that asks several things, each answered (found) or not."""
    on_topic: bool | None = None
    """None where it cannot be told."""


class Measurement(Record):
    """One number about an answer. Generic: report, page and tables show any of them."""

    name: str
    title: str
    """In everyday words, e.g. "Speaking pace"."""
    value: float | None
    """None where it cannot be known, never 0 instead."""
    unit: str
    low: float | None = None
    high: float | None = None
    """95 % interval of the value, where few events were seen."""
    graded: bool = False
    """False where it is shown but not judged (too little speech, no band)."""
    doubtful: bool = False
    """Whether the recording makes the value itself doubtful (noise, two voices): then
    no interval makes it sure, and nobody is told anything by it."""
    good_low: float | None = None
    good_high: float | None = None
    red_low: float | None = None
    red_high: float | None = None
    """Below/above these it is worth a remark; between good and red is amber."""
    evidence: tuple[Moment, ...] = ()
    series: tuple[tuple[float, float], ...] = ()
    """(time_s, value) through the answer, where a curve says more."""
    note: str = ""
    """A sentence for the reader, e.g. why it is not graded."""


class Withheld(Record):
    """What was measured of the delivery where only content is judged."""

    fillers: tuple[Filler, ...] = ()
    events: tuple[Event, ...] = ()
    pauses: tuple[Pause, ...] = ()
    measurements: tuple[Measurement, ...] = ()


class Analysis(Record):
    """Everything measured about one answer."""

    verdict: Verdict
    why: Why = ""
    fillers: tuple[Filler, ...] = ()
    events: tuple[Event, ...] = ()
    pauses: tuple[Pause, ...] = ()
    structure: Structure = Structure()
    content: Content = Content()
    measurements: tuple[Measurement, ...] = ()
    warnings: tuple[str, ...] = ()
    """Sentences about the recording itself: noise, clipping, a very low level."""
    withheld: Withheld | None = None
    """Delivery, where only content is judged: kept, and neither judged nor shown. The
    fields of the same names are then without it."""

    def measurement(self, name: str) -> Measurement | None:
        """The measurement of that name, or None."""
        return next((m for m in self.measurements if m.name == name), None)

"""What one system did on all recordings, kept by group."""

from collections import defaultdict
from dataclasses import dataclass, field

from . import scoring
from .scoring import Hits, Rate
from .speech import Output, Recording


@dataclass
class Tally:
    """Filled pauses, words and time of one system."""

    hits: dict[str, Hits] = field(default_factory=dict)
    """By source: all mixes of a recording are one draw of the bootstrap."""
    groups: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Sources of a folder, and of a first language."""
    words: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By source: (word errors, words of the reference)."""
    minutes: dict[str, float] = field(default_factory=dict)
    """By source."""
    false_without: int = 0
    minutes_without: float = 0.0
    words_in_silence: int = 0
    took_s: float = 0.0
    slowest: float = 0.0
    """Longest time over duration among recordings of 5 s or more."""

    def add(self, recording: Recording, output: Output, duration_s: float) -> None:
        """Score one recording."""
        said = " ".join(text for text, _, _ in output.words)
        self.took_s += output.took_s
        if duration_s >= 5:
            self.slowest = max(self.slowest, output.took_s / duration_s)
        if recording.text is None or recording.group == "noise":
            self.words_in_silence += len(scoring.spoken(said))
        if recording.group == "noise":
            self.false_without += len(output.fillers)
            self.minutes_without += duration_s / 60
            return
        source, hits = recording.source, _hits(recording, output, said)
        self.hits[source] = scoring.total([hits, *self._of(source)])
        self.minutes[source] = self.minutes.get(source, 0.0) + duration_s / 60
        if not recording.filler_count:
            self.false_without += hits.false
            self.minutes_without += duration_s / 60
        reference = scoring.spoken(recording.text or "")
        errors = scoring.errors(reference, scoring.spoken(said))
        before, words = self.words.get(source, (0, 0))
        self.words[source] = before + errors, words + len(reference)
        for group in {recording.group, recording.speaker_group}:
            self.groups[group].add(source)

    def _of(self, source: str) -> list[Hits]:
        return [self.hits[source]] if source in self.hits else []

    @property
    def all_hits(self) -> list[Hits]:
        """One a recording, in the order of the run."""
        return list(self.hits.values())

    def hits_of(self, group: str) -> list[Hits]:
        """Those of a group."""
        return [self.hits[file] for file in sorted(self.groups[group])]

    def false_a_minute(self, group: str) -> Rate:
        """False filled pauses a minute of a group's recordings."""
        minutes = sum(self.minutes[file] for file in self.groups[group])
        return scoring.per_minute(scoring.total(self.hits_of(group)).false, minutes)

    @property
    def false_a_minute_without(self) -> Rate:
        """The same of everything without any filled pause, noise and silence too."""
        return scoring.per_minute(self.false_without, self.minutes_without)

    def wer(self, group: str) -> Rate:
        """Word error rate of a group, recordings drawn for its interval."""
        files = sorted(self.groups[group])
        return scoring.error_rate([self.words[file] for file in files])

    def leaving_one_out(self) -> tuple[float, float]:
        """(lowest, highest) F1 when any one recording is left out."""
        hits = self.all_hits
        without = [scoring.f1(hits[:k] + hits[k + 1 :]) for k in range(len(hits))]
        return min(without), max(without)

    def count(self, group: str) -> int:
        """Words of a group's references."""
        return sum(self.words[file][1] for file in self.groups[group])


def _hits(recording: Recording, output: Output, said: str) -> Hits:
    if recording.fillers is not None:
        return scoring.timed_hits(recording.fillers, output.fillers)
    return scoring.aligned_hits(
        scoring.tokens(recording.text or ""), scoring.tokens(said)
    )

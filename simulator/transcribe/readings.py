"""A filled pause that was written as a word: "er", by itself, as "or" or "all right".

Small models have hardly seen "er" written, and write what sounds like it. The words
they take for it are told from the real ones as `hummed.py` tells an "um": a sound by
itself in silence, held on one note. Who means "or" lets it fall, or goes on.
"""

from dataclasses import dataclass

from simulator.records import Word

from .evidence import Evidence, Stretch
from .heard import plain
from .hummed import held

READINGS = frozenset(["or", "are", "her", "alright", "all right"])
"""What Whisper wrote for "er" in silence, and what sounds alike."""

MOST_WORDS = max(len(reading.split()) for reading in READINGS)


@dataclass(frozen=True)
class _Reading:
    first: int
    after: int
    stretch: Stretch


def unread(words: list[Word], found: Evidence) -> list[Word]:
    """The same words, with filled pauses where only a reading of one was written."""
    kept = list(words)
    position = 0
    while position < len(kept):
        reading = _reading(kept, position, found)
        if reading:
            kept[reading.first : reading.after] = [_filled_pause(kept, reading)]
        position += 1
    return kept


def _reading(words: list[Word], first: int, found: Evidence) -> _Reading | None:
    for count in range(MOST_WORDS, 0, -1):
        written = words[first : first + count]
        text = " ".join(plain(word.text) for word in written)
        if len(written) < count or text not in READINGS:
            continue
        if any(word.kind != "word" for word in written):
            continue
        stretch = _sound(written, found)
        if stretch and held(stretch, found):
            return _Reading(first, first + count, stretch)
    return None


def _sound(written: list[Word], found: Evidence) -> Stretch | None:
    """The one stretch that all of the words lie in."""
    start_s, end_s = written[0].start_s or 0.0, written[-1].end_s or 0.0
    room_s = found.settings.late_s
    runs = [
        run
        for run in found.runs(start_s - room_s, end_s + room_s)
        if run.start_s < end_s and start_s < run.end_s
    ]
    return runs[0] if len(runs) == 1 else None


def _filled_pause(words: list[Word], reading: _Reading) -> Word:
    written = " ".join(w.text for w in words[reading.first : reading.after])
    stretch = reading.stretch
    return Word(
        text="er",
        start_s=round(stretch.start_s, 3),
        end_s=round(stretch.end_s, 3),
        probability=0.5,
        kind="filled_pause",
        certainty="probable",
        why=f"read as {written!r}, but a sound of {stretch.duration_s:.2f} s by "
        "itself, held on one note",
    )

"""Filled pauses that no pass wrote: steady voiced sound where no word is.

Strict, because nothing else speaks for them: long, steady, open, voiced, flat in pitch,
and standing apart. What touches the word before it is that word drawn out, which is no
filler; a breath has no pitch, a laugh no steadiness, a hum no open vowel.
"""

from simulator.records import Word

from .evidence import Evidence, Stretch
from .hummed import closing


def unheard(words: list[Word], found: Evidence) -> list[Word]:
    """Filled pauses in the gaps between words, none of them heard by Whisper."""
    ends = [0.0, *(word.end_s or 0.0 for word in words)]
    starts = [*(word.start_s or 0.0 for word in words), found.duration_s]
    return [
        _word(stretch)
        for start_s, end_s in zip(ends, starts, strict=True)
        if end_s - start_s >= found.settings.alone_steady_s
        for stretch in found.runs(start_s, end_s)
        if _apart(stretch, start_s, end_s) and _convincing(stretch, found)
    ]


def _apart(stretch: Stretch, start_s: float, end_s: float) -> bool:
    return stretch.start_s > start_s + 0.03 and stretch.end_s < end_s - 0.01


def _convincing(stretch: Stretch, found: Evidence) -> bool:
    settings = found.settings
    if not (
        settings.alone_steady_s <= stretch.vowel_s
        and stretch.duration_s <= settings.alone_longest_s
        and stretch.vowel_s >= settings.alone_share * stretch.duration_s
    ):
        return closing(stretch, found)
    voiced, pitch_spread_st = found.voicing(stretch)
    # A hoarse voice has no pitch in its words either; then more is asked.
    hoarse = (
        found.voiced < settings.hoarse_voiced
        and stretch.vowel_s >= settings.hoarse_steady_s
    )
    flat = pitch_spread_st <= settings.alone_pitch_spread_st
    return flat and (voiced >= settings.alone_voiced or hoarse)


def _word(stretch: Stretch) -> Word:
    return Word(
        text="um" if stretch.ends_closed else "uh",
        start_s=round(stretch.start_s, 3),
        end_s=round(stretch.end_s, 3),
        probability=0.5,
        kind="filled_pause",
        certainty="probable",
        why=f"a steady voiced sound of {stretch.duration_s:.2f} s between two words",
    )

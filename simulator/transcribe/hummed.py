"""An "um" by itself: a vowel that closes into a hum, in silence.

Half of such an "um" is hum and the closing of the lips, so its steady vowel is short.
What tells it from a word is its pitch, held on one note from end to end (Audhkhasi
2009; De Jong, Pacilly & Heeren 2021); words of an answer move by several semitones.
"""

from .evidence import Evidence, Stretch

EDGE_S = 0.05
"""Its own onset and its last breath are audible before and after it is loud."""


def closing(stretch: Stretch, found: Evidence) -> bool:
    """Whether the stretch is one that no pass wrote."""
    return stretch.ends_closed and held(stretch, found)


def held(stretch: Stretch, found: Evidence) -> bool:
    """Whether the stretch is a vowel by itself in silence, held on one note."""
    return stands_apart(stretch, found) and on_one_note(stretch, found)


def stands_apart(stretch: Stretch, found: Evidence) -> bool:
    """Whether the stretch is a vowel by itself in silence."""
    settings = found.settings
    return (
        settings.hummed_shortest_s <= stretch.duration_s <= settings.alone_longest_s
        and stretch.open_s >= settings.hummed_open_s
        and stretch.steady_s >= settings.hummed_steady_s
        and in_silence(stretch, found, settings.hummed_room_s)
    )


def on_one_note(stretch: Stretch, found: Evidence) -> bool:
    """Whether it is voiced throughout, and its pitch held as in an "um" by itself."""
    settings = found.settings
    voiced, pitch_spread_st = found.voicing(stretch)
    return (
        voiced >= settings.hummed_voiced
        and pitch_spread_st <= settings.hummed_pitch_spread_st
    )


def in_silence(stretch: Stretch, found: Evidence, room_s: float) -> bool:
    """Whether nothing else sounds for so long on either side."""
    before = found.audible_runs(stretch.start_s - room_s, stretch.start_s - EDGE_S)
    after = found.audible_runs(stretch.end_s + EDGE_S, stretch.end_s + room_s)
    return not before and not after

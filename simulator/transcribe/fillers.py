"""Filled pauses: which words are, and whether the sound bears one out.

"ah" and "oh" may be exclamations, so "ah" needs more to be counted.
"""

from simulator.records import FILLED_PAUSES

from .evidence import Evidence, Stretch
from .heard import HeardWord

EXCLAMATIONS = frozenset(("ah",))


def is_filled_pause(word: HeardWord) -> bool:
    """Whether it is written as a filled pause."""
    return word.plain in FILLED_PAUSES or word.plain in EXCLAMATIONS


def best_stretch(
    evidence: Evidence, start_s: float, end_s: float, sought_s: float, *, sure: bool
) -> Stretch | None:
    """The stretch that could be a filled pause written near `sought_s`, if any.

    The one with most steady vowel is taken; distance and quietness count against it,
    and standing by itself for it: what the zone's borders cut is often the end of a
    neighbouring word.
    With `sure`, both passes wrote it: then any sound will do, so long as there is one.
    """
    settings = evidence.settings

    def steady(run: Stretch) -> bool:
        return (
            run.steady_s >= settings.steady_least_s
            and run.open_s >= settings.open_least_s
        )

    def worth(run: Stretch) -> tuple[bool, float]:
        whole = run.start_s > start_s + 0.01 and run.end_s < end_s - 0.01
        far_s = max(run.start_s - sought_s, sought_s - run.end_s, 0.0)
        value_s = run.vowel_s - settings.far_worth * far_s
        value_s -= settings.quiet_worth * run.below_speech_db
        return steady(run), value_s + settings.whole_worth_s * whole

    fitting = [
        run
        for run in evidence.runs(start_s, end_s)
        if run.duration_s >= settings.shortest_s and (sure or steady(run))
    ]
    return max(fitting, key=worth, default=None)

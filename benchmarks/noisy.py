"""Human recordings mixed with recorded noises, the same mix in every run."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from simulator.records import Samples

from .speech import MIXED, Recording

LEVELS_DB = (20, 10, 5)

WITHOUT_FILLERS = 4
"""Read recordings taken along, so that false ones are counted too."""

SPOKEN_DB = 30.0
"""Below the loudest moment: what counts as speech when its level is measured."""

HOP = 400
"""25 ms."""


def mixes(
    recordings: list[tuple[Recording, Samples]], place: Path, level_db: int
) -> Iterator[tuple[Recording, Samples]]:
    """Every recording with filled pauses and a few without, with two noises each.

    Args:
        recordings: as they were made.
        place: the folder that holds `noise/`.
        level_db: speech over noise.
    """
    from simulator.sound import decode

    files = sorted((place / "noise").glob("noise*.wav"))
    noises = [decode.read(file) for file in files]
    chosen = [one for one in recordings if one[0].filler_count]
    read = [one for one in recordings if one[0].group == "clean"]
    for number, (recording, sound) in enumerate(chosen + read[:WITHOUT_FILLERS]):
        for k in (number % len(noises), (number + 2) % len(noises)):
            name = f"{recording.file}{MIXED}{files[k].stem}"
            yield replace(recording, file=name), mixed(sound, noises[k], level_db)


def mixed(sound: Samples, noise: Samples, level_db: float) -> Samples:
    """Speech with a noise repeated under all of it.

    The level of the speech is taken where it is spoken, not in its pauses.
    """
    under = np.resize(noise, len(sound))
    whole = len(sound) // HOP * HOP
    power = np.square(sound[:whole], dtype=np.float64).reshape(-1, HOP).mean(axis=1)
    spoken = power[power > power.max() * 10 ** (-SPOKEN_DB / 10)].mean()
    loud = np.square(under, dtype=np.float64).mean()
    gain = np.sqrt(spoken / loud / 10 ** (level_db / 10))
    return (sound + under * gain).astype(np.float32)

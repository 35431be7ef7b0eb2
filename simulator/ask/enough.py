"""Whether a sound can be the whole of its text; never half a question.

An engine that returns silently (a crash swallowed by a driver, a script it has no
letters for) would leave a candidate waiting for a question that never comes. So a sound
must be long enough for its text, and not silent, before it counts.
"""

import numpy as np
from numpy.typing import NDArray

LEAST_S_PER_CHARACTER = 0.004
"""Both voices need 0.07 to 0.09 s a letter of prose at pace 1, half of that at their
fastest, and 0.008 for a run of one letter ("aaaa..."). Below 0.004 it is not fast
speech but missing speech."""

QUIETEST_PEAK = 0.01
"""-40 dBFS: both voices peak above -14 dBFS."""


def problem(text: str, samples: NDArray[np.float32], rate_hz: int) -> str:
    """What is wrong with a sound as the rendering of a text, "" if nothing is.

    Args:
        text: speakable text.
        samples: shape (n,), in [-1, 1].
        rate_hz: their rate.
    """
    duration_s = len(samples) / rate_hz
    said = sum(c.isalnum() for c in text)
    if not len(samples) or duration_s < said * LEAST_S_PER_CHARACTER:
        return f"{duration_s:.2f} s of sound for {text[:40]!r}"
    if float(np.max(np.abs(samples))) < QUIETEST_PEAK:
        return f"only silence for {text[:40]!r}"
    return ""

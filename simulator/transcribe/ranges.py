"""Between what a setting of this room may lie.

Wide: whoever tunes may go where it makes no sense. Beyond, sound would be lost without
a word (a piece longer than the decoder's window), nothing would be heard (a probability
above 1), or the engine would stop with an error of its own.
"""

WINDOW_S = 30.0
"""Whisper's window: of a piece that does not fit, with its margin, the end is lost."""

SHARE = (0.0, 1.0)

BY_NAME: dict[str, tuple[float, float]] = {
    "voice_at": (0.01, 0.99),
    "stay_at": (0.01, 0.99),
    "least_frames": (1, 100),
    "shortest_s": (0.0, WINDOW_S),
    "longest_s": (2.0, WINDOW_S),
    "threads": (1, 256),
    "beam": (1, 20),
    "prompted_beam": (1, 20),
    "prompt_tokens": (0, 200),
    "window_least": (100, 3000),
    "window_step": (1, 3000),
    "tokens_per_s": (0.5, 30.0),
    "dense_tokens_per_s": (0.5, 30.0),
    "spare_tokens": (1, 200),
    "compression_most": (1.0, 100.0),
    "no_speech_most": SHARE,
    "change_most": (0.0, 100.0),
    "far_worth": (0.0, 100.0),
    "quiet_worth": (0.0, 100.0),
    "alone_share": SHARE,
    "sites_most": (0, 100),
    "leaning_most": (0, 100),
}

BY_ENDING: dict[str, tuple[float, float]] = {
    "_s": (0.0, WINDOW_S),
    "_db": (0.0, 120.0),
    "_st": (0.0, 48.0),
    "_voiced": SHARE,
}

LOGARITHM = (-1000.0, 1000.0)
"""Of a probability, or of a ratio of two."""


def fitting(name: str) -> tuple[float, float]:
    """(lowest, highest) value of a setting that is a number."""
    if name in BY_NAME:
        return BY_NAME[name]
    endings = (bounds for end, bounds in BY_ENDING.items() if name.endswith(end))
    return next(endings, LOGARITHM)

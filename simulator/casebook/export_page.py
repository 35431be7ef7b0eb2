"""One file that opens anywhere: sound, words, marks and comments in a single page.

No network, no server, no other file. A reviewer comments in it and saves either a small
file of comments (`import-comments` joins it) or a copy of the page with the comments
inside. Its content security policy allows our style and script by their hash and sound
made from the page itself, and nothing else.
"""

import base64
import json
from dataclasses import dataclass
from typing import Any

from ..coach import report, view
from ..keep.recordings import recording
from ..keep.removal import cache_of
from ..pages import plots, render
from ..sound import mp3
from ..studio import peaks
from .opened import Opened
from .page_file import COMMENTS_ID, SESSION_ID, SOUND_TYPE
from .sharing import Share, as_session, shared, shared_comments

MOST_BYTES = 20_000_000
"""A page of 30 minutes: what mail providers let through."""
OF_SOUND = 0.9
"""Share of it for the sound; the rest is words and the page itself."""
BASE64 = 4 / 3

WAVE_POINTS = 600
"""Columns of the waveform: more than pixels on a phone, fewer than on a desk."""


@dataclass(frozen=True)
class _Shown:
    """One answer on the page."""

    answer: view.AnswerView
    stem: str
    sound: str
    """MP3 in base64, "" where there is no sound."""
    wave: str
    """Path of the waveform, 600 wide, 48 high."""
    ticks: tuple[plots.Tick, ...]
    length_s: float


def export_html(opened: Opened, share: Share) -> str:
    """The page.

    Raises:
        SessionError: an answer was named that is not there.
        RecordingError: a recording that is there cannot be read.
    """
    leaving = shared(opened, share)
    shown = report.context(as_session(leaving, opened.session))
    sounds = [t.duration_s or 0.0 for t in leaving.turns if t.audio]
    rate = mp3.rate_for(sum(sounds), round(MOST_BYTES * OF_SOUND / BASE64))
    answers = [
        _shown(opened, turn.stem, answer, rate)
        for turn, answer in zip(leaving.turns, shown["answers"], strict=True)
    ]
    comments = shared_comments(opened, share)
    return render.standalone(
        "export.html.jinja",
        ("report.css", "export.css"),
        ("transcript.js", "report.js", "export.js", "export_comments.js"),
        **(shown | {"answers": answers}),
        measures=share.measures,
        ids={"session": SESSION_ID, "comments": COMMENTS_ID},
        sound_type=SOUND_TYPE,
        session_json=data_block(leaving.model_dump(mode="json")),
        comments_json=data_block(
            {
                "schema_version": 1,
                "session": leaving.id,
                "entries": [e.model_dump(mode="json") for e in comments],
            }
        ),
    )


def data_block(value: Any) -> Any:
    """JSON that may stand inside a script element, whatever its strings hold."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)


def _shown(opened: Opened, stem: str, answer: view.AnswerView, rate: int) -> _Shown:
    turn = opened.turn(stem)
    length_s = turn.duration_s if turn and turn.duration_s else 0.0
    audio = recording(opened.folder, turn.audio) if turn and answer.audio else None
    if audio is None:
        return _Shown(answer, stem, "", "", (), length_s)
    sound = base64.b64encode(mp3.encode(audio, rate)).decode()
    wave = wave_path(peaks.peaks(audio, cache_of(opened.folder.name)))
    return _Shown(answer, stem, sound, wave, plots.time_ticks(length_s), length_s)


def wave_path(found: peaks.Peaks, points: int = WAVE_POINTS, high: int = 48) -> str:
    """A waveform as an SVG path: the highest of each column, then back by the lowest.

    Scaled to the loudest moment: the wave is for finding places, not for levels.
    """
    import numpy as np

    low, highest = (np.frombuffer(b, np.int8) for b in (found.low, found.high))
    count = min(points, len(highest))
    edges = np.linspace(0, len(highest), count, endpoint=False).astype(int)
    tops = np.maximum.reduceat(highest, edges).astype(float)
    bottoms = np.minimum.reduceat(low, edges).astype(float)
    loudest = max(1.0, float(np.max(tops)), float(-np.min(bottoms)))
    middle = high / 2
    step = points / count

    def at(k: int, value: float) -> str:
        return f"{k * step:.4g},{middle - value / loudest * (middle - 1):.3g}"

    forth = [at(k, max(v, 0.6)) for k, v in enumerate(tops)]
    back = [at(k, min(v, -0.6)) for k, v in reversed(list(enumerate(bottoms)))]
    return "M" + " ".join(forth + back) + "Z"

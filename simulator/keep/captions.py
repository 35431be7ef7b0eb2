"""An answer's words and what was found in them as WebVTT, the web's caption format.

Any player can show these beside the recording, so the session folder is of use without
this program. WebVTT: https://www.w3.org/TR/webvtt1/ (text escapes `&`, `<`, `>`; a cue
ends after it starts; `-->` never stands in a text).
"""

import math
import unicodedata
from collections.abc import Iterable, Iterator

from ..records import Passage, Structure, Turn, Word

CUE_WORDS = 7
"""One line of captions: about 37 characters is the custom of broadcasters."""
CUE_S = 3.0
"""A cue that stands longer lags behind the voice."""
GAP_S = 0.6
"""Across a pause of this length the words before it should be gone."""

Cue = tuple[float, float, str]


def words_vtt(turn: Turn) -> str:
    """Captions of the answer; only a header where no word has a time."""
    return _document(_caption_cues(turn.transcript.words))


def markers_vtt(turn: Turn) -> str:
    """Fillers, pauses and parts of the structure as cues, in order of time."""
    return _document(sorted(_marker_cues(turn)))


def _caption_cues(words: Iterable[Word]) -> Iterator[Cue]:
    waiting: list[tuple[float, float, str]] = []
    for word in words:
        times = _times(word.start_s, word.end_s)
        if times is None:
            continue
        start_s, end_s = times
        if waiting and _ends_before(waiting, start_s, end_s):
            yield _joined(waiting)
            waiting = []
        waiting.append((start_s, end_s, word.text))
    if waiting:
        yield _joined(waiting)


def _ends_before(waiting: list[Cue], start_s: float, end_s: float) -> bool:
    first_s = waiting[0][0]
    _, last_s, last_text = waiting[-1]
    return (
        len(waiting) >= CUE_WORDS
        or end_s - first_s > CUE_S
        or start_s - last_s > GAP_S
        or last_text.endswith((".", "?", "!"))
    )


def _joined(waiting: list[Cue]) -> Cue:
    text = " ".join(text for _, _, text in waiting)
    return waiting[0][0], waiting[-1][1], text


def _marker_cues(turn: Turn) -> Iterator[Cue]:
    analysis = turn.analysis
    for filler in analysis.fillers:
        if times := _times(filler.start_s, filler.end_s):
            kind = filler.kind.replace("_", " ")
            yield (*times, f"{kind} ({filler.certainty}): {filler.text}")
    for pause in analysis.pauses:
        if times := _times(pause.start_s, pause.end_s):
            place = pause.place.replace("_", " ")
            length_s = times[1] - times[0]
            yield (*times, f"pause ({place}): {length_s:.1f} s")
    for name, passages in _parts(analysis.structure):
        for passage in passages:
            if times := _times(passage.start_s, passage.end_s):
                yield (*times, f"{name}: {passage.text}")


def _parts(structure: Structure) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    yield "situation", structure.situation
    yield "task", structure.task
    yield "action", structure.action
    yield "result", structure.result
    yield from structure.parts.items()


def _times(start_s: float | None, end_s: float | None) -> tuple[float, float] | None:
    if start_s is None or end_s is None:
        return None
    if not (math.isfinite(start_s) and math.isfinite(end_s)):
        return None
    start_s = max(0.0, start_s)
    return start_s, max(end_s, start_s + 0.001)


def _document(cues: Iterable[Cue]) -> str:
    blocks = [
        f"{_clock(start_s)} --> {_clock(end_s)}\n{_escaped(text)}\n"
        for start_s, end_s, text in cues
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def _escaped(text: str) -> str:
    flat = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text)
    safe = flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return " ".join(safe.split()) or "…"


_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
"""Control characters, lone surrogates and separators would end or break a cue."""

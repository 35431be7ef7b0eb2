"""A spoken answer is complete: its words are waited for, it is judged, then encoded."""

from collections.abc import Callable

import numpy as np

from ..answer import judge_rest
from ..errors import SimulatorError
from ..events import Trouble, Working
from ..listen.recording import encode
from ..records import Samples, Transcript, Turn
from ..sound import flac
from ..transcribe.typed import transcript_of
from .parts import Parts, Slot
from .spoken import Judge, Spoken


def _words(parts: Parts, spoken: Spoken) -> Transcript:
    """What is left to be understood, with the progress shown."""

    def progress(done: float) -> None:
        parts.screen.show(Working("Reading your answer", done))

    spoken.hearing.end()
    try:
        spoken.sound()  # while the worker understands the last words
        return spoken.hearing.finish(progress)
    finally:
        spoken.hearing.drop()


def kept(
    slot: Slot,
    parts: Parts,
    spoken: Spoken,
    judge: Judge,
    before: Callable[[], Samples | None] = lambda: None,
) -> Turn:
    """Finish the words, measure, coach; then encode, which nobody waits for.

    Until the FLAC is there, the samples are safe in the part file.
    """
    audio = None
    try:
        turn = spoken.judged(_words(parts, spoken), judge)
    finally:
        audio = _encoded(slot, parts, spoken, before)
    if audio != turn.audio or spoken.cut_offs + spoken.would_cut:
        turn = turn.model_copy(
            update={
                "audio": audio,
                "cut_offs": turn.cut_offs + spoken.cut_offs,
                "would_cut": turn.would_cut + spoken.would_cut,
            }
        )
    if spoken.written.strip():
        return judge_rest(turn, transcript_of(spoken.written))
    return turn


def _encoded(
    slot: Slot,
    parts: Parts,
    spoken: Spoken,
    before: Callable[[], Samples | None],
) -> str | None:
    """The FLAC's name; None where the disk would not take it."""
    path = slot.folder / f"{slot.stem}.flac"
    try:
        earlier, samples = before(), spoken.samples
        if not len(samples):
            slot.part.unlink(missing_ok=True)
        elif earlier is not None or not spoken.safe:
            # The disk refused a while: what is in memory is whole.
            sounds = [samples] if earlier is None else [earlier, samples]
            flac.write(path, np.concatenate(sounds))
            slot.part.unlink(missing_ok=True)
        elif slot.part.is_file():
            encode(slot.part, path, len(samples))
    except (SimulatorError, OSError) as error:
        what = error.what if isinstance(error, SimulatorError) else str(error)
        parts.screen.show(Trouble(what, "The words and the feedback are kept."))
        return None
    return path.name if path.is_file() else None

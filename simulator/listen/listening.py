"""One turn: from the open microphone to the complete answer.

Whatever ends the turn (silence, a key, the end of a file, a lost microphone, Ctrl-C),
what was said comes back as `Heard`; nothing said is lost by an error.
"""

from simulator.errors import SimulatorError
from simulator.events import Key, Trouble
from simulator.seams import AudioSource, VoiceDetector

from .heard import Attending, Desk, Heard, ListenSettings
from .ongoing import ECHO_TAIL_S, Ongoing
from .recording import PartFile

__all__ = ["Desk", "Heard", "ListenSettings", "listen", "opening_s"]


def opening_s(source: AudioSource, settings: ListenSettings) -> float:
    """Seconds between the end of the question and the first sample kept."""
    return ECHO_TAIL_S if source.live and settings.listen_from_now else 0.0


def listen(
    source: AudioSource,
    detector: VoiceDetector,
    hearing: Attending | None,
    desk: Desk,
    part: PartFile | None = None,
    settings: ListenSettings | None = None,
) -> Heard:
    """Listen to one answer and return it, whatever ends it.

    A file's end ends the turn; its taker only logs what it would have cut. An end
    decided by silence becomes final after 1.5 s without speech; the answer is what was
    kept up to the decision. `part` is closed on
    return (its owner encodes or removes it); `hearing` is left for its owner to finish
    or drop.

    Args:
        hearing: the transcription of this answer, or None to only record.
        part: where samples go as they come, or None (nothing may be kept on disk).

    Raises:
        ValueError: a patience outside 0.5 to 3.
    """
    chosen = settings or ListenSettings()
    turn = Ongoing(source, detector, hearing, desk, part, chosen)
    detector.reset()
    if source.live and chosen.listen_from_now:
        turn.discard(chosen.lag_s)
    lost_before = source.overflows
    error: SimulatorError | None = None
    interrupted = False
    try:
        ended_by, pressed = turn.run()
    except KeyboardInterrupt:
        ended_by, pressed, interrupted = "finish", Key.FINISH, True
    except SimulatorError as trouble:
        ended_by, pressed, error = "trouble", None, trouble
        desk.tell(Trouble(trouble.what, trouble.next_step))
    safe = turn.close()
    if ended_by != "silence":
        turn.pass_on_the_rest()
    # After the decision nobody spoke: that silence belongs to nothing.
    silent = ended_by == "silence" and turn.decided is not None
    samples = turn.sound(turn.decided if silent else None)
    spoke = turn.taker.first_speech_s is not None
    spoke_until_s = turn.spoke_until_s if silent else turn.taker.last_speech_s
    return Heard(
        samples=samples,
        ended_by=ended_by,
        pressed=pressed,
        interrupted=interrupted,
        asked_again=turn.asked_again,
        opened_after_s=opening_s(source, chosen),
        first_speech_s=turn.taker.first_speech_s,
        last_speech_s=spoke_until_s if spoke else None,
        would_cut=turn.would_cut,
        cut_offs=turn.cut_offs,
        overflows=source.overflows - lost_before,
        error=error,
        safe=safe,
    )

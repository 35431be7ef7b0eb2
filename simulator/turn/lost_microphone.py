"""A microphone was lost in the middle of an answer: how does it go on?"""

from ..errors import DeviceError
from ..events import Choice, Trouble
from ..seams import AudioSource
from .parts import Parts, Slot


def reopened(slot: Slot, parts: Parts) -> AudioSource | str:
    """After a lost microphone: the one with which the answer goes on, or the rest of
    the answer in writing, "" where there is none."""
    while parts.person:
        wish = parts.screen.choose(_how_to_go_on(parts))
        try:
            if wish == "microphone":
                if (source := parts.sources(slot.number)) is not None:
                    return source
            elif wish == "other":
                if (source := _another(parts)) is not None:
                    return source
            elif wish == "write":
                return parts.screen.choose(Choice("The rest, in writing:"))
            else:
                return ""
        except DeviceError as error:
            parts.screen.show(Trouble(error.what, error.next_step))
    return ""


def _how_to_go_on(parts: Parts) -> Choice:
    other = (("other", "Go on with another microphone"),) if parts.microphones else ()
    return Choice(
        "What you said is kept. How shall we go on?",
        (
            ("microphone", "I have plugged it in again: go on recording"),
            *other,
            ("write", "Write the rest of the answer"),
            ("end", "Take the answer as it is"),
        ),
        "end",
    )


def _another(parts: Parts) -> AudioSource | None:
    assert parts.microphones is not None
    devices = parts.microphones.devices()
    if not devices:
        parts.screen.show(Trouble("There is no microphone", "Plug one in, or write."))
        return None
    options = tuple((str(d.index), d.name) for d in devices)
    wish = Choice("Which microphone shall I use?", options, options[0][0])
    return parts.microphones.choose(parts.screen.choose(wish))

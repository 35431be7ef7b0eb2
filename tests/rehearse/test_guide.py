"""The first minute: a microphone that works, before any question."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from fakes import (
    At,
    FedMicrophone,
    LineSpeaker,
    LoudVoice,
    ScriptedScreen,
    ScriptedTranscriber,
    voiced,
)

from simulator.errors import DeviceError
from simulator.events import Key, Note, Said, Trouble
from simulator.listen.microphone import Device
from simulator.records import Sound
from simulator.rehearse import guide

HEADSET = Device(0, "Headset", 48_000, 1, True)
WEBCAM = Device(3, "Webcam", 44_100, 2, False)


def room(
    screen: ScriptedScreen,
    *microphones: FedMicrophone,
    devices: Sequence[Device] = (HEADSET,),
    said: Sequence[str] = (),
) -> guide.Room:
    waiting = list(microphones)
    return guide.Room(
        screen=screen,
        speaker=LineSpeaker(),
        transcriber=ScriptedTranscriber(*said),
        detector=LoudVoice(),
        devices=lambda: list(devices),
        open_microphone=lambda _: waiting.pop(0),
    )


def test_a_sentence_is_heard_played_back_and_read() -> None:
    """The candidate hears themselves, reads what was understood, chooses minutes."""
    screen = ScriptedScreen(choices=("good", "20"))
    place = room(screen, FedMicrophone(voiced(2.5)), said=("I am ready.",))

    ready = guide.prepare(place)

    assert ready == guide.Ready("0", False, 20.0)
    assert len(place.speaker.played) == 1
    assert any("I am ready." in s.text for s in screen.shown(Said))


def test_where_only_a_key_ends_answers_it_ends_the_check_too() -> None:
    """Ten seconds in a block are none of the sentence's end; the key is named."""
    block = np.zeros(10 * 16_000, np.float32)
    sound = np.concatenate([voiced(1.0), block, voiced(2.0)])
    screen = ScriptedScreen(keys=[At(13.5, Key.END)], choices=("good", "10"))
    place = replace(room(screen, FedMicrophone(sound), said=("I am.",)), manual=True)

    guide.prepare(place)

    (played,) = place.speaker.played
    assert len(played) > 13 * 16_000
    assert guide.BY_KEY in screen.shown(Said)[0].text
    assert guide.BY_KEY in place.speaker.lines[0]


def test_a_single_word_ends_the_check_by_silence() -> None:
    """No words are read meanwhile, so a short one is no mere "um"."""
    screen = ScriptedScreen(choices=("good", "10"))
    place = room(screen, FedMicrophone(voiced(0.6)), said=("Hello.",))

    guide.prepare(place)

    (played,) = place.speaker.played
    assert len(played) < 6 * 16_000


def test_a_mute_microphone_is_noticed_before_the_interview() -> None:
    """Silence says so, and offers another try, another microphone, or writing."""
    screen = ScriptedScreen(choices=("0", "other", "3", "good", "10"))
    place = room(
        screen,
        FedMicrophone(np.zeros(0, np.float32)),
        FedMicrophone(voiced(2.5)),
        devices=(HEADSET, WEBCAM),
        said=("I am ready.",),
    )

    ready = guide.prepare(place)

    assert ready.microphone == "3"
    assert [t.what for t in screen.shown(Trouble)] == ["I could not hear you"]


def test_without_a_microphone_answers_are_written() -> None:
    """No device: it is said, and the interview goes on in writing."""
    screen = ScriptedScreen(choices=("type", "5"))

    ready = guide.prepare(room(screen, devices=()))

    assert ready == guide.Ready(None, True, 5.0)


def test_without_the_sound_library_the_next_step_is_named() -> None:
    """A missing PortAudio is one clear line, not the end."""
    screen = ScriptedScreen(choices=("type", "5"))
    place = room(screen)

    def missing() -> list[Device]:
        raise DeviceError("PortAudio is missing", "apt install libportaudio2")

    place = guide.Room(**{**place.__dict__, "devices": missing})

    ready = guide.prepare(place)

    assert ready.typed
    assert screen.shown(Trouble)[0].next_step == "apt install libportaudio2"


def test_a_microphone_that_cannot_be_opened_leads_to_another() -> None:
    """The error is shown and the choice comes back."""
    screen = ScriptedScreen(choices=("0", "other", "3", "good", "10"))
    place = room(
        screen,
        FedMicrophone([DeviceError("Headset is busy", "Close the call.")]),
        FedMicrophone(voiced(2.5)),
        devices=(HEADSET, WEBCAM),
        said=("I am ready.",),
    )

    ready = guide.prepare(place)

    assert ready.microphone == "3"
    assert screen.shown(Trouble)[0].what == "Headset is busy"


@pytest.mark.parametrize(
    ("level_dbfs", "clipped", "snr_db", "word"),
    [
        (-20.0, 0.0, 40.0, ""),
        (-55.0, 0.0, 40.0, "quiet"),
        (-10.0, 0.02, 40.0, "crackles"),
        (-20.0, 0.0, 9.0, "noise"),
    ],
)
def test_the_recording_is_remarked_on_only_where_something_can_be_mended(
    level_dbfs: float, clipped: float, snr_db: float, word: str
) -> None:
    """A good level with little noise gets no remark; others get one with its cure."""
    frames = np.ones(100, np.float32)
    sound = Sound(
        duration_s=1.6,
        hop_s=0.016,
        voice=frames,
        level_dbfs=frames * level_dbfs,
        pitch_hz=frames * 120,
        speech=((0.0, 1.6),),
        clipped_ratio=clipped,
        snr_db=snr_db,
    )

    remark = guide.remark_on(sound)

    assert word in remark if word else remark == ""


def sound_of(**changes: object) -> Sound:
    frames = np.ones(100, np.float32)
    good = Sound(
        duration_s=1.6,
        hop_s=0.016,
        voice=frames,
        level_dbfs=frames * -20,
        pitch_hz=frames * 120,
        speech=((0.0, 1.6),),
        clipped_ratio=0.0,
        snr_db=40.0,
    )
    return replace(good, **changes)


@pytest.mark.parametrize(
    ("changes", "word", "by_key"),
    [
        ({}, "", False),
        ({"snr_db": 9.0}, "noise", True),
        ({"second_voice": True}, "two voices", True),
        ({"narrow_band": True}, "telephone", False),
    ],
)
def test_where_silence_is_hard_to_tell_a_key_may_end_answers(
    changes: dict, word: str, by_key: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Noise and a second voice are said, and the key is offered; elsewhere not."""
    monkeypatch.setattr(guide, "describe", lambda _: sound_of(**changes))
    screen = ScriptedScreen(choices=("key" if by_key else "good", "10"))

    ready = guide.prepare(
        room(screen, FedMicrophone(voiced(2.5)), said=("I am ready.",))
    )

    assert any(word in note.text for note in screen.shown(Note))
    assert ready.manual == by_key
    assert ("key" in dict(screen.asked[0].options)) == by_key


def test_a_single_microphone_is_named_and_not_asked_about() -> None:
    screen = ScriptedScreen(choices=("good", "10"))

    guide.prepare(room(screen, FedMicrophone(voiced(2.5)), said=("I am ready.",)))

    assert any("Headset" in n.text for n in screen.shown(Note))


def test_a_microphone_plugged_in_meanwhile_is_found() -> None:
    """ "Look again" lists the devices anew."""
    screen = ScriptedScreen(choices=("look", "good", "10"))
    place = room(screen, FedMicrophone(voiced(2.5)), said=("I am ready.",))
    lists: list[list[Device]] = [[], [HEADSET]]
    place = guide.Room(**{**place.__dict__, "devices": lambda: lists.pop(0)})

    assert guide.prepare(place).microphone == "0"


def test_where_nobody_answers_the_guide_comes_to_an_end() -> None:
    """Defaults alone (a pipe, Ctrl-D) lead to writing after three failed checks."""
    screen = ScriptedScreen(choices=[None] * 4)
    deaf = [FedMicrophone(np.zeros(0, np.float32)) for _ in range(20)]

    ready = guide.prepare(room(screen, *deaf))

    assert ready.typed
    assert len(screen.shown(Trouble)) == 3


def test_a_length_that_is_known_is_not_asked_for() -> None:
    screen = ScriptedScreen(choices=("good",))
    place = room(screen, FedMicrophone(voiced(2.5)), said=("I am ready.",))

    assert guide.prepare(place, ask_minutes=False).minutes is None

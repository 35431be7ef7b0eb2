"""After silence, a pause or a key has spoken: what still belongs to the answer."""

from collections.abc import Iterator

import numpy as np
import pytest
from turn_parts import AT_ONCE, MANUAL, SILENCE, SPEECH, Keeping, Loop, Person, voice

from simulator.errors import DeviceError
from simulator.events import EndHeard, Key
from simulator.listen.listening import listen
from simulator.records import Samples


def test_speech_in_the_window_reopens_the_answer() -> None:
    """Speech within 1.5 s of the decision goes on as one answer, a cut-off counted.

    Who was cut off once is waited for half as long again.
    """
    person = Person(source := Loop())
    detector = voice((SPEECH, 25), (SILENCE, 4.8), (SPEECH, 3))
    heard = listen(source, detector, None, person.desk(), None, AT_ONCE)

    assert heard.cut_offs == 1
    assert heard.last_speech_s == pytest.approx(32.8, abs=0.11)
    assert heard.duration_s == pytest.approx(32.8 + 1.5 * 4.0, abs=0.2)
    assert person.of(EndHeard) == [EndHeard(), EndHeard(reopened=True), EndHeard()]


def test_a_key_in_the_window_keeps_all_that_was_recorded() -> None:
    """The person ended it later than silence did."""
    person = Person(source := Loop(), (30.0, Key.END))
    heard = listen(source, voice((SPEECH, 25)), None, person.desk(), None, AT_ONCE)

    assert heard.ended_by == "key"
    assert heard.duration_s == pytest.approx(30.0, abs=0.11)


def test_a_pause_stops_the_clock_of_silence() -> None:
    """25 s of speech, 3.5 s of silence, a minute away: whoever begins 2.5 s after
    coming back is not cut off."""
    person = Person(
        source := Loop(), (28.5, Key.PAUSE), (88.5, Key.PAUSE), (105.0, Key.END)
    )
    detector = voice((SPEECH, 25), (SILENCE, 3.5 + 2.5), (SPEECH, 5))
    heard = listen(source, detector, None, person.desk(), None, AT_ONCE)

    assert (heard.ended_by, heard.cut_offs) == ("silence", 0)
    assert person.of(EndHeard) == [EndHeard()]
    assert heard.last_speech_s == pytest.approx(36.0, abs=0.21)
    assert heard.duration_s == pytest.approx(36.0 + 4.0, abs=0.3)


def test_a_pause_takes_back_an_end() -> None:
    """Within the 1.5 s after silence has decided, as the key for more time does."""
    person = Person(
        source := Loop(), (29.6, Key.PAUSE), (60.0, Key.PAUSE), (90.0, Key.END)
    )
    detector = voice((SPEECH, 25), (SILENCE, 4.6 + 3.0), (SPEECH, 40))
    heard = listen(source, detector, None, person.desk(), None, AT_ONCE)

    assert (heard.ended_by, heard.cut_offs) == ("key", 0)
    assert person.of(EndHeard) == [EndHeard(), EndHeard(reopened=True)]


@pytest.mark.parametrize("at_s", [4.4, 5.4])
def test_a_click_does_not_reopen_the_answer(at_s: float) -> None:
    """0.1 s of sound is over before it could be a word, at the window's end too."""
    person = Person(source := Loop())
    detector = voice((SPEECH, 25), (SILENCE, at_s), (SPEECH, 0.1))
    heard = listen(source, detector, None, person.desk(), None, AT_ONCE)

    assert heard.cut_offs == 0
    assert heard.duration_s == pytest.approx(29.0, abs=0.11)
    assert heard.last_speech_s == pytest.approx(25.0, abs=0.11)


def test_a_word_begun_at_the_end_of_the_window_reopens_the_answer() -> None:
    """Whether a sound in the last tenth is a word is waited for."""
    person = Person(source := Loop())
    detector = voice((SPEECH, 25), (SILENCE, 5.4), (SPEECH, 2))
    heard = listen(source, detector, None, person.desk(), None, AT_ONCE)

    assert heard.cut_offs == 1
    assert heard.last_speech_s == pytest.approx(32.4, abs=0.11)


@pytest.mark.parametrize(
    ("speech", "keys", "ended_by"),
    [
        ((), (), "silence"),
        (((SILENCE, 4.0), (SPEECH, 3)), (), "silence"),
        ((), ((30.0, Key.END),), "key"),
        ((), ((30.0, KeyboardInterrupt),), "finish"),
        ((), ((30.0, Key.EXTEND), (33.0, Key.END)), "key"),
    ],
)
def test_the_transcriber_hears_what_the_answer_holds(
    speech: tuple[tuple[float, float], ...],
    keys: tuple[tuple[float, Key | type], ...],
    ended_by: str,
) -> None:
    """Sound after an end decided by silence is transcribed only if the answer holds
    it: when it goes on, or when a key ends it later."""
    person = Person(source := Loop(), *keys)
    detector = voice((SPEECH, 25), (SILENCE, 1.0), *speech)
    heard = listen(source, detector, k := Keeping(), person.desk(), None, AT_ONCE)

    assert heard.ended_by == ended_by
    assert np.array_equal(k.sound, heard.samples)


@pytest.mark.parametrize("key", [Key.END, Key.FINISH])
def test_a_key_takes_what_is_still_on_its_way(key: Key) -> None:
    """A Bluetooth headset is 0.25 s behind: its last syllable is kept, and no more."""

    class Bluetooth(Loop):
        behind_s = 0.25

        def chunks(self) -> Iterator[Samples | None]:
            return (chunk for chunk in super().chunks() if chunk is not None)

    person = Person(source := Bluetooth(), (5.0, key))
    hearing = Keeping()
    heard = listen(source, voice((SPEECH, 9)), hearing, person.desk(), None, MANUAL)

    assert heard.pressed is key
    assert heard.duration_s == pytest.approx(5.25)
    assert np.array_equal(hearing.sound, heard.samples)


def test_a_key_waits_for_no_sound_that_does_not_come() -> None:
    """Where the device gives nothing more, or is lost, the key has ended it."""
    lost = DeviceError("It is gone", "Plug it in.")
    for source in (Loop(), Loop(5.0, lost)):
        source.behind_s = 3.0
        person = Person(source, (5.0, Key.END))
        heard = listen(source, voice((SPEECH, 9)), None, person.desk(), None, MANUAL)

        assert (heard.ended_by, heard.error) == ("key", None)
        assert heard.duration_s == pytest.approx(5.0)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from turn_parts import SILENCE, Clock, after

from simulator.listen.turn import TurnTaker
from simulator.listen.wording import Tail, tail_of


@settings(deadline=None, max_examples=60)
@given(
    words=st.text(max_size=60) | st.sampled_from(["We fixed it.", "", "and"]),
    patience=st.floats(0.5, 3.0),
    spoken_s=st.floats(0.5, 90.0),
)
def test_silence_alone_never_ends_before_2_5_s(
    words: str, patience: float, spoken_s: float
) -> None:
    """Whatever was said, and however little patience was asked for."""
    clock = Clock(TurnTaker(patience=patience)).speak(spoken_s).silence(2.4, words)

    assert clock.ended_s() is None or tail_of(words) is Tail.CLOSING


@pytest.mark.parametrize(
    "words",
    [
        "I called the customer because",
        "I called the customer because.",
        "We looked at the numbers, and",
        "We looked at the numbers and...",
        "We tried to, um",
        "We tried to. Um.",
        "So the first thing was the",
        "I went to talk to my",
        "it was sort of",
        "we had three options, you know",
        "then she told me about our old system in",
        "I believe we should",
    ],
)
def test_open_ends_are_waited_for(words: str) -> None:
    """A pause of 6 s after "because", "and", "um" or half a clause ends nothing."""
    assert after(words) > 6.0


@pytest.mark.parametrize(
    "words",
    [
        "In the end we saved forty hours a week.",
        "I would do the same again!",
        "And that is why I want to work here.",
    ],
)
def test_a_full_sentence_is_answered_soon(words: str) -> None:
    """Late in an answer, a full sentence needs over 3 s of silence, at most 3.5."""
    assert 3.0 < after(words) <= 3.5


def test_early_in_an_answer_a_pause_of_6_s_survives() -> None:
    """After a first sentence a person may look at the ceiling for 6 s."""
    assert after("This was two years ago at my last job.", spoken_s=6.0) > 6.2


def test_words_that_come_with_the_silence_were_heard_before_it() -> None:
    """Decoding takes time: at 0.1 s into a silence they miss what was said last."""
    clock = Clock(TurnTaker()).speak(30)
    clock.words = "We fixed it."
    clock._run(20, SILENCE)

    assert clock.ended_s() == pytest.approx(30 + 4.0, abs=0.11)


def test_a_word_that_was_taken_back_was_said() -> None:
    """A sketch heard "I am", the second look nothing: somebody was beginning."""
    clock = Clock(TurnTaker()).speak(29)
    clock.words = "They had the same trouble. I am"
    clock.speak(1).silence(20, "They had the same trouble.")

    assert clock.ended_s() == pytest.approx(30 + 6.6, abs=0.11)


def test_without_words_it_waits_longer() -> None:
    """Where nothing is understood (yet), nothing shows that the answer is finished."""
    assert after("") == pytest.approx(4.0, abs=0.11)


def test_words_from_before_the_last_sound_prove_nothing() -> None:
    """A full sentence understood before more was said does not shorten the wait."""
    clock = Clock(TurnTaker()).speak(25).silence(1.0, "We fixed it.").speak(2)
    clock.silence(10)

    assert clock.ended_s() == pytest.approx(28.0 + 4.0, abs=0.11)


@pytest.mark.parametrize(
    "words",
    [
        "Let me think.",
        "Hmm, let me think about that for a moment.",
        "Give me a second, um",
        "Just a moment.",
        "How do I put this?",
        "That's a good question.",
    ],
)
def test_let_me_think_is_respected(words: str) -> None:
    """Who asks for time in an answer gets 15 s."""
    assert after(f"This was two years ago. {words}", spoken_s=3.0) > 14.5


def test_a_moment_in_a_story_is_no_request() -> None:
    """ "That was a great moment" asks for nothing."""
    assert after("And that was a great moment for the team.") < 3.5


@pytest.mark.parametrize(
    "words",
    [
        "And that's my answer.",
        "That is all I wanted to say.",
        "I'm done.",
        "I have nothing more to add.",
    ],
)
def test_saying_so_ends_the_answer(words: str) -> None:
    """After "that's my answer" 1.5 s are enough."""
    assert after(words) == pytest.approx(1.5, abs=0.11)


@pytest.mark.parametrize(
    "words", ["So yeah, that's it.", "We fixed it. And that was it.", "That's all."]
)
def test_that_is_it_ends_an_answer_only_late(words: str) -> None:
    """Early on it is part of the story and waits as any sentence does."""
    assert after(words) == pytest.approx(1.5, abs=0.11)
    assert after(words, spoken_s=12.0) == pytest.approx(6.6, abs=0.11)


@pytest.mark.parametrize("spoken_s", [5.0, 30.0])
@pytest.mark.parametrize(
    "words",
    [
        "We had two engineers, and that was it.",
        "I asked her whether that was all.",
        "He said that was everything.",
        "I had forty dollars, and that was all I had.",
    ],
)
def test_that_was_it_inside_a_sentence_ends_nothing(
    words: str, spoken_s: float
) -> None:
    """Its speaker has as long as behind any other sentence."""
    assert after(words, spoken_s) > 3.0


@pytest.mark.parametrize(
    "words",
    [
        "Now there's more trust between the teams.",
        "We had to hold on to that customer.",
        "I have a bit more confidence now.",
        "We have a second team in Leeds now.",
        "We need a second opinion on it.",
        "It's a great one.",
        "I have to think about the customer first.",
    ],
)
def test_an_ordinary_last_sentence_is_not_held(words: str) -> None:
    """Who has finished does not wait as long as who asked for time."""
    assert after(words) == pytest.approx(3.2, abs=0.11)


def test_after_a_pause_silence_begins_anew() -> None:
    """Nothing that was silent or said before it shortens the wait after it."""
    for words, needed_s in (("We fixed it.", 3.2), ("That's my answer.", 3.2)):
        clock = Clock(TurnTaker()).speak(30).silence(1.4, words)
        clock.taker.begin_waiting()
        clock.silence(10)
        assert clock.ended_s() == pytest.approx(31.4 + needed_s, abs=0.11)


def test_a_breath_does_not_take_more_time_away() -> None:
    """The key's 10 s last until speech as long as a first word."""
    clock = Clock(TurnTaker()).speak(30).silence(1, "We fixed it.")
    clock.taker.extend()
    clock.speak(0.1).silence(11.5)

    assert clock.decisions == []


def test_saying_so_counts_only_at_the_end() -> None:
    """ "That's it, so then I" goes on."""
    assert after("That's it, so then I") > 6.0


def test_patience_stretches_every_wait() -> None:
    """Patience 3 waits three times as long as patience 1."""
    assert after("We fixed it.", patience=3.0) == pytest.approx(9.6, abs=0.11)
    assert after("because", patience=2.0) == pytest.approx(13.2, abs=0.11)


@pytest.mark.parametrize("patience", [0.4, 3.1, float("nan"), -1])
def test_a_patience_that_does_not_fit_is_refused(patience: float) -> None:
    """Only 0.5 to 3 can be asked for."""
    with pytest.raises(ValueError, match="patience"):
        TurnTaker(patience=patience)


def test_in_manual_mode_only_the_key_ends() -> None:
    """Minutes of silence decide nothing, before and after speech."""
    clock = Clock(TurnTaker(manual=True)).silence(60).speak(5).silence(120, "Done.")

    assert clock.decisions == []


def test_asking_for_more_time_lasts_one_silence() -> None:
    """The key adds 10 s to this silence and nothing to the next."""
    clock = Clock(TurnTaker()).speak(30).silence(1, "We fixed it.")
    clock.taker.extend()
    clock.silence(11.5)
    assert clock.decisions == []

    clock.speak(1).silence(10, "We fixed it. Then we went home.")
    assert clock.ended_s() == pytest.approx(clock.now_s - 10 + 3.2, abs=0.11)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.floats(0.3, 8.0), st.floats(0.1, 2.4)), max_size=8))
def test_short_pauses_never_end_an_answer(runs: list[tuple[float, float]]) -> None:
    """Any talk with pauses under 2.5 s goes on."""
    clock = Clock(TurnTaker())
    for speech_s, pause_s in runs:
        clock.speak(speech_s).silence(pause_s, "This is a sentence.")

    assert clock.ended_s() is None

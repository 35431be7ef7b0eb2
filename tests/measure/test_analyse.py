"""The whole analysis: verdict first, and nothing judged where there is no answer."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_answers import answer, from_words, sound, spoken, with_sound, word, written

from simulator.measure import analyse
from simulator.records import Answer, Content, Question, Structure, Transcript

STORY = (
    "In my last job we lost five pallets every week. [0.6] My boss asked me to find "
    "out why. [0.8] So um I counted everything on both shifts for ten days, and I "
    "found that the labels were printed twice. [0.5] I changed the printer settings. "
    "[0.7] As a result the losses went down to zero and we saved two thousand dollars "
    "a month. "
)
ASKED = Question(id="q", text="Tell me about a time you solved a problem at work.")


def test_a_good_answer_is_assessable_and_graded() -> None:
    """Fillers, pauses, structure and graded measures, all on one clock."""
    analysis = analyse(answer(STORY, lead_s=1.0, question=ASKED))

    assert (analysis.verdict, analysis.why) == ("assessable", "")
    assert [f.text for f in analysis.fillers] == ["um"]
    assert len(analysis.pauses) == 4
    assert analysis.structure.result
    assert analysis.measurement("speech_rate").graded
    assert analysis.measurement("response_latency").value == pytest.approx(1.0)


def test_names_and_units_of_the_json_contract() -> None:
    """Others read these names."""
    units = {m.name: m.unit for m in analyse(answer(STORY)).measurements}

    assert units["speech_rate"] == "words/min"
    assert units["articulation_rate"] == "syllables/s"
    assert units["filled_pause_rate"] == units["discourse_marker_rate"] == "per min"
    assert units["mid_clause_pause_rate"] == "per 100 words"
    assert units["response_latency"] == "s"
    assert len(units) == len(analyse(answer(STORY)).measurements)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (answer("", tail_s=10.0), "silence"),
        (answer("la la la la la la la la la la"), "gibberish"),
        (answer("I don't know."), "too_short"),
    ],
)
def test_without_an_answer_nothing_is_judged(made: Answer, why: str) -> None:
    """Structure and content stay empty, and what is shown is not graded."""
    analysis = analyse(made)

    assert (analysis.verdict, analysis.why) == ("not_assessable", why)
    assert analysis.structure == Structure()
    assert analysis.content == Content()
    assert not any(m.graded for m in analysis.measurements)


def test_little_speech_is_shown_and_not_judged() -> None:
    """Under 15 s every graded measure loses its grade and says why."""
    short = answer("We lost the order. I called them. They were glad.", question=ASKED)

    analysis = analyse(short)

    assert analysis.verdict == "assessable"
    assert not any(m.graded for m in analysis.measurements)
    assert "15 seconds" in analysis.measurement("speech_rate").note


def test_written_text_has_no_times_and_no_rates() -> None:
    """None, never 0, for all that needs sound."""
    analysis = analyse(written(STORY, question=ASKED))

    for name in (
        "speech_rate",
        "filled_pause_rate",
        "response_latency",
        "longest_pause",
    ):
        assert analysis.measurement(name).value is None
    assert analysis.pauses == ()
    assert analysis.structure.result


def test_text_without_a_word_list_is_split() -> None:
    """Some transcripts hold only their text."""
    plain = Answer(ASKED, Transcript(text=STORY, language="en", model="typed"), None)

    assert analyse(plain).measurement("answer_words").value > 50


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"snr_db": 9.0}, "loud"),
        ({"clipped_ratio": 0.01}, "clipped"),
        ({"level_dbfs": None}, "quiet"),
        ({"narrow_band": True}, "telephone"),
        ({"second_voice": True}, "Two voices"),
    ],
)
def test_a_bad_recording_is_said(changes: dict, said: str) -> None:
    """Noise, clipping and a very low level each have their sentence."""
    made = answer(STORY)
    if "level_dbfs" in changes:
        changes = {"level_dbfs": made.sound.level_dbfs - np.float32(30.0)}

    (warning,) = analyse(with_sound(made, **changes)).warnings

    assert said in warning
    assert analyse(made).warnings == ()


@pytest.mark.parametrize(
    ("changes", "why", "doubtful", "sure"),
    [
        ({"snr_db": 9.0}, "loud", "speech_rate", "answer_length"),
        ({"second_voice": True}, "two voices", "answer_length", None),
        ({"clipped_ratio": 0.01}, "clipped", "articulation_rate", "speech_rate"),
        ({"narrow_band": True}, "telephone", "articulation_rate", "speech_rate"),
    ],
)
def test_what_a_bad_recording_bends_is_shown_but_not_judged(
    changes: dict, why: str, doubtful: str, sure: str | None
) -> None:
    """And says why beside the number; what survives is judged as ever."""
    made = answer(STORY, question=ASKED)
    good, bad = analyse(made), analyse(with_sound(made, **changes))

    assert good.measurement(doubtful).graded
    assert not bad.measurement(doubtful).graded
    assert why in bad.measurement(doubtful).note
    assert bad.measurement(doubtful).value == good.measurement(doubtful).value
    if sure:
        assert bad.measurement(sure).graded


def test_a_doubtful_recording_makes_an_ungraded_rate_doubtful_too() -> None:
    """A short answer's filler rate is not graded, and would be remarked on all the
    same where it is far out; its note says that the room was loud."""
    made = answer(STORY, question=ASKED)
    for changes in ({"snr_db": 5.0}, {"second_voice": True}):
        analysis = analyse(with_sound(made, **changes))
        for name in ("filled_pause_rate", "discourse_marker_rate"):
            rate = analysis.measurement(name)
            assert rate.doubtful
            assert "loud" in rate.note or "two voices" in rate.note
    assert not any(m.doubtful for m in analyse(made).measurements)


def test_an_empty_sound_is_no_error() -> None:
    """No frames, no speech."""
    none = np.zeros(0, dtype=np.float32)
    empty = with_sound(
        answer(""), duration_s=0.0, voice=none, level_dbfs=none, pitch_hz=none
    )

    assert analyse(empty).why == "silence"


def test_joining_two_answers_adds_their_counts() -> None:
    """Fillers, repairs and pauses of a + b are those of both."""
    a, end_s = spoken(STORY)
    b, all_s = spoken(
        "Um I I went home, you know, late. [0.5] It was fine.", lead_s=end_s
    )
    first = from_words(a, end_s)
    second = from_words(b, all_s)

    both = analyse(from_words((*a, *b), all_s))

    for part in ("fillers", "events", "pauses"):
        apart = len(getattr(analyse(first), part)) + len(getattr(analyse(second), part))
        assert len(getattr(both, part)) == apart


TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(TEXTS, st.floats(0, 60), st.floats(0, 3)), max_size=30),
    st.booleans(),
)
def test_no_words_and_no_times_make_it_raise(
    pieces: list[tuple[str, float, float]], spoken_aloud: bool
) -> None:
    """Bad input is normal input: any text, times out of order, equal, overlapping."""
    words = tuple(
        word(text, start_s, start_s + length_s) for text, start_s, length_s in pieces
    )
    transcript = Transcript(text="", language="en", model="x", words=words)
    heard = sound([(w.start_s, w.end_s) for w in words], 65.0) if spoken_aloud else None

    analysis = analyse(Answer(None, transcript, heard))

    values = [m.value for m in analysis.measurements if m.value is not None]
    assert all(np.isfinite(values))

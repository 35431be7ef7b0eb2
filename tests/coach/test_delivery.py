"""When the way of speaking is a remark, and when it is not."""

import made_cases as made
import pytest
from made_cases import assessable, said_about

from simulator.coach.case import from_turn
from simulator.coach.delivery_gaps import cluster
from simulator.coach.spoken import KEEP
from simulator.records import Event, Feedback, Measurement, Pause, Transcript

LONG = made.transcript("I did it and it worked. " * 80)
"""About three and a half minutes: long enough to grade fillers."""

UNHURRIED = made.CONFLICT.model_copy(update={"target_s": 240.0})


def told_with(measure: Measurement, said: Transcript | None = None) -> Feedback:
    """What is said about a sound story with this one measure."""
    analysis = assessable(structure=made.story(), measurements=(measure,))
    return said_about(analysis, said, UNHURRIED)


def test_a_fast_stretch_is_named_with_its_moment_and_number() -> None:
    """ "From 0:40 to 1:10 ... about 195 words a minute", as a person would say it."""
    curve = ((30, 160), (40, 194), (50, 198), (60, 196), (70, 193), (80, 150))
    told = said_about(
        assessable(structure=made.story(), measurements=(made.pace(175, curve),))
    )
    assert told.spoken.endswith(
        "From forty seconds to one minute ten you spoke at about one hundred and "
        "ninety-five words a minute. Next time, take one breath after each sentence."
    )


def test_the_curve_may_stand_in_another_measure() -> None:
    """The pace through the answer is found wherever it was measured."""
    variation = made.pace(12, ((40, 194), (50, 198), (60, 196))).model_copy(
        update={"name": "pace_variation", "graded": False}
    )
    told = said_about(
        assessable(structure=made.story(), measurements=(made.pace(195), variation))
    )
    assert "From forty seconds to one minute" in told.spoken


@pytest.mark.parametrize("value", [60, 90, 110])
def test_slow_speech_is_never_a_remark(value: float) -> None:
    """Neither aloud nor in writing."""
    told = said_about(
        assessable(structure=made.story(), measurements=(made.pace(value),))
    )
    assert told.advice == ()
    assert "words a minute" not in told.spoken


def test_pace_in_the_amber_band_is_written_and_not_said() -> None:
    """180 words a minute is no spoken gap."""
    told = said_about(
        assessable(structure=made.story(), measurements=(made.pace(180),))
    )
    assert [a.about for a in told.advice] == ["speech_rate"]
    assert "words a minute" not in told.spoken
    assert told.next_step == KEEP


def test_pace_that_is_not_graded_is_no_remark() -> None:
    """Too little was said to judge it."""
    pace = made.pace(230).model_copy(update={"graded": False})
    assert (
        said_about(assessable(structure=made.story(), measurements=(pace,))).advice
        == ()
    )


def test_five_fillers_a_minute_are_not_spoken_of() -> None:
    """Not even when they could be graded, and not as praise."""
    filled = made.filled(5.0, 3.0, 8.0, graded=True)
    told = told_with(filled, LONG)
    assert told.advice == ()
    assert "um" not in told.spoken.split()


def test_fillers_are_graded_over_three_minutes_only() -> None:
    """14 a minute in a short answer, between 6 and 25: nobody can tell."""
    filled = made.filled(14.0, 6.0, 25.0, graded=True)
    assert told_with(filled).advice == ()
    assert [a.about for a in told_with(filled, LONG).advice] == ["filled_pause_rate"]


def test_a_clearly_red_count_is_a_remark_even_when_short() -> None:
    """Where even the low end of the interval is above the red limit."""
    filled = made.filled(40.0, 28.0, 55.0)
    told = told_with(filled)
    assert "I heard about forty sounds like um a minute." in told.spoken


def test_fillers_in_the_amber_band_are_written_and_not_said() -> None:
    """8 a minute over three minutes."""
    filled = made.filled(8.0, 6.0, 11.0, graded=True)
    told = told_with(filled, LONG)
    assert [a.about for a in told.advice] == ["filled_pause_rate"]
    assert "sounds like um" not in told.spoken


def test_filler_words_are_never_said_aloud() -> None:
    """Detectors of "like" err too often for that."""
    markers = made.filled(40.0, 28.0, 55.0).model_copy(
        update={"name": "discourse_marker_rate"}
    )
    told = told_with(markers)
    assert [a.about for a in told.advice] == ["discourse_marker_rate"]
    assert "like" not in told.spoken


def test_pauses_of_a_stammer_are_left_alone() -> None:
    """With three repeated sounds, a pause inside a sentence may be a block."""
    pauses = made.filled(30.0, 20.0, 40.0, graded=True).model_copy(
        update={"name": "mid_clause_pause_rate"}
    )
    held = Pause(start_s=9, end_s=12, place="mid_clause")
    repeat = Event(kind="repetition", text="b- b-", start_s=3, end_s=4)
    fluent = assessable(structure=made.story(), measurements=(pauses,), pauses=(held,))
    stammered = fluent.model_copy(update={"events": (repeat,) * 3})
    assert [a.about for a in said_about(fluent).advice] == ["mid_clause_pause_rate"]
    assert said_about(stammered).advice == ()


@pytest.mark.parametrize("name", ["filled_pause_rate", "discourse_marker_rate"])
def test_what_the_recording_makes_doubtful_is_no_remark(name: str) -> None:
    """However far out: with two voices it may be somebody else's."""
    sure = made.filled(40.0, 28.0, 55.0).model_copy(update={"name": name})
    doubtful = sure.model_copy(update={"doubtful": True})
    assert [a.about for a in told_with(sure).advice] == [name]
    assert told_with(doubtful).advice == ()


@pytest.mark.parametrize(("near", "far", "named"), [(2, 2, False), (3, 1, True)])
def test_most_of_them_are_more_than_half(near: int, far: int, named: bool) -> None:
    """Two of four are not most of them."""
    text = "um " * near + "word " * 280 + "um " * far
    said = made.transcript(text)
    case = from_turn(
        made.turn(
            said=said,
            analysis=assessable(structure=made.story(), fillers=made.fillers(said)),
        )
    )
    assert (cluster(case) is not None) is named

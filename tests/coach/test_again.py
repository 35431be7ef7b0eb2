"""Taking up the last session, and whether the one thing changed."""

import made_cases as made
import pytest

from simulator.coach import compare, opening, passages
from simulator.coach.again import latest
from simulator.records import Analysis, Measurement, Structure, Turn

MISSING = Analysis(verdict="assessable", structure=made.story(result=False))
WHOLE = Analysis(verdict="assessable", structure=made.story())
SILENT = Analysis(verdict="not_assessable", why="silence")


def paced(value: float) -> Turn:
    return made.turn(
        analysis=Analysis(
            verdict="assessable",
            structure=made.story(),
            measurements=(made.pace(value),),
        )
    )


def filled(value: float, low: float, high: float) -> Turn:
    return made.turn(
        analysis=Analysis(
            verdict="assessable",
            structure=made.story(),
            measurements=(made.filled(value, low, high),),
        )
    )


def test_a_part_that_came_is_told_with_its_moment() -> None:
    assert compare(made.turn(analysis=MISSING), made.turn(analysis=WHOLE)) == (
        "It changed. Last time: I heard what you did, up to 0:29, but not what came of "
        "it. This time I heard it at 0:34."
    )


def test_a_part_that_did_not_come_is_told_without_blame() -> None:
    said = compare(made.turn(analysis=MISSING), made.turn(analysis=MISSING))
    assert said.startswith("Not yet: it is as it was last time.")


def test_an_uncertain_part_is_no_change() -> None:
    """What could not be made out is neither there nor missing."""
    structure = made.story(result=False).model_copy(
        update={"missing": (), "uncertain": ("result",)}
    )
    unsure = Analysis(verdict="assessable", structure=structure)
    said = compare(made.turn(analysis=MISSING), made.turn(analysis=unsure))
    assert said.startswith("I cannot tell whether it changed: I could not make out")


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        (220, 150, "It changed"),
        (240, 205, "It is on its way"),
        (220, 215, "Perhaps"),
        (200, 240, "Not yet"),
    ],
)
def test_a_pace_is_compared_with_both_numbers(
    before: float, now: float, verdict: str
) -> None:
    said = compare(paced(before), paced(now))
    assert said.startswith(f"{verdict}: last time about {before} words a minute, ")
    assert f"this time about {now} words a minute" in said


def test_a_change_within_chance_is_not_called_one() -> None:
    """Two short answers cannot tell 40 fillers a minute from 30."""
    said = compare(filled(40, 28, 55), filled(30, 18, 46))
    assert said == (
        "Perhaps: last time about 40 a minute, this time about 30 a minute, "
        "which is within what chance alone can do."
    )


def test_a_fast_stretch_is_compared_with_the_fastest_now() -> None:
    """The pace as a whole was never the matter."""
    fast = made.pace(170, ((20, 160), (30, 215), (40, 215), (50, 160)))
    calm = made.pace(150, ((20, 150), (30, 172), (40, 160), (50, 150)))
    before, now = (
        made.turn(
            analysis=Analysis(
                verdict="assessable", structure=made.story(), measurements=(pace,)
            )
        )
        for pace in (fast, calm)
    )
    assert compare(before, now) == (
        "It changed. Last time: from 0:30 to 0:40 you spoke at about 215 words a "
        "minute. This time the fastest stretch was about 170."
    )
    assert compare(before, before).startswith("Not yet.")


def test_too_short_a_second_try_is_not_compared() -> None:
    short = made.pace(120).model_copy(update={"graded": False})
    now = made.turn(
        analysis=Analysis(
            verdict="assessable", structure=made.story(), measurements=(short,)
        )
    )
    assert compare(paced(220), now).startswith("Too little was said this time")


def test_a_gap_that_is_merely_not_remarked_on_has_not_changed() -> None:
    """General talk lacks the episode, and is not asked for its result."""
    general = Analysis(
        verdict="assessable",
        structure=Structure(kind="pseudo_story", level=2, missing=("result",)),
    )
    said = compare(made.turn(analysis=MISSING), made.turn(analysis=general))
    assert said.startswith("Not yet")


def test_what_was_not_measured_now_is_not_compared() -> None:
    said = compare(paced(220), made.turn(analysis=WHOLE))
    assert "I could not measure it this time" in said


def test_a_silent_second_try_is_not_judged() -> None:
    said = compare(made.turn(analysis=MISSING), made.turn(analysis=SILENT))
    assert said.startswith("I could not judge this answer")


def test_an_answer_after_silence_is_a_change() -> None:
    said = compare(made.turn(analysis=SILENT), made.turn(analysis=WHOLE))
    assert said == "This time I heard an answer; last time I could not judge one."


def test_a_new_rehearsal_takes_up_the_gravest_gap_and_its_passage() -> None:
    """The rambling answer of three, and how it ended."""
    found = opening(made.whole())
    assert found is not None
    assert (found.question.id, found.stem) == ("deadline", "02-deadline")
    assert found.said == (
        "Welcome back. Here is the one thing from last time. "
        "This time, end with one sentence, what changed, and by how much."
    )
    assert found.start_s is not None
    assert found.end_s is not None
    assert 0 < found.end_s - found.start_s <= 20


def test_a_question_met_with_silence_is_offered_again() -> None:
    found = opening(made.session(made.turn(analysis=SILENT)))
    assert found is not None
    assert (found.stem, found.start_s) == (None, None)
    assert "one question stayed open" in found.said


def test_where_nothing_is_to_be_changed_nothing_is_taken_up() -> None:
    assert opening(made.session(made.turn(analysis=WHOLE))) is None
    assert opening(made.session()) is None


def test_the_last_attempt_counts() -> None:
    """A second try that has the result closes the question."""
    first, second = made.turn(analysis=MISSING), made.turn(analysis=WHOLE, attempt=2)
    assert opening(made.session(first, second)) is None


@pytest.mark.parametrize("ended_by", ["skip", "silence"])
def test_a_second_try_without_a_word_keeps_the_first(ended_by: str) -> None:
    """A good answer is not taken back by not repeating it."""
    good = made.turn(analysis=WHOLE)
    nothing = made.turn(analysis=SILENT, attempt=2, ended_by=ended_by)
    assert latest(made.session(good, nothing).answers) == (good,)
    assert opening(made.session(good, nothing)) is None
    only = made.turn(analysis=SILENT, ended_by=ended_by)
    assert latest(made.session(only).answers) == (only,)


def test_without_a_recording_no_passage_is_offered() -> None:
    found = opening(made.session(made.turn(analysis=MISSING, audio=None)))
    assert found is not None
    assert found.stem is None


def test_both_passages_show_the_one_thing() -> None:
    """How the old answer ended, beside the result of the new one."""
    old, new = passages(made.turn(analysis=MISSING), made.turn(analysis=WHOLE))
    assert old is not None
    assert new is not None
    assert (new.start_s, new.end_s) == (33.5, 38.0)
    assert (old.end_s or 0) > 38.0


def test_an_answer_without_times_has_no_passage() -> None:
    typed = made.turn(
        analysis=Analysis(
            verdict="assessable", structure=Structure(kind="story", missing=("result",))
        ),
        said=made.transcript("").model_copy(update={"text": "We did it."}),
        audio=None,
    )
    assert passages(typed, typed) == (None, None)


def with_background(until_s: float) -> Turn:
    """A story of a minute, its background ending at `until_s`."""
    structure = made.story().model_copy(
        update={
            "situation": (made.passage("It was the spring of the move", 0.5, until_s),),
            "task": (),
            "action": (made.passage("I asked them", until_s, until_s + 3),),
            "result": (made.passage("we cut it by 30 percent", 57, 60),),
        }
    )
    return made.turn(
        analysis=Analysis(verdict="assessable", structure=structure),
        said=made.transcript("I did it and it worked. " * 23),
    )


def test_a_background_that_stayed_as_long_has_not_changed() -> None:
    """That there is one says nothing: how long it took does, with both times."""
    said = compare(with_background(40.0), with_background(38.0))
    assert said == (
        "Not yet: last time 0:40 of 0:59 was background, this time 0:38 of 0:59."
    )


def test_a_background_that_became_short_has_changed() -> None:
    said = compare(with_background(40.0), with_background(12.0))
    assert said == (
        "It changed: last time 0:40 of 0:59 was background, this time 0:12 of 0:59."
    )


def test_where_no_background_is_told_apart_nothing_is_compared() -> None:
    general = Analysis(
        verdict="assessable", structure=Structure(kind="pseudo_story", level=2)
    )
    said = compare(with_background(40.0), made.turn(analysis=general))
    assert said.startswith("I could not tell the background apart")


def test_a_doubtful_recording_is_not_compared() -> None:
    """Two voices: the number may be somebody else's."""
    doubted = made.pace(150).model_copy(update={"graded": False, "doubtful": True})
    now = made.turn(
        analysis=Analysis(
            verdict="assessable", structure=made.story(), measurements=(doubted,)
        )
    )
    assert compare(paced(220), now).startswith("The recording makes it doubtful")


def lasted(length_s: float, replies_s: float = 0.0) -> Turn:
    """A story of a measured length, with replies of so many seconds behind it."""
    length = Measurement(name="answer_length", title="Length", value=length_s, unit="s")
    count = round((length_s + replies_s) * 140 / 60 / 6)
    return made.turn(
        analysis=Analysis(
            verdict="assessable", structure=made.story(), measurements=(length,)
        ),
        said=made.transcript("I did it and it worked. " * count),
    )


def test_lengths_are_compared_without_the_replies() -> None:
    """Shorter than last time is shorter, though more was asked this time."""
    said = compare(lasted(150.0), lasted(100.0, replies_s=60.0))
    assert said == "It changed: last time 2:30, this time 1:40."

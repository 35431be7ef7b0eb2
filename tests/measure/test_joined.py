"""An answer and the answer to its follow-up: one clock, one judgement."""

from dataclasses import replace

import numpy as np
import pytest
from made_answers import HOP_S, answer, from_words, spoken, with_sound, word, written

from simulator.measure import analyse
from simulator.measure.joined import join, judged
from simulator.measure.withheld import content_only
from simulator.records import Question

ASK = Question(id="q", text="Tell me about a time you solved a problem.")
STORY = (
    "Last spring our till broke on a Saturday and the queue went out of the door. "
    "I wrote every receipt by hand and I sent one colleague to the bank."
)
RESULT = "The queue was gone in ten minutes and nobody had to go home without bread."


def test_the_second_runs_on_the_clock_of_the_first() -> None:
    """Words, stretches of speech and duration are moved by the first's length, to the
    sample."""
    first = answer("One two three", tail_s=0.505, question=ASK)
    second = answer("four [0.5] five", lead_s=0.25)

    both = join(first, second)

    assert both.duration_s == pytest.approx(1.405 + 1.35)
    assert [w.text for w in both.transcript.words] == [
        *("One", "two", "three.", "four", "five")
    ]
    starts = [w.start_s for w in both.transcript.words]
    assert starts == pytest.approx([0, 0.3, 0.6, 1.655, 2.455])
    assert both.sound is not None
    assert both.sound.speech[-1] == pytest.approx((2.455, 2.755))


def test_tracks_lie_within_half_a_hop_of_their_time() -> None:
    """The second's voice begins where its words begin, whatever the first's length."""
    for tail_s in (0.0, 0.003, 0.0079, 0.0081, 0.5):
        first = answer("One two three", tail_s=tail_s)
        second = answer("four five", lead_s=0.4)
        both = join(first, second)
        assert both.sound is not None
        tracks = (both.sound.voice, both.sound.level_dbfs, both.sound.pitch_hz)
        assert len({len(track) for track in tracks}) == 1
        at = round((first.duration_s or 0) / HOP_S)
        begins_s = (at + np.argmax(both.sound.voice[at:])) * HOP_S
        wanted_s = both.transcript.words[3].start_s or 0.0
        assert begins_s == pytest.approx(wanted_s, abs=HOP_S)


def test_the_first_keeps_question_and_opening_the_second_gives_the_end() -> None:
    first = replace(answer("One", question=ASK, opened_after_s=0.3), ended_by="key")
    second = replace(answer("two"), ended_by="silence")
    both = join(first, second)
    assert (both.question, both.opened_after_s, both.ended_by) == (ASK, 0.3, "silence")


def test_written_answers_are_joined_without_times() -> None:
    """Where one was spoken and one written there is no clock, so there are no times."""
    for first, second in (
        (written("I did it,"), written("and it worked.")),
        (answer("I did it,"), written("and it worked.")),
        (written("I did it,"), answer("and it worked.")),
    ):
        both = join(first, second)
        assert both.sound is None
        assert both.transcript.text == "I did it. and it worked."
        assert all(w.start_s is None for w in both.transcript.words)


def test_an_empty_reply_changes_nothing_but_the_length() -> None:
    first = answer(STORY, question=ASK)
    both = join(first, from_words((), 2.0))
    assert [w.start_s for w in both.transcript.words] == [
        w.start_s for w in first.transcript.words
    ]
    assert both.transcript.text == first.transcript.text


def test_an_empty_first_answer_can_be_joined() -> None:
    both = join(from_words((), 2.0), answer("one two"))
    assert [w.start_s for w in both.transcript.words] == pytest.approx([2.0, 2.3])


def test_hops_must_be_one() -> None:
    with pytest.raises(ValueError, match=r"0\.016 s and 0\.01 s"):
        join(answer("one"), with_sound(answer("two"), hop_s=0.01))


def test_the_worse_sound_speaks_for_both() -> None:
    first = with_sound(answer("one two"), snr_db=30.0, clipped_ratio=0.1)
    second = with_sound(answer("three four"), snr_db=12.0, clipped_ratio=0.3)
    both = join(first, second)
    assert both.sound is not None
    assert both.sound.snr_db == 12.0
    assert both.sound.clipped_ratio == pytest.approx(0.2)


def test_a_result_given_to_the_probe_counts_at_its_moment() -> None:
    first, second = answer(STORY, question=ASK), answer(RESULT)
    alone = analyse(first)
    both = judged(alone, first, second, "result")
    assert "result" in alone.structure.missing
    assert "result" not in both.structure.missing
    assert both.structure.result[0].start_s == pytest.approx(first.duration_s)
    assert both.structure.action == alone.structure.action


def test_pace_and_pauses_stay_those_of_the_first_recording() -> None:
    """The wait for the probe is no pause of the candidate's, and slows nobody."""
    first = answer(STORY, question=ASK, tail_s=2.0)
    second = answer(RESULT, lead_s=3.0)
    alone = analyse(first)
    both = judged(alone, first, second, "result")
    rates = ("filled_pause_rate", "discourse_marker_rate")
    assert both.pauses == alone.pauses
    assert [m for m in both.measurements if m.name not in rates] == [
        m for m in alone.measurements if m.name not in rates
    ]


def test_what_is_heard_in_a_reply_counts_at_its_moment() -> None:
    """Fillers, repeats and pauses of both; each at its time on the one clock."""
    first = answer(STORY, question=ASK, tail_s=2.0)
    second = answer("Um I I think [0.5] um the queue was gone.", lead_s=3.0)
    begins_s = first.duration_s or 0.0

    both = judged(analyse(first), first, second, "result")

    assert [f.start_s for f in both.fillers] == pytest.approx(
        [begins_s + 3.0, begins_s + 3.0 + 4 * 0.3 + 0.5]
    )
    assert [(e.kind, e.start_s) for e in both.events] == [
        ("repetition", pytest.approx(begins_s + 3.3))
    ]
    assert [p.start_s for p in both.pauses] == pytest.approx([begins_s + 4.2])


def test_filler_rates_count_both_over_the_minutes_of_both() -> None:
    """The waits around the follow-up question are nobody's speech."""
    first = answer(STORY, question=ASK, tail_s=20.0)
    second = answer("um " * 10 + RESULT, lead_s=20.0)
    third = answer("um the bread was sold", lead_s=10.0)
    spoken_s = len(f"{STORY} {'um ' * 10}{RESULT} um the bread was sold".split()) * 0.3

    once = judged(analyse(first), first, second, "result")
    twice = judged(once, join(first, second), third)

    rate = twice.measurement("filled_pause_rate")
    assert rate is not None
    assert rate.value == pytest.approx(11 * 60 / spoken_s)
    assert [m.start_s for m in rate.evidence] == [f.start_s for f in twice.fillers]
    assert rate.low < rate.value < rate.high


def test_three_minutes_in_all_are_enough_to_grade_fillers() -> None:
    first = answer(STORY, question=ASK, word_s=5.0)
    second = answer(RESULT, word_s=5.0)
    alone = analyse(first)
    both = judged(alone, first, second)
    found = [a.measurement("filled_pause_rate") for a in (alone, both)]
    assert [m.graded for m in found if m] == [False, True]


def test_a_reply_with_two_voices_makes_the_rates_doubtful() -> None:
    first = answer(STORY, question=ASK, word_s=5.0)
    second = with_sound(answer(RESULT, word_s=5.0), second_voice=True)
    both = judged(analyse(first), first, second)
    rate = both.measurement("filled_pause_rate")
    assert rate is not None
    assert (rate.graded, rate.doubtful) == (False, True)
    assert "Two voices" in both.warnings[0]


def test_a_replys_fillers_are_put_away_where_only_content_counts() -> None:
    first, second = answer(STORY, question=ASK), answer(f"um {RESULT}")
    alone = content_only(analyse(first))
    both = judged(alone, first, second, "result")
    assert both.fillers == ()
    assert both.withheld is not None
    assert [f.text for f in both.withheld.fillers] == ["um"]
    assert not any(m.graded for m in both.withheld.measurements)


def test_a_typed_reply_adds_no_fillers_and_no_minutes() -> None:
    first = answer(f"um {STORY}", question=ASK)
    alone = analyse(first)
    both = judged(alone, first, written(f"um {RESULT}"), "result")
    assert both.fillers == alone.fillers
    name = "filled_pause_rate"
    assert both.measurement(name) == alone.measurement(name)


def test_a_part_answered_in_the_reply_is_counted_as_answered() -> None:
    """The number and the list behind it are those of both."""
    asked = Question(
        id="q", text="Tell me about a problem. What did you do, and what came of it?"
    )
    first, second = answer(STORY, question=asked), answer(RESULT)
    alone = analyse(first)
    both = judged(alone, first, second, "result")
    counts = [a.measurement("parts_answered") for a in (alone, both)]
    assert [m.value for m in counts if m] == [1.0, 2.0]
    assert all(part.found for part in both.content.parts)


def test_a_task_given_to_the_probe_counts_though_it_comes_late() -> None:
    """Even in the short form in which people reply."""
    first = answer(STORY, question=ASK)
    alone = analyse(first)
    for reply in (
        "I was asked to keep the shop open until six.",
        "Just to keep the shop open until six.",
    ):
        both = judged(alone, first, answer(reply), "task")
        assert "task" in alone.structure.missing
        assert "task" not in both.structure.missing
        assert both.structure.task[0].start_s is not None
        assert both.structure.task[0].start_s >= (first.duration_s or 0)


@pytest.mark.parametrize(
    "reply",
    [
        "Just a rota that would pass the next audit.",
        "We had to skip nothing and be open on the Monday.",
        "To close it, though the chief was not sure about that.",
        "I am not sure, but I was to keep it open.",
    ],
)
def test_a_reply_that_tells_something_counts_whatever_words_are_in_it(
    reply: str,
) -> None:
    """ "Pass" and "not sure" are a refusal only where the reply opens with them."""
    first = answer(STORY, question=ASK)
    both = judged(analyse(first), first, answer(reply), "task")
    assert "task" not in both.structure.missing


@pytest.mark.parametrize(
    "reply",
    [
        *(
            "",
            "Hm.",
            "I don't remember, sorry.",
            "No idea.",
            "Pass. That is all of it.",
        ),
        *("Well, I’m not sure about that.", "I'd rather not say that, thank you."),
    ],
)
def test_a_reply_that_says_nothing_fills_nothing(reply: str) -> None:
    first = answer(STORY, question=ASK)
    alone = analyse(first)
    both = judged(alone, first, answer(reply), "task")
    assert "task" in both.structure.missing


def test_we_is_no_own_part_whatever_was_asked() -> None:
    text = (
        "Last year our client was angry because two orders were lost. We called them, "
        "and we fixed the order in one night. They were happy again."
    )
    first = answer(text, question=ASK)
    alone = analyse(first)
    both = judged(alone, first, answer("We all did it together."), "action")
    assert "action" in both.structure.missing


def test_an_answer_that_could_not_be_judged_stays_so() -> None:
    first = from_words((), 3.0, question=ASK)
    alone = analyse(first)
    assert judged(alone, first, answer(RESULT), "result") is alone


def test_no_words_are_lost() -> None:
    words, duration_s = spoken("one um two th- three")
    first = from_words((*words, word("uh", duration_s, duration_s + 0.3)), 2.0)
    both = join(first, answer("four"))
    kinds = [w.kind for w in both.transcript.words]
    assert kinds.count("filled_pause") == 2
    assert len(kinds) == 7

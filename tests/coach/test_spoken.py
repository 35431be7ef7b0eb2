"""Rules of what is said about one answer."""

import re

import made_cases as made
from made_cases import assessable, said_about, sentences

from simulator.records import (
    Concept,
    Content,
    Feedback,
    Measurement,
    Moment,
    Structure,
    Transcript,
)


def test_strength_gap_and_next_step_are_three_sentences() -> None:
    """A story without its result: what was good, what was not heard, what to do."""
    told = said_about(assessable(structure=made.story(result=False)))
    assert sentences(told.spoken) == [
        "You told one real episode, and by fourteen seconds I knew what was at stake.",
        "I heard what you did, up to twenty-nine seconds, but not what came of it.",
        "Next time, end with one sentence, what changed, and by how much.",
    ]


def test_content_comes_before_delivery() -> None:
    """A missing result is said; a pace in the red stands second, in writing."""
    told = said_about(
        assessable(structure=made.story(result=False), measurements=(made.pace(220),))
    )
    assert [a.about for a in told.advice] == ["result", "speech_rate"]
    assert "words a minute" not in told.spoken


def test_an_uncertain_part_is_not_called_missing() -> None:
    """The words may have been misheard: they can be corrected and measured again."""
    structure = made.story(result=False).model_copy(
        update={"missing": (), "uncertain": ("result",)}
    )
    told = said_about(assessable(structure=structure))
    assert told.spoken.endswith(
        "I could not make out a result. "
        "If you gave one, correct the words and measure again."
    )


def test_general_talk_gets_one_remark_instead_of_four() -> None:
    """ "I usually ..." has no parts to miss; it lacks the episode."""
    structure = Structure(
        kind="pseudo_story",
        shape="star",
        level=2,
        missing=("situation", "task", "action", "result"),
    )
    told = said_about(assessable(structure=structure))
    assert len(told.advice) == 1
    assert told.next_step == "Next time, choose one day it happened, and begin there."


def test_an_action_without_its_doer_asks_for_the_own_share() -> None:
    """Only the action is looked at; "I" against "we" is never counted."""
    structure = made.story().model_copy(
        update={"action": (made.passage("We rebuilt the whole form", 20, 30),)}
    )
    told = said_about(assessable(structure=structure))
    assert told.next_step == "Next time, add one sentence: what you did yourself."


def test_a_result_without_a_number_is_asked_for_a_true_one() -> None:
    """Never an invention: a number the speaker can stand behind."""
    told = said_about(assessable(structure=made.story(number=False)))
    assert told.next_step == "Next time, add the one number you can stand behind."


def test_red_delivery_goes_before_a_refinement() -> None:
    """A sound answer spoken too fast to follow: the pace first, then the number."""
    told = said_about(
        assessable(structure=made.story(number=False), measurements=(made.pace(230),))
    )
    assert [a.about for a in told.advice] == ["speech_rate", "result"]


def test_what_was_not_heard_of_is_written_and_not_said() -> None:
    """A bank's key words are signs; speaking them would be a guess."""
    lost = tuple(Concept(name=f"word{n}|other", found=False) for n in "abc")
    told = said_about(
        assessable(structure=made.story(), content=Content(concepts=lost))
    )
    assert "“worda”" in told.advice[0].text
    assert "worda" not in told.spoken


def test_an_answer_off_the_question_gets_a_fact_and_no_praise() -> None:
    """A fluent story about something else earns nothing here."""
    told = said_about(
        assessable(
            structure=made.story(),
            content=Content(on_topic=False),
            measurements=(made.pace(140),),
        )
    )
    assert told.strength is None
    assert told.spoken.startswith("You spoke for one minute")


def test_a_long_answer_is_told_by_how_much() -> None:
    """Both lengths are named."""
    long = made.transcript("I did it and it worked. " * 80)
    told = said_about(assessable(structure=made.story()), long)
    assert "You spoke for three minutes twenty-six" in told.spoken


def test_a_missing_part_of_a_shape_never_seen_is_named_in_plain_words() -> None:
    """A new shape needs no change here."""
    structure = Structure(kind="opinion", shape="new", missing=("trade_off",))
    told = said_about(assessable(structure=structure), question=made.WHY)
    assert "I did not hear trade off." in told.spoken


def test_without_a_question_no_content_is_expected() -> None:
    """A bare recording is not blamed for not being a story."""
    told = said_about(
        assessable(structure=Structure(kind="opinion", level=2)), question=None
    )
    assert told.advice == ()


def test_typed_answers_have_no_moments() -> None:
    """No time is invented for words that were never spoken."""
    structure = Structure(
        kind="story",
        situation=(made.passage("Last spring we fell out", None, None),),
        action=(made.passage("I asked them", None, None),),
        missing=("result",),
    )
    written = Transcript(
        text="Last spring we fell out. I asked.", language="en", model=""
    )
    told = said_about(assessable(structure=structure), written)
    assert told.spoken.startswith("You told one real episode. I did not hear what came")
    assert told.advice[0].evidence == ()


def every_feedback() -> list[Feedback]:
    """Feedback of many kinds, for rules that hold for all of them."""
    kinds = ("story", "pseudo_story", "self_description", "opinion", "other")
    parts = (
        ("result",), ("task", "action"), ("point", "reason"), ("options", "choice"),
        ("present", "future"), ("questions",), (),
    )  # fmt: skip
    analyses = [
        assessable(
            structure=Structure(
                kind=kind,
                level=2,
                missing=missing,
                situation=(made.passage("a ~Kanban & <b>thing</b>", 1, 4),),
            ),
            measurements=(made.pace(pace), made.filled(40, 28, 55)),
        )
        for kind in kinds
        for missing in parts
        for pace in (90, 140, 230)
    ]
    return [said_about(a) for a in analyses]


def test_speech_is_at_most_three_pronounceable_sentences() -> None:
    """No figures, no symbols, no jargon, no level, for any kind of answer."""
    for told in every_feedback():
        assert len(sentences(told.spoken)) <= 3, told.spoken
        assert re.fullmatch(r"[A-Za-z ,.'’-]+", told.spoken), told.spoken
        assert not re.search(r"\b(wpm|STAR|level|rate|score|percent)\b", told.spoken)


def test_the_next_step_is_one_sentence() -> None:
    for told in every_feedback():
        assert len(sentences(told.next_step)) == 1, told.next_step


def test_speech_never_quotes_the_candidate() -> None:
    """A word heard wrongly and said back to its speaker hurts."""
    assert all("Kanban" not in told.spoken for told in every_feedback())


def test_a_part_of_another_shape_is_a_strength_with_its_moment() -> None:
    structure = Structure(
        kind="self_description",
        parts={"present": (made.passage("I am a nurse", 2, 4),)},
    )
    told = said_about(assessable(structure=structure), question=made.WHY)
    assert told.spoken.startswith("At two seconds you said what you do now.")


def test_a_typed_part_is_a_strength_without_a_moment() -> None:
    structure = Structure(
        kind="other", parts={"choice": (made.passage("I would pick it", None, None),)}
    )
    written = Transcript(text="I would pick it.", language="en", model="")
    told = said_about(assessable(structure=structure), written, made.WHY)
    assert told.spoken.startswith("You said what you would choose.")


def long_setting(until_s: float, end_s: float) -> Feedback:
    """A story whose background lasts until `until_s`, of `end_s` in all."""
    structure = made.story().model_copy(
        update={
            "situation": (made.passage("It was the spring of the move", 0.5, until_s),),
            "task": (),
            "action": (made.passage("I asked them", until_s + 0.5, until_s + 3),),
            "result": (made.passage("we cut it by 30 percent", end_s - 3, end_s),),
        }
    )
    count = round((end_s - 0.5) / (60 / 140))
    said = made.transcript("I did it and it worked. " * (count // 6 + 1))
    return said_about(assessable(structure=structure), said)


def test_more_than_half_on_the_background_is_the_remark() -> None:
    """With the stretch that was too long, to be played."""
    told = long_setting(40.0, 60.0)
    (advice,) = (a for a in told.advice if a.about == "situation")
    assert advice.text.startswith("You spent 0:40 of 1:0")
    assert [(m.start_s, m.end_s) for m in advice.evidence] == [(0.5, 40.0)]
    assert told.next_step.startswith("Next time, set the scene in two sentences")


def test_half_on_the_background_is_not_too_long() -> None:
    """Nor is a short scene that takes most of a short answer."""
    for told in (long_setting(29.0, 60.0), long_setting(15.0, 22.0)):
        assert "situation" not in [a.about for a in told.advice]


def test_without_a_question_no_shape_is_asked_for() -> None:
    """Speech that answers nothing known lacks nothing; a story still wants its end."""
    talk = Structure(
        kind="self_description", shape="present_past_future", missing=("future",)
    )
    story = Structure(kind="story", shape="star", missing=("result",))

    free = said_about(assessable(structure=talk), question=None)
    told = said_about(assessable(structure=story), question=None)

    assert free.advice == ()
    assert [advice.about for advice in told.advice] == ["result"]


def joined_case(first_s: float, doubtful: bool = False) -> Feedback:
    """A story of `first_s` measured seconds with replies, two and a half minutes in
    all, to a question that wants a minute and a half."""
    length = Measurement(
        name="answer_length",
        title="Length of the answer",
        value=first_s,
        unit="s",
        doubtful=doubtful,
        evidence=(Moment(start_s=1.0, end_s=1.0 + first_s),),
    )
    said = made.transcript("I did it and it worked. " * 58)
    analysis = assessable(structure=made.story(), measurements=(length,))
    return said_about(analysis, said)


def test_replies_to_our_own_questions_make_no_answer_long() -> None:
    told = joined_case(75.0)
    assert "answer_length" not in [a.about for a in told.advice]


def test_a_long_answer_is_measured_without_its_replies() -> None:
    """The number is the report's, and so is the stretch past the usual length."""
    (advice,) = (a for a in joined_case(140.0).advice if a.about == "answer_length")
    assert advice.text.startswith("You spoke for 2:20, and about 1:30 is enough.")
    assert [(m.start_s, m.end_s) for m in advice.evidence] == [(91.0, 141.0)]


def test_a_length_that_two_voices_make_doubtful_is_no_remark() -> None:
    told = joined_case(140.0, doubtful=True)
    assert "answer_length" not in [a.about for a in told.advice]

"""What the report says of the job, in everyday words."""

from simulator.coach import fit_words
from simulator.records import AskedQuestion, Coverage, Requirement


def asked(*rounds: tuple[str, bool]) -> tuple[AskedQuestion, ...]:
    """Questions, each as (its round, whether the interviewer knew an answer)."""
    return tuple(
        AskedQuestion(
            stem=stem, text="How big is the team?", open=True, in_notes=answered
        )
        for stem, answered in rounds
    )


def test_nobody_is_told_to_take_up_what_was_never_said() -> None:
    """An interviewer who does not know says nothing that could be taken up, and what
    was said in answer to a question cannot be taken up in the same breath."""
    none = "None took up what the interviewer had said."

    for nothing_before in (
        asked(("8", False), ("9", False)),
        asked(("8", True), ("8", True)),
        asked(("8", False), ("9", True)),
    ):
        assert none not in fit_words.asked_summary(nothing_before)
    assert none in fit_words.asked_summary(asked(("8", True), ("9", False)))


def test_a_skipped_question_was_asked() -> None:
    wanted = Requirement(id="r1", text="Excel")
    skipped = Coverage(requirement_id="r1", state="not_asked", why="You skipped it.")
    never = Coverage(requirement_id="r1", state="not_asked")

    assert fit_words.heard_as(wanted, skipped) == "asked, not answered"
    assert fit_words.next_for(wanted, skipped) == "You skipped it."
    assert fit_words.heard_as(wanted, never) == "not asked in this rehearsal"
    assert fit_words.next_for(wanted, never) == ""

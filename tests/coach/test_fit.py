"""What the report says of the job, in everyday words."""

from simulator.coach import fit_words
from simulator.coach.fit import fit
from simulator.records import (
    AskedQuestion,
    Coverage,
    Evidence,
    Findings,
    Job,
    Passage,
    Quote,
    Requirement,
    Session,
)


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


def test_a_count_says_how_many_there_were_and_how_many_are_shown() -> None:
    def noted(found: int, shown: int) -> str:
        quotes = tuple(
            Quote(stem="01", passage=Passage(text="so", start_s=0, end_s=1))
            for _ in range(shown)
        )
        moments = (Evidence(kind="credit", quotes=quotes, found=found),)
        session = about_a_job(Findings(evidence=moments))
        view = fit(session, [])
        assert view is not None
        (group,) = view.moments
        return group.note

    assert noted(7, 6) == "7 moments, 6 of them shown"
    assert noted(6, 6) == "6 moments"
    assert noted(1, 1) == "1 moment"
    assert noted(0, 2) == "2 moments", "kept before they were counted"


def about_a_job(found: Findings) -> Session:
    return Session(
        id="2026-01-05T100000Z-x-0000",
        started_at="2026-01-05T10:00:00+00:00",
        bank="x",
        questions=(),
        job=Job(),
        findings=found,
    )

"""Names that people can read and paths cannot misuse."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from kept_examples import CONFLICT, FAILURE, session_of

from simulator.keep import new_id, stem_for
from simulator.keep.naming import is_plain, looks_like_session, slug
from simulator.records import Question


def test_a_session_is_named_by_time_bank_and_chance() -> None:
    """In UTC, whatever the clock on the wall."""
    at = datetime(2026, 11, 22, 11, 15, 33, tzinfo=timezone(timedelta(hours=1)))

    name = new_id("Behavioural", at)

    assert re.fullmatch(r"2026-11-22T101533Z-behavioural-[0-9a-f]{4}", name)
    assert looks_like_session(name)
    assert new_id("b", datetime.now(UTC)) != new_id("b", datetime.now(UTC))


def test_stems_number_the_question_and_say_which_attempt() -> None:
    """Second attempts and follow-ups sort beside the first."""
    session = session_of()

    assert stem_for(session, CONFLICT) == "01-conflict"
    assert stem_for(session, FAILURE, attempt=2) == "02-failure.try2"
    assert stem_for(session, CONFLICT, probe=1) == "01-conflict.probe1"
    assert stem_for(session, CONFLICT, 2, 1) == "01-conflict.try2.probe1"
    assert stem_for(session, Question(id="new", text="?")) == "03-new"


@pytest.mark.parametrize(
    "text", ["", "../../etc", "🎤", "a" * 500, "CON:", "x\0y", "-", "Où est‑ce ?"]
)
def test_any_text_makes_a_plain_name(text: str) -> None:
    """Bank and question ids of other people become part of paths."""
    assert is_plain(slug(text))
    assert is_plain(new_id(text))
    assert len(slug(text)) <= 40

"""Two attempts side by side."""

import made_sessions
from hypothesis import given
from hypothesis import strategies as st

from simulator.casebook.compare import compare
from simulator.records import Turn

STORY, RAMBLE = made_sessions.turns()


def saying(text: str) -> Turn:
    said = STORY.transcript.model_copy(update={"text": text})
    return STORY.model_copy(update={"transcript": said})


def test_an_answer_does_not_differ_from_itself() -> None:
    same = compare(STORY, STORY)
    assert {run.change for run in (*same.a, *same.b)} == {"same"}
    assert same.shared == 1.0
    assert {row.difference for row in same.measures} == {""}
    assert {row.nearer for row in same.measures} == {None}


def test_a_part_that_is_new_is_named() -> None:
    parts = dict((name, (a, b)) for name, a, b in compare(RAMBLE, STORY).parts)
    assert parts["result"] == (False, True)
    assert list(parts)[:4] == ["situation", "task", "action", "result"]


def test_a_difference_is_said_in_everyday_words() -> None:
    rows = {row.title: row for row in compare(RAMBLE, STORY).measures}
    assert rows["Um and uh"].difference == "7.5 a minute less"
    assert rows["Um and uh"].nearer is None  # too short to be judged


def test_words_are_compared_without_case_and_commas() -> None:
    found = compare(saying("So, we met"), saying("so we talked"))
    assert [(r.change, r.text) for r in found.a] == [
        ("same", "So, we"),
        ("gone", "met"),
    ]
    assert [(r.change, r.text) for r in found.b] == [
        ("same", "so we"),
        ("new", "talked"),
    ]


@given(st.text("ab ,.é", max_size=40), st.text("ab ,.é", max_size=40))
def test_no_word_is_lost_in_the_comparison(one: str, other: str) -> None:
    found = compare(saying(one), saying(other))
    assert " ".join(run.text for run in found.a).split() == one.split()
    assert " ".join(run.text for run in found.b).split() == other.split()
    assert 0.0 <= found.shared <= 1.0

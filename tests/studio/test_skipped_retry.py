"""A second try without a word leaves the first answer standing."""

from pathlib import Path

import made_sessions
import pytest

from simulator.answer import Given, judge_words
from simulator.casebook.cohort import cohort
from simulator.casebook.library import Library
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share, chosen
from simulator.coach.report import write_report
from simulator.keep import FolderStore
from simulator.records import EndedBy, Turn
from simulator.transcribe.typed import transcript_of

STORY, RAMBLE = made_sessions.turns()


def without_a_word(ended_by: EndedBy, attempt: int = 2) -> Turn:
    """A try at the first question in which nothing was said."""
    stem = STORY.stem if attempt == 1 else f"{STORY.stem}.try{attempt}"
    given = Given(STORY.question, stem, attempt, ended_by)
    return judge_words(transcript_of(""), given)


@pytest.fixture
def folder(store: FolderStore) -> Path:
    """Two answers, and a second try at the first question that was skipped."""
    return made_sessions.keep(store, turns=(STORY, without_a_word("skip"), RAMBLE))


def test_the_report_tells_of_the_answers_alone(
    store: FolderStore, folder: Path
) -> None:
    text = write_report(store.load(folder.name), folder).read_text("utf-8")
    assert 'id="answer-2"' in text
    assert 'id="answer-3"' not in text
    assert "Not answered" not in text


@pytest.mark.parametrize("ended_by", ["skip", "silence"])
def test_what_leaves_by_default_is_the_answer_that_was_given(
    store: FolderStore, ended_by: EndedBy
) -> None:
    turns = (STORY, without_a_word(ended_by), RAMBLE)
    folder = made_sessions.keep(store, turns=turns)
    opened = open_session(store, folder.name)
    assert [t.stem for t in chosen(opened, Share())] == [STORY.stem, RAMBLE.stem]


def test_tables_count_the_answers_alone(store: FolderStore, folder: Path) -> None:
    (person,) = cohort(store).people
    assert person.answers == 2
    with Library(store.root) as library:
        library.refresh()
        (row,) = library.rows()
    assert row.answers == 2
    assert not any(told.startswith("not judged") for told in row.standing_out)


def test_a_question_that_was_only_skipped_stands_as_skipped(
    store: FolderStore,
) -> None:
    skipped = without_a_word("skip", attempt=1)
    folder = made_sessions.keep(store, turns=(skipped, RAMBLE))
    assert store.load(folder.name).answers == (skipped, RAMBLE)


def test_the_skipped_try_itself_is_kept(store: FolderStore, folder: Path) -> None:
    assert len(store.load(folder.name).turns) == 3

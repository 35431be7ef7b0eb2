"""What every `SessionStore` promises: a library on disk, and one that keeps nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.errors import SessionError
from simulator.keep import FolderStore, PrivateStore, new_id
from simulator.records import Analysis, Feedback, Question, Session, Transcript, Turn
from simulator.seams import SessionStore

QUESTION = Question(id="conflict", text="Tell me about a conflict.")


def turn_of(stem: str) -> Turn:
    return Turn(
        stem=stem,
        question=QUESTION,
        ended_by="key",
        duration_s=1.0,
        transcript=Transcript(text="Hello.", language="en", model="x"),
        analysis=Analysis(verdict="assessable"),
        feedback=Feedback(headline="Heard.", spoken="Heard."),
    )


def session_of(started_at: str = "2026-11-22T10:15:33+00:00") -> Session:
    return Session(
        id=new_id("behavioural"),
        started_at=started_at,
        bank="behavioural",
        questions=(QUESTION,),
    )


@pytest.fixture(params=["folder", "private"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SessionStore]:
    if request.param == "folder":
        yield FolderStore(tmp_path / "sessions")
    else:
        with PrivateStore() as private:
            yield private


def test_what_was_created_is_loaded(store: SessionStore) -> None:
    """Its folder exists from then on, and is the one `folder` names."""
    session = session_of()

    folder = store.create(session)

    assert folder == store.folder(session.id)
    assert folder.is_dir()
    assert store.load(session.id) == session


def test_each_save_replaces_the_state(store: SessionStore) -> None:
    """Turn after turn, to the end."""
    session = session_of()
    store.create(session)
    for number in range(1, 4):
        turns = (*session.turns, turn_of(f"{number:02d}-conflict"))
        session = session.model_copy(update={"turns": turns})
        store.save(session)

        assert store.load(session.id) == session

    store.save(session.model_copy(update={"finished": True}))

    assert store.load(session.id).finished


def test_the_list_begins_with_the_newest(store: SessionStore) -> None:
    """By the time they were started."""
    old = session_of("2026-11-21T10:15:33+00:00")
    new = session_of("2026-11-22T10:15:33+00:00")
    store.create(new)
    store.create(old)

    assert list(store.sessions()) == [new, old]


def test_what_was_deleted_is_gone(store: SessionStore) -> None:
    """Its folder, with all that other rooms put there."""
    session = session_of()
    folder = store.create(session)
    (folder / "01-conflict.flac").write_bytes(b"sound")

    store.delete(session.id)

    assert not folder.exists()
    assert list(store.sessions()) == []
    with pytest.raises(SessionError):
        store.load(session.id)


@pytest.mark.parametrize("id", ["2026-01-01T000000Z-x-0000", "../x", ""])
def test_what_is_not_there_is_a_session_error(store: SessionStore, id: str) -> None:
    """For loading and deleting alike."""
    for act in (store.load, store.delete):
        with pytest.raises(SessionError) as raised:
            act(id)

        assert raised.value.next_step


def test_a_folder_can_be_named_before_it_exists(store: SessionStore) -> None:
    """The recording's path is known before the session is written."""
    assert not store.folder("2026-01-01T000000Z-x-0000").exists()

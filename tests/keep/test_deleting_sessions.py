"""What deleting removes, and what it leaves alone."""

from pathlib import Path

import pytest
from kept_examples import session_of

from simulator import resources
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.records import Session


def test_a_session_in_use_is_not_deleted(store: FolderStore, session: Session) -> None:
    """Deleting waits for the run that is still recording."""
    store.create(session)

    with pytest.raises(SessionError, match="used by another run"):
        FolderStore(store.root).delete(session.id)

    assert store.load(session.id) == session


def test_deleting_leaves_no_spoken_word(store: FolderStore, session: Session) -> None:
    """After `delete` neither folder nor cache holds anything of the session."""
    folder = store.create(session)
    (folder / "comments").mkdir()
    (folder / "comments" / "coach.json").write_text("we met")
    cache = resources.cache_folder() / "sessions" / session.id
    cache.mkdir(parents=True)
    (cache / "peaks.bin").write_text("we met")

    store.delete(session.id)

    assert list(store.root.iterdir()) == []
    assert list(cache.parent.iterdir()) == []


def test_deleting_never_follows_links(
    store: FolderStore, session: Session, tmp_path: Path
) -> None:
    """Links inside a session, and a session that is a link, cost no one their files."""
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("mine")
    folder = store.create(session)
    (folder / "comments").symlink_to(precious)
    (store.root / "2026-11-23T000000Z-x-0000").symlink_to(precious)

    store.delete_all()

    assert (precious / "file").read_text() == "mine"
    assert list(store.root.iterdir()) == []


def test_delete_all_touches_sessions_only(store: FolderStore, session: Session) -> None:
    """Whoever points the library at their documents keeps their documents."""
    store.create(session)
    damaged = store.root / "2026-11-20T101533Z-x-0001"
    damaged.mkdir()
    other = store.root / "holiday"
    other.mkdir()
    (other / "photo.jpg").write_text("")

    removed = store.delete_all()

    assert set(removed) == {session.id, damaged.name}
    assert [path.name for path in store.root.iterdir()] == ["holiday"]


def test_delete_all_goes_on_after_one_in_use(
    store: FolderStore, session: Session
) -> None:
    """One session in use does not keep the others."""
    store.create(session)
    mine = FolderStore(store.root)
    mine.create(session_of("2026-11-23T101533Z-behavioural-7f3b"))
    mine.close()

    with pytest.raises(SessionError, match="1 sessions were deleted, 1 were not"):
        mine.delete_all()

    assert [path.name for path in store.root.iterdir()] == [session.id]


def test_an_interrupted_removal_is_finished_by_the_next(
    store: FolderStore, session: Session
) -> None:
    """What a killed `delete` left behind is swept."""
    store.create(session)
    (store.root / ".removing-12345678").mkdir()

    store.delete(session.id)

    assert list(store.root.iterdir()) == []

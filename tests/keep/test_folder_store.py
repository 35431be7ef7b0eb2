"""What a session folder holds, and how a kept session is found again."""

import json
import os
import stat

from kept_examples import FAILURE, session_of, turn_of

from simulator.keep import FolderStore
from simulator.records import Session


def test_a_session_comes_back_as_it_was_kept(
    store: FolderStore, session: Session
) -> None:
    """Nothing of a turn is lost between saving and loading."""
    store.create(session)

    assert store.load(session.id) == session


def test_files_have_the_names_of_the_design(
    store: FolderStore, session: Session
) -> None:
    """Any program finds the words, the markers and the analysis by name."""
    folder = store.create(session)

    assert {path.name for path in folder.iterdir()} == {
        "session.json",
        "01-conflict.analysis.json",
        "01-conflict.vtt",
        "01-conflict.markers.vtt",
    }


def test_the_analysis_file_is_the_json_contract(
    store: FolderStore, session: Session
) -> None:
    """STEM.analysis.json is the object that `analyze --json` prints."""
    folder = store.create(session)

    kept = json.loads((folder / "01-conflict.analysis.json").read_bytes())

    assert kept == session.turns[0].document()


def test_session_json_repeats_neither_words_nor_measures(
    store: FolderStore, session: Session
) -> None:
    """What was said stands in one place only."""
    folder = store.create(session)

    head = json.loads((folder / "session.json").read_bytes())

    assert "we met" not in json.dumps(head)
    assert {"transcript", "analysis", "feedback"}.isdisjoint(head["turns"][0])


def test_only_the_owner_can_read(store: FolderStore, session: Session) -> None:
    """Folders are 0700 and files 0600, also those that other rooms wrote."""
    folder = store.create(session)
    (folder / "01-conflict.flac").touch(mode=0o644)
    os.chmod(folder / "01-conflict.flac", 0o644)

    store.save(session)

    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.root.stat().st_mode) == 0o700


def test_sessions_come_newest_first(store: FolderStore) -> None:
    """The list begins with the last interview."""
    old, new = (
        session_of("2026-11-21T090000Z-a-0001"),
        session_of("2026-11-22T090000Z-a-0002"),
    )
    for session in (old, new):
        store.create(session)

    assert store.sessions() == (new, old)


def test_questions_are_remembered_newest_first(store: FolderStore) -> None:
    """Only what was really asked counts, each once."""
    store.create(session_of("2026-11-21T090000Z-a-0001", turns=(turn_of(),)))
    store.create(
        session_of(
            "2026-11-22T090000Z-a-0002",
            turns=(turn_of(), turn_of("02-failure", FAILURE)),
        )
    )

    assert store.recently_asked() == ("failure", "conflict")


def test_the_last_session_is_the_candidates_own(store: FolderStore) -> None:
    """Nobody is greeted with another person's next step."""
    mine = session_of("2026-11-21T090000Z-a-0001", turns=(turn_of(),), finished=True)
    hers = session_of(
        "2026-11-22T090000Z-a-0002",
        turns=(turn_of(),),
        finished=True,
        candidate="Ada",
    )
    empty = session_of("2026-11-23T090000Z-a-0003", finished=True)
    for session in (mine, hers, empty):
        store.create(session)

    assert store.last_finished() == mine
    assert store.last_finished("Ada") == hers
    assert store.last_finished("Bob") is None


def test_resuming_takes_the_newest_unfinished_that_is_free(
    store: FolderStore, session: Session
) -> None:
    """A session that another run is writing is not offered."""
    store.create(session)
    other = FolderStore(store.root)
    running = session_of("2026-11-23T090000Z-a-0003")
    other.create(running)
    store.create(session_of("2026-11-24T090000Z-a-0004", finished=True))

    assert store.unfinished() == session
    other.close()
    assert store.unfinished() == running


def test_a_library_that_does_not_exist_is_empty(store: FolderStore) -> None:
    """The first run asks all these before anything is kept."""
    assert store.sessions() == ()
    assert store.recently_asked() == ()
    assert store.last_finished() is None
    assert store.unfinished() is None
    assert store.delete_all() == ()
    assert not store.root.exists()

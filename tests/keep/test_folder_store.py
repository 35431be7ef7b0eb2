"""What a session folder promises to the person whose words it holds."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from kept_examples import FAILURE, session_of, turn_of

from simulator import resources
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.records import Session


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "library" / "sessions")


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


def test_a_crash_between_writing_and_renaming_loses_nothing(
    tmp_path: Path, session: Session
) -> None:
    """Power lost before the rename: the session is as it was before that save."""
    FolderStore(tmp_path).create(session)

    def power_cut(_: Path, there: Path) -> None:
        raise KeyboardInterrupt(str(there))

    later = session.model_copy(
        update={"turns": (*session.turns, turn_of("02-failure", FAILURE))}
    )
    with pytest.raises(KeyboardInterrupt):
        FolderStore(tmp_path, replace=power_cut).save(later)

    assert FolderStore(tmp_path).load(session.id) == session


def test_an_analysis_whose_save_was_cut_short_is_written_again(
    tmp_path: Path, session: Session
) -> None:
    """After a crash between analysis and session.json the turn can be kept anew."""

    def cut_before_session(here: Path, there: Path) -> None:
        if there.name == "session.json":
            raise KeyboardInterrupt
        os.replace(here, there)

    FolderStore(tmp_path).create(session)
    first = turn_of("02-failure", FAILURE)
    second = first.model_copy(update={"analysis": session_analysis_other()})
    broken = FolderStore(tmp_path, replace=cut_before_session)
    with pytest.raises(KeyboardInterrupt):
        broken.save(session.model_copy(update={"turns": (*session.turns, first)}))
    broken.close()

    again = session.model_copy(update={"turns": (*session.turns, second)})
    FolderStore(tmp_path).save(again)

    assert FolderStore(tmp_path).load(session.id) == again


def session_analysis_other() -> object:
    return turn_of().analysis.model_copy(update={"warnings": ("other",)})


def test_an_analysis_is_never_edited(store: FolderStore, session: Session) -> None:
    """A different analysis under a kept name is refused, and the kept one stays."""
    store.create(session)
    other = session.turns[0].model_copy(update={"analysis": session_analysis_other()})

    with pytest.raises(SessionError, match=r"never edited.*\.try2"):
        store.save(session.model_copy(update={"turns": (other,)}))

    assert store.load(session.id) == session


def test_a_full_disk_is_said_with_the_next_step(
    tmp_path: Path, session: Session
) -> None:
    """ENOSPC becomes one line that says how to go on."""

    def full(here: Path, there: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(SessionError, match=r"disk is full.*--resume"):
        FolderStore(tmp_path, replace=full).create(session)

    assert list(tmp_path.iterdir()) == []


def test_a_forbidden_folder_is_said_with_the_next_step(
    tmp_path: Path, session: Session
) -> None:
    """EACCES names the file and MOCK_INTERVIEW_HOME."""

    def forbidden(here: Path, there: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with pytest.raises(SessionError, match=r"No permission.*MOCK_INTERVIEW_HOME"):
        FolderStore(tmp_path, replace=forbidden).create(session)


def test_a_root_that_is_a_file_is_said_with_the_next_step(
    tmp_path: Path, session: Session
) -> None:
    """MOCK_INTERVIEW_HOME may point at a file."""
    (tmp_path / "file").write_text("")

    with pytest.raises(SessionError):
        FolderStore(tmp_path / "file").create(session)

    assert FolderStore(tmp_path / "file").sessions() == ()


def test_the_same_name_twice_is_refused(store: FolderStore, session: Session) -> None:
    """`create` never takes over another session's folder."""
    store.create(session)

    with pytest.raises(SessionError, match="exists already"):
        store.create(session)


def test_two_runs_cannot_write_one_session(
    store: FolderStore, session: Session
) -> None:
    """A second process is refused while the first lives, and may go on after it."""
    store.create(session)
    attempt = (
        "import sys; from pathlib import Path; from simulator.keep import FolderStore\n"
        "from simulator.errors import SessionError\n"
        "store = FolderStore(Path(sys.argv[1])); session = store.load(sys.argv[2])\n"
        "try: store.save(session); print('saved')\n"
        "except SessionError as error: print(error)\n"
    )
    command = [sys.executable, "-c", attempt, str(store.root), session.id]

    meanwhile = subprocess.run(command, capture_output=True, text=True, check=True)
    store.close()
    afterwards = subprocess.run(command, capture_output=True, text=True, check=True)

    assert "being used by another run" in meanwhile.stdout
    assert "mock-interview rehearse" in meanwhile.stdout
    assert afterwards.stdout == "saved\n"


def test_a_session_in_use_is_not_deleted(store: FolderStore, session: Session) -> None:
    """Deleting waits for the run that is still recording."""
    store.create(session)

    with pytest.raises(SessionError, match="used by another run"):
        FolderStore(store.root).delete(session.id)

    assert store.load(session.id) == session


def test_a_finished_session_is_free_for_others(store: FolderStore) -> None:
    """The lock ends with the interview, not with the process."""
    done = session_of(turns=(turn_of(),), finished=True)
    store.create(done)

    FolderStore(store.root).save(done)

    assert FolderStore(store.root).load(done.id) == done


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

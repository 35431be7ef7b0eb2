"""Saving when power, the disk or another run is in the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from kept_examples import FAILURE, session_of, turn_of

from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.records import Analysis, Session


def other_analysis() -> Analysis:
    """Not the analysis that `turn_of` gives."""
    return turn_of().analysis.model_copy(update={"warnings": ("other",)})


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
    second = first.model_copy(update={"analysis": other_analysis()})
    broken = FolderStore(tmp_path, replace=cut_before_session)
    with pytest.raises(KeyboardInterrupt):
        broken.save(session.model_copy(update={"turns": (*session.turns, first)}))
    broken.close()

    again = session.model_copy(update={"turns": (*session.turns, second)})
    FolderStore(tmp_path).save(again)

    assert FolderStore(tmp_path).load(session.id) == again


def test_an_analysis_is_never_edited(store: FolderStore, session: Session) -> None:
    """A different analysis under a kept name is refused, and the kept one stays."""
    store.create(session)
    other = session.turns[0].model_copy(update={"analysis": other_analysis()})

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


def test_a_finished_session_is_free_for_others(store: FolderStore) -> None:
    """The lock ends with the interview, not with the process."""
    done = session_of(turns=(turn_of(),), finished=True)
    store.create(done)

    FolderStore(store.root).save(done)

    assert FolderStore(store.root).load(done.id) == done

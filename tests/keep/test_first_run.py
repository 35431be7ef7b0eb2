"""The note that is read once."""

from pathlib import Path

from simulator import resources
from simulator.keep import FolderStore, first_run_note, is_first_run
from simulator.records import Session


def test_it_is_the_first_run_until_something_is_kept(session: Session) -> None:
    """Deleting everything does not bring the note back."""
    store = FolderStore(resources.sessions_folder())
    before = is_first_run()
    store.create(session)
    during = is_first_run()
    store.delete_all()

    assert (before, during, is_first_run()) == (True, False, False)


def test_the_note_says_where_and_how_to_be_rid_of_it(tmp_path: Path) -> None:
    """The place, the command that deletes, the flag that keeps nothing."""
    note = first_run_note(tmp_path)

    assert str(tmp_path) in note
    assert "sessions delete" in note
    assert "--private" in note

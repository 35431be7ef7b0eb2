"""The note of the first run: what is kept, where, and how to be rid of it.

Nobody should find out afterwards that a program kept recordings of their voice. The
first run is told apart by the sessions folder itself: it does not exist until something
is kept, and deleting sessions leaves it, so the note is not read twice.
"""

from pathlib import Path

from .. import resources


def is_first_run(root: Path | None = None) -> bool:
    """Whether nothing was ever kept in `root` (default: the user's sessions folder)."""
    return not (root or resources.sessions_folder()).exists()


def first_run_note(root: Path | None = None) -> str:
    """What is kept and where, in three sentences."""
    place = root or resources.sessions_folder()
    return (
        f"Your answers, their words and the feedback are kept in {place}, and nowhere "
        "else: nothing leaves this machine. `mock-interview sessions delete` removes "
        "them. `--private` keeps nothing at all."
    )

"""Where the recording of an answer lies: in its session's own folder, or nowhere."""

from pathlib import Path

from .naming import checked_file


def recording(folder: Path, audio: str | None) -> Path | None:
    """The file, or None where none is kept.

    The name comes out of a session file that somebody else may have written, and so
    may the folder: a link in it could lead to any sound of this machine, which would
    then be played, measured and exported as this answer.

    Raises:
        SessionError: the name is no plain one.
    """
    if audio is None:
        return None
    path = folder / checked_file(audio, folder.name)
    return path if path.is_file() and not path.is_symlink() else None

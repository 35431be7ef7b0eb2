"""Which library a command works on: one's own, or the folder that was named."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import SettingsError

if TYPE_CHECKING:
    from ..keep import FolderStore

LIBRARY = typer.Option(
    None, "--library", help="A folder of sessions instead of your own."
)


def opened(folder: Path | None) -> "FolderStore":
    """The sessions of a folder, or one's own.

    Raises:
        SettingsError: there is no such folder.
    """
    from ..keep import FolderStore
    from ..resources import sessions_folder

    if folder is None:
        return FolderStore(sessions_folder())
    place = folder.expanduser()
    if not place.is_dir():
        raise SettingsError(f"--library {folder} is no folder", "Check its name.")
    return FolderStore(place.resolve())

"""A library with one session in it."""

from pathlib import Path

import exported_page
import made_sessions
import pytest

from simulator.keep import FolderStore
from simulator.resources import sessions_folder


@pytest.fixture
def store(home: Path) -> FolderStore:
    """The user's own library, in this test's home."""
    return FolderStore(sessions_folder())


@pytest.fixture
def folder(store: FolderStore) -> Path:
    """The folder of a session with two answers."""
    return made_sessions.keep(store)


@pytest.fixture
def page_file(store: FolderStore, folder: Path, tmp_path: Path) -> Path:
    """That session as one page, commented by a coach (see `exported_page.py`)."""
    return exported_page.write_page(store, folder, tmp_path / "shared.html")

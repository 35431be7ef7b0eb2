"""A session to keep."""

from pathlib import Path

import pytest
from kept_examples import session_of, turn_of

from simulator.keep import FolderStore
from simulator.records import Session


@pytest.fixture
def session() -> Session:
    """An unfinished session with one turn."""
    return session_of(turns=(turn_of(),))


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """A library that nothing was kept in yet."""
    return FolderStore(tmp_path / "library" / "sessions")

"""A session to keep."""

import pytest
from kept_examples import session_of, turn_of

from simulator.records import Session


@pytest.fixture
def session() -> Session:
    """An unfinished session with one turn."""
    return session_of(turns=(turn_of(),))

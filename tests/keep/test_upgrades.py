"""The mechanism by which old sessions are brought up to date."""

from typing import Any

import pytest

from simulator.errors import SessionError
from simulator.keep.upgrades import UPGRADES, upgraded
from simulator.records import SCHEMA_VERSION


def test_there_is_a_step_from_every_older_version() -> None:
    """Raising the schema version without a step fails here."""
    assert set(UPGRADES) == set(range(1, SCHEMA_VERSION))


def test_steps_are_taken_one_after_the_other() -> None:
    """Version 1 reaches version 3 by way of 2."""

    def add(field: str) -> Any:
        return lambda document: {**document, field: True}

    done = upgraded(
        {"schema_version": 1}, "x", steps={1: add("two"), 2: add("three")}, current=3
    )

    assert done == {"schema_version": 3, "two": True, "three": True}


@pytest.mark.parametrize("version", [0, -1, None, "1", 1.0, True])
def test_a_version_that_never_was_is_refused(version: object) -> None:
    """Nothing is guessed about a file that does not say what it is."""
    with pytest.raises(SessionError, match="does not say its schema version"):
        upgraded({"schema_version": version}, "x")

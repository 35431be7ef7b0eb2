"""Older session files are brought up to date, one numbered step at a time.

A step takes the document of version n and returns that of version n + 1; each will have
a test on a stored session of its old version. Version 1 is the first, so the table is
empty. A session from a newer program is refused, not guessed at.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ..errors import SessionError
from ..records import SCHEMA_VERSION

Document = dict[str, Any]
Step = Callable[[Document], Document]

UPGRADES: Mapping[int, Step] = {}
"""{1: upgrade_1_to_2, ...} once there is a version 2."""


def upgraded(
    document: Document,
    name: str,
    steps: Mapping[int, Step] = UPGRADES,
    current: int = SCHEMA_VERSION,
) -> Document:
    """The document in the current version; SessionError if there is no way there."""
    version = document.get("schema_version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise SessionError(
            f"Session {name} does not say its schema version ({version!r})",
            "Restore session.json from a copy, or delete the session.",
        )
    if version > current:
        raise SessionError(
            f"Session {name} was written by a newer version of this program "
            f"(schema {version}, this one reads up to {current})",
            "Update it: `python -m pip install --upgrade mock-interview-simulator`.",
        )
    while version < current:
        document = steps[version](document)
        version += 1
        document["schema_version"] = version
    return document

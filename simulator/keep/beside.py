"""Small files beside a session: a note, a scorecard, the private card.

They lie in the session's folder, so they go when it is deleted.
"""

from pathlib import Path

from pydantic import ValidationError

from .. import atomic
from ..errors import SessionError
from ..records import Card

CARD_FILE = "card.private.json"
"""Never exported, shown to a coach or scored: its name says whose it is."""


def write_text(folder: Path, name: str, text: str) -> Path:
    """Write a text beside the session, whole or not at all."""
    path = folder / name
    atomic.write(path, f"{text.rstrip()}\n".encode("utf-8", "replace"))
    return path


def card(folder: Path) -> Card:
    """The private card of a session, empty where there is none.

    Raises:
        SessionError: it is damaged.
    """
    path = folder / CARD_FILE
    if not path.is_file():
        return Card()
    try:
        return Card.model_validate_json(path.read_bytes())
    except (ValidationError, OSError):
        raise SessionError(
            f"{folder.name}/{CARD_FILE} is damaged", "Mend it, or move it away."
        ) from None


def keep_card(folder: Path, filled: Card) -> None:
    """Keep the private card."""
    write_text(folder, CARD_FILE, filled.model_dump_json(indent=1))

"""Days as a person writes them."""

from datetime import datetime


def day(started_at: str) -> str:
    """ "22 November 2026", or what was written where it is no date."""
    try:
        moment = datetime.fromisoformat(started_at)
    except ValueError:
        return started_at[:40]
    return f"{moment.day} {moment:%B %Y}"

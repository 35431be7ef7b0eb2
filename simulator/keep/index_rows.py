"""What the index of a library takes in and gives out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A session as a list shows it."""

    id: str
    state: str
    """Changes whenever the session's files do."""
    started_at: str
    candidate: str
    """"" where nobody was named."""
    bank: str
    status: str
    """to_review or reviewed."""
    answers: int
    duration_s: float
    finished: bool
    comments: int
    standing_out: tuple[str, ...] = ()
    problem: str = ""
    """Why it cannot be read; "" where it can."""


@dataclass(frozen=True)
class Said:
    """What was said in one answer."""

    stem: str
    question: str
    said: str


@dataclass(frozen=True)
class Hit:
    """An answer in which something was found."""

    session: str
    stem: str
    question: str
    text: str
    """What was found with the words around it."""


@dataclass(frozen=True)
class Asked:
    """Which rows are wanted."""

    search: str = ""
    """In what was said and asked, and in names; case does not matter."""
    candidate: str | None = None
    status: str | None = None
    limit: int = 100
    offset: int = 0

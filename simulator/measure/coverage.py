"""What the answers say of what the job asks for."""

from simulator.records import Requirement

from .naming import found_in, line_of


def speaks_of(requirement: Requirement, text: str) -> bool:
    """Whether a text mentions a requirement."""
    return found_in(requirement.ways or (requirement.text,), line_of(text)) is not None

"""The candidate assesses too: six lines for themselves, after the interview.

Nothing here is scored, reported or shown to a coach.
"""

from ..events import Choice, Note
from ..records import Card
from ..seams import Screen

LINES = (
    ("role", "What did you learn about the role?"),
    ("team", "About the team?"),
    ("values", "About what they value?"),
    ("expectations", "About what they expect of you?"),
    ("unknown", "What do you still not know?"),
    ("want", "Do you want the job? Why, or why not?"),
)


def offered(screen: Screen) -> Card | None:
    """Ask whether to fill in the card now; None where it is not wanted."""
    wish = screen.choose(
        Choice(
            "Your private card (what you learned about them; never scored)?",
            (("no", "Not now"), ("yes", "Fill it in, a minute or two")),
            "no",
        )
    )
    return filled(screen) if wish == "yes" else None


def filled(screen: Screen, before: Card | None = None) -> Card:
    """The card as the candidate fills it in; an empty line keeps what stood there."""
    kept = before or Card()
    screen.show(Note("Only for you; leave any line empty."))
    said = {
        name: screen.choose(
            Choice(prompt, default=getattr(kept, name), line=True)
        ).strip()
        for name, prompt in LINES
    }
    return Card(**said)

"""Typed answers to a choice."""

import pytest

from simulator.events import Choice
from simulator.show.choosing import default_of, invitation, numbered, understood

MINUTES = Choice(
    prompt="How long?",
    options=(("5", "5 minutes"), ("15", "15 minutes"), ("all", "The whole set")),
    default="15",
)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("1", "5"),
        (" 3 ", "all"),
        ("15", "15"),
        ("ALL", "all"),
        ("the wh", "all"),
        ("", "15"),
        ("\x1b[A", "15"),
        ("0", None),
        ("4", None),
        ("nonsense", None),
        ("9" * 5000, None),
    ],
)
def test_numbers_values_and_beginnings_are_understood(
    line: str, value: str | None
) -> None:
    """An answer that means no option is None, never a guess."""
    assert understood(MINUTES, line) == value


def test_an_ambiguous_beginning_is_not_guessed() -> None:
    """ "Built-in" could be two microphones."""
    choice = Choice("Which?", (("a", "Built-in left"), ("b", "Built-in right")))

    assert understood(choice, "built-in") is None


def test_free_text_is_taken_without_its_controls() -> None:
    """A pasted escape sequence does not become a candidate's name."""
    assert understood(Choice("Name?"), " Ada \x1b[31mL ") == "Ada L"


def test_enter_alone_takes_the_default_and_says_so() -> None:
    """Without a default the first option stands."""
    assert default_of(Choice("?", (("a", "A"), ("b", "B")))) == "a"
    assert "takes 2" in invitation(MINUTES)
    assert numbered(MINUTES)[1] == "2. 15 minutes"


def test_a_pasted_document_keeps_its_lines() -> None:
    """Empty ones too, and nothing that a terminal would obey."""
    paste = Choice("Paste the posting.", document=True)

    assert understood(paste, "Must have\n\n- SQL\x1b[2J\n") == "Must have\n\n- SQL"


def test_an_empty_default_takes_the_option_that_stands_for_it() -> None:
    """Enter alone rates nothing, and drops no requirement."""
    choice = Choice("From 1 to 5?", (("1", "1"), ("5", "5"), ("", "Rather not")), "")
    assert understood(choice, "") == default_of(choice) == ""
    assert "takes 3" in invitation(choice)

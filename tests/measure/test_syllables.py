"""Syllables as spoken, numbers and acronyms spelled out."""

import pytest

from simulator.measure import syllables


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("boxes,", 2), ("walked", 1), ("wanted", 2), ("table", 2), ("create", 2),
        ("idea", 3), ("I'm", 1), ("didn't", 2), ("people", 2), ("business", 2),
        ("negotiation", 5), ("rhythm", 2), ("management", 3), ("the", 1), ("Hmm", 1),
        ("20%", 4), ("2019", 4), ("1990s", 4), ("2005", 4), ("$3,000", 5), ("3.5", 3),
        ("100", 3), ("24/7", 5), ("10k", 3), ("5pm", 3), ("1,250,000", 10),
        ("CEO", 3), ("AWS", 5), ("APIs", 3), ("NASA", 2), ("e-mail", 2), ("R&D", 3),
        ("easier", 3), ("suppliers", 3), ("tier", 1), ("soldier", 2), ("fierce", 1),
        ("B2B", 3), ("Y2K", 3), ("½", 1), ("2½", 4), ("¾", 3),
        ("", 0), ("—", 0), ("...", 0),
    ],
)  # fmt: skip
def test_syllables_by_ear(text: str, count: int) -> None:
    """Counted aloud, one by one."""
    assert syllables.count(text) == count


def test_a_plain_sentence_is_counted_within_one_in_twenty() -> None:
    """50 by ear."""
    text = (
        "When I was at the warehouse we lost about five pallets every week and my boss "
        "asked me to find out why so I counted everything on both shifts for ten days "
        "and I found that the labels were printed twice"
    )
    assert sum(map(syllables.count, text.split())) == pytest.approx(50, rel=0.05)


@pytest.mark.parametrize("text", ["9" * 5000, "½", "²", "\x00", "ß", "🙂", "٣"])
def test_hostile_tokens_never_raise(text: str) -> None:
    """Whatever a recogniser prints."""
    assert syllables.count(text) >= 0

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.listen.wording import Tail, tail_of


@pytest.mark.parametrize(
    ("words", "tail"),
    [
        ("", Tail.UNKNOWN),
        ("  ...  ", Tail.UNKNOWN),
        ("We won the customer back.", Tail.FINISHED),
        ("It’s what I’d do again.", Tail.FINISHED),
        ("We won the customer", Tail.UNFINISHED),
        ("We won the customer, er.", Tail.UNFINISHED),
        ("I thought it’s", Tail.UNFINISHED),
        ("Let me just think for a moment.", Tail.HOLD),
        (
            "Let me think. Okay, so two years ago my team was asked to move.",
            Tail.FINISHED,
        ),
        ("That’s about it.", Tail.CLOSING),
        ("That's it. Um", Tail.UNFINISHED),
        ("I told my boss that I was done with the report.", Tail.FINISHED),
        ("UM, BECAUSE", Tail.UNFINISHED),
    ],
)
def test_how_words_end(words: str, tail: Tail) -> None:
    """The last words show whether more will come, in either kind of apostrophe."""
    assert tail_of(words) is tail


@given(st.text(max_size=3000))
def test_any_text_has_an_end(words: str) -> None:
    """Whatever a recogniser writes, there is an answer."""
    assert tail_of(words) in Tail

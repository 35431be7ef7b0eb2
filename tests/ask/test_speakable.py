"""What of a text is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.ask.speakable import LONGEST, PIECE, pieces, speakable
from simulator.errors import VoiceError


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tell me about yourself.", "Tell me about yourself."),
        ("  two\n\nlines\tand a tab ", "two lines and a tab"),
        ("\x1b[31mred\x1b[0m alert", "red alert"),
        ("\x1b]0;title\x07Hello", "Hello"),
        ("stop\x00here", "stop here"),
        ('<speak>Hello <break time="9s"/>you</speak>', "Hello you"),
        ("Well done 🎉👩‍💻!", "Well done !"),
        ("Is 3 < 4 and 5 > 4?", "Is 3 4 and 5 4?"),
        ("R&D, 50% of £3 + tax", "R&D, 50% of £3 + tax"),
        ("naïve café, Łódź", "naïve café, Łódź"),
        ("\ud800broken\udfff", "broken"),
        ("", ""),
        ("... — !!", ""),
        ("😀🎉", ""),
    ],
)
def test_escapes_markup_and_pictures_are_left_out(text: str, said: str) -> None:
    assert speakable(text) == said


@given(st.text(max_size=3000))
@settings(deadline=None)  # a busy machine is not a fault
def test_pieces_are_short_speakable_and_lose_no_letter(text: str) -> None:
    """Whatever the text, its pieces hold every letter of what can be said, in order."""
    cut = pieces(text)
    assert all(0 < len(piece) <= PIECE for piece in cut)
    assert [c for piece in cut for c in piece if c.isalnum()] == [
        c for c in speakable(text) if c.isalnum()
    ]


def test_pieces_end_where_sentences_end() -> None:
    sentence = "This sentence is exactly as long as it is, and it ends here."
    cut = pieces(" ".join([sentence] * 20))
    assert len(cut) > 1
    assert all(piece.endswith("ends here.") for piece in cut)


def test_a_whole_file_is_refused_instead_of_read_for_an_hour() -> None:
    with pytest.raises(VoiceError, match=f"At most {LONGEST} characters"):
        pieces("word " * LONGEST)

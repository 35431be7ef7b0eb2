"""Whisper's pieces of text become words as a person writes them."""

import pytest

from simulator.transcribe.engine import written


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ([" grew", " by", " 20", "%", " in"], ["grew", "by", "20%", "in"]),
        ([" the", " back", "-end", " team"], ["the", "back-end", "team"]),
        ([" about", " 3", ".5", " hours."], ["about", "3.5", "hours."]),
        ([" well", " ...", " yes"], ["well", "yes"]),
        (["So", " we"], ["So", "we"]),
        ([], []),
    ],
)
def test_a_piece_without_a_space_belongs_to_the_word_before(
    pieces: list[str], words: list[str]
) -> None:
    """A percent sign is not lost, a hyphen splits nothing, dots alone are no word."""
    timed = [
        {"word": piece, "start": k * 0.5, "end": k * 0.5 + 0.4, "probability": 0.9}
        for k, piece in enumerate(pieces)
    ]

    found = written(timed)

    assert [word.text for word in found] == words
    assert all(word.start_s < word.end_s for word in found)

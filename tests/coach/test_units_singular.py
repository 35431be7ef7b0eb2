"""One is one: "1 word", not "1 words"."""

from simulator.coach import units


def test_one_of_a_thing_is_singular() -> None:
    assert units.amount(1, "words") == "1 word"
    assert units.amount(2, "words") == "2 words"
    assert units.amount(1.02, "semitones") == "1 semitone"
    assert units.amount(0.5, "semitones") == "0.5 semitones"

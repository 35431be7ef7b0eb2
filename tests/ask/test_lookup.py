"""Finding the question that was meant."""

from simulator.ask.lookup import known_question


def test_a_question_is_found_by_its_id_and_by_its_words() -> None:
    """Case and punctuation do not matter; what a good answer holds comes along."""
    by_id = known_question("conflict")
    assert by_id is not None

    by_words = known_question(by_id.text.lower().rstrip("?."))

    assert by_words == by_id
    assert by_id.concepts


def test_words_that_no_bank_has_are_not_guessed() -> None:
    assert known_question("What is your favourite teapot?") is None

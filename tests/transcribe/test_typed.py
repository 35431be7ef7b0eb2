"""Typed answers are transcripts without times."""

from simulator.transcribe.typed import transcript_of


def test_typed() -> None:
    """Words come in order, without times and without doubt."""
    made = transcript_of("Last year, our\n newsletter lost readers. ")

    assert made.text == "Last year, our newsletter lost readers."
    assert [word.text for word in made.words][:3] == ["Last", "year,", "our"]
    assert {word.start_s for word in made.words} == {None}
    assert not any(word.doubtful for word in made.words)


def test_nothing_typed() -> None:
    """Nothing typed is an empty transcript."""
    assert transcript_of(" \n\t").words == ()

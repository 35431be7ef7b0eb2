"""Words as text, and elements only where one is marked: nothing is lost on the way."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from simulator.pages import render
from simulator.pages.spoken import begins_s, offsets_ms, runs


@dataclass(frozen=True)
class Word:
    text: str
    start_s: float | None = None
    plain: bool = True


TEXTS = st.text(st.sampled_from("ab,.é \u00a0\ufeff-"), max_size=6)
WORDS = st.lists(st.builds(Word, TEXTS, st.none() | st.floats(0, 4000), st.booleans()))


def test_plain_words_are_one_text_and_a_marked_one_stands_alone() -> None:
    um = Word("um", plain=False)
    made = list(runs([Word("So"), Word("I"), um, Word("asked.")]))
    assert made == ["So I", um, "asked."]


def test_a_word_that_would_not_come_apart_again_stands_alone() -> None:
    for text in ("", " ", "two words", "a\u00a0b", "a\nb"):
        (alone,) = runs([Word(text)])
        assert alone == Word(text)


@given(WORDS)
def test_every_word_is_there_once_and_in_order(words: list[Word]) -> None:
    """Taken apart at its spaces, as the page's script does it."""
    back: list[str] = []
    for run in runs(words):
        back += run.split(" ") if isinstance(run, str) else [run.text]
    assert back == [word.text for word in words]


@given(WORDS)
def test_each_beginning_comes_back_to_the_millisecond(words: list[Word]) -> None:
    first_s, offsets = begins_s(words), offsets_ms(words).split(" ")
    if first_s is None:
        assert offsets == [""]
        return
    assert len(offsets) == len(words)
    for word, offset in zip(words, offsets, strict=True):
        if word.start_s is None:
            assert offset == "-"
        else:
            assert abs(first_s + int(offset) / 1000 - word.start_s) < 0.001


def test_scripts_put_together_keep_their_own_names_to_themselves() -> None:
    """What one exports the next sees; nothing else meets, and no `export` is left,
    which an inline block does not allow."""
    made = render.scripted(("transcript.js", "report.js"))
    assert "export " not in made
    assert made.index("class Transcript") < made.index("new Transcript")
    assert made.rstrip().endswith("}")

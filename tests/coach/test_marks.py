"""The transcript with its marks."""

import made_cases as made

from simulator.coach.marks import paragraphs
from simulator.records import Analysis, Filler, Transcript, Word


def marked(text: str, *fillers: Filler) -> list[tuple[str, str]]:
    said = made.transcript(text)
    analysis = Analysis(
        verdict="assessable", fillers=fillers or tuple(made.fillers(said))
    )
    return [
        (t.text, t.mark) for p in paragraphs(said, analysis) for t in p.tokens if t.mark
    ]


def test_a_counted_filler_and_a_doubtful_word_are_marked() -> None:
    assert marked("So um, we used ~Kanban then.") == [
        ("um,", "filler"),
        ("Kanban", "doubtful"),
    ]


def test_what_may_be_a_filler_is_marked_apart() -> None:
    perhaps = Filler(
        text="um", start_s=0.93, end_s=1.29, kind="filled_pause", certainty="possible"
    )
    assert marked("So um, we did.", perhaps) == [("um,", "perhaps")]


def test_every_word_of_a_discourse_marker_is_marked() -> None:
    """ "you know" is two words and one filler."""
    marker = Filler(
        text="you know",
        start_s=0.93,
        end_s=1.72,
        kind="discourse_marker",
        certainty="sure",
    )
    assert marked("So you know we did.", marker) == [
        ("you", "marker"),
        ("know", "marker"),
    ]


def test_a_word_begun_and_dropped_is_no_filler() -> None:
    said = Transcript(
        text="re",
        language="en",
        model="",
        words=(Word(text="re", start_s=0, end_s=0.2, probability=1, kind="fragment"),),
    )
    analysis = Analysis(verdict="assessable")
    assert [t.mark for t in paragraphs(said, analysis)[0].tokens] == ["fragment"]


def test_paragraphs_end_with_a_sentence_and_carry_their_time() -> None:
    said = made.transcript("This is one sentence of seven words. " * 20)
    found = paragraphs(said, Analysis(verdict="assessable"))
    assert len(found) > 1
    assert [p.at for p in found][:2] == ["0:00", "0:22"]
    assert all(p.tokens[-1].text.endswith(".") for p in found)


def test_nothing_said_is_nothing_shown() -> None:
    empty = Transcript(text="  ", language="en", model="")
    assert paragraphs(empty, Analysis(verdict="not_assessable")) == ()

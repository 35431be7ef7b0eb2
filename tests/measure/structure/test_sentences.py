"""Sentences from punctuation, pauses and connectives."""

from simulator.measure import sentences
from simulator.records import Transcript, Word


def written(text: str) -> Transcript:
    return Transcript(text=text, language="en", model="written")


def heard(*pieces: tuple[str, float]) -> Transcript:
    """Words of 0.3 s each; every piece is (text, pause before it in seconds)."""
    words, now = [], 0.0
    for text, pause_s in pieces:
        now += pause_s
        for word in text.split():
            words.append(Word(text=word, start_s=now, end_s=now + 0.3, probability=0.9))
            now += 0.35
    text = " ".join(word.text for word in words)
    return Transcript(text=text, language="en", model="test", words=tuple(words))


def texts(transcript: Transcript) -> list[str]:
    return [one.text for one in sentences.split(transcript)]


def test_an_empty_transcript_has_no_sentences() -> None:
    """An empty transcript, or one of hesitations alone, has no sentences."""
    assert (texts(written("")), texts(written("Um. Uh, er."))) == ([], [])


def test_stops_end_sentences() -> None:
    """Full stops and question marks end sentences; abbreviations and numbers do not."""
    found = texts(written("I met Dr. Lee at 3.5 km. Did it work? It did."))
    assert found == ["I met Dr. Lee at 3.5 km.", "Did it work?", "It did."]


def test_a_stop_after_a_preposition_is_not_believed() -> None:
    """A full stop after a word that hardly ends a sentence does not end one where no
    pause follows."""
    assert texts(heard(("I was working at. The hospital in Leeds.", 0.0))) == [
        "I was working at. The hospital in Leeds."
    ]


def test_a_stop_after_a_particle_is_believed_in_writing_and_before_a_pause() -> None:
    """ "Enough to act on." ends where it was written so, or where a pause follows."""
    found = ["That was enough to act on.", "The job still runs."]
    assert texts(written(" ".join(found))) == found
    assert texts(heard((found[0], 0.0), (found[1], 0.8))) == found


def test_hesitations_stay_out_of_the_text() -> None:
    """Hesitations and cut-off words are not quoted; indices still count them."""
    words = (
        Word(text="Um,", start_s=0.0, end_s=0.3, probability=0.9, kind="filled_pause"),
        Word(text="I", start_s=0.4, end_s=0.5, probability=0.9),
        Word(text="wen-", start_s=0.6, end_s=0.7, probability=0.9, kind="fragment"),
        Word(text="went", start_s=0.8, end_s=1.0, probability=0.9),
        Word(text="home.", start_s=1.0, end_s=1.4, probability=0.9),
    )
    transcript = Transcript(
        text="I went home.", language="en", model="test", words=words
    )
    (only,) = sentences.split(transcript)
    assert (only.text, only.start_s, only.end_s, only.words) == (
        "I went home.",
        0.4,
        1.4,
        (1, 3, 4),
    )


def test_a_long_run_is_cut_at_connectives() -> None:
    """A minute without a full stop is cut where a connective brings a new subject."""
    run = (
        "last year i was working at a hospital in leeds and we had a lot of"
        " complaints about waiting times so i sat down with the nurses and drew a"
        " chart as a result we cut the waiting time from forty minutes to twenty"
    )
    found = texts(written(run))
    assert found[-1].startswith("as a result we")
    assert len(found) >= 3


def test_a_pause_cuts_a_long_run_where_a_subject_follows() -> None:
    """A pause of 0.9 s before a new subject cuts a long run that has no stops."""
    transcript = heard(
        ("the van with all of the food for the wedding had an accident", 0.0),
        ("they rang me at seven in the morning from the side of the road", 1.0),
        ("my brother has a trailer", 1.0),
    )
    assert len(sentences.split(transcript)) == 3


def test_a_pause_after_a_preposition_does_not_cut() -> None:
    """A pause after 'with' never ends a sentence, however long it is."""
    transcript = heard(
        ("in that year i was mostly working together with", 0.0),
        ("the people from the other office who had come over from the north", 3.0),
        ("of the country to help", 0.0),
    )
    assert len(sentences.split(transcript)) == 1


def test_every_word_stands_in_one_sentence() -> None:
    """No word is lost and none is quoted twice."""
    text = "So. I went there, and then I asked. Because of that it worked. " * 20
    found = sentences.split(written(text))
    indices = [i for one in found for i in one.words]
    assert indices == list(range(len(text.split())))


def test_a_lone_connective_joins_what_follows() -> None:
    """'So.' alone is no sentence of its own."""
    assert texts(written("So. We closed the shop.")) == ["So. We closed the shop."]

"""Ordinary speech: causatives, tags, asides, dropped subjects, rising intonation."""

import pytest

from simulator.measure import structure
from simulator.measure.sentences import split, spoken
from simulator.measure.structure.clauses import Clause, clauses
from simulator.measure.structure.deeds import deed
from simulator.records import Answer, Question, QuestionKind, Structure, Transcript


def cut(text: str) -> tuple[Clause, ...]:
    written = Transcript(text=text, language="en", model="written")
    return clauses(spoken(written), split(written))


def judged(text: str, kind: QuestionKind = "story") -> Structure:
    question = Question(id="q", text="Tell me about a time.", kind=kind)
    transcript = Transcript(text=text, language="en", model="written")
    return structure.judge(Answer(question=question, transcript=transcript, sound=None))


def own_deeds(text: str) -> list[str]:
    return [c.text for c in cut(text) if deed(c) and c.predicate.subject == "i"]


@pytest.mark.parametrize(
    "said",
    [
        "and the whole van was late and my manager wanted it fixed by friday",
        "and after all of that with the supplier they needed it done before noon",
    ],
)
def test_it_and_a_participle_after_wanting_stay_with_the_wanting(said: str) -> None:
    """ "Wanted it fixed by Friday" is one clause, with or without punctuation."""
    assert any("it fixed by" in c.text or "it done before" in c.text for c in cut(said))
    assert any(
        c.text.endswith(("it fixed by friday", "it done before noon"))
        and ("wanted" in c.text or "needed" in c.text)
        for c in cut(said)
    )


@pytest.mark.parametrize(
    "said",
    [
        "I organised a meeting with both sides.",
        "I motivated the night shift.",
        "I repaid the money.",
        "I sped through the list.",
        "I overheard them and withstood it.",
    ],
)
def test_verbs_that_look_like_adjectives_are_deeds(said: str) -> None:
    assert own_deeds(said)


def test_an_adjective_after_had_is_no_perfect() -> None:
    """ "We had limited time" has something; nothing had been limited."""
    assert cut("We had limited time.")[0].predicate.auxiliary == ""


@pytest.mark.parametrize(
    "said",
    [
        "I got everybody round one table.",
        "I got them to write down what they needed.",
        "I came up with a shared calendar.",
        "I turned the machine off.",
        "I ended the call.",
        "I stood in for the head waiter.",
        "I'd a word with the projectionist.",
    ],
)
def test_deeds_told_with_quiet_verbs_are_deeds(said: str) -> None:
    """Getting people to do something is doing something."""
    assert own_deeds(said)


@pytest.mark.parametrize(
    "said",
    ["I got a headache.", "I came to Leeds.", "It got to the point of tears."],
)
def test_getting_and_coming_alone_are_no_deeds(said: str) -> None:
    assert not own_deeds(said)


def test_no_is_an_answer_and_ends_its_sentence() -> None:
    """ "My boss said no. I built it": "no." counts only before a digit."""
    said = Transcript(
        text="My boss said no. I built it anyway at 6 a.m. on a Sunday in room no. 9.",
        language="en",
        model="written",
    )
    assert [s.text for s in split(said)] == [
        "My boss said no.",
        "I built it anyway at 6 a.m. on a Sunday in room no. 9.",
    ]


def test_an_abbreviation_ends_a_sentence_before_a_capital() -> None:
    said = Transcript(
        text="We began at 6 a.m. The oven was cold. I bought bread, rolls, etc. I ran.",
        language="en",
        model="written",
    )
    assert len(split(said)) == 4


@pytest.mark.parametrize(
    "said",
    [
        "So I called both leads into a room, right?",
        "So I called both leads into a room, you know?",
        "I, like, called both leads into a room.",
        "I like called both leads into a room.",
        "So I called both leads into a room?",
        "I called both leads into a room, didn't I?",
    ],
)
def test_tags_asides_and_a_rising_voice_undo_no_deed(said: str) -> None:
    assert own_deeds(said)


def test_a_question_in_somebodys_words_asks_and_what_stands_before_it_tells() -> None:
    """ "He went quiet and said, so why did I make fifty?": he went quiet."""
    found = cut("He went a bit quiet, and then he said, so why did I make fifty?")
    assert not found[0].asks
    assert found[-1].asks


def test_a_question_stays_a_question() -> None:
    for asked in ("Are you okay?", "What did I do?", "Was that right?"):
        assert all(c.asks for c in cut(asked))


@pytest.mark.parametrize(
    "said",
    [
        "Ahmed refused.",
        "Mohammed called the supplier.",
        "Jarred refused to come.",
        "Took three hours to mend.",
        "Worked perfectly.",
        "Turned out fine in June.",
    ],
)
def test_names_and_things_do_nothing_in_the_speakers_stead(said: str) -> None:
    """A sentence that begins with its verb is the speaker's; with a name it is not."""
    assert not own_deeds("I was there. " + said)


def test_a_dropped_subject_is_the_speakers() -> None:
    assert own_deeds("I was there. Walked him to the office by the hand.")


def test_a_story_told_all_in_the_present_is_a_story() -> None:
    found = judged(
        "So last Saturday I'm at reception and this woman walks in, soaked. I get her a"
        " towel, I move her to a warm room, I send up a pot of tea. She writes us a"
        " lovely review the next day."
    )
    assert found.kind == "story"
    assert found.action


@pytest.mark.parametrize(
    "asked",
    [
        "I'd love to hear what a typical day looks like, and I'm curious about how the"
        " team is set up.",
        "I'd be interested in how you train new people. Tell me more about the team.",
    ],
)
def test_the_candidates_own_questions_are_seen_in_any_form(asked: str) -> None:
    found = judged(asked, "asking")
    assert found.parts.get("questions")
    assert (found.level or 0) > 1

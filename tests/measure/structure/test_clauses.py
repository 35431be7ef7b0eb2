"""Who did what: subjects over subordinate clauses, infinitives, participles."""

import pytest

from simulator.measure.sentences import split, spoken
from simulator.measure.structure.clauses import Clause, clauses
from simulator.records import Transcript


def cut(text: str) -> tuple[Clause, ...]:
    written = Transcript(text=text, language="en", model="written")
    return clauses(spoken(written), split(written))


def who(text: str) -> list[tuple[str, str]]:
    return [(c.predicate.subject, c.predicate.verb) for c in cut(text)]


def test_a_subject_is_carried_over_a_clause_within() -> None:
    """ "I found that we sent it twice, and removed one" is about what I removed."""
    found = who("I saw the log, found that we had sent it all twice, and removed one.")
    assert found[-1] == ("i", "removed")


def test_after_a_time_without_a_comma_its_subject_goes_on() -> None:
    """ "When the agency rang and said so" is the agency's saying."""
    assert who("I was out when the agency rang and said it was urgent.")[2] == (
        "np",
        "said",
    )


def test_an_infinitive_is_no_clause_of_its_own() -> None:
    """ "To have it finished" belongs to what was asked."""
    found = cut("My manager asked me to lead it and to have it finished by June.")
    assert len(found) == 1


def test_a_participle_before_its_noun_is_no_verb() -> None:
    """ "The number of cancelled orders went down": the number went."""
    assert who("The number of cancelled orders went down.") == [("np", "went")]


def test_several_with_me_are_we() -> None:
    """ "Another developer and I rewrote it" is nobody's own deed alone."""
    assert who("Another developer and I rewrote the parser.") == [("we", "rewrote")]


def test_a_list_takes_no_verb_across_its_comma() -> None:
    """ "I tried A and a simple B, built both": I built both."""
    found = who("I tried one scheme and a simple other one, and built them both.")
    assert found[-1] == ("i", "built")


@pytest.mark.parametrize(
    "text",
    [
        "One of the engineers I managed was brilliant.",
        "The students I taught were tired.",
    ],
)
def test_a_relative_clause_without_its_word_is_within(text: str) -> None:
    """ "The engineer I managed was brilliant" tells no deed of mine."""
    assert all(c.predicate.subject != "i" or c.predicate.embedded for c in cut(text))


def test_who_drops_the_subject_means_whoever_was_told_of() -> None:
    """ "Did CPR on him" goes on about me; "took me an hour" is about the thing."""
    assert who("I was off duty that day. Did first aid on him.")[-1] == ("i", "did")
    assert who("I fixed the pump. Took me an hour.")[-1][0] != "i"


def test_a_shortened_has_is_no_is() -> None:
    """ "She's told everybody" tells of something done, "she's tired" of a state."""
    told = cut("She's told everybody in the village.")[0].predicate
    tired = cut("She's tired of the village.")[0].predicate
    assert (told.time, told.auxiliary) == ("past", "has")
    assert tired.time == "present"


def test_a_sentence_may_end_on_her() -> None:
    """In writing the full stop is believed: "I sat with her. She stayed." """
    assert who("I sat on the stairs with her. She stayed.")[-1] == ("they", "stayed")


def test_could_i_is_one_clause() -> None:
    """ "They had eighty pages and could I do it" asks, in one piece."""
    last = cut("They said they had eighty pages and could I do it by Tuesday.")[-1]
    assert last.text == "and could i do it by tuesday"

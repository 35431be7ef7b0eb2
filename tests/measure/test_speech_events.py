"""Repairs of speech are seen, told apart, and never fillers."""

import pytest
from made_answers import answer, from_words, sound, word, written

from simulator.measure import events, fillers
from simulator.measure.tokens import tokens
from simulator.records import Answer, Transcript


def _found(script: str) -> list[tuple[str, str]]:
    return [(e.kind, e.text) for e in events.find(answer(script))]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("I I was late", [("repetition", "I I")]),
        ("I was I was late", [("repetition", "I was I was")]),
        ("in the um in the shop", [("repetition", "in the in the")]),
        ("th- the shop was closed", [("cut_off", "th-")]),
        ("we were, we had no time", [("restart", "we were, we")]),
        ("it was sooo late", [("prolongation", "sooo")]),
        ("the the the shop", [("repetition", "the the the")]),
        ("the imp-imp-important one", [("repetition", "imp-imp-important")]),
        ("I called no, no, nobody", [("repetition", "no, no,")]),
        ("when it, it broke we called", [("repetition", "it, it")]),
        ("I think it it was late", [("repetition", "it it")]),
        ("in this this room", [("repetition", "this this")]),
        ("if I I could go", [("repetition", "I I")]),
        ("more, more, more, more time", [("repetition", "more, more, more, more")]),
        ("so that so that we", [("repetition", "so that so that")]),
        ("how do I how do I say", [("repetition", "how do I how do I")]),
        ("I was b-but late", [("repetition", "b-but")]),
        ("the t-t-test came", [("repetition", "t-t-test")]),
        ("I w- to the shop", [("cut_off", "w-")]),
        ("it took looong", [("prolongation", "looong")]),
        ("Mmmy boss said", [("prolongation", "Mmmy")]),
        ("because I was, I had to go", [("restart", "I was, I")]),
    ],
)
def test_a_repair_is_found(script: str, expected: list[tuple[str, str]]) -> None:
    """Each kind by its own sign; a filled pause inside does not hide it."""
    assert _found(script) == expected


@pytest.mark.parametrize(
    "script",
    [
        "it was very very late",
        "I know that that man had had a car",
        "no, no, it was fine",
        "we did it. It was late",
        "I came, I saw the boss",
        "one one two four",
        "a well-known co-worker came in",
        "no, no, it was not me",
        "www and hmm",
        "If I could, I would",
        "That's what I did, I called them",
        "That's just who I am, I care",
        "As soon as I could, I called",
        "When I have to, I say no",
        "Even if they wanted to, they could not",
        "I know how it is, it takes time",
        "We left. I was, then I came",
        "When I tested it, it worked",
        "I fixed it it worked",
        "I fixed this, this was good",
        "whatever it was, it was fixed",
        "what I do, I do well",
        "who we were, we were",
        "over and over and over",
        "again and again and again we met",
        "day after day after day",
        "step by step by step",
        "no, no, no, no, it was fine",
        "it was very very very very late",
        "I had to re-read and re-record the S-shaped t-test",
        "way way better, a super, super team",
        "short- and long-term goals",
        "two- to three-year plans, pre- or post-launch",
        "phase III of IEEE and AAA",
    ],
)
def test_a_repeat_with_a_meaning_is_no_repair(script: str) -> None:
    """Emphasis, grammar, numbers and sentence ends are left alone."""
    assert _found(script) == []


def test_what_is_written_with_a_hyphen_behind_it_is_no_word() -> None:
    """ "Th-" is a cut-off word whatever the transcriber calls it: no plain word for
    pace and rates; "short-" before "and" stands for one."""
    made = written("th- the short- and long-term plan")

    assert [t.bare for t in tokens(made)] == [
        "the",
        "short",
        "and",
        "long-term",
        "plan",
    ]


def test_no_repair_is_ever_a_filler() -> None:
    """Stammering gives events and not one filler."""
    made = answer("I I I w- w- was a a cook and sooo I I c- c- cooked")

    assert fillers.find(made) == ()
    assert len(events.find(made)) >= 6


def test_a_long_word_is_held_only_if_it_is_sound_throughout() -> None:
    """1.2 s of "so" in speech is a prolongation; over a silence it is not."""
    words = (word("so", 0.0, 1.2), word("yes", 1.2, 1.5))
    held = from_words(words, 2.0)
    glued = Answer(None, held.transcript, sound([(0.0, 0.3), (1.2, 1.5)], 2.0))

    assert [e.kind for e in events.find(held)] == ["prolongation"]
    assert events.find(glued) == ()


def test_nothing_said_has_no_events() -> None:
    """Empty answers are fine."""
    empty = Answer(None, Transcript(text="", language="en", model="x"), None)

    assert events.find(empty) == ()
    assert [e.start_s for e in events.find(written("I I was"))] == [None]

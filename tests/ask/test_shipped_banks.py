"""The banks that come with the product are good, and good to listen to."""

from pathlib import Path

import pytest

from simulator import resources
from simulator.ask import banks, voices
from simulator.ask.choose import choose
from simulator.ask.synthesis import render

PATHS = sorted(resources.shipped("question_banks").glob("*.toml"))
every_bank = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)

LONGEST_ALOUD_S = 20.0
"""Beyond it a listener has lost the beginning."""


def test_fourteen_banks_are_shipped_beside_the_demo() -> None:
    assert [path.stem for path in PATHS] == [
        "about_you",
        "behavioural",
        "career_change",
        "customer_service",
        "data",
        "demo",
        "graduate",
        "leadership",
        "motivation",
        "nursing",
        "product",
        "sales",
        "situational",
        "software",
        "teaching",
    ]


@every_bank
def test_it_has_no_mistakes_and_says_what_it_is(path: Path) -> None:
    assert banks.validate(path) == []
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    assert first == "#:schema ./bank.schema.json"
    assert rest.startswith("#\n# ")
    assert banks.load(path).description


def test_the_schema_beside_them_is_the_one_of_the_rules() -> None:
    """After a change of the rules: write `banks.schema_text()` to it."""
    stored = PATHS[0].with_name(banks.SCHEMA_FILE).read_text(encoding="utf-8")
    assert stored == banks.schema_text()


@every_bank
def test_it_is_large_enough_to_rehearse_four_times(path: Path) -> None:
    """Five questions an interview, and none twice."""
    questions = banks.load(path).questions
    assert len(questions) >= 20 or path.stem == "demo"


@every_bank
def test_every_question_comes_with_all_that_an_interview_needs(path: Path) -> None:
    lacking = [
        question.id
        for question in banks.load(path).questions
        if not (
            5 <= len(question.concepts) <= 8
            and len(question.probes) >= 2
            and question.rephrase
            and question.competency
        )
    ]
    assert not lacking


@every_bank
def test_a_question_asks_one_thing_or_two(path: Path) -> None:
    """Three sentences at most, of which at most two ask."""
    crowded = [
        question.id
        for question in banks.load(path).questions
        for text in (question.text, question.rephrase)
        if text.count("?") > 2 or sum(text.count(mark) for mark in ".?!") > 4
    ]
    assert not crowded


@every_bank
def test_names_of_concepts_are_said_once_each(path: Path) -> None:
    """Their first wording is what a report shows; two alike would confuse."""
    for question in banks.load(path).questions:
        names = [concept.split("|")[0] for concept in question.concepts]
        assert len(set(names)) == len(names), question.id


@pytest.mark.skipif(
    not voices.installed("espeak"), reason="NO ESPEAK: pip install espeakng-loader"
)
@every_bank
def test_every_question_is_read_aloud_in_under_twenty_seconds(path: Path) -> None:
    """Slowly, too, as when it is repeated."""
    for question in banks.load(path).questions:
        for text in (question.text, question.rephrase):
            samples, rate_hz = render(text, voice="espeak", slower=True)
            assert 1.0 < len(samples) / rate_hz < LONGEST_ALOUD_S, question.id


def test_the_demo_asks_its_three_questions_in_their_order() -> None:
    """Recordings answer them, so they are fixed."""
    demo = banks.load("demo")
    assert [q.id for q in demo.questions] == ["conflict", "deadline", "why-this-job"]
    assert [q.kind for q in demo.questions] == ["story", "story", "opinion"]


@every_bank
def test_an_interview_of_five_has_five_competencies_and_a_natural_opening(
    path: Path,
) -> None:
    bank = banks.load(path)
    if path.stem == "demo":
        return
    for seed in range(5):
        chosen = choose(bank, 5, seed=seed)
        assert chosen[0].kind == "self"
        assert len({question.competency for question in chosen}) >= 4

"""The questions of all shipped banks side by side: each is new, fair and findable."""

import re
from itertools import combinations

import pytest

from simulator import resources
from simulator.ask import banks
from simulator.measure.stems import stems
from simulator.records import Question

DEMO = "demo"
"""Its three questions are fixed by recordings; one is the behavioural bank's own."""

BARE = frozenset(
    stems(
        """
        a about all an and any are as at be been before but by can could describe did
        do does doing down else even ever for from give get go good had has have her
        here him his how i if in into is it its just kind like long make made me more
        most much my no not now of on once one only or other our out own person say
        said see shall she should situation so some somebody someone something take
        tell that the their them then there they thing this time to today two up us
        was way we well were what when where which while who why will with without
        would you your yourself happen question ask know want
        """
    )
)
"""Stems that stand in any interview question and tell none from another."""

FORBIDDEN_ANYWHERE = (
    r"\bhow old\b|\b(your|date of) birth|\bwere you born|\bbirthday"
    r"|\bpregnan|\bmaternity|\bpaternity|\bchildcare"
    r"|\b(your|have|want) (own )?(kids|children)"
    r"|\bmarri(ed|age)|\bmarital|\bhusband|\bwife\b|\bspouse|\bfianc|\bboyfriend"
    r"|\bgirlfriend|\bsexual|\bgay\b|\blesbian|\btransgender"
    r"|\breligio|\bchurch|\bmosque|\bsynagogue|\bpray|\bsabbath"
    r"|\bnationality|\bcitizen|\bethnic|\bskin colour|\bimmigrant|\bpassport"
    r"|\bnative (speaker|language|country)|\bmother tongue|\baccent\b"
    r"|\bdisab|\bhandicap|\bsick days|\bsick leave|\bmedication do you"
    r"|\barrested|\bconvict|\btrade union|\bvote for|\bpolitical|\bmilitary service"
)
"""What an employer has no business to know, wherever it stands. From the questions
named as unlawful or to be avoided by the US EEOC ("Prohibited Employment Policies"),
and the protected characteristics of the UK's Equality Act 2010, section 4."""

FORBIDDEN_OF_YOU = (
    r"\byour (real |own )?(age|family|parents|partner|children|health|illness|faith"
    r"|religion|beliefs|origin|country|home country|ancestors|gender|weight|race|debts"
    r"|salary history|body|pregnancy|disability|politics)\b"
    r"|\bwhere (are|do) you (really )?(come )?from\b|\bdo you (smoke|drink)\b"
    r"|\bare you (ill|healthy|single|fit enough|planning a family|a member of)\b"
)
"""The same as questions to the person; about a pupil's parents or a patient's illness
one may speak."""

forbidden = re.compile(f"{FORBIDDEN_ANYWHERE}|{FORBIDDEN_OF_YOU}", re.IGNORECASE)

EMPTY_WAYS = frozenset(
    stems(
        """
        i they we you then so if my our not no what when how would could one two
        first time ask say think thought know want but before after by from last too
        some all people person thing good work look really always note
        """
    )
)
"""Stems found in a fifth to all of any hundred answers; as one way to say a concept
they would find it everywhere ("note" shares its stem with "not")."""


@pytest.fixture(scope="module")
def questions() -> list[tuple[str, Question]]:
    """Bank's name and question, of every shipped bank but the demo."""
    paths = sorted(resources.shipped("question_banks").glob("*.toml"))
    return [
        (path.stem, question)
        for path in paths
        if path.stem != DEMO
        for question in banks.load(path).questions
    ]


def _content(text: str) -> frozenset[str]:
    return frozenset(stems(text)) - BARE


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Jaccard over the stems of content words.

    From two shared words on three quarters, from three on half: two words of three are
    shared by chance ("hard", "find"), three of six are not.
    """
    shared = len(left & right)
    alike = shared / len(left | right) if shared else 0.0
    return (shared >= 2 and alike >= 0.75) or (shared >= 3 and alike >= 0.5)


def test_there_are_280_questions(questions: list[tuple[str, Question]]) -> None:
    assert len(questions) >= 280


def test_an_id_stands_in_one_bank_only(questions: list[tuple[str, Question]]) -> None:
    """What was asked lately is remembered by id, whatever bank it came from."""
    ids = [question.id for _, question in questions]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (
            "Tell me about a time you disagreed with a colleague. What did you do?",
            "Describe a situation in which you disagreed with one of your colleagues.",
            True,
        ),
        (
            "How do you decide what to test, and what not to?",
            "How do you decide which tests to make?",
            True,
        ),
        (
            "Tell me about a bug that was hard to find. How did you find it?",
            "What do you find hard in your work?",
            False,
        ),
        ("Why do you want this job?", "Why should we choose you?", False),
    ],
)
def test_a_question_in_nearly_the_same_words_is_noticed(
    one: str, other: str, alike: bool
) -> None:
    assert _alike(_content(one), _content(other)) is alike


def test_no_question_is_asked_twice_in_nearly_the_same_words(
    questions: list[tuple[str, Question]],
) -> None:
    """In one bank or across banks; wordings and rephrasings against each other."""
    wordings = [
        (
            f"{bank}/{question.id}",
            tuple(
                _content(words)
                for words in (
                    question.text,
                    question.rephrase,
                    f"{question.text} {question.rephrase}",
                )
            ),
        )
        for bank, question in questions
    ]
    twice = [
        (one, other)
        for (one, left), (other, right) in combinations(wordings, 2)
        if any(map(_alike, left, right))
    ]
    assert not twice


def test_no_rephrasing_only_repeats_the_question(
    questions: list[tuple[str, Question]],
) -> None:
    same = [
        question.id
        for _, question in questions
        if _content(question.text) == _content(question.rephrase)
        and len(_content(question.text)) > 1
    ]
    assert not same


@pytest.mark.parametrize(
    "asked",
    [
        "How old are you?",
        "Do you have children, or do you want children?",
        "Does your husband mind the travel?",
        "Which church do you go to?",
        "Where are you really from?",
        "Is English your mother tongue?",
        "How is your health?",
        "How many sick days did you take last year?",
        "Have you ever been arrested?",
        "Tell me about your family.",
    ],
)
def test_a_question_that_no_employer_may_ask_is_noticed(asked: str) -> None:
    assert forbidden.search(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "A father is furious about a mark. What do you do?",
        "How do you keep your strength through a term?",
        "Tell me about a patient who was getting worse.",
        "What is the age of the account?",
    ],
)
def test_a_question_about_the_work_is_no_forbidden_one(asked: str) -> None:
    assert not forbidden.search(asked)


def test_nothing_is_asked_that_no_employer_may_ask(
    questions: list[tuple[str, Question]],
) -> None:
    asked = [
        (question.id, text)
        for _, question in questions
        for text in (question.text, question.rephrase, *question.probe_texts)
        if forbidden.search(text)
    ]
    assert not asked


def test_every_concept_can_be_said_in_three_ways_that_prove_something(
    questions: list[tuple[str, Question]],
) -> None:
    """Its name and two ways; no way is a single word that stands in any answer."""
    weak: list[tuple[str, str]] = []
    for _, question in questions:
        for concept in question.concepts:
            _, *ways = concept.split("|")
            empty = [way for way in ways if set(stems(way)) <= EMPTY_WAYS]
            if len(ways) < 2 or [way for way in empty if " " not in way]:
                weak.append((question.id, concept))
    assert not weak


def test_no_probe_is_used_for_two_questions(
    questions: list[tuple[str, Question]],
) -> None:
    """A follow-up fits one question; one that fits all is for the coach to choose."""
    probes = [probe for _, question in questions for probe in question.probe_texts]
    twice = {probe for probe in probes if probes.count(probe) > 1}
    assert not twice

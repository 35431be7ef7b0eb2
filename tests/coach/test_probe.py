"""The follow-up question: for what is missing, never for what was said."""

import tomllib
from pathlib import Path
from typing import Any, get_args

import made_cases as made
import pytest

from simulator.answer import Given, judge_words
from simulator.ask import banks
from simulator.coach.parts import heard_as
from simulator.coach.probe import PROBES, about, probe, wanted
from simulator.measure.structure import judge
from simulator.records import (
    Analysis,
    Answer,
    AnswerPart,
    Probe,
    Question,
    Structure,
    Turn,
)
from simulator.transcribe.typed import transcript_of

ANSWERS = Path(__file__).parents[1] / "measure" / "data" / "answers"
ASK = Question(id="q", text="Tell me about a time you solved a problem.")
AT_MOST = 0.05
"""Share of probes that may ask for a part that the label says is there."""

NO_RESULT = (
    "Last spring our till broke on a Saturday and the queue went out of the door. "
    "My manager asked me to keep the shop open. I wrote every receipt by hand, I sent "
    "one colleague to the bank, and I told the people in the queue how long it takes."
)
WE_ONLY = (
    "Two years ago our biggest client was about to leave because every delivery was "
    "late. We had to win them back within a month. We changed the carrier and we "
    "called them every day. In the end they signed for another year."
)


def turn(text: str, question: Question = ASK, **changes: Any) -> Turn:
    given = judge_words(transcript_of(text), Given(question=question))
    return given.model_copy(update=changes)


def with_structure(found: Turn, **changes: Any) -> Turn:
    structure = found.analysis.structure.model_copy(update=changes)
    analysis = found.analysis.model_copy(update={"structure": structure})
    return found.model_copy(update={"analysis": analysis})


def test_a_missing_result_is_asked_for() -> None:
    assert probe(turn(NO_RESULT), ()) == "What changed because of that?"


def test_a_story_of_we_is_asked_for_the_own_part() -> None:
    assert probe(turn(WE_ONLY), ()) == "What was your own part?"


def test_a_general_answer_is_asked_for_one_real_time() -> None:
    text = (
        "I usually stay calm and I always listen to the customer first. Then I try to "
        "find a solution. If they are still angry I call my manager. That is how I "
        "normally work with difficult people and it usually works."
    )
    assert probe(turn(text), ()) == PROBES["episode"]


def test_a_change_without_its_size_is_asked_for_a_number() -> None:
    """A change that can be counted is; a bad end, or thanks, are not."""
    whole = turn(NO_RESULT + " After that the waiting time went down a lot.")
    complete = with_structure(whole, missing=(), level=4)
    assert probe(complete, ()) == PROBES["number"]
    sad = made.passage("The dog was not found.", None, None)
    assert probe(with_structure(complete, result=(sad,)), ()) is None


def test_a_task_may_be_ones_own() -> None:
    """Nobody is asked what they were told to do where nobody told them."""
    idea = "Tell me about something you improved without being asked to."
    own = Question(id="idea", text=idea)
    found = with_structure(turn(NO_RESULT, own), missing=("task",), task=(), faint=())
    asked = probe(found, ())
    assert asked == PROBES["task"]
    assert "asked" not in asked
    assert "asked of you" not in " ".join(heard_as("task"))
    assert about(asked) == about("What were you asked to do?") == "task"


def test_the_banks_own_probe_comes_first_where_it_fits() -> None:
    """The one about the end is taken for a missing result, the other is left alone."""
    own = ("What did you learn about tills?", "How did the day end for the shop?")
    asked = ASK.model_copy(update={"probes": own})
    assert probe(turn(NO_RESULT, asked), ()) == own[1]


def test_a_probe_is_never_put_twice_in_any_words() -> None:
    """Once asked for the result, an interviewer lets it be."""
    first = probe(turn(NO_RESULT), ())
    assert first is not None
    for asked in ((first,), ("what changed because of  that",), ("How did it end?",)):
        assert probe(turn(NO_RESULT), asked) is None


@pytest.mark.parametrize(
    "left_alone",
    [
        pytest.param(turn("", ended_by="skip"), id="skipped"),
        pytest.param(turn(NO_RESULT, ended_by="skip"), id="skipped after talking"),
        pytest.param(turn("la la la la la la la la la la la la la"), id="nonsense"),
        pytest.param(
            with_structure(turn(NO_RESULT), missing=(), uncertain=("result",)),
            id="uncertain",
        ),
        pytest.param(with_structure(turn(NO_RESULT), missing=()), id="nothing missing"),
        pytest.param(
            with_structure(turn(NO_RESULT), faint=("result",)), id="hinted at"
        ),
        pytest.param(turn(NO_RESULT, question=Question(id="any", text=" ")), id="any"),
    ],
)
def test_where_in_doubt_nothing_is_asked(left_alone: Turn) -> None:
    assert probe(left_alone, ()) is None


def test_a_structure_nobody_judged_is_not_probed() -> None:
    blank = turn(NO_RESULT)
    analysis = blank.analysis.model_copy(update={"structure": Structure()})
    assert probe(blank.model_copy(update={"analysis": analysis}), ()) is None


def labelled() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for path in sorted(ANSWERS.glob("*.toml")):
        if path.stem != "newcomers" and "labels" not in path.stem:
            rows += tomllib.loads(path.read_text(encoding="utf-8"))["answers"]
    return rows


def judged(text: str, question: Question) -> Turn:
    """Only the structure, which is all a probe looks at."""
    answer = Answer(question, transcript_of(text), None)
    analysis = Analysis(verdict="assessable", structure=judge(answer))
    return turn("", question, transcript=answer.transcript, analysis=analysis)


def test_what_was_said_is_not_asked_for() -> None:
    """Of the first two probes on each labelled answer at most 5 % ask for a part that
    the label says is there; and at least 40 % of the stories that lack one are
    probed."""
    put, wrong, lacking, probed = 0, 0, 0, 0
    for row in labelled():
        question = Question(
            id="q", text=row["question"], kind=row.get("asked", "story")
        )
        parts = wanted(judged(" ".join(row["text"].split()), question))[:2]
        said = {*row["has"], *row.get("parts", ())}
        if row["kind"] == "story":
            said.add("episode")
            lacking += len(row["has"]) < 4
            probed += len(row["has"]) < 4 and bool(parts)
        put += len(parts)
        wrong += sum(part.removeprefix("own_") in said for part in parts)
    assert put > 80
    assert wrong / put <= AT_MOST
    assert probed / lacking >= 0.4


def test_what_a_probe_asks_for_can_be_told_from_its_words() -> None:
    """Of each of our own wordings, and of a bank's that fits."""
    assert {about(text) for text in PROBES.values()} >= {"result", "task", "number"}
    assert all(about(text) in PROBES for text in PROBES.values())
    assert about("How did it end?") == "result"
    assert about("Who else was there?") == ""


@pytest.mark.parametrize(
    "text",
    [
        "What did you decide not to do?",
        "What did you do that did not help?",
        "What did you try first that did not help?",
        "What did you do when you were told that it could wait?",
        "What did you change in your idea because of them?",
        "What did you tell yourself before each call?",
        "Did you agree with the rule yourself?",
        "What did you hold yourself back from doing?",
        "What did you tell the people who used the result?",
        "Where did it almost fall apart?",
        "When were you closest to losing it?",
        "When did you first suspect it?",
        "How much of it did you throw away?",
        "How much of that was yours alone?",
        "Was there a day when you wanted to leave?",
        "What surprised you about yourself in those years?",
        "What did you have to give up?",
    ],
)
def test_a_probe_about_something_else_asks_for_no_part(text: str) -> None:
    """A word of a part in it does not make it the question for that part."""
    assert about(text) == ""
    asked = ASK.model_copy(update={"probes": (text,)})
    assert probe(turn(NO_RESULT, asked), ()) == PROBES["result"]


def test_a_probe_that_its_bank_marked_is_put_for_that_part() -> None:
    """In any wording, once, and its reply is taken for that part."""
    marked = Probe(text="And who noticed?", asks="result")
    other = Probe(text="What came of it?", asks="action")
    own = ASK.model_copy(update={"probes": (other, marked)})
    assert probe(turn(NO_RESULT, own), ()) == "And who noticed?"
    assert probe(turn(NO_RESULT, own), ("And who noticed?",)) is None
    assert about("And who noticed?", own) == "result"
    assert about("What came of it?", own) == "action"
    assert about("And who noticed?") == ""


def test_every_probe_of_a_shipped_bank_that_asks_for_a_part_is_marked() -> None:
    """No probe of ours is picked by its wording alone."""
    guessed = [
        (question.id, own)
        for bank in banks.available()
        for question in banks.load(bank.name).questions
        for own in question.probes
        if isinstance(own, str) and about(own)
    ]
    assert guessed == []
    marks = {
        own.asks
        for bank in banks.available()
        for question in banks.load(bank.name).questions
        for own in question.probes
        if isinstance(own, Probe)
    }
    assert {"action", "result", "example", "number"} <= marks <= set(PROBES)
    assert set(get_args(AnswerPart)) == set(PROBES)

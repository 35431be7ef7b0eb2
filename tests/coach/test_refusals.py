"""What is said where nothing can be judged."""

import re

import made_cases as made
import pytest
from made_cases import said_about, sentences

from simulator.records import Analysis


def refused(why: str) -> dict[str, object]:
    return {"verdict": "not_assessable", "why": why}


WHYS = [
    "",
    "silence",
    "noise",
    "gibberish",
    "language",
    "too_short",
    "off_topic",
    "low_confidence",
]


@pytest.mark.parametrize("why", WHYS)
def test_what_cannot_be_judged_gets_neither_praise_nor_blame(why: str) -> None:
    """Whatever stands beside the verdict: no strength, no level, no measure."""
    analysis = Analysis.model_validate(
        {
            **refused(why),
            "structure": made.story(),
            "measurements": (made.pace(240), made.filled(40, 28, 55)),
        }
    )
    told = said_about(analysis)
    assert told.strength is None
    assert [a.about for a in told.advice] == ["question"]
    assert len(sentences(told.spoken)) == 3
    assert not re.search(r"good|well done|wrong|minute|level", told.spoken)


def test_each_reason_has_its_own_words() -> None:
    """Noise is not silence, and silence is not another language."""
    told = {
        said_about(
            Analysis.model_validate({"verdict": "not_assessable", "why": w})
        ).spoken
        for w in WHYS
    }
    assert len(told) == len(WHYS)


def test_silence_is_met_kindly() -> None:
    told = said_about(Analysis.model_validate(refused("silence")))
    assert told.spoken == (
        "I did not hear an answer. That happens. Try it again, or skip it."
    )


def test_a_question_read_back_is_not_called_a_few_words() -> None:
    """38 words are not few; they are not the speaker's own."""
    short = Analysis.model_validate(refused("too_short"))
    few = said_about(short, made.transcript("I do not know."))
    many = said_about(short, made.transcript("Tell me about a time you failed. " * 5))
    assert few.headline == "I heard only a few words"
    assert many.headline == "I heard few words of your own"
    assert len(sentences(many.spoken)) == 3

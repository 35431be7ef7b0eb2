"""Content only: delivery is measured, put away, and neither judged nor listed."""

import json

import numpy as np
from fakes import transcript_of

from simulator.answer import Given, judge_samples, judge_words, without_delivery
from simulator.measure import withheld
from simulator.records import SAMPLE_RATE_HZ, Analysis, Measurement, Question

QUESTION = Question(id="q", text="Tell me about a problem.", target_s=10)
SAID = (
    "um last year our our rota broke. I had to find cover uh for the weekend. I called "
    "every ward and I built a new plan. As a result complaints fell by half. um I "
    "learned to ask early and I told the others about it."
)


def judged(measures: str = "content"):
    """An answer of far more than its target length, with fillers and a repeat."""
    at = np.arange(30 * SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
    sound = (0.2 * np.sin(2 * np.pi * 140 * at)).astype(np.float32)
    given = Given(question=QUESTION, measures=measures)  # type: ignore[arg-type]
    return judge_samples(sound, transcript_of(SAID), given)


def test_delivery_is_kept_apart_with_its_numbers() -> None:
    """Nothing is lost: what `all` shows is shown or withheld by `content`."""
    whole, content = judged("all"), judged()

    away = content.analysis.withheld
    assert away is not None
    assert away.fillers == whole.analysis.fillers != ()
    assert away.pauses == whole.analysis.pauses
    assert away.events == whole.analysis.events
    names = {m.name for m in whole.analysis.measurements}
    kept = {m.name for m in content.analysis.measurements}
    assert kept | {m.name for m in away.measurements} == names
    assert kept == withheld.CONTENT & names
    assert {"speech_rate", "filled_pause_rate", "response_latency"} <= names - kept
    values = {m.name: m.value for m in whole.analysis.measurements}
    assert all(m.value == values[m.name] for m in away.measurements)


def test_what_is_withheld_is_not_judged() -> None:
    analysis = judged().analysis

    assert analysis.withheld is not None
    assert not any(m.graded for m in analysis.withheld.measurements)
    assert (analysis.fillers, analysis.events, analysis.pauses) == ((), (), ())


def test_structure_and_content_are_judged_as_ever() -> None:
    whole, content = judged("all").analysis, judged().analysis

    assert content.structure == whole.structure
    assert content.content == whole.content
    assert content.verdict == whole.verdict


def test_feedback_does_not_speak_of_time() -> None:
    """Three times the target length is long for some, and not for these."""
    about = {a.about for a in judged("all").feedback.advice}
    silent = {a.about for a in judged().feedback.advice}

    assert "answer_length" in about
    assert not silent & {"answer_length", "speech_rate", "filled_pause_rate"}


def test_the_words_are_shown_without_fillers() -> None:
    """Captions, pages and exports all read these words."""
    words = [w.text for w in judged().transcript.words]

    assert "um" not in words
    assert "uh" not in words
    assert "rota" in words


def test_the_contract_holds_and_names_what_is_withheld() -> None:
    """`analyze --json`: the same fields, the delivery under one of its own."""
    document = json.loads(json.dumps(judged().document("a.flac")))

    assert document["fillers"] == document["pauses"] == document["events"] == []
    assert document["withheld"]["fillers"]
    assert "speech_rate" not in {m["name"] for m in document["measurements"]}
    assert judged("all").document("a.flac")["withheld"] is None


def test_a_measure_of_a_later_version_is_withheld_too() -> None:
    new = Measurement(name="brand_new", title="New", value=1.0, unit="", graded=True)
    analysis = Analysis(verdict="assessable", measurements=(new,))

    assert withheld.content_only(analysis).measurements == ()


def test_doing_it_twice_changes_nothing() -> None:
    analysis = judged().analysis

    assert withheld.content_only(analysis) == analysis


def test_an_old_answer_can_be_looked_at_without_its_delivery() -> None:
    """What was set to change last time is content, too."""
    turn = without_delivery(judged("all"))

    assert turn.analysis == judged().analysis
    assert turn.feedback == judged().feedback


def test_written_answers_have_nothing_to_withhold_but_say_so_alike() -> None:
    given = Given(question=QUESTION, measures="content")
    turn = judge_words(transcript_of(SAID), given)

    assert turn.analysis.withheld is not None
    assert turn.analysis.fillers == ()

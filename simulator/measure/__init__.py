"""Measure: one family of measures a file, all of one form.

`ANALYZERS` are plain functions from an answer to measurements; a new family is one file
and one line here. `analyse` puts the verdict first: where there is no answer, nothing
about it is judged, only shown.
"""

from simulator.records import Analysis, Answer, Content, Measurement, Structure
from simulator.seams import Analyzer

from . import (
    assessable,
    content,
    events,
    fillers,
    length,
    pace,
    pauses,
    prosody,
    specificity,
    structure,
    warnings,
    wording,
)
from .tokens import enough

__all__ = ["ANALYZERS", "analyse"]

ANALYZERS: tuple[Analyzer, ...] = (
    pace.measure,
    fillers.measure,
    pauses.measure,
    length.measure,
    prosody.measure,
    wording.measure,
    specificity.measure,
)
"""In the order in which a report shows them."""

TOO_LITTLE = "Shown, not judged: less than 15 seconds or 30 words were said."
NO_ANSWER = "Shown, not judged: there was no answer to judge."


def _shown(measurement: Measurement, note: str) -> Measurement:
    """The same number, not judged, with the sentence that says why."""
    if not measurement.graded:
        return measurement
    return measurement.model_copy(update={"graded": False, "note": note})


def analyse(answer: Answer) -> Analysis:
    """Everything measured about one answer. Never raises on any words or sound.

    A `not_assessable` answer has no structure and no content, and nothing is graded;
    what was heard (fillers, pauses, numbers) is still shown.
    """
    spoken_of = content.judge(answer)
    verdict, why = assessable.judge(answer, spoken_of)
    judged = verdict == "assessable"
    measurements = tuple(m for analyzer in ANALYZERS for m in analyzer(answer))
    measurements = tuple(
        _shown(m, doubt) if (doubt := warnings.doubt(answer, m.name)) else m
        for m in measurements
    )
    if not judged or not enough(answer):
        note = TOO_LITTLE if judged else NO_ANSWER
        measurements = tuple(_shown(m, note) for m in measurements)
    return Analysis(
        verdict=verdict,
        why=why,
        fillers=fillers.find(answer),
        events=events.find(answer),
        pauses=pauses.find(answer),
        structure=structure.judge(answer) if judged else Structure(),
        content=spoken_of if judged else Content(),
        measurements=(*measurements, *(content.answered(spoken_of) if judged else ())),
        warnings=warnings.find(answer),
    )

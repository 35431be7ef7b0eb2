"""Measure: one family of measures a file, all of one form.

`ANALYZERS` are plain functions from an answer to measurements; a new family is one file
and one line here. `analyse` puts the verdict first: where there is no answer, nothing
about it is judged, only shown.
"""

from simulator.records import Analysis, Answer, Content, Structure
from simulator.seams import Analyzer

from . import (
    asked_parts,
    assessable,
    content,
    events,
    fillers,
    length,
    pace,
    pauses,
    prosody,
    showing,
    specificity,
    structure,
    warnings,
    wording,
)

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


def analyse(answer: Answer) -> Analysis:
    """Everything measured about one answer. Never raises on any words or sound.

    A `not_assessable` answer has no structure and no content, and nothing is graded;
    what was heard (fillers, pauses, numbers) is still shown.
    """
    spoken_of = content.judge(answer)
    verdict, why = assessable.judge(answer, spoken_of)
    judged = verdict == "assessable"
    measured = (m for analyzer in ANALYZERS for m in analyzer(answer))
    measurements = showing.shown(answer, measured, judged=judged)
    built = structure.judge(answer) if judged else Structure()
    if judged:
        parts = asked_parts.answered(answer, built)
        spoken_of = spoken_of.model_copy(update={"parts": parts})
        measurements = (*measurements, *content.answered(spoken_of))
    return Analysis(
        verdict=verdict,
        why=why,
        fillers=fillers.find(answer),
        events=events.find(answer),
        pauses=pauses.find(answer),
        structure=built,
        content=spoken_of if judged else Content(),
        measurements=measurements,
        warnings=warnings.find(answer),
    )

"""What may be judged of what was measured, and the sentence that says why not.

Three things forbid it: there was no answer, there was too little of one, the recording
makes the value doubtful. The number is shown all the same.
"""

from collections.abc import Iterable

from simulator.records import Answer, Measurement

from . import warnings
from .tokens import enough

TOO_LITTLE = "Shown, not judged: less than 15 seconds or 30 words were said."
NO_ANSWER = "Shown, not judged: there was no answer to judge."


def shown(
    answer: Answer, measurements: Iterable[Measurement], *, judged: bool = True
) -> tuple[Measurement, ...]:
    """The same numbers, graded only where that is fair.

    Args:
        answer: what they were measured on.
        measurements: as the families made them.
        judged: whether the answer is assessable.
    """
    found = tuple(warnings.doubted(answer, m) for m in measurements)
    if judged and enough(answer):
        return found
    note = TOO_LITTLE if judged else NO_ANSWER
    return tuple(_only_shown(m, note) for m in found)


def _only_shown(measurement: Measurement, note: str) -> Measurement:
    if not measurement.graded:
        return measurement
    return measurement.model_copy(update={"graded": False, "note": note})

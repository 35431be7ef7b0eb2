"""How long the answer was, against the length its question asks for.

Definition: `answer_length` runs from the first said word to the last, fillers included;
`answer_words` counts the plain words.

Conventions: the wait before and the silence after do not count: a recording that runs
on is not a long answer.

Edge cases: written text has a number of words and no length. Without a question there
is nothing to compare with, so the length is shown and not judged.

Source: good is half to one and a half of the question's own target (Question.target_s);
red below 20 s or above 180 s, the common advice for interviews (60-120 s for stories),
scaled for questions that want less or more. Practice lore, no experiment.
"""

from simulator.records import Answer, Measurement, Moment

from .tokens import said_span, tokens, unknown

GOOD_SHARE = (0.5, 1.5)
RED_LOW_S, RED_HIGH_S = 20.0, 180.0
RED_LOW_SHARE, RED_HIGH_SHARE = 1 / 3, 2.0


def measure(answer: Answer) -> tuple[Measurement, ...]:
    """answer_length, answer_words."""
    count = len(tokens(answer))
    words = Measurement(
        name="answer_words",
        title="Words in the answer",
        value=float(count) if count else None,
        unit="words",
    )
    bounds = said_span(answer)
    if bounds is None:
        note = "The length is known only for a spoken answer."
        return unknown("answer_length", "Length of the answer", "s", note), words
    target_s = answer.question.target_s if answer.question else None
    length = Measurement(
        name="answer_length",
        title="Length of the answer",
        value=bounds[1] - bounds[0],
        unit="s",
        evidence=(Moment(start_s=bounds[0], end_s=bounds[1]),),
    )
    if target_s is None:
        return length, words
    banded = length.model_copy(
        update={
            "graded": True,
            "good_low": GOOD_SHARE[0] * target_s,
            "good_high": GOOD_SHARE[1] * target_s,
            "red_low": min(RED_LOW_S, RED_LOW_SHARE * target_s),
            "red_high": max(RED_HIGH_S, RED_HIGH_SHARE * target_s),
            "note": f"About {target_s:.0f} s suit this question.",
        }
    )
    return banded, words

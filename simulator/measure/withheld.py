"""Content only: how an answer was spoken is neither judged nor listed.

For people who stammer (profile `stammer`), and for whoever asks: pace, pauses, latency,
fillers and repeats are theirs. They are measured all the same, so that the choice can
be undone, and lie in `Analysis.withheld`, where nothing that shows or judges looks.
"""

from simulator.records import Analysis, Measurement, Transcript, Withheld

_CONTENT = """
answer_words hedge_rate absolute_rate emphasis_rate same_opener_share sentence_length
unexplained_acronyms names_given times_given numbers_given parts_answered
"""
CONTENT = frozenset(_CONTENT.split())
"""Measures of what was said. All others are withheld, those of a later version too:
better a number too few than a stammer put into figures. The length in seconds and how
often words come again grow with every block and repeat."""

NOT_JUDGED = "Measured, not judged: only content counts here."


def content_only(analysis: Analysis) -> Analysis:
    """The analysis with all that is delivery put away; the same if it already is."""
    if analysis.withheld is not None:
        return analysis
    kept = tuple(m for m in analysis.measurements if m.name in CONTENT)
    delivery = tuple(m for m in analysis.measurements if m.name not in CONTENT)
    return analysis.model_copy(
        update={
            "fillers": (),
            "events": (),
            "pauses": (),
            "measurements": kept,
            "withheld": Withheld(
                fillers=analysis.fillers,
                events=analysis.events,
                pauses=analysis.pauses,
                measurements=tuple(not_judged(m) for m in delivery),
            ),
        }
    )


def plain_words(transcript: Transcript) -> Transcript:
    """The words without fillers and words broken off, wherever they would be shown."""
    words = tuple(word for word in transcript.words if word.kind == "word")
    return transcript.model_copy(update={"words": words})


def not_judged(measurement: Measurement) -> Measurement:
    """A measure of the delivery as it is put away."""
    return measurement.model_copy(update={"graded": False, "note": NOT_JUDGED})

"""Typed answers: the same record as spoken ones, without a single time.

Nothing that needs a clock can then be measured, and everything that needs words can.
"""

from simulator.records import Transcript, Word


def transcript_of(text: str, language: str = "en") -> Transcript:
    """A transcript of written text; its words have no times and no doubt."""
    words = tuple(
        Word(text=token, start_s=None, end_s=None, probability=1.0)
        for token in text.split()
    )
    kept = " ".join(word.text for word in words)
    return Transcript(text=kept, language=language, model="typed", words=words)

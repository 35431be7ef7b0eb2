"""Joins the clean and the prompted decoding of a piece into one list of words."""

from difflib import SequenceMatcher

from simulator.records import Samples, Word

from .heard import HeardWord, Passes
from .settings import Settings

FILLED_PAUSES = frozenset(
    ("um", "uh", "er", "erm", "uhm", "umm", "uhh", "ah", "eh", "euh", "äh", "ähm")
)


def join(passes: Passes, sound: Samples, settings: Settings) -> tuple[Word, ...]:
    """Words of one piece, in the piece's own clock."""
    clean = passes.clean.words
    if not clean and not passes.prompted.words:
        return ()
    found = [_word(word) for word in clean]
    a = [word.plain for word in clean]
    b = [word.plain for word in passes.prompted.words]
    for tag, _, _, start, end in SequenceMatcher(None, a, b, False).get_opcodes():
        if tag in {"insert", "replace"}:
            found += [
                _word(word)
                for word in passes.prompted.words[start:end]
                if word.plain in FILLED_PAUSES
            ]
    return tuple(sorted(found, key=lambda word: word.start_s or 0.0))


def _word(word: HeardWord) -> Word:
    return Word(
        text=word.text,
        start_s=word.start_s,
        end_s=word.end_s,
        probability=word.probability,
        kind="filled_pause" if word.plain in FILLED_PAUSES else "word",
    )

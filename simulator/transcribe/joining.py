"""Joins the clean and the prompted decoding of a piece into one list of words.

What the passes say is merged (`merging.py`), and the sound is the judge: every filled
pause needs a voiced, steady, open stretch of its own, words keep to theirs, and what no
pass wrote is looked for between them.
"""

import math
from typing import Literal

from simulator.records import Word

from .edges import cleared, grown, shrunk, usual_s
from .evidence import Evidence, Stretch
from .fillers import EXCLAMATIONS, best_stretch
from .further import further
from .gaps import Found, unheard
from .heard import Decoding, HeardWord, Passes, plain
from .merging import Merged, merge
from .readings import unread
from .runaway import without_echoes, without_runaway
from .settings import Decoder, Fillers, Settings

Certainty = Literal["sure", "probable", "possible"]

NOTHING = Decoding(mean_log_probability=-math.inf)
"""A pass that tells nothing: the other's words stand alone, and doubtful."""


def join(passes: Passes, found: Evidence, settings: Settings) -> tuple[Word, ...]:
    """Words of one piece, fillers too, in the piece's own clock.

    Args:
        passes: what was decoded.
        found: what the sound says by itself.
        settings: all thresholds.
    """
    clean = without_runaway(passes.clean)
    prompted = without_runaway(passes.prompted)
    if _nobody(clean, found, settings.decoder):
        return ()
    clean, prompted = _witnesses(clean, prompted, settings.decoder)
    least = settings.decoder.understood_log_probability
    understood = prompted.mean_log_probability >= least
    words = _judged(merge(clean, prompted), found, understood)
    words = _unsure(words, passes)
    words = unread(shrunk(cleared(words), found), found)
    words = _with(words, unheard(words, found, passes.likely, understood))
    if understood:
        words = _with(words, further(words, found, passes.likely))
    placed = grown(cleared(words), found)
    least_s = settings.fillers.sliver_s
    return without_echoes(
        word for word in placed if word.kind == "word" or _lasts(word, least_s)
    )


def _unsure(words: list[Word], passes: Passes) -> list[Word]:
    """A term that was heard only where it was expected may be the expectation's own.

    Passes that differ make a word doubtful anyway; here also where the prompted one
    was not trusted and the clean one stands alone.
    """
    only = passes.terms - {word.plain for word in passes.prompted.words}
    why = "heard only because the posting names it"
    return [
        word.model_copy(update={"doubtful": True, "why": why})
        if word.kind == "word" and plain(word.text) in only
        else word
        for word in words
    ]


def _with(words: list[Word], found: list[Found]) -> list[Word]:
    """The words in their order, what was found between them in its place."""
    placed = list(words)
    for one in reversed(found):
        placed.insert(one.place, one.word)
    return placed


def _lasts(word: Word, least_s: float) -> bool:
    """Whether a filled pause still has a sound of its own among its neighbours."""
    return (word.end_s or 0.0) - _start(word) >= least_s


def _nobody(clean: Decoding, found: Evidence, decoder: Decoder) -> bool:
    """Whisper's own rule for silence (it doubts that anyone speaks, and its words), and
    one for noise: nothing stands out in the sound, and the words are a guess.
    """
    likely = clean.mean_log_probability
    silence = (
        clean.no_speech > decoder.no_speech_most
        and likely < decoder.silent_log_probability
    )
    flat = found.range_db < decoder.flat_db and likely < decoder.flat_log_probability
    return silence or flat


def _witnesses(
    clean: Decoding, prompted: Decoding, decoder: Decoder
) -> tuple[Decoding, Decoding]:
    """(for the words, for the filled pauses): one that went wrong gives way."""
    if not _trusted(prompted, decoder):
        return clean, clean
    loops = clean.compression > decoder.compression_most
    return (NOTHING if loops else clean), prompted


def _trusted(decoding: Decoding, decoder: Decoder) -> bool:
    return (
        decoding.compression <= decoder.compression_most
        and decoding.mean_log_probability >= decoder.log_probability_least
    )


def _judged(merged: list[Merged], found: Evidence, understood: bool) -> list[Word]:
    words: list[Word] = []
    free_from_s = 0.0
    for position, one in enumerate(merged):
        if not one.filler:
            words.append(_word(one))
            free_from_s = max(free_from_s, _certain_end(one.word))
            continue
        following = merged[position + 1 :]
        until_s = next((m.word.start_s for m in following if not m.filler), None)
        stretch = _stretch(one, found, free_from_s, until_s)
        if stretch:
            words.append(_filler(one, stretch, found.settings, understood))
            free_from_s = stretch.end_s
            rest_s = found.run_ending(stretch.end_s) - stretch.end_s
            if min(rest_s, stretch.duration_s) < found.settings.vowel_least_s:
                # Too short for two of them: a loop would write one on either part.
                free_from_s += rest_s
    return words


def _certain_end(word: HeardWord) -> float:
    """Up to where a word has its sound: its end may cling to what comes next."""
    return min(word.end_s - 0.1, word.start_s + usual_s(word.plain))


def _stretch(
    one: Merged, found: Evidence, from_s: float, until_s: float | None
) -> Stretch | None:
    """The sound of a filled pause, between the words around it."""
    settings, word = found.settings, one.word
    start_s = max(from_s, word.start_s - settings.before_s)
    end_s = word.end_s + settings.after_s
    if until_s is not None:
        end_s = min(end_s, max(until_s, word.end_s) + 0.1)
    return best_stretch(found, start_s, end_s, word.start_s, sure=one.both)


def _filler(one: Merged, stretch: Stretch, settings: Fillers, understood: bool) -> Word:
    certainty: Certainty = "possible"
    why = "heard, but the sound is too short or unsteady to be sure"
    weak = one.replaces or one.word.plain in EXCLAMATIONS
    if one.both and (understood or stretch.vowel_s >= settings.vowel_least_s):
        certainty, why = "sure", "heard in both passes"
    elif weak and stretch.steady_s < settings.replaces_s:
        why = "another reading has a word here"
    elif stretch.vowel_s >= settings.vowel_least_s:
        certainty = "sure"
        why = f"heard, and a steady voiced sound of {stretch.duration_s:.2f} s"
    elif understood and stretch.open_s >= settings.open_sure_s:
        certainty = "probable"
        why = f"heard, and a voiced sound of {stretch.duration_s:.2f} s"
    return Word(
        text=one.word.text,
        start_s=stretch.start_s,
        end_s=stretch.end_s,
        probability=min(1.0, max(0.0, one.word.probability)),
        kind="filled_pause",
        certainty=certainty,
        why=why,
    )


def _word(one: Merged) -> Word:
    word = one.word
    return Word(
        text=word.text,
        start_s=word.start_s,
        end_s=word.end_s,
        probability=min(1.0, max(0.0, word.probability)),
        doubtful=not one.both,
        why="" if one.both else "the two passes heard different words",
    )


def _start(word: Word) -> float:
    return word.start_s or 0.0

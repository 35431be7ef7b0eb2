"""A second filled pause beside one that is known: "um ... uh, it was".

Whisper writes at most one of two, and aligns a word over the other, so between two
words neither pass nor gap shows it. What is left is a sound by itself in silence, held
on one note, and the decoder's word that the wording with both is likely.
"""

from simulator.records import Word

from .evidence import Evidence, Stretch
from .gaps import Found, room, written_down
from .heard import Asked, Likely, plain
from .hummed import in_silence, on_one_note
from .weighing import wording


def further(words: list[Word], found: Evidence, likely: Likely) -> list[Found]:
    """Filled pauses that share the space between two words with one of `words`.

    Args:
        words: of a piece that was understood, its filled pauses among them.
        found: the piece's sound.
        likely: the decoder, asked about one place at a time (few have a candidate).
    """
    kept: list[Found] = []
    for place in range(len(words)):
        beside = range(max(0, place - 1), place + 1)
        known = [at for at in beside if words[at].kind == "filled_pause"]
        if len(known) != 1:
            continue  # Between two of them there is hardly room for a third.
        stretch = _apart(*room(words, place, found), found)
        if stretch and _is_likely(words, known[0], place, likely, found):
            kept.append(Found(place, written_down(stretch, "beside another")))
    return kept


def _apart(start_s: float, end_s: float, found: Evidence) -> Stretch | None:
    """The longest vowel between two times that stands in silence on one note."""
    settings = found.settings
    fitting = [
        run
        for run in found.runs(start_s, end_s)
        if settings.vowel_least_s <= run.vowel_s
        and run.duration_s <= settings.alone_longest_s
        and in_silence(run, found, settings.word_silence_s)
        and on_one_note(run, found)
    ]
    return max(fitting, key=lambda run: run.vowel_s, default=None)


def _is_likely(
    words: list[Word], known: int, place: int, likely: Likely, found: Evidence
) -> bool:
    """Whether the decoder finds a filled pause at a place likely beside the known one.

    Without that one in the words, its own sound would speak for the other.
    """
    spoken = [word.text for word in words if word.kind == "word"]
    before = sum(word.kind == "word" for word in words[:known])
    both = wording(spoken, before, plain(words[known].text))
    least = found.settings.ratio_least
    (ratio,) = likely(both, [Asked(before + (place > known), least, enough=least)])
    return ratio >= least

"""The words of an answer as every measure sees them, and the stretch they span.

One place decides what counts as a word, so that no two measures disagree: a token is a
said word that is neither a filled pause nor a cut-off fragment. Written answers have no
word list of their own, so their text is split at blanks; their times stay unknown.
"""

from dataclasses import dataclass
from functools import lru_cache

from simulator.records import Answer, Measurement, Moment, Word

from .once import once
from .sentences import Sentence, split

MIN_JUDGED_S = 15.0
MIN_JUDGED_WORDS = 30
"""Below either, a measure is shown, not judged: rates over a sentence or two swing too
much (project's choice, research notes on pace)."""
LEAST_STEM = 3
"""Letters before a hyphen that stands for a word ("pre- and post-launch")."""
SHORTEST_S = 0.001
"""No word is shorter; below it times are faulty, and a rate over them is infinite."""

_EDGES = " \t\n\r.,;:!?…\"“”„()[]{}*_~«»¡¿—–-'‘’"


@dataclass(frozen=True)
class Token:
    """One plain word, lower case and bare, with what stood around it."""

    bare: str
    text: str
    start_s: float | None
    end_s: float | None
    index: int
    """Position in `said(answer)`, fillers and fragments included."""
    stop: bool
    """Whether a sentence ends here, by the punctuation."""
    comma: bool
    """Whether a lesser mark follows: a comma, dash, colon or semicolon."""
    doubtful: bool = False

    @property
    def moment(self) -> Moment:
        """Where the word is."""
        return Moment(start_s=self.start_s, end_s=self.end_s, label=self.bare)


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Lower case without the marks around it; apostrophes inside stay (straight)."""
    return text.strip(_EDGES).replace("’", "'").lower()


@once
def said(answer: Answer) -> tuple[Word, ...]:
    """All that was said, fillers too; a written answer's text split at blanks."""
    transcript = answer.transcript
    if transcript.words or not transcript.text.strip():
        return transcript.words
    return tuple(
        Word(text=piece, start_s=None, end_s=None, probability=1.0)
        for piece in transcript.text.split()
    )


def _token(word: Word, index: int) -> Token:
    marks = word.text.rstrip("\"'”’) ")
    return Token(
        bare=bare(word.text),
        text=word.text.strip(),
        start_s=word.start_s,
        end_s=word.end_s,
        index=index,
        stop=marks.endswith((".", "?", "!", "…")),
        comma=marks.endswith((",", ";", ":", "—", "–", "-")),
        doubtful=word.doubtful,
    )


_JOINING = frozenset(("and", "or", "to"))


@once
def fragments(answer: Answer) -> frozenset[int]:
    """Which of `said(answer)` are cut-off words: marked as such, or written "th-".

    "Short- and long-term" stands for a whole word.
    """
    words = said(answer)
    return frozenset(
        index
        for index, word in enumerate(words)
        if word.kind == "fragment"
        or (
            word.kind == "word"
            and word.text.endswith("-")
            and any(mark.isalnum() for mark in word.text)
            and not (
                len(bare(word.text)) >= LEAST_STEM
                and index + 1 < len(words)
                and bare(words[index + 1].text) in _JOINING
            )
        )
    )


@once
def tokens(answer: Answer) -> tuple[Token, ...]:
    """The plain words in order; marks standing alone are no words."""
    broken = fragments(answer)
    return tuple(
        _token(word, index)
        for index, word in enumerate(said(answer))
        if word.kind == "word"
        and index not in broken
        and any(mark.isalnum() for mark in word.text)
    )


@once
def timed(answer: Answer) -> tuple[Token, ...]:
    """The plain words whose times are known: what was spoken, where the rest of an
    answer was typed. Nothing over time may count others."""
    return tuple(
        t for t in tokens(answer) if t.start_s is not None and t.end_s is not None
    )


@once
def sentences(answer: Answer) -> tuple[Sentence, ...]:
    """The sentences, their `words` being indices into `said(answer)`."""
    return split(answer.transcript)


@once
def span(answer: Answer) -> tuple[float, float] | None:
    """From the start of the first plain word to the end of the last, in seconds.

    The wait before the first word is not pace (it is response latency). None where
    there are no words or no times.
    """
    starts = [t.start_s for t in timed(answer) if t.start_s is not None]
    ends = [t.end_s for t in timed(answer) if t.end_s is not None]
    if not starts:
        return None
    start_s, end_s = min(starts), max(ends)
    return (start_s, end_s) if end_s - start_s >= SHORTEST_S else None


@once
def said_span(answer: Answer) -> tuple[float, float] | None:
    """Like `span`, with fillers and fragments: all the time the candidate held."""
    starts = [w.start_s for w in said(answer) if w.start_s is not None]
    ends = [w.end_s for w in said(answer) if w.end_s is not None]
    if not starts or not ends or max(ends) - min(starts) < SHORTEST_S:
        return None
    return min(starts), max(ends)


def enough(answer: Answer) -> bool:
    """Whether there is enough speech to judge: 15 s and 30 words (words only in text).

    The length is that of the speech, first word to last, not of the recording; where
    the rest was typed, only the spoken words count.
    """
    if answer.sound is None:
        return len(tokens(answer)) >= MIN_JUDGED_WORDS
    if len(timed(answer)) < MIN_JUDGED_WORDS:
        return False
    bounds = span(answer)
    return bounds is not None and bounds[1] - bounds[0] >= MIN_JUDGED_S


def per_100_words(count: int, words: int) -> float | None:
    """Count per 100 words; None without words."""
    return 100.0 * count / words if words else None


def unknown(name: str, title: str, unit: str, note: str) -> Measurement:
    """A measure whose value cannot be known, and the sentence that says why."""
    return Measurement(name=name, title=title, value=None, unit=unit, note=note)

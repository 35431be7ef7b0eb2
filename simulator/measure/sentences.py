"""Sentences of a transcript, from punctuation where there is some, else from pauses.

Whisper sets full stops where they please it, and sometimes none for a minute. So a
full stop counts unless the words on both sides deny it ("I worked at. The hospital"),
and a long stretch without one is cut where a pause, a connective ("and then", "as a
result") or a new subject shows that a clause begins. Hesitations and cut-off words
stay out of the text; the indices still point at the words as they were heard.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.records import FILLED_PAUSES, Passage, Transcript, Word

from .stems import listed, plain

LONG_RUN_WORDS = 26
"""A stretch longer than this without a stop is looked at again. Written English has
about 20 words a sentence, planned speech 15 to 20; beyond 26 a stop was probably
missed."""
SHORTEST_WORDS = 5
"""No cut leaves a piece shorter than this: such pieces show nothing to a reader."""
PAUSE_S = 0.5
"""A pause at a clause boundary; pauses inside clauses are mostly shorter (science
3.1)."""
LONG_PAUSE_S = 0.9
SURE_CUT = 1.5
LIKELY_CUT = 1.0

HESITATIONS = FILLED_PAUSES | listed("ah hmm mm mhm hm")
_ABBREVIATIONS = listed(
    """
    mr. mrs. ms. dr. prof. st. e.g. i.e. vs. approx.
    """
)
"""After these a sentence goes on."""
_CLOSING_ABBREVIATIONS = listed(
    """
    etc. inc. ltd. a.m. p.m. u.s. u.k. ph.d. b.sc. m.sc. jr. sr.
    """
)
"""These may close a sentence: they do where the next word has a capital."""
_COUNTING = listed("no. nos.")
"""Before a digit these stand for "number"; else "no." is an answer."""
_GLUE = listed(
    """
    the a an of at with from by for in on into my our your their his her its and
    or because which who whose very than as i we if when while although
    """
)
"""A sentence does not end after one of these, whatever the punctuation says."""
_PARTICLES = listed("of at with by from for in on into than her")
"""... unless it is written so, or a pause follows: "something to work with." """
_SUBJECTS = listed(
    """
    i we he she they it you there this that i'd i've i'm we'd we've we're he'd
    she'd they'd it's there's that's my our
    """
)
_OPENERS = listed("and so but then because after when")
_MARKERS = (
    ("as", "a", "result"),
    ("in", "the", "end"),
    ("because", "of", "that"),
    ("after", "that"),
    ("and", "then"),
    ("and", "so"),
    ("so", "then"),
    ("so", "basically"),
    ("at", "that", "point"),
    ("at", "the", "end"),
    ("by", "the", "end"),
    ("since", "then"),
    ("from", "then", "on"),
    ("eventually",),
    ("finally",),
    ("afterwards",),
    ("the", "result"),
    ("first",),
    ("second",),
)
_ATTACHED = listed(
    """
    and so but then because that what when where which who if as before after
    until while since than how why think thought said believe felt or to like
    now also just basically actually really never always
    could can would should did do was were had have
    """
)
"""Words that bind a following subject to what stands before ("what I", "because
we")."""
_AFTER_IT = listed(
    """
    was is were had has would will could should must did does can might went got took
    turned came worked made became felt seemed meant happened started began just really
    all kept said also never always still gave ended looked sounded cost helped broke
    stopped wasn't isn't didn't doesn't couldn't wouldn't needed
    """
)
"""Before one of these "it" is a subject."""
_LONE = listed(
    """
    so and but yeah yes no okay ok well right now then also sure alright like
    """
)


@dataclass(frozen=True)
class Sentence:
    """One sentence, as it is quoted."""

    text: str
    """Without hesitations and cut-off words, otherwise as said."""
    start_s: float | None
    end_s: float | None
    words: tuple[int, ...]
    """Indices into `spoken(transcript)`, hesitations left out."""

    @property
    def passage(self) -> Passage:
        """The sentence as evidence."""
        return Passage(text=self.text, start_s=self.start_s, end_s=self.end_s)


def spoken(transcript: Transcript) -> tuple[Word, ...]:
    """The words heard; where there are none (written text), the words of the text."""
    if transcript.words:
        return transcript.words
    return tuple(
        Word(text=piece, start_s=None, end_s=None, probability=1.0)
        for piece in transcript.text.split()
    )


def sentence(words: Sequence[Word], indices: Sequence[int]) -> Sentence:
    """The sentence made of these words (at least one index)."""
    return Sentence(
        text=" ".join(words[i].text.strip() for i in indices),
        start_s=words[indices[0]].start_s,
        end_s=words[indices[-1]].end_s,
        words=tuple(indices),
    )


def split(transcript: Transcript) -> tuple[Sentence, ...]:
    """Cut a transcript into sentences, in order, every kept word in exactly one.

    Works with or without punctuation and with or without times; linear in the words.
    An empty transcript has no sentences.
    """
    words = spoken(transcript)
    kept = [i for i, word in enumerate(words) if _is_kept(word)]
    norms = [plain(words[i].text) for i in kept]
    runs = _joined(_stopped(words, kept, norms), norms)
    pieces: list[tuple[int, int]] = []
    for first, last in runs:
        pieces.extend(_cut(words, kept, norms, (first, last)))
    return tuple(sentence(words, kept[a:b]) for a, b in pieces)


def _is_kept(word: Word) -> bool:
    bare = plain(word.text)
    return word.kind == "word" and bool(bare) and bare not in HESITATIONS


def _stopped(
    words: Sequence[Word], kept: Sequence[int], norms: Sequence[str]
) -> list[tuple[int, int]]:
    """Half-open runs of kept words between full stops that are believed."""
    runs: list[tuple[int, int]] = []
    start = 0
    for k in range(len(kept)):
        last = k + 1 == len(kept)
        after = words[kept[k] : len(words) if last else kept[k + 1]]
        following = "" if last else words[kept[k + 1]].text.strip()
        stops = last or any(_stops(w.text, following) for w in after)
        if stops and (last or norms[k] not in _GLUE or _ends_on(words, kept, norms, k)):
            runs.append((start, k + 1))
            start = k + 1
    return runs


def _ends_on(
    words: Sequence[Word], kept: Sequence[int], norms: Sequence[str], k: int
) -> bool:
    """Whether a sentence may well end on this word: "enough context to act on." """
    if norms[k] not in _PARTICLES:
        return False
    here, following = words[kept[k]], words[kept[k + 1]]
    return here.end_s is None or _pause_s(here, following) >= PAUSE_S


def _stops(text: str, following: str) -> bool:
    """Whether a sentence ends on a word, by its mark and the word that follows."""
    bare = text.strip().rstrip("\"'”’)")
    if not bare or bare[-1] not in ".?!;" or bare.endswith("..."):
        return False
    lower = bare.lower().lstrip("\"'“‘(")
    if lower in _CLOSING_ABBREVIATIONS:
        return following.lstrip("\"'“‘(")[:1].isupper()
    if lower in _COUNTING:
        return not following[:1].isdigit()
    return lower not in _ABBREVIATIONS


def _joined(
    runs: Sequence[tuple[int, int]], norms: Sequence[str]
) -> list[tuple[int, int]]:
    """A lone "So." or "Okay." belongs to the sentence that follows it."""
    joined: list[tuple[int, int]] = []
    start: int | None = None
    for first, last in runs:
        begin = first if start is None else start
        lone = last - begin <= 2 and all(n in _LONE for n in norms[begin:last])
        start = begin if lone else None
        if not lone:
            joined.append((begin, last))
    if start is not None and runs:
        joined.append((start, runs[-1][1]))
    return joined


def _cut(
    words: Sequence[Word],
    kept: Sequence[int],
    norms: Sequence[str],
    run: tuple[int, int],
) -> list[tuple[int, int]]:
    """Cut a run that is too long for one sentence where a clause begins."""
    pieces = [run]
    for enough in (SURE_CUT, LIKELY_CUT):
        again: list[tuple[int, int]] = []
        for first, last in pieces:
            if last - first <= LONG_RUN_WORDS:
                again.append((first, last))
                continue
            start = first
            for k in range(first + SHORTEST_WORDS, last - SHORTEST_WORDS + 1):
                if k - start < SHORTEST_WORDS:
                    continue
                if _cut_strength(words, kept, norms, k) >= enough:
                    again.append((start, k))
                    start = k
            again.append((start, last))
        pieces = again
    return pieces


def _cut_strength(
    words: Sequence[Word], kept: Sequence[int], norms: Sequence[str], k: int
) -> float:
    """How surely a sentence begins at kept word `k`; from about -5 to 4."""
    before, here = norms[k - 1], norms[k]
    following = norms[k + 1] if k + 1 < len(norms) else ""
    if before in _GLUE or before in _OPENERS or (before, here) == ("since", "then"):
        return -5.0
    strength = 0.0
    if any(tuple(norms[k : k + len(m)]) == m for m in _MARKERS):
        strength += 2.0
    elif here in _OPENERS and following in _SUBJECTS:
        strength += 1.5
    elif here == "it" and following not in _AFTER_IT:
        strength -= 1.5  # "we had tried it in 2016": an object
    elif here in _SUBJECTS and before not in _ATTACHED:
        strength += 1.0
    else:
        strength -= 1.5
    pause = _pause_s(words[kept[k - 1]], words[kept[k]])
    if pause >= LONG_PAUSE_S:
        strength += 2.0
    elif pause >= PAUSE_S:
        strength += 1.0
    return strength


def _pause_s(before: Word, after: Word) -> float:
    """Silence between two words, 0.0 where times are unknown."""
    if before.end_s is None or after.start_s is None:
        return 0.0
    return after.start_s - before.end_s

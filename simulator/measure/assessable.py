"""Whether there is an answer to judge at all, and if not, why.

Definition: not assessable are
    silence         nobody spoke (or nothing was written)
    noise           sound, but no words
    gibberish       syllables, keyboard mash, words in no order, one phrase for ever
    language        another language than English
    low_confidence  most words are doubtful: they were not understood
    too_short       fewer words than the question can be answered with, or nothing but
                    the question itself
    off_topic       the answer speaks of something else (told by `content`, with care)

Conventions: each test looks at how language is built (small words, word order,
variety), never at grammar, accent or fluency: learners, terse and stammering speakers
pass. Praise for nonsense is a defect, but so is calling a person's answer nonsense;
where the two pull apart, the answer is judged.

Edge cases: a short answer is enough where the question wants a short one, or wants the
candidate's own questions. Written text has no sound and can be everything but noise.

Source: thresholds are the project's, set on example answers and held by a battery of
200 generated nonsense texts and 40 unusual but ordinary answers (tests/measure).
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from simulator.records import Answer, Content, Verdict, Why

from . import word_order
from .function_words import ENGLISH, OTHERS
from .stems import listed
from .tokens import MIN_JUDGED_WORDS, Token, bare, said, tokens

MIN_WORDS = 8
ONE_LINER_WORDS = 20
"""One sentence shorter than this (8 s of talk) answers no question that wants a
minute."""
AGAIN_WORDS = 5
"""A run this long said before adds nothing."""
SHORT_TARGET_S = 30.0
MIN_WORDS_SHORT = 4
"""For questions that want a sentence."""

NOISE_DBFS = -50.0
"""15 dB (the least that words stand out by, `NOISY_SNR_DB`) below a very quiet voice of
-35 dBFS: what is louder could have hidden words."""
NOISE_SHARE = 0.5
"""Of the frames. A click or a door hides nothing of what stands before and after it."""

MASH_SHARE = 0.3
FEWEST_SMALL_WORDS = 0.15
"""Ordinary answers have 0.3 to 0.7 of them, lists of tools 0.2."""
OTHER_LANGUAGE_SHARE = 0.2
FOREIGN_LETTERS_SHARE = 0.3
FEWEST_ACCENTED = 2
SALAD_SCORE = -2.8
"""Standard deviations below ordinary word order: of 211 ordinary texts one lies lower
(a rambling one, typed without a full stop), of salads from 40 words on nearly all."""
LEAST_VARIETY = 0.34
"""Distinct words in 50: ordinary talk has 0.6 to 0.8, a severe stammer about 0.45."""
VARIETY_WORDS = 50
MOST_REPEATED = 0.5
"""Share of runs of four words that had been said before: one phrase over and over."""
NUMBERS_SHARE = 0.7
SAME_AGAIN_SHARE = 0.6
FEWEST_LETTERS = 2.6
"""Letters in a word: ordinary talk has 3.5 to 5, syllables said in a row 2."""
DOUBTFUL_SHARE = 0.6
"""More than half doubtful happens with strong accents that are still understood."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop")
_NO_VOWEL = re.compile(r"^[bcdfghjklmnpqrstvwxz]{3,}$")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_SHORT_FORMS = listed("hmm mhm mmm shh pfft tsk brr")
_LETTERS = frozenset("bcdefghjklmnopqrstuvwxyz")
_STOCK = re.compile(
    r"\b(?:thanks?(?: you)? for (?:watching|listening)|(?:please )?subscribe"
    r"|(?:testing )+(?:one )?(?:two )?(?:three)?|(?:is this|can you hear me|are you"
    r" there)(?: on)?|(?:hello )+|one two(?: three)?|is anybody there)(?=\s|$)"
)
"""Trying the microphone, and what Whisper writes where nobody speaks."""
_SPELLED = listed("zero one two three four five six seven eight nine ten")


def _mashed(token: Token) -> bool:
    """A word that no mouth makes; capitals are an acronym, which a mouth spells."""
    acronym = token.text.strip(".,;:!?").rstrip("s").isupper()
    return not acronym and _unsayable(token.bare)


CHANT = 5
"""Equal syllables in a row; "so-so" and "a one-two-three" are words."""


@lru_cache(maxsize=8192)
def _unsayable(word: str) -> bool:
    """Keyboard runs, no vowels, six consonants."""
    if word in _SHORT_FORMS or not word.isalpha() or not word.isascii():
        return False
    if _NO_VOWEL.match(word) or _CLUSTER.search(word):
        return True
    runs = (word[k : k + 4] for k in range(len(word) - 3))
    return any(run in row or run[::-1] in row for run in runs for row in _ROWS)


def _chanted(toks: Sequence[Token]) -> bool:
    """Whisper writes babble as one word, "da-da-da-da"; most of what was said is it."""
    chains = [t.bare.split("-") for t in toks]
    babble = sum(len(c) for c in chains if len(c) >= CHANT and len(set(c)) <= 2)
    return babble > sum(len(c) == 1 for c in chains)


def _share(toks: Sequence[Token], known: frozenset[str]) -> float:
    return sum(t.bare in known for t in toks) / len(toks)


def _foreign_letters(toks: Sequence[Token]) -> bool:
    if all(t.bare.isascii() for t in toks):
        return False
    letters = [mark for t in toks for mark in t.bare if mark.isalpha()]
    far = sum(ord(mark) > 0x24F for mark in letters)
    return bool(letters) and far / len(letters) > FOREIGN_LETTERS_SHARE


def _other_language(toks: Sequence[Token]) -> str:
    """The name of a language other than English, or ""."""
    english = _share(toks, ENGLISH)
    other, name = max((_share(toks, words), name) for name, words in OTHERS.items())
    small = {t.bare for t in toks} & OTHERS[name]
    if other < OTHER_LANGUAGE_SHARE or other <= english or len(small) < 3:
        return ""
    return name


def _variety(toks: Sequence[Token]) -> float:
    """Distinct words over words, the mean of all stretches of 50 words.

    Not the least varied one: a phrase that Whisper looped for a while is no reason to
    call all of the answer nonsense.
    """
    words = [t.bare for t in toks]
    if len(words) <= VARIETY_WORDS:
        return len(set(words)) / len(words)
    counts = Counter(words[:VARIETY_WORDS])
    total, windows = len(counts), 1
    for gone, come in zip(words, words[VARIETY_WORDS:], strict=False):
        counts[gone] -= 1
        if not counts[gone]:
            del counts[gone]
        counts[come] += 1
        total, windows = total + len(counts), windows + 1
    return total / windows / VARIETY_WORDS


def _looped(toks: Sequence[Token]) -> bool:
    """One phrase over and over, short or long."""
    runs = [tuple(t.bare for t in toks[k : k + 4]) for k in range(len(toks) - 3)]
    again = 1 - len(set(runs)) / len(runs) if runs else 0.0
    return again > MOST_REPEATED or _variety(toks) < LEAST_VARIETY


def _counting(toks: Sequence[Token]) -> bool:
    """Numbers or single letters only, as people say to test a microphone."""
    plain = [
        t for t in toks if t.bare.isdigit() or t.bare in _SPELLED or t.bare in _LETTERS
    ]
    return len(plain) / len(toks) > NUMBERS_SHARE


def _noise_of_mouth(toks: Sequence[Token]) -> bool:
    """Mash, counting, la la la, one phrase over and over, bare syllables."""
    if sum(map(_mashed, toks)) / len(toks) > MASH_SHARE:
        return True
    repeats = sum(a.bare == b.bare for a, b in pairwise(toks))
    if len(toks) >= 4 and (_counting(toks) or repeats / len(toks) > SAME_AGAIN_SHARE):
        return True
    if len(toks) < MIN_WORDS:
        return False
    letters = sum(len(t.bare) for t in toks) / len(toks)
    return letters < FEWEST_LETTERS or _looped(toks)


def _no_order(toks: Sequence[Token]) -> bool:
    """Too few of the small words that hold English together, or in no order."""
    if _share(toks, ENGLISH) < FEWEST_SMALL_WORDS:
        return True
    order = word_order.score(toks)
    return order is not None and order < SALAD_SCORE


def _own_words(answer: Answer, toks: Sequence[Token]) -> int:
    """Words that are new: not the question read back (three or more of it in a row),
    no run said before, no trying of the microphone."""
    words = [t.bare for t in toks]
    runs = [tuple(words[k : k + AGAIN_WORDS]) for k in range(len(words))]
    first = {run: k for k, run in reversed(list(enumerate(runs)))}
    again = {
        k + n
        for k, run in enumerate(runs)
        if len(run) == AGAIN_WORDS and first[run] < k
        for n in range(AGAIN_WORDS)
    }
    stock = sum(len(m[0].split()) for m in _STOCK.finditer(" ".join(words)))
    copied = _read_back(answer, words)
    return len(words) - len(copied | again) - stock


def _read_back(answer: Answer, words: Sequence[str]) -> set[int]:
    """Indices of words that only repeat the question."""
    if answer.question is None:
        return set()
    asked = [bare(piece) for piece in answer.question.text.split()]
    runs = {tuple(asked[k : k + 3]) for k in range(len(asked) - 2)}
    copied: set[int] = set()
    for k in range(len(words) - 2):
        if tuple(words[k : k + 3]) in runs:
            copied.update((k, k + 1, k + 2))
    return copied


def _too_short(answer: Answer, toks: Sequence[Token]) -> bool:
    question = answer.question
    short = question is not None and (
        question.target_s <= SHORT_TARGET_S or question.kind == "asking"
    )
    own = _own_words(answer, toks)
    if own < (MIN_WORDS_SHORT if short else MIN_WORDS):
        return True
    sentences = 1 + sum(t.stop for t in toks[:-1])
    return not short and sentences == 1 and own < ONE_LINER_WORDS


def _nothing_heard(answer: Answer) -> Why:
    """No words: was there sound?"""
    sound = answer.sound
    if sound is None or any(w.kind != "word" for w in said(answer)):
        return "too_short" if said(answer) else "silence"
    if sound.speech:
        return "noise"
    loud = sound.level_dbfs > NOISE_DBFS
    if len(loud) and float(loud.mean()) >= NOISE_SHARE:
        return "noise"
    return "silence"


def _why(answer: Answer, content: Content | None) -> Why:
    toks = tokens(answer)
    if not toks:
        return _nothing_heard(answer)
    if _foreign_letters(toks):
        return "language"
    if _noise_of_mouth(toks) or _chanted(toks):
        return "gibberish"
    language = _other_language(toks)
    if language:
        return "gibberish" if language == "Latin" else "language"
    if len(toks) >= MIN_WORDS and _no_order(toks):
        # Words with letters that English has not are some language we do not list.
        accented = sum(not t.bare.isascii() for t in toks)
        return "language" if accented >= FEWEST_ACCENTED else "gibberish"
    if sum(t.doubtful for t in toks) / len(toks) > DOUBTFUL_SHARE:
        return "low_confidence"
    if _too_short(answer, toks):
        return "too_short"
    if content is not None and content.on_topic is False:
        # Said of a long enough answer only: little text has little to match.
        return "off_topic" if len(toks) >= MIN_JUDGED_WORDS else ""
    return ""


def judge(answer: Answer, content: Content | None = None) -> tuple[Verdict, Why]:
    """The verdict and, where it is "not_assessable", its reason.

    Args:
        answer: spoken or written; never raises, whatever is in it.
        content: what the answer speaks of, where that is known; without it an answer
            is never off topic.
    """
    why = _why(answer, content)
    return ("not_assessable", why) if why else ("assessable", "")

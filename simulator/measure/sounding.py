"""Names that a recogniser wrote as it heard them: "Quantilo" for "Quantelo".

Whisper spells a name it does not know by its sound, or as two words ("Postgre SQL").
Two spellings sound alike when their consonants agree (one may differ in long names) and
their letters do too, mostly. Short names are left out: "Redis" would be heard in
"reads". What only sounds alike is never taken for heard; it is called uncertain.

Source: the idea of Soundex and its successors (Philips 1990), kept to what Whisper does
with the forty terms of `benchmarks/terms.py`.
"""

import re
from collections.abc import Iterable, Sequence

from simulator.records import Word

MOST_WORDS = 3
"""A name is written as one word, or falls into two or three."""
FEWEST_CONSONANTS = 4
CONSONANTS_FOR_A_SLIP = 5
"""From so many on one consonant may differ, in one word: of two words the pieces would
fit by chance ("there for", "Terraform")."""
MOST_OTHER_LETTERS = 0.45
"""Share of the letters by which two spellings of a name may differ."""
_ODD = re.compile(r"^(?:[A-Z]|\w+[A-Z0-9])[\w+#-]*$")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^x", "s"),
        (r"^(?:kn|gn)", "n"),
        (r"ph|v", "f"),
        (r"tch|ch", "C"),
        (r"sh|sch", "S"),
        (r"dge?|j|g(?=[eiy])", "J"),
        (r"gh", ""),
        (r"ck|q|c(?![eiy])", "k"),
        (r"c|z", "s"),
        (r"x", "ks"),
        (r"(.)\1+", r"\1"),
        (r"^h?[aeiouy]+", "A"),
        (r"[aeiouyhw]+", ""),
    )
)


def names(ways: Iterable[str]) -> tuple[str, ...]:
    """The ways that are one word written as a name."""
    return tuple(way for way in ways if _ODD.match(way) and len(way) > 2)


def spelled(name: str, words: Sequence[Word]) -> tuple[int, ...] | None:
    """Indices of words that are a name letter by letter, written apart; or None."""
    wanted = _letters(name)
    return next((at for at, said in _windows(words, 2) if said == wanted), None)


def alike(name: str, words: Sequence[Word]) -> tuple[int, ...] | None:
    """Indices of the first words that sound like a name, or None."""
    wanted, sound = _letters(name), key(name)
    if len(sound) < FEWEST_CONSONANTS:
        return None
    most = MOST_OTHER_LETTERS * len(wanted)
    for at, said in _windows(words, 1):
        slips = int(len(sound) >= CONSONANTS_FOR_A_SLIP and len(at) == 1)
        if abs(len(said) - len(wanted)) <= most and (
            _apart(key(said), sound) <= slips and _apart(said, wanted) <= most
        ):
            return at
    return None


def key(text: str) -> str:
    """How a word sounds, roughly: its consonants, and whether a vowel opens it."""
    text = _letters(text)
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return text


def _windows(
    words: Sequence[Word], fewest: int
) -> Iterable[tuple[tuple[int, ...], str]]:
    real = [n for n, word in enumerate(words) if word.kind == "word"]
    for count in range(fewest, MOST_WORDS + 1):
        for start in range(len(real) - count + 1):
            at = tuple(real[start : start + count])
            yield at, "".join(_letters(words[n].text) for n in at)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower().removesuffix("'s"))


def _apart(one: str, other: str) -> int:
    """Letters to add, drop or change between two words (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        before, row[0] = row[0], n
        for k, against in enumerate(other, 1):
            cost = before + (letter != against)
            before, row[k] = row[k], min(cost, row[k] + 1, row[k - 1] + 1)
    return row[-1]

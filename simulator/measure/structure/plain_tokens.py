"""The plain words of a sentence: contractions undone, repeats said once.

"I'd" may be "I had" or "I would" and "didn't" is two words to a reader of grammar, so
clauses are cut from these words and still know the word each came from.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.measure.stems import listed, plain
from simulator.records import Word

from . import verbs

_CONTRACTED = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "i'd": ("i", "would"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("have", "to"),
    "hafta": ("have", "to"),
    "kinda": ("kind", "of"),
    "sorta": ("sort", "of"),
    "'cause": ("because",),
    "cuz": ("because",),
    "alot": ("a", "lot"),
}
_NT = listed(
    """
    didnt dont wasnt werent couldnt wouldnt shouldnt hadnt hasnt havent isnt
    arent doesnt
    """
)
_CLITICS = {"'ve": "have", "'ll": "will", "'re": "are", "'m": "am", "'d": "would"}
_PREFIXES = frozenset(["re", "co", "pre", "de", "un", "over", "under", "out", "pair"])
_IS = listed(
    """
    it that there what he she who here where how this somebody someone everybody
    everyone nobody one
    """
)
_HAS_NOUN = listed("a an the no to one two three four five six seven eight nine ten")
"""After "'d" these show it to be "had": "I'd a word with him"."""
_TELLERS = frozenset(["i", "we", "he", "she", "they", "who"])
_ASIDE = frozenset(["like"])
"""Between commas, or before a verb in the past, it says nothing: "I, like, called"."""


@dataclass(frozen=True)
class Token:
    """A plain word (contractions undone) and the word it came from."""

    text: str
    word: int
    comma: bool
    """Whether a comma or dash follows."""
    capital: bool = False


def tokens(words: Sequence[Word], indices: Sequence[int]) -> tuple[Token, ...]:
    """Plain words of a sentence; repeated words ("I I went", "to the to the") once."""
    found: list[Token] = []
    for i in indices:
        raw = words[i].text.strip()
        comma = raw[-1:] in {",", ":", "—", "–", "-"}
        parts = _undone(plain(raw))
        if found and found[-1].text in _ASIDE and _aside(found, parts[0]):
            del found[-1]
        if found and found[-1].text == "would" and parts[0] in _HAS_NOUN:
            found[-1] = replace(found[-1], text="had")
        for n, part in enumerate(parts):
            found.append(
                Token(part, i, comma and n + 1 == len(parts), raw[:1].isupper())
            )
        for size in (1, 2):
            if len(found) >= 2 * size and [t.text for t in found[-size:]] == [
                t.text for t in found[-2 * size : -size]
            ]:
                del found[-2 * size : -size]
                break
    return tuple(found)


def _aside(found: Sequence[Token], following: str) -> bool:
    """Whether the last token is an aside in speech, given the word that follows."""
    if len(found) < 2:
        return False
    before, last = found[-2], found[-1]
    told = before.text in _TELLERS and verbs.is_past(following)
    return (before.comma and last.comma) or told


def _undone(word: str) -> tuple[str, ...]:
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if word.endswith("n't"):
        return (word[:-3], "not")
    if word in _NT:
        return (word[:-2], "not")
    stem, mark, tail = word.rpartition("'")
    if mark and "'" + tail in _CLITICS:
        return (stem, _CLITICS["'" + tail])
    if mark and tail == "s" and stem in _IS:
        return (stem, "is")
    parts = tuple(p for p in word.replace("/", "-").split("-") if p)
    if len(parts) == 2 and parts[0] in _PREFIXES:
        return (parts[0] + parts[1],)
    return parts or (word,)

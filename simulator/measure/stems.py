"""Words made comparable: plain lower-case forms and short stems.

Concept matching must see that "prioritised", "priorities" and "prioritise" are one
idea. A dictionary lemmatiser would be a large dependency for that; a short suffix
table in the manner of Porter (1980) is explainable and fast. Two words that share a
stem are taken for the same word; the table is conservative (it never leaves fewer
than three letters), because a concept wrongly found is worse than one to be reworded.
"""

import re
from functools import lru_cache

_FIRST = re.compile(r"[\w£$€%]")
_LAST = re.compile(r"[\w%]")
_SUFFIXES = (
    ("isations", ""),
    ("izations", ""),
    ("isation", ""),
    ("ization", ""),
    ("ements", ""),
    ("ement", ""),
    ("ations", ""),
    ("ation", ""),
    ("ments", ""),
    ("ment", ""),
    ("ising", ""),
    ("izing", ""),
    ("ised", ""),
    ("ized", ""),
    ("ises", ""),
    ("izes", ""),
    ("ise", ""),
    ("ize", ""),
    ("ately", ""),
    ("ating", ""),
    ("ated", ""),
    ("ates", ""),
    ("ate", ""),
    ("ness", ""),
    ("ings", ""),
    ("ing", ""),
    ("edly", ""),
    ("ions", ""),
    ("ion", ""),
    ("ied", ""),
    ("ies", ""),
    ("ed", ""),
    ("ly", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
    ("y", ""),
)
_SHORTEST = 3
"""Letters a stem keeps at least: "ring" and "red" must not be cut to nothing."""
_IRREGULAR = {
    "taught": "teach",
    "led": "lead",
    "built": "build",
    "sold": "sell",
    "bought": "buy",
    "wrote": "write",
    "written": "write",
    "spoke": "speak",
    "spoken": "speak",
    "chose": "choose",
    "chosen": "choose",
    "met": "meet",
    "grew": "grow",
    "grown": "grow",
    "gave": "give",
    "given": "give",
    "took": "take",
    "taken": "take",
    "made": "make",
    "kept": "keep",
    "held": "hold",
    "ran": "run",
    "began": "begin",
    "thought": "think",
    "brought": "bring",
    "said": "say",
    "told": "tell",
    "heard": "hear",
    "understood": "understand",
    "people": "person",
    "children": "child",
    "broke": "break",
    "broken": "break",
    "fought": "fight",
    "won": "win",
    "lost": "lose",
    "spent": "spend",
    "knew": "know",
    "felt": "feel",
}


def plain(word: str) -> str:
    """The word in lower case with straight apostrophes and no punctuation around."""
    text = word.replace("’", "'").replace("‘", "'").lower()
    first = _FIRST.search(text)
    last = _LAST.search(text[::-1])
    if first is None or last is None:
        return ""
    return text[first.start() : len(text) - last.start()]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A short form that inflections of one word share ("planning", "plans": "plan").

    Args:
        word: a plain word, as `plain` gives it.
    """
    word = word.removesuffix("'s").removesuffix("'")
    word = _IRREGULAR.get(word, word)
    if len(word) <= _SHORTEST or not word.isalpha() or word.endswith("ss"):
        return word
    for suffix, ending in _SUFFIXES:
        root = word[: -len(suffix)] if word.endswith(suffix) else ""
        if len(root) >= _SHORTEST and any(letter in "aeiouy" for letter in root):
            word = root + ending
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    if len(word) > _SHORTEST and word[-1] in "eiy":
        word = word[:-1]
    return word


def stems(text: str) -> tuple[str, ...]:
    """Stems of the words of a text, in order; pieces without a letter or digit fall
    out."""
    return tuple(stem(p) for p in (plain(w) for w in text.split()) if p)


def listed(text: str) -> frozenset[str]:
    """The words of a text as a set: how word lists are written down."""
    return frozenset(text.split())

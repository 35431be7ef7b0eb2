"""Word error rate, on words as they sound.

Whisper writes "3%" where a person says "three percent", and neither is wrong. So both
texts are spelled out before they are compared: lower case, no punctuation, numbers in
words. The rate is (substitutions + deletions + insertions) / words said (Levenshtein).
"""

import re
from collections.abc import Sequence

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
_TENS = (
    *("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"),
    "ninety",
)
_SCALES = ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
_MONEY = {"$": "dollars", "€": "euros", "£": "pounds"}
LONGEST = 9
"""Digits of the largest number that is read as one."""
_YEARS = range(1100, 2100)

_PIECE = re.compile(
    r"[$€£]?\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?%?|[^\W\d_]+(?:'[^\W\d_]+)*"
)
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def spelled(text: str) -> list[str]:
    """The words of a text as they are said."""
    plain = text.lower().replace("’", "'").replace("%", "% ")
    words: list[str] = []
    for piece in _PIECE.findall(plain):
        words += _number(piece) if any(c.isdigit() for c in piece) else [piece]
    return [w.replace("'", "") for w in words if w != "and"]


def _number(piece: str) -> list[str]:
    """ "and" is left out on both sides: people say it inside numbers or do not."""
    after = ["percent"] if piece.endswith("%") else []
    money = [_MONEY[piece[0]]] if piece[0] in _MONEY else []
    ordinal = piece.endswith(("st", "nd", "rd", "th"))
    digits = re.sub(r"[^\d.]", "", piece)
    whole, _, rest = digits.partition(".")
    # Longer ones are no quantity; digit by digit is how they would be read out.
    words = in_words(int(whole)) if 0 < len(whole) <= LONGEST else list(whole)
    if rest:
        words += ["point", *(_ONES[int(d)] for d in rest)]
    if ordinal:
        last = words[-1]
        regular = last[:-1] + "ieth" if last.endswith("y") else last + "th"
        words[-1] = _ORDINALS.get(last, regular)
    return words + after + money


def in_words(number: int) -> list[str]:
    """A whole number as it is said; years in two halves."""
    if number in _YEARS and number % 1000 > 9:
        head, tail = divmod(number, 100)
        return in_words(head) + (in_words(tail) if tail else ["hundred"])
    for size, name in _SCALES:
        if number >= size:
            head, tail = divmod(number, size)
            return [*in_words(head), name, *(in_words(tail) if tail else [])]
    if number < len(_ONES):
        return [_ONES[number]]
    tens, ones = divmod(number, 10)
    return [_TENS[tens], *([_ONES[ones]] if ones else [])]


def word_error_rate(said: Sequence[str], heard: Sequence[str]) -> float:
    """Share of wrong words; 0 where nothing was said and nothing heard."""
    before = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        row = [i]
        for j, other in enumerate(heard, 1):
            same = before[j - 1] + (word != other)
            row.append(min(same, before[j] + 1, row[-1] + 1))
        before = row
    return before[-1] / len(said) if said else float(len(heard) > 0)

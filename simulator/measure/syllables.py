"""Syllables of English words as they are spoken, numbers and acronyms spelled out.

Definition: one syllable per vowel group, with rules for the silent -e, -es, -ed and the
vowel pairs that are two syllables ("create", "idea"), after the written form has been
turned into the spoken one: Whisper prints "20%", which is four syllables.

Conventions: "2019" is a year ("twenty nineteen") when it stands bare between 1100 and
2099; "$3,000" is "three thousand dollars"; capitals of two to five letters are spelled
("CEO" 3, "AWS" 5) unless they are said as a word ("NASA").

Edge cases: empty text and bare punctuation have 0 syllables; any word has at least 1.

Accuracy: against the CMU Pronouncing Dictionary (BSD data; used to check, not shipped),
see `docs/measures.md`. A dictionary would be exact for the words it has, but costs 1 s
of start and 4 MB for a gain smaller than the error of the word times.
"""

import re
from functools import lru_cache

from .stems import listed

_EXCEPTIONS = {
    "area": 3, "aren't": 1, "being": 2, "business": 2, "businesses": 3, "chocolate": 2,
    "client": 2, "clients": 2, "colleague": 2, "colleagues": 2, "couldn't": 2,
    "create": 2, "created": 3, "didn't": 2, "different": 3, "does": 1, "doesn't": 2,
    "doing": 2, "done": 1, "every": 2, "everyone": 3, "everything": 3, "evening": 2,
    "family": 3, "favorite": 3, "giant": 2, "going": 2, "gone": 1, "hadn't": 2,
    "hasn't": 2, "haven't": 2, "hour": 1, "hours": 1, "interesting": 4, "isn't": 2,
    "issue": 2, "lion": 2, "maybe": 2, "moment": 2, "ms": 2, "mr": 2, "mrs": 2, "dr": 2,
    "naive": 2, "people": 2, "poem": 2, "quiet": 2, "recipe": 3, "science": 2,
    "scientist": 3, "shouldn't": 2, "someone": 2, "something": 2, "sometimes": 2,
    "diet": 2, "trial": 2, "dial": 2, "fuel": 2, "cruel": 2, "idea": 3, "ideas": 3,
    "ruin": 2, "seeing": 2, "somewhere": 2, "therefore": 2, "variety": 4,
    "society": 4, "vehicle": 3, "violet": 3, "wasn't": 2, "weren't": 1, "wouldn't": 2,
    "apostrophe": 4, "catastrophe": 4, "simile": 3, "resume": 3, "anyone": 3,
    "anything": 3, "whatever": 3, "forever": 3, "homework": 2, "nineteen": 2,
    "ninety": 2, "nineties": 2, "hundred": 2, "hundreds": 2, "technique": 2,
    "techniques": 2, "experience": 4, "unique": 2, "antique": 2, "likewise": 2,
    "basically": 3, "salesman": 2, "california": 4, "framework": 2, "warehouse": 2,
    "schedule": 2, "meanwhile": 2, "real": 1, "really": 2, "usually": 4, "actually": 4,
    "literally": 4, "api": 3, "etc": 4, "vs": 2, "ok": 2, "okay": 2,
    "iphone": 2, "linkedin": 3, "javascript": 3, "python": 2, "kubernetes": 4,
    "the": 1, "we": 1, "he": 1, "she": 1, "me": 1, "be": 1,
}  # fmt: skip
"""Frequent in answers and wrong by rule."""

_SAID_AS_WORDS = listed(
    "NASA NATO SCRUM LEAN REST CRUD RAM ROM LAN WAN SIM PIN RAID AJAX SAP ERASMUS "
    "STAR OPEC UNICEF UNESCO COVID LASER RADAR SWOT SMART OK AM PM"
)
MOST_DIGITS = 15
"""Longer ones are said digit by digit."""
_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
    "ninety",
]  # fmt: skip
_SIGNS = {"%": "percent", "&": "and", "+": "plus", "@": "at", "=": "equals", "#": ""}
_CURRENCY = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_SUFFIX = {
    "k": "thousand", "m": "million", "bn": "billion", "b": "billion", "x": "times",
    "am": "a m", "pm": "p m", "h": "hours", "s": "", "th": "", "st": "", "nd": "",
    "rd": "", "ms": "milliseconds", "gb": "gigabytes", "kg": "kilos",
    "km": "kilometers",
}  # fmt: skip
_FRACTIONS = {
    "½": "half", "¼": "a quarter", "¾": "three quarters", "⅓": "a third",
    "⅔": "two thirds",
}  # fmt: skip
_MIXED = {**_FRACTIONS, "½": "a half"}
_NUMBER = re.compile(
    r"([$€£¥]?)(\d+(?:,\d+)*)((?:\.\d+)*)(?:(bn|am|pm|ms|gb|kg|km|[a-z]{1,2}))?", re.I
)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [_UNITS[hundreds], "hundred"] if hundreds else []
    if rest >= 20:
        words.append(_TENS[rest // 10])
        rest %= 10
    if rest or not words:
        words.append(_UNITS[rest])
    return " ".join(words)


def cardinal(number: int) -> str:
    """The number in words, without "and": 3000 is "three thousand"."""
    words = []
    for size, name in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
    ):
        if number >= size:
            words += [_below_thousand(number // size), name]
            number %= size
    if number or not words:
        words.append(_below_thousand(number))
    return " ".join(words)


def _year(number: int) -> str:
    """1990 is "nineteen ninety", 2005 "two thousand five", 1905 "nineteen oh five"."""
    century, rest = divmod(number, 100)
    if 2000 <= number <= 2009:
        return cardinal(number)
    if rest == 0:
        return f"{_below_thousand(century)} hundred"
    tail = f"oh {_UNITS[rest]}" if rest < 10 else _below_thousand(rest)
    return f"{_below_thousand(century)} {tail}"


def _spoken_number(match: re.Match[str]) -> str:
    currency, digits, decimals, suffix = match.groups()
    digits_only = digits.replace(",", "")
    if len(digits_only) > MOST_DIGITS:
        return " " + " ".join(_UNITS[int(digit)] for digit in digits_only) + " "
    number = int(digits_only)
    bare = "," not in digits and len(digits) == 4 and not currency and not decimals
    said = _year(number) if bare and 1100 <= number <= 2099 else cardinal(number)
    for group in decimals.split(".")[1:]:
        said += " point " + " ".join(_UNITS[int(digit)] for digit in group)
    lettered = match.start() > 0 and match.string[match.start() - 1].isalpha()
    if suffix and lettered and len(suffix) == 1 and suffix != "s":
        said += f" {suffix}"  # "B2B", "Y2K"
    elif suffix:
        said += " " + _SUFFIX.get(suffix.lower(), suffix)
    return f" {said} {_CURRENCY.get(currency, '')} "


@lru_cache(maxsize=8192)
def spoken(text: str) -> str:
    """The written form as it is said, in words: "20%" is "twenty percent"."""
    for sign, word in _FRACTIONS.items():
        text = re.sub(rf"(?<=\d){sign}", f" and {_MIXED[sign]}", text)
        text = text.replace(sign, f" {word} ")
    if not any(mark.isdigit() for mark in text):
        letters = text.strip(".,;:!?\"'()").replace(".", "")
        stem = (
            letters[:-1]
            if letters.endswith("s") and letters[:-1].isupper()
            else letters
        )
        if 2 <= len(stem) <= 5 and stem.isupper() and stem.isalpha():
            return text if stem in _SAID_AS_WORDS else " ".join(stem)
    out = _NUMBER.sub(_spoken_number, text)
    for sign, word in _SIGNS.items():
        out = out.replace(sign, f" {word} ")
    return re.sub(r"[-–—/_:]", " ", out)


_SILENT_E = tuple(
    (re.compile(silent), re.compile(voiced))
    for silent, voiced in (
        (r"[^aeiouy]e$", r"[^aeiouylr]le$"),
        (r"[^aeiouy]es$", r"(?:[sxzcg]|ch|sh|[^aeiouylr]l)es$"),
        (r"[^aeiouytd]ed$", r"[^aeiouylr]led$"),
        (
            r"[aeiouy][^aeiouy]*e(?:ly|fully|less|lessly|ment|ments|ness)$",
            r"[^aeiouylr]le(?:ment|ness)",
        ),
    )
)
"""Endings whose e is silent, and the exceptions in which it is spoken."""

_TWO = re.compile(
    r"i[aeo](?!u)|eo(?!u)|ua(?=[lt])|uou|[aeouy]ing(?=s?$)|io(?=l)|[^gq]ui(?=[nt])|eing|uo(?!u)|ea(?=tor)|oa(?=ct)|oe(?=t)|(?<=[^q])ue(?=[lnt])|ya|yo"
)
_ONE = re.compile(
    r"[tscx]i(?:a(?!t)|o|e(?!rs?$))|gi(?:on|an|ous)|[aeiou]y[aeo]|ie(?=[sdfvgltc]|r[a-rt-z]|ndl?|$)|(?:^[tpb]|sh|nt|em|oss)iers?$|eous$|eo[nr]g|eop|(?<=[aeiou])io|llion|nion$|iage$|i[oa]u(?=s)|^y[ao]|eau|dier$|ssia|quia"
)


@lru_cache(maxsize=8192)
def _by_rule(word: str) -> int:
    known = _EXCEPTIONS.get(word)
    if known is not None:
        return known
    stem = word
    if word.endswith("n't"):
        return max(1, _by_rule(word[:-3]) + (word[-4:-3] in "dst"))
    if "'" in word:
        stem, _, tail = word.partition("'")
        more = (
            1
            if tail == "s"
            and stem.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se"))
            else 0
        )
        more += 1 if tail == "ll" and stem.endswith(("it", "that")) else 0
        return max(1, _by_rule(stem) + more) if stem else 1
    groups = len(re.findall(r"[aeiouy]+", stem))
    if len(stem) == 1:
        return 3 if stem == "w" else 1
    if not groups:  # no vowel letter: letters are named ("html"), or a sound ("hm")
        return 1
    groups -= any(
        silent.search(stem) and not voiced.search(stem) for silent, voiced in _SILENT_E
    )
    groups += (
        len(_TWO.findall(stem)) - len(_ONE.findall(stem)) if _TWO.search(stem) else 0
    )
    groups += (
        1
        if re.search(r"(?:[^aeiouy]sm|thm)s?$", stem) or stem.endswith(("ism", "isms"))
        else 0
    )
    return max(1, groups)


def count(text: str) -> int:
    """Syllables of one written token as it is said; 0 where nothing is said."""
    total = 0
    for part in spoken(text).split():
        letters = "".join(
            mark
            for mark in part.lower().replace("’", "'")
            if mark.isalpha() or mark == "'"
        ).strip("'")
        if letters:
            total += _by_rule(letters)
    return total

"""Moments of a recording, as a person reads them and as a voice says them.

Every sentence is written once, for the eye ("From 0:40 to 1:10 ... 195 words"), and
`aloud` turns that very sentence into one that any speech engine pronounces: engines
differ in what they make of "0:40" ("zero colon forty") and of symbols, words they all
say alike. Having one source keeps page and voice from ever telling different numbers.
"""

import re

_TO_NINE = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
)
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen")
_ONES = (*_TO_NINE, *_TEENS, "seventeen", "eighteen", "nineteen")
_TO_FIFTY = ("", "", "twenty", "thirty", "forty", "fifty")
_TENS = (*_TO_FIFTY, "sixty", "seventy", "eighty", "ninety")

LARGEST_SPOKEN = 999_999
"""Above a million no count of ours makes sense; digits are then said one by one."""

_SYMBOLS = {
    "%": " percent",
    "&": " and ",
    "+": " plus ",
    "=": " is ",
    "–": ", ",
    ":": ", ",
    ";": ", ",
}
_SPEAKABLE = set(" .,?'-’")


def clock(seconds: float) -> str:
    """Seconds as "0:40", from one hour on as "1:02:05"."""
    whole = max(0, round(seconds))
    hours, minutes, rest = whole // 3600, whole % 3600 // 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def span(start_s: float, end_s: float) -> str:
    """A stretch as "from 0:40 to 1:10", or "at 0:40" where both ends read alike."""
    start, end = clock(start_s), clock(end_s)
    return f"at {start}" if start == end else f"from {start} to {end}"


def number(value: int) -> str:
    """A whole number in words: 195 is "one hundred and ninety-five"."""
    if not 0 <= value <= LARGEST_SPOKEN:
        return " ".join(_ONES[int(digit)] for digit in str(abs(value)))
    if value >= 1000:
        rest = f" {number(value % 1000)}" if value % 1000 else ""
        return f"{number(value // 1000)} thousand{rest}"
    if value >= 100:
        rest = f" and {number(value % 100)}" if value % 100 else ""
        return f"{_ONES[value // 100]} hundred{rest}"
    if value >= 20:
        rest = f"-{_ONES[value % 10]}" if value % 10 else ""
        return f"{_TENS[value // 10]}{rest}"
    return _ONES[value]


def aloud(text: str) -> str:
    """The same sentence with moments and numbers in words, and no symbols."""
    text = re.sub(r"\d+(?::\d{2}){1,2}", _moment_aloud, text)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)  # 1,300 is one number
    text = re.sub(r"\d+(?:\.\d+)?", _number_aloud, text)
    for symbol, word in _SYMBOLS.items():
        text = text.replace(symbol, word)
    kept = (c if c.isalpha() or c in _SPEAKABLE else " " for c in text)
    text = re.sub(r"\s+", " ", "".join(kept)).strip()
    # "From twenty-eight to thirty-eight seconds": the unit is said once.
    text = re.sub(r"\b([a-z-]+) seconds to (?=[a-z-]+ seconds)", r"\1 to ", text)
    return re.sub(r" ([.,?])", r"\1", text)


def lower(sentence: str) -> str:
    """Fit to stand after a colon; "I" keeps its capital."""
    if sentence.startswith(("I ", "I'")):
        return sentence
    return sentence[:1].lower() + sentence[1:]


def _moment_aloud(match: re.Match[str]) -> str:
    parts = [int(part) for part in match[0].split(":")]
    hours, minutes, seconds = [0] * (3 - len(parts)) + parts
    if not (hours or minutes or seconds):
        return "the start"
    said = [_counted(hours, "hour"), _counted(minutes, "minute")]
    if hours or minutes:
        # "one minute ten", the way a person says it; the unit is understood.
        said.append(number(seconds) if seconds else "")
    else:
        said.append(_counted(seconds, "second"))
    return " ".join(part for part in said if part)


def _counted(count: int, unit: str) -> str:
    if not count:
        return ""
    return f"{number(count)} {unit}{'' if count == 1 else 's'}"


def _number_aloud(match: re.Match[str]) -> str:
    whole, _, decimals = match[0].partition(".")
    if not decimals:
        return number(int(whole))
    return f"{number(int(whole))} point {' '.join(_ONES[int(d)] for d in decimals)}"

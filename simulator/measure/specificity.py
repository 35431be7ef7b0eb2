"""How concrete an answer is: the names, the times and the numbers in it.

Definition:
    names_given     different names of people, places, firms and things
    times_given     mentions of when it was ("last spring", "on a Friday", "in 2019")
    numbers_given   mentions of a number, in figures or words, neighbours being one

Conventions: counts, shown with their words and never judged: a good story may need one
name and no number. A number the transcriber doubts counts, and is marked so in its
label and in the note, because "fifteen" and "fifty" sound alike and the answer's best
evidence should be right before anybody quotes it. "One" counts only beside another
number. Years and clock times are times, not numbers. Whether one real episode was told
is said by `Structure.kind`.

Edge cases: a text without capitals shows no names (unknown, not 0); a capital that
opens a sentence shows nothing; abbreviations have their own measure.

Source: concrete, verifiable detail tells past-behaviour answers from general ones in
the anchors of rating scales (US OPM structured interviews); no study gives a count.
"""

import re
from collections.abc import Sequence

from simulator.records import Answer, Measurement, Moment

from .stems import listed
from .tokens import Token, tokens

SHOWN = 12
"""Moments shown of one measure; more is a wall."""
FEWEST_CAPITALS = 1
"""Capitals besides "I" without which a text has lost them all."""
NAME_WORDS = 4
"""Words one name may have ("the Ministry of ..." is cut, which does no harm)."""

_I = frozenset(["i", "i'm", "i've", "i'd", "i'll"])
_TITLES = listed("mr mrs ms dr prof")
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = listed(
    "january february march april may june july august september october november "
    "december"
)
_SEASONS = listed("spring summer autumn winter christmas easter ramadan diwali")
_SPANS = listed(
    "minute minutes hour hours day days night nights morning afternoon evening week "
    "weeks weekend month months quarter year years semester term season shift"
)
_BEFORE_SPAN = listed("last that this next one previous first second third final same")
_AFTER_SPAN = listed("ago later before earlier")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_CLOCK = re.compile(r"^\d{1,2}:\d\d$|^\d{1,2}(?:am|pm)$")
_FIGURE = re.compile(r"^[£$€]?\d[\d.,]*(?:%|k|m|bn|x|ms|s|th|st|nd|rd|-\w+)?$")
_COUNTS = listed(
    "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred thousand million billion dozen half twice"
)
_JOINS = listed("and point percent per cent")
_CONFUSABLE = "(not heard clearly)"


def measure(answer: Answer) -> tuple[Measurement, ...]:
    """names_given, times_given, numbers_given."""
    toks = tokens(answer)
    times = _times(toks)
    taken = {k for first, last in times for k in range(first, last)}
    numbers = _numbers(toks, taken)
    return (
        _names(toks),
        _counted("times_given", "Times you gave", "times", (toks, times)),
        _counted("numbers_given", "Numbers you gave", "numbers", (toks, numbers)),
    )


def _counted(
    name: str,
    title: str,
    unit: str,
    found: tuple[Sequence[Token], Sequence[tuple[int, int]]],
) -> Measurement:
    """A count of runs of words, each with its moment; None where nothing was said."""
    toks, runs = found
    doubted = sum(any(t.doubtful for t in toks[a:b]) for a, b in runs)
    return Measurement(
        name=name,
        title=title,
        value=float(len(runs)) if toks else None,
        unit=unit,
        evidence=tuple(_moment(toks[a:b]) for a, b in runs[:SHOWN]),
        note=_doubt(doubted),
    )


def _doubt(count: int) -> str:
    if not count:
        return ""
    them = "One of them was" if count == 1 else f"{count} of them were"
    return f"{them} not heard clearly: look before you rely on it."


def _moment(run: Sequence[Token]) -> Moment:
    text = " ".join(t.text.strip('.,;:!?"“”()') for t in run)
    doubtful = any(t.doubtful for t in run)
    return Moment(
        start_s=run[0].start_s,
        end_s=run[-1].end_s,
        label=f"{text} {_CONFUSABLE}" if doubtful else text,
    )


def _times(toks: Sequence[Token]) -> list[tuple[int, int]]:
    """Half-open runs of words that say when; "in two weeks" is a number, not a when."""
    found: list[tuple[int, int]] = []
    k = 0
    while k < len(toks):
        last = _time_end(toks, k)
        if last > k:
            found.append((k, last))
        k = max(k + 1, last)
    return found


def _time_end(toks: Sequence[Token], k: int) -> int:
    here = toks[k].bare
    after = toks[k + 1].bare if k + 1 < len(toks) else ""
    before = toks[k - 1].bare if k else ""
    if here in _BEFORE_SPAN and after in _SPANS | _SEASONS | _DAYS | _MONTHS:
        return k + 2
    for size in (2, 3):  # "three weeks ago", "a few years later"
        ends = [t.bare for t in toks[k + size - 1 : k + size + 1]]
        counted = here in _COUNTS or here in {"a", "one"} or _FIGURE.match(here)
        if counted and len(ends) == 2 and ends[0] in _SPANS and ends[1] in _AFTER_SPAN:
            return k + size + 1
    if _YEAR.match(here) or _CLOCK.match(here):
        return k + 1
    if here in _DAYS or here.rstrip("s") in _DAYS:
        return k + 1
    if here in _MONTHS and (here not in {"may", "march"} or before in {"in", "last"}):
        return k + 1
    if here in _SEASONS and before in {"in", "the", "by", "until", "at", "since"}:
        return k + 1
    if here in {"o'clock", "midnight", "noon", "yesterday"}:
        return k + 1
    return k


def _numbers(toks: Sequence[Token], taken: set[int]) -> list[tuple[int, int]]:
    """Half-open runs of number words; "two hundred and forty" is one number."""
    found: list[tuple[int, int]] = []
    k = 0
    while k < len(toks):
        if k in taken or not _is_number(toks[k].bare):
            k += 1
            continue
        last = k + 1
        while last < len(toks) and last not in taken and _goes_on(toks, last):
            last += 1
        if toks[last - 1].bare == "and":
            last -= 1
        first = k - 1 if k and toks[k - 1].bare == "one" and k - 1 not in taken else k
        found.append((first, last))
        k = last
    return found


def _goes_on(toks: Sequence[Token], k: int) -> bool:
    if toks[k - 1].comma or toks[k - 1].stop:
        return False
    if _is_number(toks[k].bare):
        return True
    follows = k + 1 < len(toks) and _is_number(toks[k + 1].bare)
    if toks[k].bare in {"percent", "per", "cent"}:
        return True
    return (
        toks[k].bare in {"and", "point"}
        and follows
        and toks[k - 1].bare
        in {
            "hundred",
            "thousand",
            "million",
        }
    )


def _is_number(word: str) -> bool:
    if _FIGURE.match(word):
        return True
    parts = word.split("-")
    return all(p in _COUNTS or (p == "one" and len(parts) > 1) for p in parts) or (
        parts[0] in _COUNTS and parts[0] != "half" and len(parts) > 1
    )


def _names(toks: Sequence[Token]) -> Measurement:
    """Different names; None where the transcript has no capitals to tell them by."""
    title, unit = "Names you gave", "names"
    capitals = sum(t.text[:1].isupper() and t.bare not in _I for t in toks)
    if capitals < FEWEST_CAPITALS:
        note = "Names can be told only where the text has capital letters."
        return Measurement(
            name="names_given", title=title, value=None, unit=unit, note=note
        )
    runs: dict[str, tuple[int, int]] = {}
    k = 0
    while k < len(toks):
        last = k
        while last < len(toks) and last - k < NAME_WORDS and _is_name(toks, last):
            last += 1
            if toks[last - 1].comma or toks[last - 1].stop:
                break
        if last > k:
            runs.setdefault(" ".join(t.bare for t in toks[k:last]), (k, last))
        k = max(k + 1, last)
    found = list(runs.values())
    return _counted("names_given", title, unit, (toks, found))


def _is_name(toks: Sequence[Token], k: int) -> bool:
    token = toks[k]
    opens = k == 0 or (toks[k - 1].stop and toks[k - 1].bare not in _TITLES)
    if opens or not token.text.lstrip("\"“'‘(")[:1].isupper() or token.bare in _I:
        return False
    if token.text.isupper() or token.bare in _TITLES:
        return False  # an abbreviation, or the word before the name
    when = token.bare.rstrip("s") in _DAYS or token.bare in _MONTHS | _SEASONS
    return not when and token.bare.removesuffix("'s").isalpha()

"""How fast the answer was spoken, on the whole and along the way.

Definition, with T from the start of the first plain word to the end of the last, P the
silences of at least 0.25 s inside T, F the filled pauses inside T, N words and S
syllables (fillers and fragments left out):
    speech_rate          60 N / T                words/min, pauses included
    articulation_rate    S / (T - P - F)         syllables/s, pauses excluded
    mean_length_of_run   N / (pauses + 1)        words between two pauses
    pace_variation       100 SD / mean of speech rate over windows of 15 s, each 5 s
`pace_variation` carries the curve (window centre, words/min) and the stretches in which
the speaker was faster than is usual for this speaker.

Conventions: a stretch is flagged by the rate while speaking (pauses left out), so that
a thinking pause elsewhere does not make the rest "fast"; what is quoted to the reader
is the plain rate, the one the curve shows. The interval of speech_rate says how far it
would move with other stretches of the same talk (t interval, 10 s blocks).

Edge cases: without words or times every value is None; without sound only speech_rate
and its curve are known. Time that a silence and a filled pause share is taken off once.
Words without times (a typed reply, a typed rest) count nowhere here.

Source: definitions, De Jong & Wempe 2009, Glottopedia. Band 120-170 (red < 100, > 190)
is the project's: tools print 120-160, radio interviews run at 154 (Amir 2016),
listeners prefer moderate to rather fast speech and forgive slow speech in interviews
(Street, Brady & Putman 1983). Articulation 3.5-6 syllables/s typical (from memory, not
from a study that could be opened), wide because it differs by dialect and age
(Jacewicz et al. 2010).
"""

import math
from bisect import bisect_left
from statistics import median

from simulator import intervals
from simulator.records import Answer, Measurement, Moment

from . import pauses, syllables
from .tokens import Token, said, span, timed, unknown

WINDOW_S = 15.0
HOP_S = 5.0
WINDOW_WORDS = 20
FASTER = 1.25
"""Against the speaker's own median: within-talker rates vary a lot (Miller, Grosjean &
Lomanto 1984), a quarter more is heard as a change."""
STRETCH_WINDOWS = 2
"""Two neighbouring windows: the middle 5 s of each make 10 s, the shortest stretch."""
BLOCK_S = 10.0

GOOD_WPM, RED_WPM = (120.0, 170.0), (100.0, 190.0)
GOOD_SYLLABLES, RED_SYLLABLES = (3.5, 6.0), (3.0, 6.2)

Span = tuple[float, float]
Window = tuple[float, float, float]
"""Centre (s), words/min, words/min while speaking."""


def _silent(answer: Answer, bounds: Span) -> list[Span]:
    """Pauses and filled pauses inside T, merged."""
    gaps = [(p.start_s, p.end_s) for p in pauses.find(answer)]
    gaps += [
        (w.start_s, w.end_s)
        for w in said(answer)
        if w.kind == "filled_pause"
        and w.certainty != "possible"
        and w.start_s is not None
        and w.end_s is not None
    ]
    merged: list[Span] = []
    for start_s, end_s in sorted(gaps):
        start_s, end_s = max(start_s, bounds[0]), min(end_s, bounds[1])
        if end_s <= start_s:
            continue
        if merged and start_s <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end_s, merged[-1][1]))
        else:
            merged.append((start_s, end_s))
    return merged


def _covered(gaps: list[Span], start_s: float, end_s: float) -> float:
    """Seconds of the sorted, disjoint gaps that lie between two times."""
    first = max(0, bisect_left(gaps, (start_s, start_s)) - 1)
    covered_s = 0.0
    for a, b in gaps[first:]:
        if a >= end_s:
            break
        covered_s += max(0.0, min(b, end_s) - max(a, start_s))
    return covered_s


def _said_as(token: Token) -> int:
    """How many words a written word is said in: "20%" is two, "$3,000" three.

    Whisper writes numbers in digits; counted as one word each they made the pace of an
    answer full of numbers a quarter too low.
    """
    if not any(mark.isdigit() for mark in token.text):
        return 1
    said = syllables.spoken(token.text).split()
    return max(1, sum(any(mark.isalnum() for mark in word) for word in said))


def _word_count(answer: Answer) -> int:
    return sum(map(_said_as, timed(answer)))


def _middles(answer: Answer) -> list[float]:
    """The middle of every said word; those of one number share its time evenly."""
    found: list[float] = []
    for token in timed(answer):
        if token.start_s is None or token.end_s is None:
            continue
        count = _said_as(token)
        share_s = (token.end_s - token.start_s) / count
        found += [token.start_s + (k + 0.5) * share_s for k in range(count)]
    return sorted(found)


def _speech_rate(answer: Answer, bounds: Span) -> Measurement:
    length_s = bounds[1] - bounds[0]
    middles = _middles(answer)
    count = max(1, round(length_s / BLOCK_S))
    block_s = length_s / count
    edges = [bisect_left(middles, bounds[0] + k * block_s) for k in range(count)]
    edges.append(len(middles))
    blocks = [60.0 * (edges[k + 1] - edges[k]) / block_s for k in range(count)]
    low, high = intervals.mean(blocks) or (None, None)
    return Measurement(
        name="speech_rate",
        title="Speaking pace",
        value=60.0 * _word_count(answer) / length_s,
        unit="words/min",
        low=low,
        high=high,
        graded=True,
        good_low=GOOD_WPM[0],
        good_high=GOOD_WPM[1],
        red_low=RED_WPM[0],
        red_high=RED_WPM[1],
        evidence=(Moment(start_s=bounds[0], end_s=bounds[1]),),
    )


def _articulation(answer: Answer, bounds: Span, gaps: list[Span]) -> Measurement:
    title, unit = "Speed while speaking", "syllables/s"
    spoken_s = bounds[1] - bounds[0] - _covered(gaps, *bounds)
    if answer.sound is None or spoken_s <= 0:
        note = "Known only where the sound shows the pauses."
        return unknown("articulation_rate", title, unit, note)
    return Measurement(
        name="articulation_rate",
        title=title,
        value=sum(syllables.count(t.text) for t in timed(answer)) / spoken_s,
        unit=unit,
        graded=True,
        good_low=GOOD_SYLLABLES[0],
        good_high=GOOD_SYLLABLES[1],
        red_low=RED_SYLLABLES[0],
        red_high=RED_SYLLABLES[1],
        evidence=(Moment(start_s=bounds[0], end_s=bounds[1]),),
        note="Pauses and fillers are left out.",
    )


def _run_length(answer: Answer, bounds: Span) -> Measurement:
    title, unit = "Words between two pauses", "words"
    if answer.sound is None:
        note = "Known only where the sound shows the pauses."
        return unknown("mean_length_of_run", title, unit, note)
    inside = [
        p for p in pauses.find(answer) if p.end_s > bounds[0] and p.start_s < bounds[1]
    ]
    return Measurement(
        name="mean_length_of_run",
        title=title,
        value=_word_count(answer) / (len(inside) + 1),
        unit=unit,
    )


def _windows(answer: Answer, bounds: Span, gaps: list[Span]) -> list[Window]:
    """The windows that hold enough words, in order."""
    middles = _middles(answer)
    found = []
    for k in range(math.floor((bounds[1] - bounds[0] - WINDOW_S) / HOP_S + 1e-9) + 1):
        start_s = bounds[0] + k * HOP_S
        end_s = start_s + WINDOW_S
        words = bisect_left(middles, end_s) - bisect_left(middles, start_s)
        speaking_s = WINDOW_S - _covered(gaps, start_s, end_s)
        if words >= WINDOW_WORDS and speaking_s > 0:
            centre_s = start_s + WINDOW_S / 2
            found.append((centre_s, words * 60 / WINDOW_S, words * 60 / speaking_s))
    return found


def _stretches(windows: list[Window]) -> tuple[Moment, ...]:
    """Where the speaker was clearly faster than usual, 10 s or more."""
    if len(windows) <= STRETCH_WINDOWS:
        return ()
    usual, usual_speaking = median(w[1] for w in windows), median(w[2] for w in windows)
    runs: list[list[Window]] = []
    for window in windows:
        if window[2] <= FASTER * usual_speaking or window[1] <= usual:
            continue
        if runs and window[0] - runs[-1][-1][0] < HOP_S * 1.5:
            runs[-1].append(window)
        else:
            runs.append([window])
    return tuple(
        Moment(
            start_s=run[0][0] - HOP_S / 2,
            end_s=run[-1][0] + HOP_S / 2,
            label=(
                "you sped up here: about "
                f"{sum(w[1] for w in run) / len(run):.0f} words a minute, "
                f"{usual:.0f} is usual for you"
            ),
        )
        for run in runs
        if len(run) >= STRETCH_WINDOWS
    )


def _variation(answer: Answer, bounds: Span, gaps: list[Span]) -> Measurement:
    title, unit = "Pace through the answer", "% around your own pace"
    windows = _windows(answer, bounds, gaps)
    if len(windows) < 2:
        note = "The answer is too short for a curve."
        return unknown("pace_variation", title, unit, note)
    rates = [w[1] for w in windows]
    centre = sum(rates) / len(rates)
    spread = math.sqrt(sum((r - centre) ** 2 for r in rates) / len(rates))
    return Measurement(
        name="pace_variation",
        title=title,
        value=100.0 * spread / centre,
        unit=unit,
        evidence=_stretches(windows),
        series=tuple((w[0], w[1]) for w in windows),
        note="Some change of pace is normal; it is shown, not judged.",
    )


def measure(answer: Answer) -> tuple[Measurement, ...]:
    """speech_rate, articulation_rate, mean_length_of_run, pace_variation."""
    bounds = span(answer)
    if bounds is None:
        note = "Pace is known only for a spoken answer."
        return (
            unknown("speech_rate", "Speaking pace", "words/min", note),
            unknown("articulation_rate", "Speed while speaking", "syllables/s", note),
            unknown("mean_length_of_run", "Words between two pauses", "words", note),
            unknown("pace_variation", "Pace through the answer",
                    "% around your own pace", note),
        )  # fmt: skip
    gaps = _silent(answer, bounds)
    return (
        _speech_rate(answer, bounds),
        _articulation(answer, bounds, gaps),
        _run_length(answer, bounds),
        _variation(answer, bounds, gaps),
    )

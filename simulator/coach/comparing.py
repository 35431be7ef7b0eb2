"""Whether the one thing to change did change.

Only that one thing is looked at. A number has changed only when the difference is
larger than chance: its interval is joined from the two (Zou and Donner 2008, "MOVER").
A part has come only when it is there to be quoted; that it is no longer remarked on is
not enough. Where it cannot be told, that is said.
"""

import math

from ..records import Measurement, Turn
from . import amounts, content_gaps, delivery_gaps, gaps
from .again import top_gap
from .case import Case, from_turn, moments
from .remarks import Gap
from .times import clock, lower
from .units import spoken_value

SMALLEST_CHANGE = 0.05
"""A change of pace or length below about 5 % is not heard (Quené 2007 on tempo, quoted
from memory)."""


def compare(before: Turn, now: Turn) -> str:
    """Whether it changed, with both numbers or moments; one to three sentences."""
    old, new = from_turn(before), from_turn(now)
    if not new.assessable:
        return "I could not judge this answer, so I cannot say whether it changed."
    if not old.assessable:
        return "This time I heard an answer; last time I could not judge one."
    gap = top_gap(old)
    if gap is None:
        return "Last time there was nothing set to change."
    if _doubted(gap, old, new):
        return "The recording makes it doubtful, so I cannot say whether it changed."
    if gap.key.startswith("length") and old.length_s and new.length_s:
        return _lengths(gap, old.length_s, new.length_s)
    if gap.key == "situation.long":
        return _background(old, new)
    if old.analysis.measurement(gap.about) is not None:
        return _measure(gap, old, new)
    return _content(gap, new)


def _content(gap: Gap, new: Case) -> str:
    part = gap.about if gap.about in new.analysis.structure.faint else gap.key
    doubts = {f"{gap.about}.unsure", f"{part.removesuffix('.faint')}.faint"}
    unsure = next((g for g in gaps.find(new) if g.key in doubts), None)
    if unsure:
        advice = f"{unsure.text} {unsure.next_step}"
        return f"I cannot tell whether it changed: {lower(advice)}"
    if gap.key == "question" and new.analysis.content.on_topic is None:
        return "I cannot tell whether it changed."
    if not _came(gap, new):
        same = next((g for g in gaps.find(new) if g.key == gap.key), gap)
        return f"Not yet: it is as it was last time. {same.text}"
    passages = new.part(gap.about)
    if gap.key == "result.number":
        passages = amounts.numbered(new)
    shown = moments(passages, "")
    heard = "This time I heard it."
    if shown:
        heard = f"This time I heard it at {clock(shown[0].start_s or 0.0)}."
    return f"It changed. Last time: {lower(gap.text)} {heard}"


def _doubted(gap: Gap, old: Case, new: Case) -> bool:
    found = (case.analysis.measurement(gap.about) for case in (old, new))
    return any(m is not None and m.doubtful for m in found)


def _background(old: Case, new: Case) -> str:
    """How much of the story went to its setting, then and now."""
    was, now = content_gaps.background(old), content_gaps.background(new)
    if was is None or now is None:
        return "I could not tell the background apart, so I cannot say if it changed."
    both = (
        f"last time {clock(was[0])} of {clock(was[1])} was background, "
        f"this time {clock(now[0])} of {clock(now[1])}"
    )
    again = any(gap.key == "situation.long" for gap in gaps.find(new))
    return f"Not yet: {both}." if again else f"It changed: {both}."


def _came(gap: Gap, new: Case) -> bool:
    """Positive evidence, by the key of the gap."""
    if gap.key == "question":
        return new.analysis.content.on_topic is True
    if gap.key in {"episode", "episode.faint"}:
        return new.analysis.structure.kind == "story"
    if gap.key == "result.number":
        return amounts.has_number(new)
    if gap.key == "action.own":
        again = any(g.key == gap.key for g in gaps.find(new))
        return bool(new.part("action")) and not again
    return bool(new.part(gap.about))


def _measure(gap: Gap, old: Case, new: Case) -> str:
    was, now = old.analysis.measurement(gap.about), new.analysis.measurement(gap.about)
    if was is None or was.value is None or now is None or now.value is None:
        return "I could not measure it this time, so I cannot say whether it changed."
    if was.graded and not now.graded:
        return "Too little was said this time to tell whether it changed."
    if not delivery_gaps.red(was):
        return _stretch(gap, new)
    both = f"last time {spoken_value(was)}, this time {spoken_value(now)}"
    if now.value >= was.value:
        return f"Not yet: {both}."
    if not _lower_for_sure(was, now):
        return f"Perhaps: {both}, which is within what chance alone can do."
    if delivery_gaps.red(now):
        return f"It is on its way: {both}."
    return f"It changed: {both}."


def _stretch(gap: Gap, new: Case) -> str:
    """A fast stretch in an answer whose pace as a whole was never red."""
    again = next((g for g in gaps.find(new) if g.key == gap.key and g.speakable), None)
    if again:
        return f"Not yet. Last time: {lower(gap.text)} This time: {lower(again.text)}"
    peak = max((value for _, value in delivery_gaps.curve(new)), default=None)
    if peak is None:
        return "I could not measure it this time, so I cannot say whether it changed."
    fastest = f"the fastest stretch was about {delivery_gaps.to_five(peak)}"
    return f"It changed. Last time: {lower(gap.text)} This time {fastest}."


def _lower_for_sure(was: Measurement, now: Measurement) -> bool:
    """Whether the interval of the difference lies above zero."""
    a, b = was.value or 0.0, now.value or 0.0
    down = a - was.low if was.low is not None else SMALLEST_CHANGE * a
    up = now.high - b if now.high is not None else 0.0
    return a - b > math.hypot(down, up)


def _lengths(gap: Gap, was_s: float, now_s: float) -> str:
    both = f"last time {clock(was_s)}, this time {clock(now_s)}"
    moved = was_s - now_s if gap.key == "length.long" else now_s - was_s
    if abs(moved) < SMALLEST_CHANGE * was_s:
        return f"Not yet: {both}, about as long."
    return f"It changed: {both}." if moved > 0 else f"Not yet: {both}."

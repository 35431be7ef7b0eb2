"""Which "like", "you know", "I mean" are discourse markers, by context alone.

Definition: a use is a discourse marker where it could be dropped and the claim would be
the same. Never the word alone decides: a use counts only outside its protected frames
("I like", "do you know", "this kind of") and with a cue beside it.

Conventions: a cue is a side that is set off (a comma, a pause of at least 0.25 s, a
filled pause, the edge of a sentence), or a frame in which the word has no other work
("had like five", "I kind of started"). One cue makes it "possible", two "probable";
never "sure": people agree on "like" only with kappa 0.74, and they hear the sound.

Edge cases: "So," at the head of a sentence orders the talk and is not counted here (the
openers of sentences are, in `wording`). Inside quoted speech the rules do not differ.

Source: cues after Zufferey & Popescu-Belis 2004 (collocations first, then pauses).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from simulator.records import Answer, Word

from .marker_rules import RULES
from .marker_use import Use
from .pauses import PAUSE_S
from .stems import listed
from .tokens import Token, said, tokens

SET_OFF_S = PAUSE_S
"""A shorter gap is articulation: a stop consonant is closed for up to 0.15 s."""
ASIDE_WORDS = 5
"""What is compared at the head of a sentence is over within so many words."""
_PRONOUNS = listed("i we he she it they you")
_SUBJECTS = _PRONOUNS | listed("my our")
_VERBS = listed(
    "is was are were had has have did do could would never always just really"
)

_STARTS: dict[str, list[tuple[tuple[str, ...], Callable[[Use], int]]]] = {}
for _rule in RULES:
    _STARTS.setdefault(_rule[0][0], []).append(_rule)


@dataclass(frozen=True)
class Marker:
    """One discourse marker: its tokens, and how many cues speak for it."""

    tokens: tuple[Token, ...]
    cues: int
    use: Use


def _filled(earlier: Token | None, later: Token | None, words: Sequence[Word]) -> bool:
    """Whether a filled pause stands between two neighbours."""
    first = 0 if earlier is None else earlier.index + 1
    last = len(words) if later is None else later.index
    return any(w.kind == "filled_pause" for w in words[first:last])


def _quiet(earlier: Token | None, later: Token | None) -> bool:
    """Whether a pause stands between two neighbours."""
    if earlier is None or later is None:
        return False
    if earlier.end_s is None or later.start_s is None:
        return False
    return round(later.start_s - earlier.end_s, 6) >= SET_OFF_S


def _compared(toks: Sequence[Token], end: int) -> bool:
    """Whether a comma and a subject follow soon, and no verb before them."""
    for k in range(end, min(len(toks) - 1, end + ASIDE_WORDS)):
        if toks[k].stop or toks[k].bare in _VERBS or toks[end].bare in _PRONOUNS:
            return False
        if toks[k].comma:
            return toks[k + 1].bare in _SUBJECTS
    return False


def _use(toks: Sequence[Token], at: int, end: int, words: Sequence[Word]) -> Use:
    before = toks[at - 1] if at else None
    after = toks[end] if end < len(toks) else None
    last = toks[end - 1]
    initial = before is None or before.stop
    final = after is None or last.stop
    left: list[str] = []
    for k in range(at - 1, -1, -1):
        if toks[k].stop:
            break
        left.append(toks[k].bare)
    left.reverse()
    right: list[str] = []
    for k in range(end, min(len(toks), end + 3)):
        if toks[k - 1].stop:
            break
        right.append(toks[k].bare)
    filled_before = _filled(before, toks[at], words)
    filled_after = _filled(last, after, words)
    return Use(
        before=tuple(left),
        after=tuple(right),
        comma_before=before is not None and before.comma,
        comma_after=last.comma,
        quiet_before=filled_before or _quiet(before, toks[at]),
        quiet_after=filled_after or _quiet(last, after),
        filled_before=filled_before,
        filled_after=filled_after,
        compared=_compared(toks, end),
        initial=initial,
        final=final,
        asked=last.text.endswith("?"),
    )


def find(answer: Answer) -> Iterator[Marker]:
    """The discourse markers of an answer in order, none overlapping."""
    toks, words = tokens(answer), said(answer)
    at = 0
    while at < len(toks):
        step = 1
        for phrase, rule in _STARTS.get(toks[at].bare, ()):
            end = at + len(phrase)
            if tuple(t.bare for t in toks[at:end]) != phrase:
                continue
            use = _use(toks, at, end, words)
            cues = rule(use)
            if cues:
                yield Marker(tokens=tuple(toks[at:end]), cues=cues, use=use)
                step = len(phrase)
            elif len(phrase) > 1:
                continue  # a shorter phrase may begin here ("so yeah", "so")
            break
        at += step

"""Which "like", "you know", "I mean" are discourse markers, by context alone.

Definition: a use is a discourse marker where it could be dropped and the claim would be
the same. Never the word alone decides: a use counts only outside its protected frames
("I like", "do you know", "this kind of") and with a cue beside it.

Conventions: a cue is a side that is set off (a comma, a pause of at least 0.15 s, a
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

from .tokens import Token, said, tokens

SET_OFF_S = 0.15
"""A shorter gap between two words is articulation, not a pause."""


@dataclass(frozen=True)
class Use:
    """One place where the words of a marker stand, and what stands around it."""

    before: tuple[str, ...]
    """The two plain words before, in the same sentence; nearest last."""
    after: tuple[str, ...]
    """The three plain words after, in the same sentence."""
    comma_before: bool
    comma_after: bool
    quiet_before: bool
    """A pause or a filled pause stands there."""
    quiet_after: bool
    initial: bool
    final: bool
    asked: bool
    """The marker ends with a question mark."""

    @property
    def previous(self) -> str:
        """The word before, or ""."""
        return self.before[-1] if self.before else ""

    @property
    def following(self) -> str:
        """The word after, or ""."""
        return self.after[0] if self.after else ""

    @property
    def off_before(self) -> bool:
        """Set off from what stands before."""
        return self.initial or self.comma_before or self.quiet_before

    @property
    def off_after(self) -> bool:
        """Set off from what stands after."""
        return self.final or self.comma_after or self.quiet_after

    @property
    def sides(self) -> int:
        """How many of its sides are set off, 0 to 2."""
        return int(self.off_before) + int(self.off_after)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SUBJECTS = _set("i you we they he she it there this that who people everybody")
_BEING = _set(
    "is was were are am be been being it's that's he's she's i'm we're they're you're "
    "there's there was wasn't isn't"
)
_OPENING = _set("and but so because then cause or that")
_NUMBERS = _set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred thousand half maybe "
    "almost around midnight noon"
)
_INTENSE = _set(
    "really super so totally completely very extremely insanely literally actually "
    "kind sort um uh way pretty"
)
_LIKE_OBJECTS = _set("to it them that this the a my your our how what him her these")
_LIKING = _set(
    "i i'd we'd you'd they'd he'd she'd you we they would do does did don't didn't "
    "doesn't really also to might people who never not will always still parents "
    "customers much particularly especially"
)
_RESEMBLING = _set(
    "look looks looked looking feel feels felt feeling sound sounds sounded sounding "
    "seem seems seemed be something anything nothing things stuff act acts acted taste "
    "tastes tasted smell treat treats treated behave unlike more exactly people someone "
    "somebody places companies tools much places work works worked ones days"
)
_SAYING = _set("said say mentioned told most many any every everyone everybody")


def _like(use: Use) -> int:
    if use.comma_before and use.comma_after:
        return 0 if use.previous in {"didn't", "don't"} else 2
    if use.before[-1:] == () and use.following in {"i", "you", "we"}:
        if len(use.after) > 1 and use.after[1] in _SAYING:
            return 0
    if use.following in _SAYING:
        return 0
    if use.sides == 2 and use.previous not in _LIKING | _RESEMBLING:
        return 2
    if use.previous in _OPENING and not use.final:
        verb = use.following in _LIKE_OBJECTS - {"the", "my", "our", "a", "this"}
        return 0 if verb or use.following.endswith("ing") else 1 + use.sides
    numbered = use.following in _NUMBERS or use.following[:1].isdigit()
    if numbered and use.previous not in _LIKING:
        return 1 + use.sides
    if use.following in _INTENSE and use.previous in _BEING | {"just", "have", "had"}:
        return 1 + use.sides
    if use.previous == "there's":
        return 1
    if use.initial and use.off_after:
        return 2
    if use.quiet_before and use.previous not in _LIKING | _RESEMBLING:
        return 1
    return 0


_KNOWN = _set(
    "what how the that who why if when where my our a an this about it him her them "
    "more some of each everything anything whether your their any all best"
)
_ASKING = _set(
    "do did as let if don't what would how when once before things all everything "
    "should might must already people someone to that more until than whatever"
)


def _you_know(use: Use) -> int:
    if use.previous in _ASKING and not use.off_before:
        return 0
    if use.following in _KNOWN and not (use.comma_after or use.quiet_after):
        return 0
    if use.initial and not use.off_after:
        return 0
    return use.sides


def _i_mean(use: Use) -> int:
    if use.previous in _set("what that by if do") and not use.comma_before:
        return 0
    if use.following == "it" and len(use.after) == 1:
        return 0
    if use.following in {"to", "by"} or not (
        use.off_before or use.previous in _OPENING
    ):
        return 0
    return max(1, use.sides)


_DETERMINERS = _set(
    "a an the this that these those what which any some same different every each "
    "another new only right certain one two three first best other no my our your his "
    "her their all many various specific special own particular worst whatever"
)


def _kind_of(use: Use) -> int:
    if use.previous in _DETERMINERS and not use.off_before:
        return 0
    if use.following in _set("you him her them me thing things like us"):
        return 0
    if not use.before and not use.off_after:
        return 0
    return 1 + int(use.comma_before or use.quiet_before or use.off_after)


def _so(use: Use) -> int:
    if use.initial or use.previous in _set("think hope or guess believe say do not"):
        return 0
    return 2 if use.comma_before and use.off_after else 0


_AFTER_RIGHT = _set("now away after before there here next in at on to and")


def _right(use: Use) -> int:
    if use.initial:
        return 2 if use.off_after else 0
    if not (use.comma_before or use.quiet_before) or use.previous in {"that's", "all"}:
        return 0
    if use.final:
        return 2 if use.asked or use.comma_before else 0
    return 2 if use.off_after else 0


def _well(use: Use) -> int:
    if use.initial:
        if use.off_after:
            return 2
        return 1 if use.following in _SUBJECTS | {"the", "my", "that", "when"} else 0
    return 2 if use.comma_before and use.off_after and not use.final else 0


def _adverb(use: Use) -> int:
    """actually, basically, literally, honestly, ...: only where they stand apart."""
    if use.comma_before and use.final:
        return 2
    if use.initial or use.comma_before or use.quiet_before:
        return 2 if use.comma_after or use.quiet_after else 0
    return 1 if use.previous in _OPENING and use.off_after and not use.final else 0


def _apart(use: Use) -> int:
    """okay, I guess, you see: only where both sides are set off."""
    return 2 if use.sides == 2 and not (use.initial and use.final) else 0


def _anyway(use: Use) -> int:
    return 2 if use.off_after and (use.off_before or use.previous in _OPENING) else 0


def _extender(use: Use) -> int:
    """or something, and stuff, or whatever: where the phrase ends."""
    if use.final or use.comma_after:
        return 2
    return 1 if use.quiet_after else 0


def _so_yeah(use: Use) -> int:
    return 2 if use.off_before or use.off_after else 0


_RULES: tuple[tuple[tuple[str, ...], Callable[[Use], int]], ...] = tuple(
    (tuple(words.split()), rule)
    for words, rule in (
        ("or something like that", _extender),
        ("and stuff like that", _extender),
        ("and things like that", _extender),
        ("or something", _extender),
        ("and stuff", _extender),
        ("or whatever", _extender),
        ("you know", _you_know),
        ("i mean", _i_mean),
        ("i guess", _apart),
        ("you see", _apart),
        ("kind of", _kind_of),
        ("sort of", _kind_of),
        ("so yeah", _so_yeah),
        ("like", _like),
        ("so", _so),
        ("right", _right),
        ("well", _well),
        ("okay", _apart),
        ("anyway", _anyway),
        ("actually", _adverb),
        ("basically", _adverb),
        ("literally", _adverb),
        ("honestly", _adverb),
        ("obviously", _adverb),
        ("essentially", _adverb),
    )
)
_STARTS: dict[str, list[tuple[tuple[str, ...], Callable[[Use], int]]]] = {}
for _rule in _RULES:
    _STARTS.setdefault(_rule[0][0], []).append(_rule)


@dataclass(frozen=True)
class Marker:
    """One discourse marker: its tokens, and how many cues speak for it."""

    tokens: tuple[Token, ...]
    cues: int
    use: Use


def _quiet(earlier: Token | None, later: Token | None, words: Sequence[Word]) -> bool:
    """Whether a pause or a filled pause stands between two neighbours."""
    if earlier is None or later is None:
        first = 0 if earlier is None else earlier.index + 1
        last = len(words) if later is None else later.index
        return any(w.kind == "filled_pause" for w in words[first:last])
    if any(w.kind == "filled_pause" for w in words[earlier.index + 1 : later.index]):
        return True
    if earlier.end_s is None or later.start_s is None:
        return False
    return round(later.start_s - earlier.end_s, 6) >= SET_OFF_S


def _use(toks: Sequence[Token], at: int, end: int, words: Sequence[Word]) -> Use:
    before = toks[at - 1] if at else None
    after = toks[end] if end < len(toks) else None
    last = toks[end - 1]
    initial = before is None or before.stop
    final = after is None or last.stop
    left: list[str] = []
    for k in range(at - 1, max(-1, at - 3), -1):
        if toks[k].stop:
            break
        left.insert(0, toks[k].bare)
    right: list[str] = []
    for k in range(end, min(len(toks), end + 3)):
        if toks[k - 1].stop:
            break
        right.append(toks[k].bare)
    return Use(
        before=tuple(left),
        after=tuple(right),
        comma_before=before is not None and before.comma,
        comma_after=last.comma,
        quiet_before=_quiet(before, toks[at], words),
        quiet_after=_quiet(last, after, words),
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

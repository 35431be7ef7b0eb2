"""The rules by which a word is told from the discourse marker that looks like it.

Each rule takes one use with what stands around it and returns how many cues speak for a
marker, 0 where a protected frame holds ("I like", "do you know", "this kind of") or
nothing does. What a cue is, and why, stands in `markers`.
"""

from collections.abc import Callable
from dataclasses import dataclass


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
    "seem seems seemed be something anything nothing things stuff act acts acted "
    "taste tastes tasted smell treat treats treated behave unlike more exactly people "
    "someone somebody places companies tools work works worked ones days"
)
_SAYING = _set("said say mentioned told most many any every everyone everybody")


def _like(use: Use) -> int:
    if use.comma_before and use.comma_after:
        return 0 if use.previous in {"didn't", "don't"} else 2
    if _SAYING & set(use.after[:2]) and not use.comma_after:
        return 0  # "like I said", "like most people"
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


RULES: tuple[tuple[tuple[str, ...], Callable[[Use], int]], ...] = tuple(
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
"""The marker's words and its rule; longer markers first."""

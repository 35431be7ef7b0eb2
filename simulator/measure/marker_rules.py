"""The rules by which a word is told from the discourse marker that looks like it.

Each rule takes one use with what stands around it and returns how many cues speak for a
marker, 0 where a protected frame holds ("I like", "do you know", "this kind of") or
nothing does. What a cue is, and why, stands in `markers`.
"""

from collections.abc import Callable

from .marker_use import Use


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
_SEEMING = _set(
    "look looks looked looking feel feels felt feeling sound sounds sounded sounding "
    "seem seems seemed act acts acted taste tastes tasted smell something nothing"
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
        if use.compared and not use.comma_after:
            return 0  # "and like my father, I became a nurse"
        verb = use.following in _LIKE_OBJECTS - {"the", "my", "our", "a", "this"}
        return 0 if verb or use.following.endswith("ing") else 1 + use.sides
    numbered = use.following in _NUMBERS or use.following[:1].isdigit()
    if numbered and use.previous not in _LIKING | _SEEMING and not _subject(use):
        return 1 + use.sides
    if use.following in _INTENSE and use.previous in _BEING | {"just", "have", "had"}:
        return 1 + use.sides
    if use.previous == "there's":
        return 1
    if use.initial and use.off_after:
        return 2
    # After mere quiet it compares, or gives an example ("frameworks, like React").
    if use.filled_before and use.previous not in _LIKING | _RESEMBLING:
        return 1
    return 0


def _subject(use: Use) -> bool:
    """Whether the word before is a subject in the plural: "Users like two things"."""
    if use.off_before or len(use.before) > 1 or use.previous in _BEING:
        return False
    return use.previous.endswith("s")


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
    if _explains(use):
        return 0
    if use.following in {"to", "by"} or not (
        use.off_before or use.previous in _OPENING
    ):
        return 0
    return max(1, use.sides)


def _explains(use: Use) -> bool:
    """Whether it says what a word stands for: "when I say small, I mean three"."""
    said = _set("say said says talk") & set(use.before)
    if said and _set("when if") & set(use.before):
        return True
    return "by" in use.before[:2] and not (use.comma_after or use.filled_after)


_DETERMINERS = _set(
    "a an the this that these those what which any some same different every each "
    "another new only right certain one two three first best other no my our your his "
    "her their all many various specific special own particular worst whatever"
)


_KINDS = _set(
    "person people guy role place job team thing company environment culture situation "
    "problem project manager leader boss player learner thinker student customer "
    "client product system atmosphere"
)
"""What is of a kind ("a hands-on kind of person"); none of them is a verb."""


def _kind_of(use: Use) -> int:
    if use.following in _KINDS and not use.comma_after:
        return 0
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
    # A pause behind it is no cue: "the server was down, so [0.4] I restarted it".
    apart = use.comma_after or use.filled_after or use.final
    return 2 if use.comma_before and apart else 0


_AFTER_RIGHT = _set("now away after before there here next in at on to")


def _right(use: Use) -> int:
    if use.following in _AFTER_RIGHT and not use.comma_after:
        return 0
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


def _okay(use: Use) -> int:
    """ "The result was [0.4] okay" says how it was."""
    if not use.comma_before and (use.final or use.previous in _BEING):
        return 0
    return _apart(use)


def _apart(use: Use) -> int:
    """I guess, you see: only where both sides are set off."""
    return 2 if use.sides == 2 and not (use.initial and use.final) else 0


def _anyway(use: Use) -> int:
    return 2 if use.off_after and (use.off_before or use.previous in _OPENING) else 0


def _extender(use: Use) -> int:
    """or something, and stuff, or whatever: where the phrase ends."""
    if use.final or use.comma_after:
        return 2
    return 1 if use.quiet_after else 0


def _or_whatever(use: Use) -> int:
    """ "Or whatever [0.4] the customer asked for" goes on."""
    goes_on = use.following in _SUBJECTS | _DETERMINERS | _set("is was")
    if goes_on and not (use.comma_after or use.filled_after or use.final):
        return 0
    return _extender(use)


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
        ("or whatever", _or_whatever),
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
        ("okay", _okay),
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

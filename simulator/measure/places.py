"""Where a pause stands: between two clauses, or in the middle of one.

Whisper closes every piece of sound with a full stop and writes commas for silences, so
the mark before a pause is a weak witness. What the words say goes first: a clause has a
verb of its own, so a stretch without one ("At first." "A very clear plan.") is part of
the clause beside it, whatever mark parts them; a verb without a subject ("Was easier to
read") goes on; after "because" or "the" nothing has ended. Only then the mark counts.

Definition: `clause_end` where a sentence or clause ends before the pause or a new one
begins after it, else `mid_clause`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .stems import listed
from .structure import verbs
from .structure.predicate import predicate
from .tokens import Token

REACH = 12
"""Words looked at on either side: longer than most clauses of speech."""
FRAGMENT_WORDS = 5
"""A stretch of fewer words in which no verb is known has none; a longer one may have a
verb that the lists lack ("customers expect")."""

_ALWAYS = listed(
    "but because when if while although though unless then which who where whereas "
    "however therefore also"
)
"""Nothing but a new clause begins with these."""
_INSIDE = listed("also however therefore")
"""... but these stand inside one too ("I also think")."""
_JOINING = listed("and or so")
_WITH_VERB = listed("and or plus before after since until so like than as")
"""These begin a clause if a verb follows ("before it left", not "before noon")."""
_WITH_SUBJECT = listed("that what how why")
"""... if a subject or its verb follows ("that the shop", not "that shop")."""
_DEGREE = listed("many much few little far long hard good bad big very well")
"""After "so" no clause begins: "so many people"."""
_BOUND = listed(
    "and but because or if while although though whereas the a an my our your their "
    "its every very of"
)
"""No mark after one of these ends a clause: the speaker has begun and stopped, and the
recogniser wrote its full stop for the silence ("because. The warehouse")."""
_LEANING = _BOUND | listed(
    "that when to at for with from in on i we he she they was were is are am be been "
    "had would could should will might must who which"
)
"""After these a full stop may be meant ("how it was."), a comma hardly ever."""
_ADVERBIAL = listed(
    "at in on after before during for with from by since without until through then "
    "later first last next sometimes usually today yesterday"
)
"""How a stretch opens that sets the scene for the clause after it ("At first")."""
_WHOLE = listed(
    "yes no yeah okay ok right well sure exactly thanks anyway so good fine true"
)
"""Whole sayings without a verb."""
_PRONOUNS = listed(
    "i we you he she it they there this these those everyone nobody somebody people "
    "i'm i've i'd i'll we're we've you're he's she's it's they're there's"
)
_DETERMINERS = listed("the a an my our his her their its some every no each")
_FINITE = verbs.BE_PAST | verbs.BE_PRESENT | verbs.HAVE | verbs.MODALS | {"had", "did"}


@dataclass(frozen=True)
class Around:
    """The plain words on either side of a pause, up to `REACH`, nearest inmost."""

    before: Sequence[Token]
    after: Sequence[Token]
    filled: bool = False
    """A filled pause or a fragment stands between."""


def place(around: Around) -> str:
    """`clause_end` or `mid_clause`."""
    before, after = around.before, around.after
    if after and _begins_a_clause(after):
        return "clause_end"
    if not before or _goes_on(before, after):
        return "mid_clause"
    last = before[-1]
    if last.stop or _closed_elsewhere(last, after):
        ended = last.bare not in _BOUND and not _sets_the_scene(before)
        return "clause_end" if ended and not _fragment(after) else "mid_clause"
    marked = last.comma and (not around.filled or last.text.endswith(";"))
    ended = marked and last.bare not in _LEANING and not _sets_the_scene(before)
    return "clause_end" if ended and not _fragment(after) else "mid_clause"


def _begins_a_clause(after: Sequence[Token]) -> bool:
    first, rest = after[0].bare, after[1:]
    if first in _ALWAYS:
        return True
    if first in _WITH_SUBJECT:
        return bool(rest) and rest[0].bare in _PRONOUNS | _DETERMINERS | _FINITE
    if first == "so" and rest and rest[0].bare in _DEGREE:
        return False
    return first in _WITH_VERB and not _fragment(rest)


def _goes_on(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether the words show that the mark stands for nothing but the silence.

    Three signs: dots of suspension; words said once more after the silence ("And it
    was. It was quite hard"); a verb whose subject came before ("the report. Was good").
    """
    if before[-1].text.rstrip("\"'”’").endswith(("...", "…")):
        return True
    said, again = [t.bare for t in before[-2:]], [t.bare for t in after[:2]]
    if said == again or (again and said[-1:] == again[:1]):
        return True
    asks = len(after) > 1 and after[1].bare in _PRONOUNS | _DETERMINERS
    return bool(after) and after[0].bare in _FINITE and not asks


def _closed_elsewhere(last: Token, after: Sequence[Token]) -> bool:
    """Whether a capital begins a sentence though no mark stands before it.

    Two pieces of sound are written apart, and the first may lack its full stop.
    """
    if (
        last.comma
        or not after
        or after[0].bare.startswith("i'")
        or after[0].bare == "i"
    ):
        return False
    opens = after[0].bare in _PRONOUNS | _DETERMINERS
    return after[0].text[:1].isupper() and opens


def _sets_the_scene(before: Sequence[Token]) -> bool:
    """Whether the last stretch only says when or where ("In the end. We saved")."""
    stretch = [before[-1]]
    for token in reversed(before[:-1]):
        if token.stop or token.comma:
            break
        stretch.insert(0, token)
    words = [t.bare for t in stretch]
    while words[:1] in (["and"], ["so"], ["but"], ["then"]):
        del words[0]
    return bool(words) and words[0] in _ADVERBIAL and not _has_verb(words)


def _fragment(after: Sequence[Token]) -> bool:
    """Whether what follows, up to its own end, is no clause and opens none."""
    words, rest = _stretch(after)
    if not words or words[0] in _WHOLE or len(words) >= FRAGMENT_WORDS:
        return False
    if _has_verb(words):
        return False
    # "At first, the older ones ...": a scene is set, and its clause comes after it.
    return words[0] not in _ADVERBIAL or _fragment(rest) or not rest


def _stretch(after: Sequence[Token]) -> tuple[list[str], Sequence[Token]]:
    """The words up to the next mark or conjunction, and the tokens after them."""
    words: list[str] = []
    for number, token in enumerate(after):
        # "Maria and Thomas were ...": before a verb "and" joins no clauses.
        joins = token.bare in _JOINING and _has_verb(words)
        if words and (joins or token.bare in _ALWAYS - _INSIDE):
            return words, after[number:]
        words.append(token.bare)
        if token.stop or token.comma:
            return words, after[number + 1 :]
    return words, ()


def _has_verb(words: list[str]) -> bool:
    return predicate(words).time != "none" or any("'" in w[1:] for w in words)

"""Where a clause ends within a sentence: at a joint, a comma or a new subject.

A cut needs a finite verb before it and another soon after it, so "and the client, an
old man" is not cut and "the van broke I called" is.
"""

from collections.abc import Sequence

from simulator.measure.stems import listed

from . import verbs
from .plain_tokens import Token
from .predicate import attributive, is_month

_JOINERS = listed(
    """
    and but so or because then while until till although though since when whenever
    if once after before which who where plus cause unless
    """
)
_PRONOUNS = listed(
    """
    i we he she they it you there this that everyone everybody nobody someone
    people
    """
)
_DETERMINERS = listed(
    """
    the a an my our his her their its this that these those one two some each
    every most many no all
    """
)
_PHRASES = (
    ("as", "a", "result"),
    ("in", "the", "end"),
    ("in", "the", "meantime"),
    ("because", "of", "that"),
    ("after", "that"),
    ("by", "the", "end"),
    ("since", "then"),
    ("from", "then", "on"),
    ("eventually",),
    ("finally",),
)
_PHRASE_STARTS = frozenset(phrase[0] for phrase in _PHRASES)
_OUTCOME_ING = listed(
    """
    reducing saving cutting resulting allowing increasing improving leading
    bringing boosting freeing enabling dropping preventing lowering raising
    avoiding helping winning earning doubling halving shortening
    """
)
_CAUSING = frozenset(["have", "get", "see", "keep"])
"""After "to", what follows is done to something: "to have it finished"."""
_REACH = 7
"""How many words ahead a noun phrase's verb is looked for: long enough for "the head of
the accounts department called", short enough to stay within the clause."""


BARE_WORDS = 12
"""A sentence this long without a comma is taken to have lost its punctuation."""
_SUBJECT_ONLY = frozenset(["i", "we", "he", "she", "they", "it", "there"])
_BINDING = listed(
    """
    that what when where which who if as before after until while since than how
    why till because think thought said believe knew know felt hope wish with for of
    to and but so then in on at by from into about over through under between after
    during near or everything all thing things way time like
    """
)
_WANTS_IT = listed(
    """
    want wants wanted need needs needed like liked have has had get gets got getting
    having make makes made keep kept leave left see saw hear heard find found
    """
)
"""After these "it" and a participle are what was wanted or had: "wanted it fixed"."""
_LINKING = frozenset(["was", "were", "am", "is", "are", "been", "felt", "not"])
_BEFORE = frozenset(["before", "after", "since"])
_ASKING = frozenset(
    ["asked", "ask", "wondered", "see", "know", "knew", "check", "me", "us"]
)
"""Before "if", these make it "whether": the clause goes on."""


def spans(line: Sequence[Token]) -> list[tuple[int, int]]:
    """Half-open runs of words, one a clause; all words of the sentence, in order."""
    found: list[tuple[int, int]] = []
    texts = [t.text for t in line]
    start, has_verb = 0, False
    bare = len(line) >= BARE_WORDS and not any(t.comma for t in line)
    for k in range(len(line)):
        if k - start >= 2 and has_verb:
            begins = _begins(line, texts, k) or (bare and _juxtaposed(texts, k))
            if begins:
                found.append((start, k))
                start, has_verb = k, False
        has_verb = has_verb or _finite(texts, k)
    if line:
        found.append((start, len(line)))
    return found


def _finite(texts: Sequence[str], k: int) -> bool:
    word = texts[k]
    if _infinitive(texts, k) or is_month(texts, k):
        return False
    if word in verbs.BE_PAST | verbs.BE_PRESENT | verbs.HAVE | verbs.MODALS:
        return True
    if verbs.is_past(word):
        if k and attributive(texts[k - 1], word):
            return False
        return k == 0 or texts[k - 1] not in _DETERMINERS
    if k > 0 and texts[k - 1] in {"he", "she"}:
        return word.endswith("s") and word not in {"as", "his", "always", "is"}
    return k > 0 and texts[k - 1] in {"i", "we", "they", "you"}


def _infinitive(texts: Sequence[str], k: int) -> bool:
    """Whether the verb belongs to "to ...": "to have it finished", "to put"."""
    if k > 0 and texts[k - 1] == "to":
        return True
    return k > 2 and texts[k - 3] == "to" and texts[k - 2] in _CAUSING


def _begins(line: Sequence[Token], texts: Sequence[str], k: int) -> bool:
    """Whether a clause begins at token `k` (the clause before it has its verb)."""
    here, comma = texts[k], line[k - 1].comma
    if here in _PHRASE_STARTS and any(
        tuple(texts[k : k + len(p)]) == p for p in _PHRASES
    ):
        return True
    if here in _JOINERS:
        if texts[k - 1] in _JOINERS or (here == "if" and texts[k - 1] in _ASKING):
            return False
        if here == "since" and texts[k - 1] in {"ever", "time"}:
            return False
        if here == "so" and texts[k - 1] in _LINKING:
            return False  # "I was so ashamed"
        n = _skip(texts, k + 1)
        asked = n + 1 < len(texts) and texts[n] in verbs.MODALS
        if asked and texts[n + 1] in {"i", "we", "you"}:
            return True  # "and could I do it by Tuesday"
        if n < len(texts) and texts[n] in _PRONOUNS:
            pointing = here in _BEFORE and texts[n] in {"that", "this"}
            return not pointing or (n + 1 < len(texts) and _finite(texts, n + 1))
        if here in {"which", "who"}:
            return comma and n < len(texts) and _finite(texts, n)
        if (
            n < len(texts)
            and verbs.is_past(texts[n])
            and here in {"and", "then", "but"}
        ):
            return not _copular(texts, k)
        return _has_verb_soon(line, n)
    if comma and here in _OUTCOME_ING:
        return True
    if comma and here in _PRONOUNS | _DETERMINERS:
        return _has_verb_soon(line, k)
    if comma and verbs.is_past(here):
        return not _copular(texts, k)
    return False


def _juxtaposed(texts: Sequence[str], k: int) -> bool:
    """Whether a new subject and verb follow without a joint ("the van broke I
    called")."""
    if texts[k - 1] in _BINDING or _infinitive(texts, k - 1):
        return False
    if texts[k] in _DETERMINERS and texts[k - 1] not in _DETERMINERS:
        after_noun = not (_finite(texts, k - 1) or verbs.is_adverb(texts[k - 1]))
        return after_noun and any(
            _finite(texts, n) and texts[n - 1] not in _DETERMINERS | _JOINERS
            for n in range(k + 2, min(len(texts), k + 4))
        )
    if texts[k] not in _SUBJECT_ONLY or texts[k - 1] in verbs.MODALS:
        return False  # "and could I do it by Tuesday" asks
    n = _skip(texts, k + 1)
    if texts[k] == "it" and texts[k + 1 : k + 2] and texts[k + 1] in _JOINERS:
        return False  # "I scrolled it and showed it to him"
    if texts[k] == "it" and texts[k - 1] in _WANTS_IT:
        return n < len(texts) and texts[n] in verbs.BE_PAST | verbs.BE_PRESENT
    return n < len(texts) and _finite(texts, n)


def _skip(texts: Sequence[str], k: int) -> int:
    while k < len(texts) and (verbs.is_adverb(texts[k]) or texts[k] in _JOINERS):
        k += 1
    return k


def _copular(texts: Sequence[str], k: int) -> bool:
    """Whether the words just before are "was tired" rather than a deed."""
    return any(t in verbs.BE_PAST | {"been", "being"} for t in texts[max(0, k - 3) : k])


def _has_verb_soon(line: Sequence[Token], k: int) -> bool:
    """Whether a noun phrase that begins at `k` gets its verb before the next comma."""
    texts = [t.text for t in line[k : k + _REACH]]
    for n in range(1, len(texts)):
        if texts[n] in _JOINERS or line[k + n - 1].comma:
            return False
        if _finite(texts, n):
            return True
    return False

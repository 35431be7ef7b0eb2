"""Who did what in a clause: the subject, the verb, and its time.

The subject is the nearest pronoun before the first finite verb, or "np" for anything
else ("my manager", "the client"); a clause that begins with its verb ("and called the
client") takes the subject of the clause before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from simulator.measure.stems import listed

from . import verbs

Subject = Literal["i", "we", "you", "they", "it", "np", "none"]
Time = Literal["past", "present", "modal", "none"]

_SUBJECTS: dict[str, Subject] = {
    "i": "i",
    "we": "we",
    "you": "you",
    "he": "they",
    "she": "they",
    "they": "they",
    "it": "it",
    "this": "it",
    "that": "it",
    "there": "it",
    "which": "it",
    "who": "they",
    "everyone": "they",
    "everybody": "they",
    "nobody": "they",
    "someone": "they",
    "people": "they",
}
_ASIDES = {
    ("you", "know"),
    ("i", "mean"),
    ("i", "guess"),
    ("i", "think"),
    ("i", "suppose"),
    ("i", "believe"),
    ("i", "remember"),
}
_OPENERS = listed("and but so or then because plus also")
_POINTING = listed(
    "before after since besides like with for of at from by during until"
)
_GOVERNING = listed("of with by for from in on at into about")
_BEFORE_MONTH = listed(
    "by in of since until till last next this early late mid from during before after"
)
_THAT = frozenset(["that", "who", "whom"])
_RELATIVE = frozenset(["where", "that", "which", "who", "what", "how", "why", "whom"])
"""A subject after one of these inside a clause belongs to a clause within it."""
_DETERMINERS = listed(
    """
    the a an my our his her their its these those some each every no more very
    """
)
_NOT_VERBS = listed(
    """
    the a an my our his her their its and or but so to of in on at by with for
    from as than me us them him myself one two three more most all both what who
    how when where why which if because like no yes every each some any this that
    """
)


@dataclass(frozen=True)
class Predicate:
    """The verb of a clause and whose it is."""

    subject: Subject
    verb: str
    """The head verb as said; "" where there is none."""
    time: Time
    passive: bool = False
    negated: bool = False
    progressive: bool = False
    auxiliary: str = ""
    embedded: bool = False
    """Whether it belongs to a clause within ("the school where I taught")."""
    at: int = 0
    """Index of the verb in the clause."""

    @property
    def does(self) -> bool:
        """An active deed in the past, done and not denied."""
        active = not self.passive and not self.negated
        return self.time == "past" and active and verbs.is_doing(self.verb)


_NO_BASE = frozenset(["left", "felt", "lent", "saw", "found"])
"""After "'d" these can only be "had left": "would" takes the base form."""
_NONE = Predicate("none", "", "none")


def predicate(texts: Sequence[str], before: Predicate | None = None) -> Predicate:
    """Subject and verb of a clause given as plain words.

    Args:
        texts: the words of the clause.
        before: the predicate of the clause before it in the same sentence; its subject
            is taken over where this clause begins with its verb.
    """
    fallback = _NONE
    k = 0
    while k < len(texts):
        if tuple(texts[k : k + 2]) in _ASIDES:
            k += 2
            continue
        subject = _SUBJECTS.get(texts[k])
        if subject == "i" and _joint(texts, k):
            subject = "we"
        if subject is not None:
            found = _after_subject(texts, k, subject)
            relative = _is_relative(texts, k) or _contact(texts, k, found)
            if found is not None and found.time != "present" and not relative:
                return found
            if found is not None and fallback.time == "none":
                fallback = replace(found, embedded=relative)
        elif _is_bare_verb(texts, k):
            leading = all(t in _OPENERS or verbs.is_adverb(t) for t in texts[:k])
            takes = before.subject if leading and before else "none"
            found = _at_verb(texts, k, takes if leading else "np")
            if fallback.time == "none" or (
                fallback.embedded and found.at > fallback.at
            ):
                return found
        k += 1
    return fallback


def _contact(texts: Sequence[str], k: int, found: Predicate | None) -> bool:
    """Whether "I managed" only says which: "one of the engineers I managed was ..." """
    if k < 2 or found is None or texts[k - 1] in _OPENERS:
        return False
    after = texts[found.at + 1 : found.at + 2]
    return bool(after) and after[0] in verbs.BE_PAST | verbs.BE_PRESENT | {"had", "has"}


def _joint(texts: Sequence[str], k: int) -> bool:
    """Whether "I" is one of several: "another developer and I kept ..." """
    return k > 2 and texts[k - 1] == "and" and texts[0] not in _OPENERS


def attributive(before: str, word: str) -> bool:
    """Whether a participle belongs to the noun after it: "of cancelled orders"."""
    return before in _GOVERNING and verbs.is_ed(word)


def _is_relative(texts: Sequence[str], k: int) -> bool:
    """Whether the subject at `k` opens a clause within ("the school where I ...")."""
    if k == 0:
        return False
    if texts[k - 1] == "that" and k > 1 and texts[k - 2] in _POINTING:
        return False  # "after that I called"
    return texts[k - 1] in (_RELATIVE if k > 1 else _THAT)


def is_month(texts: Sequence[str], k: int) -> bool:
    """Whether "may" is the month: "by may he had ..."."""
    return texts[k] == "may" and k > 0 and texts[k - 1] in _BEFORE_MONTH


def _is_bare_verb(texts: Sequence[str], k: int) -> bool:
    word = texts[k]
    if (k > 0 and texts[k - 1] == "to") or is_month(texts, k):
        return False
    if word in verbs.BE_PAST | verbs.BE_PRESENT | verbs.MODALS | verbs.HAVE:
        return True
    if not verbs.is_past(word) or (k and attributive(texts[k - 1], word)):
        return False
    if word == "let" and texts[k + 1 : k + 2] in (["me"], ["us"]):
        return False  # "let's call her Anna"
    return k == 0 or (
        texts[k - 1] not in _DETERMINERS and texts[k - 1] not in {"to", "been", "be"}
    )


def _after_subject(texts: Sequence[str], k: int, subject: Subject) -> Predicate | None:
    """The verb that follows a pronoun at `k`, adverbs skipped; None where none does."""
    n = k + 1
    while n < len(texts) and n - k <= 5 and verbs.is_adverb(texts[n]):
        n += 1
    if n >= len(texts):
        return None
    word = texts[n]
    finite = (
        word in verbs.BE_PAST | verbs.BE_PRESENT | verbs.MODALS | verbs.HAVE | {"used"}
        or verbs.is_past(word)
        or word in verbs.ALSO_ED
    )
    if finite:
        return _at_verb(texts, n, subject)
    if subject in {"it", "np"} and texts[k] != "it":
        return None
    if word in _NOT_VERBS or not word.isalpha() or word.endswith("ing"):
        return None
    negated = any(t in {"not", "never"} for t in texts[k:n])
    return Predicate(subject, word, "present", negated=negated, at=n)


def _at_verb(texts: Sequence[str], n: int, subject: Subject) -> Predicate:
    """The predicate whose first verb (often an auxiliary) stands at `n`."""
    word = texts[n]
    m = n + 1
    negated = n > 0 and texts[n - 1] in {"never", "not"}
    while m < len(texts) and m - n <= 4 and verbs.is_adverb(texts[m]):
        negated = negated or texts[m] in {"not", "never"}
        m += 1
    head = texts[m] if m < len(texts) else ""
    if (
        word == "would"
        and (head not in verbs.SAME_AS_BASE or head in _NO_BASE)
        and (verbs.is_participle(head) or head == "better")
    ):
        word = "had"  # "I'd been", undone as "would"
    if word in verbs.BE_PAST:
        return _be(subject, word, head, negated, (n, m))
    if word == "did" and head and head not in _NOT_VERBS and not head.endswith("ing"):
        past = _past_of(head)
        return Predicate(subject, past, "past", negated=negated, auxiliary="did", at=m)
    if word in {"had", *verbs.HAVE} and verbs.is_participle(head):
        if head == "been":
            after = texts[m + 1] if m + 1 < len(texts) else ""
            been = _be(subject, "was", after, negated, (m, min(m + 1, len(texts) - 1)))
            return replace(been, auxiliary=word)
        return Predicate(subject, head, "past", negated=negated, auxiliary=word, at=m)
    if word in verbs.MODALS:
        return Predicate(subject, head, "modal", negated=negated, auxiliary=word, at=m)
    if word == "is" and _has(texts, m):
        return Predicate(subject, head, "past", negated=negated, auxiliary="has", at=m)
    if word in verbs.BE_PRESENT | verbs.HAVE:
        return Predicate(subject, word, "present", negated=negated, at=n)
    if word == "used":
        habit = head == "to"
        return Predicate(
            subject,
            "used" if habit else "applied",
            "modal" if habit else "past",
            auxiliary="used" if habit else "",
            at=n,
        )
    return Predicate(subject, word, "past", negated=negated, at=n)


_OBJECTS = listed("the a an my our his her me us him them it everybody everyone all")


def _has(texts: Sequence[str], m: int) -> bool:
    """Whether "'s", undone as "is", was "has": "she's told everybody", "it's been"."""
    if m >= len(texts) or not verbs.is_participle(texts[m]):
        return False
    return texts[m] in {"been", "had", "got", "become"} or (
        m + 1 < len(texts) and texts[m + 1] in _OBJECTS
    )


def _be(
    subject: Subject, word: str, head: str, negated: bool, at: tuple[int, int]
) -> Predicate:
    if head.endswith("ing") and len(head) > 4:
        return Predicate(
            subject, head, "past", negated=negated, progressive=True, at=at[1]
        )
    if verbs.is_participle(head) and head not in {"left", "had"}:
        return Predicate(subject, head, "past", passive=True, negated=negated, at=at[1])
    return Predicate(subject, word, "past", negated=negated, at=at[0])


def _past_of(base: str) -> str:
    """A past form for "did" + base; only its class (doing or not) matters."""
    known = {
        "have": "had",
        "know": "knew",
        "think": "thought",
        "feel": "felt",
        "want": "wanted",
        "need": "needed",
        "get": "got",
        "see": "saw",
        "be": "was",
        "like": "liked",
        "understand": "understood",
    }
    return known.get(base, "did")

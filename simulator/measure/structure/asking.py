"""Which clauses ask: a question mark stands for more than questions.

Whisper sets one wherever the voice rises: behind a tag ("..., right?"), and behind a
plain statement. So a clause asks where its sentence ends with the mark and it, or one
before it in the sentence, is built as a question, or where nothing shows that it tells.
"""

import re
from collections.abc import Sequence

from simulator.measure.stems import listed

from . import verbs
from .plain_tokens import Token
from .predicate import Predicate

_INVERTED = listed(
    """
    what how why who whose when where which am is are was were do does did can
    could would should will shall have has had may might
    """
)
"""A clause that begins with one of these is built as a question."""
_OPENERS = listed(
    "and but so or then because well ok okay yes yeah right now like also please"
)
TAGS = (
    "right|ok|okay|yeah|yes|no|correct|huh|eh|innit|see|you see|you know"
    "|know what i mean"
)
"""Words behind a statement, said with the voice of a question."""
_TAG = re.compile(
    rf"\b(?:{TAGS}|(?:is|was|were|are|did|do|does|had|has|have|could|would)"
    r"(?: not|n't)? (?:i|it|we|they|he|she|you|that))$"
)
"""What is asked only to hear that one is followed."""
_LONGEST_TAG = 4
"""Words."""
_STATES = frozenset(["i", "we", "he", "she", "they", "it", "there", "my", "our"])


def asks(pieces: Sequence[tuple[Sequence[Token], Predicate]]) -> tuple[bool, ...]:
    """Which clauses of a sentence with a question mark ask something.

    Args:
        pieces: its clauses, each as tokens and predicate, in order.
    """
    built = [n for n, (line, _) in enumerate(pieces) if _built(line)]
    last = [t.text for t in pieces[-1][0]] if pieces else []
    tag = _TAG.search(" ".join(last[-_LONGEST_TAG:]))
    if built and not (tag and built[0] == len(pieces) - 1 and _is_tag(last)):
        return tuple(n >= built[0] for n in range(len(pieces)))
    whole = len(pieces) > 1 or len(last) > _LONGEST_TAG
    if tag and whole:
        return (False,) * len(pieces)
    return tuple(not _tells(line, p) for line, p in pieces)


def _is_tag(texts: Sequence[str]) -> bool:
    """Whether a clause is nothing but a tag: "did I not"."""
    return len(texts) <= _LONGEST_TAG and bool(_TAG.fullmatch(" ".join(texts)))


def _lead(line: Sequence[Token]) -> int:
    """Index of the first word that is no opener; the length where there is none."""
    k = 0
    while k < len(line) and line[k].text in _OPENERS:
        k += 1
    return k


def _built(line: Sequence[Token]) -> bool:
    k = _lead(line)
    if k >= len(line) or line[k].text not in _INVERTED:
        return False
    after = line[k + 1].text if k + 1 < len(line) else ""
    when = line[k].text in {"when", "where", "which", "who"}
    return not (when and after in _STATES)  # "when I called" only says when


def _tells(line: Sequence[Token], p: Predicate) -> bool:
    """Whether a clause plainly states what the speaker did: "so I called them?"."""
    k = _lead(line)
    own = k < len(line) and line[k].text in {"i", "we"}
    return own and p.time == "past" and not p.passive and verbs.is_doing(p.verb)

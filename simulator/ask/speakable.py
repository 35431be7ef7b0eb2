"""What of a text can be said aloud, in pieces that a voice can hold.

Questions come from people's banks and from postings: control characters, terminal
escapes, markup, emoji. A voice spells some of these out ("grinning face"), stumbles
over others, and espeak stops at a zero byte; none of it is what was meant to be said.
Pieces are short because both engines take one sentence at a time at their best, because
each piece has its own time limit, and because pyttsx3's espeak driver crashed on one
call with 25 000 characters.
"""

import re
import unicodedata

from simulator.errors import VoiceError

LONGEST = 20_000
"""Characters; twenty minutes of speech. Longer is a mistake: a file, no sentence."""

PIECE = 400
"""Characters in one piece: two or three spoken sentences, about 25 s."""

_ESCAPE = re.compile(
    r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)?|\x1b."
)
_MARKUP = re.compile(r"</?[A-Za-z!?][^<>]{0,200}>")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+")
_CLAUSE = re.compile(r"(?<=[,;:—–])\s+")

_KEPT = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Nl", "No", "Sc"} | {
    "Pc",
    "Pd",
    "Ps",
    "Pe",
    "Pi",
    "Pf",
    "Po",
}
"""Unicode categories that are said or phrased: letters, marks, numbers, currency,
punctuation. Symbols of category So are emoji and pictures."""

_SAID_SYMBOLS = "+=%&@°×"
"""Symbols (some of category Sm, So) whose name is what a person would say."""


def speakable(text: str) -> str:
    """The text as it can be said: one line, no escapes, no markup, no pictures.

    Empty where nothing of it can be said (no letter and no digit).
    """
    plain = _MARKUP.sub(" ", _ESCAPE.sub(" ", text))
    kept = "".join(
        c if unicodedata.category(c) in _KEPT or c in _SAID_SYMBOLS else " "
        for c in unicodedata.normalize("NFC", plain)
    )
    line = " ".join(kept.split())
    return line if any(c.isalnum() for c in line) else ""


def pieces(text: str) -> tuple[str, ...]:
    """Cut speakable text at sentences, else clauses, else words: each <= `PIECE`.

    Raises:
        VoiceError: for more than `LONGEST` characters.
    """
    if len(text) > LONGEST:
        raise VoiceError(
            f"A text of {len(text)} characters is too long to say",
            f"At most {LONGEST} characters can be spoken at once.",
        )
    found: list[str] = []
    for part in _fitting(speakable(text)):
        if found and len(found[-1]) + 1 + len(part) <= PIECE:
            found[-1] += f" {part}"
        else:
            found.append(part)
    return tuple(p for p in found if any(c.isalnum() for c in p))


def _fitting(text: str) -> list[str]:
    """Sentences; where one is too long its clauses; where one is too long its words."""
    parts = [text]
    for cut in (_SENTENCE, _CLAUSE, re.compile(r"\s+")):
        parts = [
            q for p in parts for q in (cut.split(p) if len(p) > PIECE else [p]) if q
        ]
    return [p[i : i + PIECE] for p in parts for i in range(0, len(p), PIECE)]

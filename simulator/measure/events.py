"""Repairs of speech: repetitions, restarts, cut-off words, prolongations.

Definition: a repetition is one to three words said again at once ("I was I was"); a
restart is a phrase given up before it is complete and begun anew ("we were, we had"); a
cut-off is a word broken off ("th-"); a prolongation is a sound held ("sooo").

A first part said again ("imp-important", "no, no, nobody") is a repetition too.

Conventions: they are shown and never judged, and never counted as fillers: they are
ordinary in planned speech, and some people stammer. Filled pauses between the two
halves of a repair do not hide it.

Edge cases: repeats that carry meaning ("very very", "that that", "had had", "no, no",
"over and over and over") are none, nor is a word that ends one sentence or clause and
opens the next ("when I tested it, it worked", "what I do, I do well", "if I could, I
would"), nor a hyphen that stands for a word ("short- and long-term"). A prolongation
seen only in the word's length needs the sound to be speech throughout, as Whisper
stretches words over silences.

Source: categories after Shriberg 1994 (repetition, restart); no band exists.
"""

from collections.abc import Sequence

from simulator.records import Answer, Event, Word

from . import syllables
from .function_words import ENGLISH
from .stems import listed
from .tokens import Token, bare, fragments, said, tokens

LONGEST_REPEAT = 3
HELD_S = 0.7
"""A held word is at least this long ..."""
HELD_FACTOR = 2.5
SYLLABLE_S = 0.22
"""... and 2.5 times what its syllables take, plus 0.2 s for the end of a phrase."""
HELD_SPEECH_SHARE = 0.9

_MEANT = listed(
    "very really so that had no yes yeah many much more long far big new again bye ha "
    "never right same too please wait well okay over on by is way super"
)
_EMPHATIC = listed(
    "very really no yes yeah much long far big bye ha never please wait way super"
)
"""Of these, those that mean something three times and more; "more, more, more, more"
and "so that so that" are repairs."""
_OPENING = listed(
    "and but or so because cause if when then that while as since though until think "
    "thought guess believe said mean suppose maybe well yeah yes no okay"
)
"""After these a clause opens; elsewhere "it", "that", "you" close one."""
_CLOSING = listed("it that this you")
_RELATIVE = listed(
    "if when whenever what whatever who whoever how however where wherever why which "
    "as all than everything anything once"
)
"""What follows them is a clause that may end on a verb and a comma."""
_JOINING = listed("and by after to upon on in or")
_NUMBERS = listed("one two three four five six seven eight nine ten zero oh")
_DANGLING = listed(
    "i we he she they it you the a an my our your his her their was were is are am be "
    "had have has do did would could should will can to of in on at for with from and "
    "but because that this i'm i've we're it's going just"
)
_HEADS = listed("i we he she they it you the a my our there this that so")


def _event(kind: str, toks: Sequence[Token]) -> Event:
    return Event.model_validate(
        {
            "kind": kind,
            "text": " ".join(t.text for t in toks),
            "start_s": toks[0].start_s,
            "end_s": toks[-1].end_s,
        }
    )


def _meant(toks: Sequence[Token], at: int, size: int) -> bool:
    """Whether the repeat carries meaning, or a sentence or clause ends between."""
    first = toks[at : at + size]
    before = toks[at - 1] if at and not toks[at - 1].stop else None
    if any(t.stop for t in first):
        return True
    words = [t.bare for t in first]
    if all(word in _NUMBERS or word.isdigit() for word in words):
        return True
    if size > 1:
        if _EMPHATIC.issuperset(words):
            return True
        relative = before is not None and before.bare in _RELATIVE
        return relative or _again_and_again(toks, at, size)
    return words[0] in _MEANT or _closes(first[0], before)


def _closes(token: Token, before: Token | None) -> bool:
    """Whether a clause ends on it, and the next opens on the same: "fixed it, it"."""
    if before is None or before.bare in _OPENING or token.bare not in _CLOSING:
        return False
    return token.comma or token.bare != "this"  # "in this this room" is a repair


def _again_and_again(toks: Sequence[Token], at: int, size: int) -> bool:
    """Whether a word is said thrice with a small one between ("over and over and
    over")."""
    if size != 2:
        return False
    one, two = toks[at].bare, toks[at + 1].bare
    if two in _JOINING and one not in _DANGLING:
        return any(t.bare == one for t in toks[at + 4 : at + 5])
    if one in _JOINING and two not in _DANGLING:
        return at > 0 and toks[at - 1].bare == two
    return False


def _repetitions(toks: Sequence[Token]) -> list[Event]:
    found, at = [], 0
    while at < len(toks) - 1:
        for size in range(LONGEST_REPEAT, 0, -1):
            first, second = toks[at : at + size], toks[at + size : at + 2 * size]
            same = [t.bare for t in first] == [t.bare for t in second]
            end = at + 2 * size
            part = size == 1 and same and _part_of(first[0], toks[end : end + 1])
            if same and len(second) == size and (part or not _meant(toks, at, size)):
                while _again(toks, end, size):
                    end += size
                found.append(_event("repetition", toks[at:end]))
                at = end
                break
        else:
            at += 1
    return found


def _part_of(token: Token, following: Sequence[Token]) -> bool:
    """Whether the next word begins with this one ("no, no, nobody")."""
    whole = following[0].bare if following else ""
    return len(whole) > len(token.bare) + 1 and whole.startswith(token.bare)


def _parts(text: str) -> bool:
    """Whether the first part of a word is said before it ("imp-imp-important")."""
    *parts, whole = bare(text).split("-")
    if len(parts) == 1 and (
        parts[0] == "re" or (len(parts[0]) == 1 and whole not in ENGLISH)
    ):
        return False  # "re-read", "t-test"; "b-but" is none of them
    return bool(parts) and all(
        part and len(part) < len(whole) and whole.startswith(part) for part in parts
    )


def _again(toks: Sequence[Token], end: int, size: int) -> bool:
    """Whether the last `size` words before `end` are said once more after it."""
    before = [t.bare for t in toks[end - size : end]]
    return not toks[end - 1].stop and before == [t.bare for t in toks[end : end + size]]


def _restarts(toks: Sequence[Token]) -> list[Event]:
    """A short phrase left hanging before a mark, and the same head word begun again."""
    found = []
    for at in range(2, len(toks)):
        head, cut = toks[at], toks[at - 1]
        broken = cut.comma or cut.text.endswith(("...", "…"))
        if head.bare not in _HEADS or not broken or cut.bare not in _DANGLING:
            continue
        for back in range(2, 5):
            start = at - back
            if start < 0 or toks[start].stop:
                break
            if start and toks[start - 1].bare in _RELATIVE and not toks[start - 1].stop:
                continue  # "if I could, I would" gives nothing up
            repeats = [t.bare for t in toks[start:at]] == [
                t.bare for t in toks[at : at + back]
            ]
            if toks[start].bare == head.bare and not repeats:
                found.append(_event("restart", toks[start : at + 1]))
                break
    return found


def _stretched(text: str) -> bool:
    """Whether a letter stands three times or more in a row ("sooo", "mmmy")."""
    return any(
        a.isalpha()
        and a.lower() == b.lower() == c.lower() != "w"
        and not (a + b + c).isupper()  # "phase III", "AAA"
        for a, b, c in zip(text, text[1:], text[2:], strict=False)
    )


def _held(word: Word, answer: Answer) -> bool:
    """Whether the word lasts far longer than its syllables, in speech throughout."""
    if word.start_s is None or word.end_s is None or answer.sound is None:
        return False
    if word.text.rstrip().endswith((".", "?", "!")):
        return False  # the last word of a phrase is always drawn out
    start_s, end_s = word.start_s, word.end_s
    if end_s - start_s < HELD_S:
        return False
    expected_s = HELD_FACTOR * SYLLABLE_S * syllables.count(word.text) + 0.2
    if end_s - start_s < expected_s:
        return False
    spoken_s = sum(
        max(0.0, min(e, end_s) - max(s, start_s)) for s, e in answer.sound.speech
    )
    return spoken_s >= HELD_SPEECH_SHARE * (end_s - start_s)


def find(answer: Answer) -> tuple[Event, ...]:
    """All repairs, in order of time (of position, in written text)."""
    toks = tokens(answer)
    found = _repetitions(toks) + _restarts(toks)
    broken = fragments(answer)
    for index, word in enumerate(said(answer)):
        cut = index in broken
        held = word.kind == "word" and (_stretched(word.text) or _held(word, answer))
        again = word.kind == "word" and _parts(word.text)
        if cut or held or again:
            found.append(
                Event(
                    kind=(
                        "cut_off" if cut else "repetition" if again else "prolongation"
                    ),
                    text=word.text,
                    start_s=word.start_s,
                    end_s=word.end_s,
                )
            )
    return tuple(sorted(found, key=lambda e: (e.start_s is None, e.start_s or 0.0)))

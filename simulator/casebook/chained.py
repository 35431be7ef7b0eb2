"""An answer and its replies judged again in the steps in which they were judged first.

One kept turn may hold what came in parts: an answer, replies to follow-up questions
(spoken or typed), a rest typed because the microphone was lost. Each part is corrected
and judged as itself; a typed word has no time, and must enter no pace.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..answer import (
    Given,
    judge_follow_up,
    judge_rest,
    judge_sound,
    judge_typed_reply,
    judge_words,
)
from ..records import Question, Session, Sound, Transcript, Turn, Word

Heard = Callable[[float, float | None], Sound]
"""The recording between two times, described; None is its end."""


@dataclass(frozen=True)
class Part:
    """The answer itself, or one reply."""

    words: tuple[Word, ...]
    """On the clock of the whole, as people corrected them."""
    start_s: float | None
    """Where it begins in the recording; None where it was typed."""
    end_s: float | None = None
    follow_up: str = ""


def chain(session: Session, turn: Turn) -> list[Turn]:
    """The answer and its follow-ups up to this turn, as they were kept."""
    mine = [
        t
        for t in session.turns
        if (t.question.id, t.attempt) == (turn.question.id, turn.attempt)
    ]
    stems = [t.stem for t in mine]
    if turn.stem not in stems:
        return [turn]
    mine = mine[: stems.index(turn.stem) + 1]
    begins = [n for n, t in enumerate(mine) if not t.follow_up]
    return mine[begins[-1] :] if begins else [turn]


def parts(turns: Sequence[Turn], words: Sequence[Sequence[Word]]) -> list[Part]:
    """What the last of these turns is made of.

    Args:
        turns: the answer and its follow-ups, in order.
        words: for each measured word of the last turn, what stands in its place.
    """
    steps, cuts = _steps(turns)
    edges = [0, *cuts, len(words)]
    starts = [_start_s(step, n) for n, step in enumerate(steps)]
    made = []
    for n, step in enumerate(steps):
        held = [word for place in words[edges[n] : edges[n + 1]] for word in place]
        end_s = next((s for s in starts[n + 1 :] if s is not None), None)
        follow_up = step.follow_up if n else ""
        made.append(Part(tuple(held), starts[n], end_s, follow_up))
    return made


def judged(whole: Transcript, made: Sequence[Part], given: Given, heard: Heard) -> Turn:
    """All parts as one answer, judged step by step.

    Args:
        whole: the transcript they are parts of, for language and model.
        made: the parts, in order.
        given: how the answer came about.
        heard: listens to a part of the recording.
    """

    def read(words: Sequence[Word], start_s: float = 0.0) -> Transcript:
        own = tuple(_earlier(word, start_s) for word in words)
        text = " ".join(word.text for word in own if word.kind == "word")
        return whole.model_copy(update={"words": own, "text": text})

    found: Turn | None = None
    for part in made:
        spoken, typed = _apart(part)
        if found is not None:
            later = replace(given, question=_asked(given.question, part.follow_up))
            if part.start_s is None:
                found = judge_typed_reply(found, read(part.words), later)
                continue
            sounds = (heard(0.0, part.start_s), heard(part.start_s, part.end_s))
            found = judge_follow_up(found, sounds, read(spoken, part.start_s), later)
        elif part.start_s is None:
            found = judge_words(read(part.words), given)
            continue
        else:
            found = judge_sound(heard(0.0, part.end_s), read(spoken), given)
        if typed:
            found = judge_rest(found, read(typed))
    assert found is not None
    return found


def _steps(turns: Sequence[Turn]) -> tuple[Sequence[Turn], list[int]]:
    """The turns, one a part, and where in the last one's words each reply begins."""
    last = turns[-1]
    counts = [len(turn.transcript.words) for turn in turns]
    if turns[0].follow_up == "" and counts == sorted(counts):
        return turns, counts[:-1]
    # Shared by itself, without the turns it came from.
    timed = [n for n, w in enumerate(last.transcript.words) if w.start_s is not None]
    cut = timed[-1] + 1 if timed else 0
    if last.follow_up_at_s is not None:
        at_s = last.follow_up_at_s
        later = (n for n in timed if _start(last.transcript.words[n]) >= at_s)
        cut = next(later, cut)
    return ([last, last], [cut]) if cut else ([last], [])


def _start(word: Word) -> float:
    return word.start_s or 0.0


def _start_s(turn: Turn, place: int) -> float | None:
    if place:
        return turn.follow_up_at_s
    return None if turn.audio is None else 0.0


def _apart(part: Part) -> tuple[Sequence[Word], Sequence[Word]]:
    """(what was spoken of a part, the rest that was typed)."""
    timed = [n for n, word in enumerate(part.words) if word.start_s is not None]
    cut = timed[-1] + 1 if timed else 0
    return part.words[:cut], part.words[cut:]


def _earlier(word: Word, by_s: float) -> Word:
    if word.start_s is None or word.end_s is None or not by_s:
        return word
    return word.model_copy(
        update={"start_s": word.start_s - by_s, "end_s": word.end_s - by_s}
    )


def _asked(question: Question | None, text: str) -> Question | None:
    return question.model_copy(update={"text": text}) if question else None

"""An answer and the answer to its follow-up question, judged as one.

`join` lays the second behind the first on one clock, as if the recording had gone on:
whatever is measured on the result points at `first.duration_s` plus a moment of the
second recording. Structure and content are judged on the joined answer. Delivery is
not: the wait while the probe was spoken would look like a pause. It is found in each
recording by itself (`replied`).

A reply is elliptical: "What were you asked to do?" - "Just to keep the shop open." So
the reply is read behind the answer and before it (where a task belongs), whichever
shows more; and a reply to a question about the setting, the task or the end is taken
for what it was asked for. What is only said to the interviewer ("could you repeat
that?", "I don't know") is left out of what is judged (`telling`).
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from simulator.records import (
    Analysis,
    Answer,
    Sound,
    Structure,
    Transcript,
    Word,
)

from . import asked_parts, content, replied, structure, telling
from .sentences import sentence, split, spoken
from .structure import guard
from .structure.clauses import Clause, clauses
from .structure.detail import detail
from .structure.endings import quantified
from .structure.level import Found, star_level

_STOPS = (".", "?", "!", "…")
FEWEST_WORDS = 3
"""Fewer words tell nothing ("Yes.", "I see.")."""
GRANTED = ("situation", "task", "result")
"""Parts a reply is taken for by the question alone. An own action must be heard as one:
to "What was your own part?" people go on with "we"."""


def join(first: Answer, second: Answer) -> Answer:
    """The two answers as one recording.

    Times of the second are moved by the first's length. Question, opening and model are
    those of the first, the end is that of the second. Where either was written, the
    whole counts as written: without one clock there are no times.

    Raises:
        ValueError: the sound tracks have different hops.
    """
    timed = first.sound is not None and second.sound is not None
    offset_s = first.sound.duration_s if timed and first.sound else None
    before = _ended(spoken(first.transcript))
    words = (
        *(before if timed else _untimed(before)),
        *_moved(spoken(second.transcript), offset_s),
    )
    text = f"{_full_stop(first.transcript.text)} {second.transcript.text.strip()}"
    return replace(
        first,
        transcript=Transcript(
            text=text.strip(),
            language=first.transcript.language,
            model=first.transcript.model,
            words=words,
        ),
        sound=sounds(first.sound, second.sound),
        ended_by=second.ended_by,
    )


def judged(
    analysis: Analysis, first: Answer, second: Answer, about: str = ""
) -> Analysis:
    """The first answer's analysis with structure and content of both together, and with
    the fillers, repairs and pauses of a spoken reply.

    Args:
        analysis: of the first answer by itself; where it is not assessable, it stays.
        first: the answer.
        second: the reply to the probe.
        about: the part the probe asked for (`coach.probe.about`), "" if unknown.
    """
    if analysis.verdict != "assessable":
        return analysis
    if first.sound is not None and second.sound is not None:
        whole = join(first, second)
        reply = replied.Reply(whole, second, first.sound.duration_s)
        analysis = replied.added(analysis, reply)
    told = telling.telling(second.transcript)
    if not told.words:
        return analysis
    both = join(first, replace(second, transcript=told))
    behind = structure.judge(both)
    ahead = structure.judge(_reply_first(both, len(spoken(first.transcript))))
    fuller = ahead.shape == behind.shape and len(_held(ahead)) > len(_held(behind))
    found = _granted(ahead if fuller else behind, both, first, about)
    parts = asked_parts.answered(both, found)
    spoken_of = content.judge(both).model_copy(update={"parts": parts})
    kept = (m for m in analysis.measurements if m.name != content.PARTS_ANSWERED)
    return analysis.model_copy(
        update={
            "structure": found,
            "content": spoken_of,
            "measurements": (*kept, *content.answered(spoken_of)),
        }
    )


def _held(found: Structure) -> tuple[str, ...]:
    star = [n for n in ("situation", "task", "action", "result") if getattr(found, n)]
    return (*star, *found.parts)


def _reply_first(both: Answer, count: int) -> Answer:
    """The same words, each with its own time, the reply before the answer."""
    words = both.transcript.words
    reordered = (*_ended(words[count:]), *words[:count])
    text = " ".join(word.text for word in reordered)
    changed = both.transcript.model_copy(update={"words": reordered, "text": text})
    return replace(both, transcript=changed)


def _granted(found: Structure, both: Answer, first: Answer, about: str) -> Structure:
    """The reply as the part it was asked for, where it was not found as one."""
    words = both.transcript.words
    start = len(spoken(first.transcript))
    reply = [n for n in range(start, len(words)) if words[n].kind == "word"]
    lacking = about in GRANTED and about in (*found.missing, *found.uncertain)
    if not lacking or found.kind != "story" or len(reply) < FEWEST_WORDS:
        return found
    quote = sentence(words, reply).passage
    if not telling.tells(quote.text):
        return found
    granted = found.model_copy(
        update={
            about: (quote,),
            "missing": tuple(n for n in found.missing if n != about),
            "uncertain": tuple(n for n in found.uncertain if n != about),
            "faint": tuple(n for n in found.faint if n != about),
        }
    )
    return granted.model_copy(update=_level(granted, both))


def _level(found: Structure, both: Answer) -> dict[str, object]:
    """Level and gap with the part that was granted: one rule for all answers."""
    words = spoken(both.transcript)
    lines = clauses(words, guard.sayable(split(both.transcript), both.question))

    def quoted(line: Clause) -> bool:
        said = sentence(words, line.words).text
        return any(said in passage.text for passage in found.result)

    level, gap = star_level(
        Found(
            kind=found.kind,
            parts=_held(found),
            own_action=bool(found.action),
            ours=found.gap == structure.GAPS["own_action"],
            quantified=any(quantified(line) for line in lines if quoted(line)),
            detail=detail(lines),
        )
    )
    return {"level": level, "gap": gap}


def _ended(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a full stop behind the last one, if none stands there."""
    last = max((n for n, w in enumerate(words) if w.kind == "word"), default=None)
    if last is None or words[last].text.strip().endswith(_STOPS):
        return words
    ended = words[last].model_copy(update={"text": _full_stop(words[last].text)})
    return (*words[:last], ended, *words[last + 1 :])


def _full_stop(text: str) -> str:
    bare = text.rstrip().rstrip(",;:-–—")
    return bare if not bare or bare.endswith(_STOPS) else f"{bare}."


def _untimed(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(w.model_copy(update={"start_s": None, "end_s": None}) for w in words)


def _moved(words: tuple[Word, ...], offset_s: float | None) -> tuple[Word, ...]:
    if offset_s is None:
        return _untimed(words)
    return tuple(
        word.model_copy(
            update={
                "start_s": None if word.start_s is None else word.start_s + offset_s,
                "end_s": None if word.end_s is None else word.end_s + offset_s,
            }
        )
        for word in words
    )


def sounds(first: Sound | None, second: Sound | None) -> Sound | None:
    """Tracks end to end; the second's frames lie within half a hop of their time."""
    if first is None or second is None:
        return None
    if not np.isclose(first.hop_s, second.hop_s):
        raise ValueError(
            f"sound tracks with hops of {first.hop_s} s and {second.hop_s} s cannot be "
            "joined; describe both with one hop"
        )
    offset_s = first.duration_s
    total_s = offset_s + second.duration_s
    clipped = (
        first.clipped_ratio * offset_s + second.clipped_ratio * second.duration_s
    ) / max(total_s, 1e-9)
    known = [s.snr_db for s in (first, second) if s.snr_db is not None]

    return Sound(
        duration_s=total_s,
        hop_s=first.hop_s,
        voice=_track(first, first.voice, second.voice),
        level_dbfs=_track(first, first.level_dbfs, second.level_dbfs),
        pitch_hz=_track(first, first.pitch_hz, second.pitch_hz),
        speech=(
            *first.speech,
            *((start + offset_s, end + offset_s) for start, end in second.speech),
        ),
        clipped_ratio=clipped,
        snr_db=min(known, default=None),
        narrow_band=first.narrow_band or second.narrow_band,
        second_voice=first.second_voice or second.second_voice,
    )


def _track(
    first: Sound, before: NDArray[np.float32], after: NDArray[np.float32]
) -> NDArray[np.float32]:
    """One track of both, the second's beginning at the frame nearest to its time."""
    frames = round(first.duration_s / first.hop_s)
    fitted = before[:frames]
    missing = frames - len(fitted)
    if missing > 0 and len(before):
        fitted = np.concatenate([fitted, np.repeat(before[-1:], missing)])
    joined: NDArray[np.float32] = np.concatenate([fitted, after])
    return joined

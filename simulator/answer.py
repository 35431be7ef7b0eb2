"""One recording, or one text, becomes one judged answer.

The loop, `analyze` and every later re-measurement call these few functions, so the same
sound gives the same numbers wherever it came from.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from . import coach, measure
from .ask.lookup import known_question
from .coach.case import from_turn
from .coach.spoken import feedback
from .errors import RecordingError
from .measure import joined, withheld
from .measure.structure import guess_kind
from .records import (
    Analysis,
    Answer,
    EndedBy,
    Measures,
    Question,
    Samples,
    Sound,
    Transcript,
    Turn,
)
from .seams import Progress, Transcriber
from .sound import decode
from .sound.describe import describe
from .transcribe.written import decoded, prose

ANY_QUESTION = Question(id="any", text=" ", kind="story")
"""Stands in where no question is known: nothing is then expected of the content."""

MAX_TEXT_CHARS = 200_000
"""About 4 hours of speech; a larger file is not an answer."""


@dataclass(frozen=True)
class Given:
    """How an answer came about."""

    question: Question | None = None
    stem: str = "answer"
    attempt: int = 1
    ended_by: EndedBy = "end_of_file"
    opened_after_s: float = 0.0
    audio: str | None = None
    ruled: Callable[[Analysis], Analysis] = lambda found: found
    """What people ruled about what was found, before anything is said about it."""
    measures: Measures = "all"
    """Whether how it was spoken is judged and shown, or only what was said."""


def asked(words: str | None) -> Question | None:
    """The question of that id or text from the banks, else one made of the words."""
    if not words or not words.strip():
        return None
    known = known_question(words)
    return known or Question(id="given", text=words, kind=guess_kind(words))


def judge_samples(samples: Samples, transcript: Transcript, given: Given) -> Turn:
    """Measure sound whose words are known, and say what to do next."""
    return judge_sound(describe(samples), transcript, given)


def judge_sound(sound: Sound, transcript: Transcript, given: Given) -> Turn:
    """As `judge_samples`, for sound that was described before."""
    answer = Answer(
        question=given.question,
        transcript=transcript,
        sound=sound,
        ended_by=given.ended_by,
        opened_after_s=given.opened_after_s,
    )
    return _judged(answer, given)


def judge_recording(
    path: Path,
    question: Question | None,
    transcriber: Transcriber,
    progress: Progress | None = None,
    measures: Measures = "all",
) -> Turn:
    """Decode, transcribe and measure a recording in any container.

    Raises:
        RecordingError: the file is missing, unreadable or holds no sound.
        ModelError: Whisper's weights are missing or damaged.
    """
    samples = decode.read(path)
    transcript = transcriber.transcribe(samples, progress)
    given = Given(question=question, stem=path.stem, audio=path.name, measures=measures)
    return judge_samples(samples, transcript, given)


def judge_follow_up(
    before: Turn,
    sounds: tuple[Sound, Sound] | None,
    reply: Transcript,
    given: Given,
) -> Turn:
    """The answer and its reply to a follow-up question, judged as one on one clock.

    Args:
        before: the answer so far.
        sounds: the answer's and the reply's, described; None where either was written.
        reply: the words of the reply, on its own clock.
        given: the joined answer's names; `question` is the follow-up as it was asked.
    """
    heard, replied = sounds or (None, None)
    first = Answer(before.question, before.transcript, heard)
    second = Answer(given.question, reply, replied, given.ended_by)
    both = joined.join(first, second)
    text = given.question.text if given.question else ""
    part = coach.asks_for(text, before.question)
    analysis = given.ruled(joined.judged(before.analysis, first, second, part))
    both, analysis = _shown(both, analysis, given)
    return before.model_copy(
        update={
            "stem": given.stem,
            "ended_by": given.ended_by,
            "duration_s": both.duration_s,
            "audio": given.audio,
            "transcript": both.transcript,
            "analysis": analysis,
            "feedback": coach.advise(both, analysis),
            "follow_up": text,
            "follow_up_at_s": before.duration_s if sounds else None,
        }
    )


def judge_typed_reply(before: Turn, reply: Transcript, given: Given) -> Turn:
    """As `judge_follow_up`, for a written reply: a spoken answer keeps its sound."""
    both = judge_follow_up(before, None, reply, given)
    return both if before.audio is None else _sounding(before, both, reply)


def judge_rest(before: Turn, rest: Transcript) -> Turn:
    """An answer whose rest was written, because the microphone was lost.

    Structure and content are those of both; delivery is that of the spoken part, whose
    words keep their times.
    """
    given = Given(
        None,
        before.stem,
        before.attempt,
        before.ended_by,
        measures="content" if before.analysis.withheld else "all",
    )
    both = judge_follow_up(before, None, rest, given)
    if before.analysis.verdict != "assessable":
        # Too little was said to judge it alone; with the rest there may be enough.
        alone = judge_words(both.transcript, replace(given, question=before.question))
        found = {"analysis": alone.analysis, "feedback": alone.feedback}
        both = both.model_copy(update=found)
    asked = {
        "follow_up": before.follow_up,
        "follow_up_at_s": before.follow_up_at_s,
    }
    return _sounding(before, both, rest).model_copy(update=asked)


def _sounding(before: Turn, both: Turn, written: Transcript) -> Turn:
    """Both, with the sound of the spoken part and the times of its words."""
    words = (*before.transcript.words, *written.words)
    return both.model_copy(
        update={
            "transcript": both.transcript.model_copy(update={"words": words}),
            "duration_s": before.duration_s,
            "audio": before.audio,
        }
    )


def judge_words(transcript: Transcript, given: Given) -> Turn:
    """Judge written text: everything that hangs on time is unknown."""
    return _judged(Answer(given.question, transcript, None, given.ended_by), given)


def read_text(path: Path) -> str:
    """The text of a written answer, free of Markdown and the marks of lists.

    Raises:
        RecordingError: it is no text, or larger than any answer.
    """
    try:
        if path.stat().st_size > 4 * MAX_TEXT_CHARS:
            raise RecordingError(
                f"{path} is {path.stat().st_size / 1e6:.1f} MB, larger than any answer",
                "Give a text file with one answer in it.",
            )
        text = decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise RecordingError(
            f"{path} cannot be read as text: {error.strerror}",
            "Give a text file that you may open.",
        ) from None
    if len(text) > MAX_TEXT_CHARS:
        raise RecordingError(
            f"{path} holds {len(text)} characters, more than any answer",
            "Give a text file with one answer in it.",
        )
    return prose(text)


def without_delivery(turn: Turn) -> Turn:
    """An answer judged earlier, as it stands where only its content counts."""
    shown = turn.model_copy(
        update={
            "transcript": withheld.plain_words(turn.transcript),
            "analysis": withheld.content_only(turn.analysis),
        }
    )
    return shown.model_copy(update={"feedback": feedback(from_turn(shown))})


def _shown(answer: Answer, analysis: Analysis, given: Given) -> tuple[Answer, Analysis]:
    """What may be judged and shown of it, as was asked for."""
    if given.measures == "all":
        return answer, analysis
    words = withheld.plain_words(answer.transcript)
    return replace(answer, transcript=words), withheld.content_only(analysis)


def _judged(answer: Answer, given: Given) -> Turn:
    analysis = given.ruled(measure.analyse(answer))
    answer, analysis = _shown(answer, analysis, given)
    return Turn(
        stem=given.stem,
        question=given.question or ANY_QUESTION,
        attempt=given.attempt,
        ended_by=given.ended_by,
        duration_s=answer.duration_s,
        opened_after_s=given.opened_after_s,
        audio=given.audio,
        transcript=answer.transcript,
        analysis=analysis,
        feedback=coach.advise(answer, analysis),
    )

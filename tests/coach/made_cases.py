"""Answers made by hand: what was said, measured and found is written out here."""

import re

from simulator.coach import advise
from simulator.coach.case import from_turn
from simulator.coach.spoken import feedback
from simulator.records import (
    Analysis,
    Answer,
    Concept,
    Content,
    Feedback,
    Filler,
    Measurement,
    Passage,
    Pause,
    Question,
    Session,
    Structure,
    Transcript,
    Turn,
    Word,
)

CONFLICT = Question(
    id="conflict", text="Tell me about a time you disagreed with a colleague."
)
DEADLINE = Question(
    id="deadline", text="Tell me about a time you missed a deadline. What came of it?"
)
WHY = Question(
    id="why-this-job", text="Why do you want this job?", kind="opinion", target_s=60
)


def passage(text: str, start_s: float | None, end_s: float | None) -> Passage:
    return Passage(text=text, start_s=start_s, end_s=end_s)


def words(text: str, start_s: float = 0.5, per_min: float = 140.0) -> tuple[Word, ...]:
    """Evenly spaced words; "um" and "uh" as filled pauses, "~x" doubtful."""
    step_s = 60.0 / per_min
    made = []
    for n, text_ in enumerate(text.split()):
        bare = text_.strip(".,~").lower()
        made.append(
            Word(
                text=text_.lstrip("~"),
                start_s=round(start_s + n * step_s, 2),
                end_s=round(start_s + (n + 0.85) * step_s, 2),
                probability=0.3 if text_.startswith("~") else 0.95,
                doubtful=text_.startswith("~"),
                kind="filled_pause" if bare in ("um", "uh") else "word",
            )
        )
    return tuple(made)


def transcript(text: str, per_min: float = 140.0) -> Transcript:
    made = words(text, per_min=per_min)
    plain = " ".join(word.text for word in made)
    return Transcript(text=plain, language="en", model="base", words=made)


def fillers(said: Transcript) -> tuple[Filler, ...]:
    return tuple(
        Filler(
            text=w.text.strip(".,"),
            start_s=w.start_s,
            end_s=w.end_s,
            kind="filled_pause",
            certainty="sure",
            why="Heard as a word of its own, and a long even sound.",
        )
        for w in said.words
        if w.kind == "filled_pause"
    )


def pace(value: float, series: tuple[tuple[float, float], ...] = ()) -> Measurement:
    return Measurement(
        name="speech_rate",
        title="Speaking pace",
        value=value,
        unit="words/min",
        low=value - 5,
        high=value + 5,
        graded=True,
        good_low=120,
        good_high=170,
        red_low=100,
        red_high=190,
        series=series,
    )


def filled(value: float, low: float, high: float, graded: bool = False) -> Measurement:
    return Measurement(
        name="filled_pause_rate",
        title="Filler sounds",
        value=value,
        unit="per min",
        low=low,
        high=high,
        graded=graded,
        good_high=5,
        red_high=12,
    )


def story(*, result: bool = True, number: bool = True) -> Structure:
    """One episode; without `result` the thing most answers lack."""
    text = "we cut the waiting time" + (" by 30 percent" if number else "")
    return Structure(
        kind="story",
        shape="star",
        level=(5 if number else 4) if result else 3,
        situation=(passage("Last spring our team fell out over a release", 0.5, 7),),
        task=(passage("I had to get both sides to one plan", 8, 14),),
        action=(
            passage("I asked each of them what worried them", 15, 19),
            passage("then I wrote one page with both plans", 21, 29),
        ),
        result=(passage(text, 33.5, 38),) if result else (),
        missing=() if result else ("result",),
    )


def turn(
    question: Question = CONFLICT,
    analysis: Analysis | None = None,
    said: Transcript | None = None,
    **changes: object,
) -> Turn:
    """A turn whose feedback is what the coach really says about it."""
    said = said if said is not None else transcript("I did it and it worked. " * 25)
    last_s = said.words[-1].end_s if said.words else None
    fields: dict[str, object] = {
        "stem": f"01-{question.id}",
        "question": question,
        "ended_by": "key",
        "duration_s": None if last_s is None else last_s + 1.0,
        "audio": f"01-{question.id}.flac",
        "transcript": said,
        "analysis": analysis or Analysis(verdict="assessable", structure=story()),
        "feedback": Feedback(headline="", spoken=""),
        **changes,
    }
    bare = Turn.model_validate(fields)
    return bare.model_copy(update={"feedback": feedback(from_turn(bare))})


def session(*turns: Turn, **changes: object) -> Session:
    fields: dict[str, object] = {
        "id": "2026-11-22T101533Z-behavioural-7f3a",
        "started_at": "2026-11-22T10:15:33Z",
        "bank": "behavioural",
        "questions": (CONFLICT, DEADLINE, WHY),
        "turns": turns,
        "finished": True,
        **changes,
    }
    return Session.model_validate(fields)


GOOD = (
    "Last spring our team fell out over a release, two weeks before the date we had "
    "promised. I had to get both sides to one plan, um, and the clock was running. So "
    "I asked each of them what worried them, and I wrote it down. Then I made one page "
    "with both plans, the ~Kanban one and ours, and we went through it line by line. "
    "It took, uh, one hour. We chose the smaller release. We shipped on the day, and "
    "we cut the waiting time by 30 percent. I learned to ask before I argue. Since "
    "then I do that in every project, and it has saved us a lot of trouble so far. "
    "When I think of it now, it was the asking that changed it, more than the plan."
)
RAMBLING = (
    "Well, um, there was this, uh, project, um, and it was late, um, sort of. So I, "
    "uh, I talked to, um, to some people, and I, um, wrote a list, uh, of things, and "
    "we, um, we met every day, you know, uh, and I, um, kept at it, um, for a while, "
    "and, uh, there were, um, many things going on, uh, at the time. So I, um, I was "
    "quite busy, uh, and I told, um, my manager about it, um, and then, uh, we went on."
)


def whole() -> Session:
    """Three answers: a good story, a rambling one without result, silence."""
    good, rambling = transcript(GOOD), transcript(RAMBLING, 175)
    curve = ((8.0, 138.0), (13.0, 150.0), (18.0, 171.0), (23.0, 198.0), (28.0, 160.0))
    first = turn(
        CONFLICT,
        Analysis(
            verdict="assessable",
            fillers=fillers(good),
            pauses=(
                Pause(start_s=7.1, end_s=7.7, place="clause_end"),
                Pause(start_s=24.0, end_s=25.9, place="mid_clause"),
                Pause(start_s=40.0, end_s=40.6, place="clause_end"),
            ),
            structure=story(),
            content=Content(
                on_topic=True,
                concepts=(
                    Concept(name="colleague|team", found=True),
                    Concept(name="listened|asked", found=True),
                    Concept(name="relationship|trust", found=False),
                ),
            ),
            measurements=(
                pace(143.0, curve),
                filled(1.9, 0.2, 6.7),
                Measurement(
                    name="response_latency",
                    title="Time to the first word",
                    value=1.4,
                    unit="s",
                    graded=True,
                    good_high=8,
                    red_high=15,
                ),
                Measurement(
                    name="something_new",
                    title="Something new",
                    value=None,
                    unit="wonders",
                    note="Known only for a spoken answer.",
                ),
            ),
        ),
        good,
    )
    second = turn(
        DEADLINE,
        Analysis(
            verdict="assessable",
            fillers=fillers(rambling),
            pauses=(Pause(start_s=11.0, end_s=12.8, place="mid_clause"),),
            structure=Structure(
                kind="story",
                shape="star",
                level=3,
                gap="What changed because of that?",
                situation=(passage("there was this project, and it was late", 1, 5),),
                action=(
                    passage("I talked to some people, and I wrote a list", 6, 12),
                    passage("I told my manager about it", 23.5, 26),
                ),
                missing=("task", "result"),
            ),
            measurements=(pace(128.0), filled(44.0, 31.0, 60.0)),
            warnings=("There was some noise behind your voice.",),
        ),
        rambling,
        stem="02-deadline",
        audio="02-deadline.flac",
    )
    nothing = Transcript(text="", language="en", model="base")
    third = turn(
        WHY,
        Analysis(verdict="not_assessable", why="silence"),
        nothing,
        stem="03-why",
        audio="03-why.flac",
        duration_s=12.0,
    )
    return session(first, second, third)


def said_about(
    analysis: Analysis, said: Transcript | None = None, question: object = CONFLICT
) -> Feedback:
    said = said or transcript("I did it and it worked. " * 25)
    return advise(Answer(question, said, None), analysis)  # type: ignore[arg-type]


def sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.?!])\s+", text) if s]


def assessable(**fields: object) -> Analysis:
    return Analysis.model_validate({"verdict": "assessable", **fields})

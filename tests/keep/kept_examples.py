"""Sessions to keep: small, whole, and made of plain words."""

from simulator.records import (
    Advice,
    Analysis,
    Feedback,
    Filler,
    Measurement,
    Moment,
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
    id="conflict", text="Tell me about a conflict.", concepts=("a|b", "c")
)
FAILURE = Question(id="failure", text="Tell me about a failure.")


def turn_of(stem: str = "01-conflict", question: Question = CONFLICT) -> Turn:
    """A turn in which every field of the records is filled."""
    words = (
        Word(text="Um,", start_s=0.5, end_s=0.9, probability=0.8, kind="filled_pause"),
        Word(text="we", start_s=1.0, end_s=1.1, probability=0.95),
        Word(text="met.", start_s=1.1, end_s=1.5, probability=0.4, doubtful=True),
    )
    return Turn(
        stem=stem,
        question=question,
        ended_by="key",
        duration_s=2.0,
        opened_after_s=0.7,
        audio=f"{stem}.flac",
        compared="Fewer pauses than before.",
        transcript=Transcript(
            text="Um, we met.", language="en", model="x", words=words
        ),
        analysis=Analysis(
            verdict="assessable",
            fillers=(
                Filler(
                    text="um",
                    start_s=0.5,
                    end_s=0.9,
                    kind="filled_pause",
                    certainty="sure",
                    why="heard",
                ),
            ),
            pauses=(Pause(start_s=1.5, end_s=2.0, place="clause_end"),),
            structure=Structure(
                kind="story",
                shape="star",
                level=2,
                situation=(Passage(text="we met.", start_s=1.0, end_s=1.5),),
                parts={"past": (Passage(text="met", start_s=None, end_s=None),)},
                missing=("result",),
                gap="There is no result.",
            ),
            measurements=(
                Measurement(
                    name="speech_rate",
                    title="Pace",
                    value=140.0,
                    unit="words/min",
                    evidence=(Moment(start_s=0.5, end_s=1.5),),
                    series=((0.5, 140.0), (1.5, 141.5)),
                ),
            ),
            warnings=("It was quiet.",),
        ),
        feedback=Feedback(
            headline="You began well.",
            spoken="You began well.",
            advice=(Advice(about="result", text="Say how it ended."),),
            next_step="End with the result.",
        ),
    )


def session_of(
    id: str = "2026-11-22T101533Z-behavioural-7f3a", **fields: object
) -> Session:
    """A session of that id; started at the moment its id names."""
    at = f"{id[:13]}:{id[13:15]}:{id[15:18]}"
    filled: dict[str, object] = {
        "started_at": at,
        "bank": "behavioural",
        "questions": (CONFLICT, FAILURE),
        "settings": {"model": "base", "patience": 1.0, "private": False},
        "versions": {"simulator": "0.1.0"},
        **fields,
    }
    return Session.model_validate({"id": id, **filled})

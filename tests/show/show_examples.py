"""Events of a small interview, and texts nobody should print."""

from simulator.events import QuestionAsked
from simulator.records import (
    Advice,
    Analysis,
    Feedback,
    Moment,
    Question,
    Transcript,
    Turn,
)

CONFLICT = Question(
    id="conflict",
    text="Tell me about a time when you disagreed with a colleague about an important "
    "decision. What did you do?",
)

ASKED = QuestionAsked(number=1, total=3, question=CONFLICT)

HOSTILE = "\x1b[2J\x1b]0;owned\x07[red]bold[/red]\r\n\x9b31m \u202eevil\x08 \x00end"
"""Clears the screen, renames the window, colours, overwrites, turns the text around."""


def turn_of(stem: str = "01-conflict", text: str = "") -> Turn:
    """A turn with a strength, a gap and a next step; `text` replaces all of them."""
    return Turn(
        stem=stem,
        question=CONFLICT.model_copy(update={"text": text or CONFLICT.text}),
        ended_by="key",
        duration_s=72.0,
        transcript=Transcript(text="", language="en", model="x"),
        analysis=Analysis(verdict="assessable"),
        compared=text,
        feedback=Feedback(
            headline=text or "A clear story that stops before its end.",
            spoken="",
            strength=Advice(
                about="action",
                text=text or "You said what you did yourself.",
                evidence=(Moment(start_s=12.0, end_s=20.0),),
            ),
            advice=(Advice(about="result", text=text or "How did it end?"),),
            next_step=text or "End with the result.",
        ),
    )

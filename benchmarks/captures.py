"""Captures of the screen for the documentation, drawn by the code that draws it live.

    python -m benchmarks.captures

Events go into the real screens, 80 columns wide; what a person would see is written to
docs/captures/ as SVG (the live view) and as text (a plain pipe), and docs/screen.md
shows them.
"""

import io
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from simulator.events import (
    EndHeard,
    FeedbackReady,
    Level,
    Note,
    QuestionAsked,
    Said,
    Shown,
    TurnEnded,
    Words,
    YourTurn,
)
from simulator.records import (
    Advice,
    Analysis,
    Feedback,
    Moment,
    Question,
    Transcript,
    Turn,
)
from simulator.rehearse.guide import SENTENCE
from simulator.show import PlainScreen, RichScreen
from simulator.show.keys import NoKeys
from simulator.show.lines import LineInput

DOCS = Path(__file__).resolve().parents[1] / "docs"
FOLDER = DOCS / "captures"

WIDTH, HEIGHT = 80, 24

QUESTION = Question(
    id="conflict",
    text="Tell me about a time you disagreed with a colleague. What did you do?",
    target_s=90.0,
)
ASKED = QuestionAsked(1, 3, QUESTION)
BEGUN = (ASKED, YourTurn(QUESTION, 90.0))
TURN = Turn(
    stem="01-conflict",
    question=QUESTION,
    ended_by="silence",
    duration_s=72.0,
    transcript=Transcript(text="", language="en", model="base"),
    analysis=Analysis(verdict="assessable"),
    feedback=Feedback(
        headline="You told one real episode; the result is missing",
        spoken="",
        strength=Advice(
            about="action",
            text="At 0:24 you said what you did yourself.",
            evidence=(Moment(start_s=24.0, end_s=31.0),),
        ),
        advice=(
            Advice(
                about="result",
                text="I heard what you did, up to 0:54, but not what came of it.",
                evidence=(Moment(start_s=51.0, end_s=54.0),),
            ),
        ),
        next_step="End with one sentence: what changed, and by how much.",
    ),
)


def _levels(until_s: float, dbfs: float, **flags: bool) -> list[Level]:
    said = {"speaking": False, "clipped": False, **flags}
    return [
        Level(dbfs, said["speaking"], said["clipped"], n / 10)
        for n in range(1, round(until_s * 10) + 1)
    ]


@dataclass(frozen=True)
class Scene:
    """One capture."""

    name: str
    about: str
    events: Sequence[Shown]
    captions: bool = False


SCENES = (
    Scene(
        "unheard",
        "Before the first question: the microphone gives nothing.",
        (Said(f"Please say: “{SENTENCE}”"), *_levels(4.5, -90.0)),
    ),
    Scene(
        "clipping",
        "Before the first question: too loud.",
        (
            Said(f"Please say: “{SENTENCE}”"),
            *_levels(2.0, -1.0, speaking=True, clipped=True),
        ),
    ),
    Scene(
        "answering",
        "While an answer is given. Captions are off in an interview.",
        (*BEGUN, *_levels(42.0, -21.0, speaking=True)),
    ),
    Scene(
        "captions",
        "With `--captions`: what is settled, and dim what may still change.",
        (
            *BEGUN,
            *_levels(42.0, -21.0, speaking=True),
            Words(
                "Last spring our payment service failed on a Friday, and I was "
                "responsible for",
                "the repair",
            ),
        ),
        captions=True,
    ),
    Scene(
        "ending",
        "Silence has decided the end; for 1.5 s whoever speaks goes on.",
        (*BEGUN, *_levels(72.0, -52.0), EndHeard()),
    ),
    Scene(
        "feedback",
        "After an answer, in study mode.",
        (
            *BEGUN,
            TurnEnded("silence", 72.0),
            Note("The recording is clipped (0.3 % of it): turn the microphone down."),
            FeedbackReady(TURN, 1, 3, aloud=True),
        ),
    ),
)


def drawn(scene: Scene, *, color: bool = True) -> Console:
    """The scene on a console that has recorded it."""
    console = Console(
        width=WIDTH,
        height=HEIGHT,
        file=io.StringIO(),
        record=True,
        force_terminal=False,
        color_system="truecolor" if color else None,
        markup=False,
        highlight=False,
    )
    nobody = LineInput(None)
    screen = RichScreen(console, NoKeys(), nobody, captions=scene.captions)
    for event in scene.events:
        screen.show(event)
    console.print(screen.view())
    screen.close()
    return console


def plain(scenes: Sequence[Scene]) -> str:
    """What the scenes leave in a pipe."""
    out = io.StringIO()
    screen = PlainScreen(out, io.StringIO(), None)
    for scene in scenes:
        for event in scene.events:
            screen.show(event)
    return out.getvalue().strip() + "\n"


def files() -> dict[Path, str]:
    """All captures and the page that shows them."""
    # The usual format fetches a font from the network; a reader's own will do.
    frame = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.S)
    frame = frame.replace("Fira Code", "ui-monospace, Menlo, Consolas")
    made = {}
    lines = [
        "# The screen",
        "",
        "Drawn by `python -m benchmarks.captures` from the code that draws it live, 80 "
        "columns wide. It needs no colour (`NO_COLOR`), and in a pipe, or with "
        "`--plain` for a screen reader, it appends lines and prints nothing while "
        "somebody speaks.",
        "",
    ]
    for scene in SCENES:
        svg = drawn(scene).export_svg(
            title="mock-interview rehearse", code_format=frame, unique_id=scene.name
        )
        lean = "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"
        made[FOLDER / f"{scene.name}.svg"] = lean
        lines += [scene.about, "", f"![{scene.about}](captures/{scene.name}.svg)", ""]
    piped = plain([s for s in SCENES if s.name == "feedback"])
    lines += ["The same answer in a pipe:", "", "```", piped.rstrip(), "```"]
    made[DOCS / "screen.md"] = "\n".join(lines) + "\n"
    return made


def main() -> int:
    """Write them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in files().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(DOCS.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())

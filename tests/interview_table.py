"""One interview at a table: fakes at every seam but the disk."""

from collections.abc import Sequence
from pathlib import Path

from fakes import (
    At,
    FedMicrophone,
    LineSpeaker,
    LoudVoice,
    ScriptedScreen,
    ScriptedTranscriber,
)

from simulator import interview
from simulator.events import Key as K
from simulator.keep import FolderStore, new_id
from simulator.records import Question, Samples, Session
from simulator.turn.parts import Parts

QUESTIONS = (
    Question(id="conflict", text="Tell me about a conflict.", rephrase="A quarrel?"),
    Question(id="deadline", text="Tell me about a deadline."),
)
STORY = (
    "last year at the clinic our rota broke and two nurses quit. I had to find cover "
    "for the weekend. I called every ward and I built a new plan with the sister. As a "
    "result nobody worked a double shift and complaints fell by half."
)
NO_RESULT = (
    "last year at the clinic our rota broke and two nurses quit. I had to find cover "
    "for the weekend. I called every ward and I built a new plan with the sister."
)
STORY_S = 6.0


class Table:
    """One interview with fakes at every seam but the disk."""

    def __init__(
        self,
        tmp_path: Path,
        *sounds: Samples | Sequence[Samples | BaseException],
        said: Sequence[str] = (),
        keys: Sequence[K | At | None] = (),
        choices: Sequence[str | None] = (),
        mode: str = "interview",
    ) -> None:
        self.store = FolderStore(tmp_path / "sessions")
        self.microphone = FedMicrophone(*sounds)
        self.screen = ScriptedScreen(keys, choices)
        self.speaker = LineSpeaker()
        self.transcriber = ScriptedTranscriber(*said)
        self.parts = Parts(
            screen=self.screen,
            speaker=self.speaker,
            transcriber=self.transcriber,
            detector=LoudVoice(),
            sources=lambda _: self.microphone,
        )
        self.session = Session(
            id=new_id("test"),
            started_at="2026-01-05T10:00:00+00:00",
            bank="test",
            mode=mode,
            questions=QUESTIONS,
        )
        self.folder = self.store.create(self.session)

    def hold(self) -> Session:
        sitting = interview.Sitting(self.parts, self.store)
        return interview.hold(self.session, sitting)

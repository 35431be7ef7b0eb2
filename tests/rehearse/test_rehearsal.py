"""What is settled before the first question, and what a later rehearsal remembers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from fakes import (
    FedMicrophone,
    LineSpeaker,
    LoudVoice,
    ScriptedScreen,
    ScriptedTranscriber,
    voiced,
)

from simulator.coach import aloud
from simulator.errors import BankError, RecordingError, SessionError
from simulator.events import Note, QuestionAsked, SessionEnded
from simulator.keep import FolderStore, PrivateStore
from simulator.records import Session
from simulator.rehearse import rehearsal
from simulator.rehearse.wish import Stage, Wish
from simulator.resources import shipped
from simulator.settings import Settings
from simulator.turn.parts import Parts

FIXTURES = shipped("audio_fixtures")
NO_RESULT = (
    "last year at the clinic two nurses quit the same week. I had to find cover for "
    "the weekend. I called every ward and I built a new plan with the sister."
)
WITH_RESULT = NO_RESULT + (
    " As a result nobody worked a double shift and complaints fell by half."
)
BANK = """
id = "small"
title = "Small"

[[questions]]
id = "cover"
text = "Tell me about a time you solved a problem at work. What came of it?"
kind = "story"
competency = "initiative"
target_s = 90
concepts = ["problem", "plan", "result", "people", "time"]
probes = ["What changed because of that?", "What was your own part?"]
rephrase = "When did you last solve a problem at work?"

[[questions]]
id = "quarrel"
text = "Tell me about a conflict with a colleague."
kind = "story"
competency = "teamwork"
target_s = 90
concepts = ["conflict", "talk", "result", "people", "time"]
probes = ["What changed because of that?", "What was your own part?"]
rephrase = "When did you last disagree with a colleague?"
"""


class Evening:
    """A person with a bank and a library, rehearsing several times."""

    def __init__(self, tmp_path: Path, private: bool = False) -> None:
        self.bank = tmp_path / "small.toml"
        self.bank.write_text(BANK, encoding="utf-8")
        self.store = PrivateStore() if private else FolderStore(tmp_path / "sessions")
        self.speaker = LineSpeaker()
        self.screen = ScriptedScreen()

    def rehearse(
        self,
        *said: str,
        choices: Sequence[str] = (),
        wish: Wish | None = None,
        resumed: Session | None = None,
    ) -> Session:
        self.speaker = LineSpeaker()
        self.screen = ScriptedScreen(choices=choices)
        microphone = FedMicrophone(*[voiced(6.0)] * len(said))

        def parts_for(
            settings: Settings, screen: Any, sources: Any, *, person: bool, spoken: bool
        ) -> Parts:
            return Parts(
                screen=screen,
                speaker=self.speaker,
                transcriber=ScriptedTranscriber(*said),
                detector=LoudVoice(),
                sources=(lambda _: microphone) if person else sources,
                person=person,
            )

        settings = Settings(bank=str(self.bank), questions=len(said) or 1)
        wish = wish or Wish(guided=False)
        return rehearsal.rehearse(
            wish, settings, Stage(self.screen, self.store, parts_for), resumed
        )


def test_a_later_rehearsal_takes_up_the_last_next_step(tmp_path: Path) -> None:
    """The same question first; both passages played; whether the one thing changed."""
    evening = Evening(tmp_path)
    first = evening.rehearse(NO_RESULT)
    asked = first.turns[0].question.id

    second = evening.rehearse(WITH_RESULT, choices=("yes",))

    assert "result" in first.turns[0].analysis.structure.missing
    assert evening.screen.shown(QuestionAsked)[0].question.id == asked
    assert len(evening.speaker.played) == 2
    assert second.turns[0].compared.startswith("It changed")
    assert aloud(second.turns[0].compared) in evening.speaker.lines


def test_nothing_changed_is_said_plainly(tmp_path: Path) -> None:
    """An answer without a result again is not called a change."""
    evening = Evening(tmp_path)
    evening.rehearse(NO_RESULT)

    second = evening.rehearse(NO_RESULT, choices=("yes",))

    assert second.turns[0].compared.startswith("Not yet")


def test_who_declines_gets_other_questions(tmp_path: Path) -> None:
    """After "no", questions asked lately come last and nothing is compared."""
    evening = Evening(tmp_path)
    first = evening.rehearse(NO_RESULT)

    second = evening.rehearse(NO_RESULT, choices=("no",))

    assert second.turns[0].question.id != first.turns[0].question.id
    assert second.turns[0].compared == ""


def test_the_first_run_says_what_is_kept_and_where(tmp_path: Path, home: Path) -> None:
    evening = Evening(tmp_path)

    evening.rehearse(NO_RESULT)

    assert any(str(home / "sessions") in n.text for n in evening.screen.shown(Note))


def test_a_private_rehearsal_leaves_no_file(tmp_path: Path, home: Path) -> None:
    """Nothing with a word or a sound of it: no folder, no report, no path shown."""
    evening = Evening(tmp_path, private=True)

    session = evening.rehearse(NO_RESULT, wish=Wish(private=True, guided=False))
    folder = evening.store.folder(session.id)
    evening.store.close()

    assert len(session.turns) == 1
    assert not folder.exists()
    assert not home.exists() or not list(home.rglob("*.*"))
    assert evening.screen.shown(SessionEnded)[0].report is None


def test_what_is_missing_is_said_before_the_first_question(tmp_path: Path) -> None:
    """An unknown bank, recording or session: an error that names it."""
    evening = Evening(tmp_path)

    with pytest.raises(RecordingError, match=r"nowhere\.wav"):
        evening.rehearse(wish=Wish(answers=(Path("nowhere.wav"),)))
    with pytest.raises(SessionError, match="no unfinished session"):
        rehearsal.resumed("latest", evening.store, None)
    evening.bank.write_text("questions = 3", encoding="utf-8")
    with pytest.raises(BankError, match=r"small\.toml"):
        evening.rehearse(wish=Wish(guided=False))


def test_a_recording_that_cannot_be_read_is_no_silent_answer(tmp_path: Path) -> None:
    """It is refused before the first question, and nothing is kept."""
    evening = Evening(tmp_path)
    broken = tmp_path / "answer.wav"
    broken.write_text("not a recording")

    with pytest.raises(RecordingError, match=r"answer\.wav"):
        evening.rehearse(wish=Wish(answers=(broken,)))

    assert evening.store.sessions() == ()


def test_more_recordings_than_questions_are_counted_out(tmp_path: Path) -> None:
    """Three recordings for two questions: said before the first, with both numbers."""
    evening = Evening(tmp_path)
    answer = FIXTURES / "pauses.flac"

    with pytest.raises(RecordingError, match="3 recordings for 2"):
        evening.rehearse(wish=Wish(answers=(answer,) * 3))


def test_recordings_answer_only_what_is_still_open(tmp_path: Path) -> None:
    """Resumed with recordings: the first of them answers the first open question."""
    evening = Evening(tmp_path)
    first = evening.rehearse(NO_RESULT, NO_RESULT)
    half = first.model_copy(update={"turns": first.turns[:1], "finished": False})
    answer = FIXTURES / "pauses.flac"

    session = evening.rehearse(
        NO_RESULT, wish=Wish(answers=(answer,), guided=False), resumed=half
    )

    assert [t.question.id for t in session.turns] == [q.id for q in first.questions]
    with pytest.raises(RecordingError, match="2 recordings for 1"):
        evening.rehearse(wish=Wish(answers=(answer, answer)), resumed=half)

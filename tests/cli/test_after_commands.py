"""note, scorecard, card and stories, at the command line."""

import json
from pathlib import Path

import pytest

from simulator import weighing
from simulator.__main__ import run
from simulator.answer import Given, judge_words
from simulator.keep import FolderStore, stories
from simulator.keep.beside import CARD_FILE, keep_card
from simulator.prepare.proposing import requirement
from simulator.records import Card, Job, Question, Session, Stage
from simulator.resources import sessions_folder
from simulator.transcribe.typed import transcript_of

STORY = (
    "Last year at the clinic our rota broke and two nurses quit. I had to find cover "
    "for the weekend. I called every ward and I built a new plan with the sister. As a "
    "result nobody worked a double shift and complaints fell by half."
)
QUESTION = Question(
    id="job-1", text="Tell me about a rota you planned.", competency="planning"
)
NAME = "2026-01-05T100000Z-made-0001"


@pytest.fixture
def kept() -> Session:
    """One finished session about a job."""
    job = Job(
        title="ward clerk",
        company="Lindgrove",
        requirements=(requirement("r1", "rota planning"), requirement("r2", "Excel")),
        plan=(
            Stage(
                part="competency",
                question_id="job-1",
                minutes=2,
                requirements=("r1", "r2"),
            ),
        ),
    )
    turn = judge_words(transcript_of(STORY), Given(QUESTION, stem="01-job-1"))
    session = Session(
        id=NAME,
        started_at="2026-01-05T10:00:00+00:00",
        bank="the job",
        questions=(QUESTION,),
        turns=(turn,),
        finished=True,
        job=job,
    )
    session = session.model_copy(update={"findings": weighing.findings(session)})
    FolderStore(sessions_folder()).create(session)
    return session


def folder() -> Path:
    return sessions_folder() / NAME


def test_a_practice_note_is_marked_and_kept_beside_the_session(
    kept: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["note", NAME]) == 0

    out, err = capsys.readouterr()
    assert out.startswith("PRACTICE DRAFT")
    assert "ward clerk at Lindgrove" in out
    assert "an example for: Excel" in out
    assert "surveys" in err
    assert (folder() / "note.md").read_text().startswith("PRACTICE DRAFT")
    assert "24 hours" in (folder() / "follow-up.md").read_text()


def test_without_a_name_the_last_session_is_meant(
    kept: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["note"]) == 0
    assert "ward clerk" in capsys.readouterr().out


def test_without_any_session_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["note"]) == 2
    assert "no session yet" in capsys.readouterr().err


def test_a_real_note_needs_no_session_and_says_what_is_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With nobody to answer nothing is invented: only the frame is left."""
    assert run(["note", "--real"]) == 0

    out, err = capsys.readouterr()
    assert "PRACTICE" not in out
    assert err.count("Missing:") == 3


def test_a_note_of_ones_own_is_looked_over(
    kept: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("Thank you. I raised sales by 40 percent.")

    assert run(["note", NAME, "--check", str(mine)]) == 1

    assert "“40” was not said" in capsys.readouterr().out


def test_without_a_session_facts_are_not_held_against_anything(
    kept: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The newest rehearsal is not the real interview: it is not taken for it."""
    mine = tmp_path / "mine.txt"
    mine.write_text("Thank you. I raised sales by 40 percent.")

    assert run(["note", "--check", str(mine)]) == 1

    out, err = capsys.readouterr()
    assert "was not said" not in out
    assert "facts were not checked" in err


def test_the_scorecard_shows_the_proposal_beside_the_humans_rating(
    kept: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["scorecard", NAME]) == 0
    assert "Proposed: 5 of 5." in capsys.readouterr().out

    assert run(["scorecard", NAME, "--rate", "planning=3"]) == 0

    assert "Rated 3 of 5 by hand; proposed: 5 of 5." in capsys.readouterr().out
    assert json.loads((folder() / "session.json").read_text())["ratings"] == {
        "planning": 3
    }
    assert run(["scorecard", NAME, "--rate", "planning=-"]) == 0
    assert "by hand" not in capsys.readouterr().out


@pytest.mark.parametrize("rate", ["planning=9", "nothing=3", "planning", "=3"])
def test_a_rating_that_does_not_fit_is_one_line(
    kept: Session, rate: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["scorecard", NAME, "--rate", rate]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_private_card_is_shown_and_is_in_no_report(
    kept: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_card(folder(), Card(role="nights too", want="yes, if the team stays"))

    assert run(["card", NAME]) == 0

    assert "nights too" in capsys.readouterr().out
    others = [p for p in folder().iterdir() if p.name != CARD_FILE]
    assert not any("nights too" in p.read_text(errors="ignore") for p in others)
    (folder() / CARD_FILE).write_text("{")
    assert run(["card", NAME]) == 2


def test_a_story_is_kept_listed_and_goes_with_its_session(
    kept: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["stories", "keep", NAME, "--title", "The broken rota"]) == 0
    assert run(["stories", "keep", NAME, "--competency", "leading"]) == 0
    (story,) = stories(sessions_folder())
    assert story.competencies == ("planning", "leading")
    capsys.readouterr()

    assert run(["stories", "list"]) == 0
    out = capsys.readouterr().out
    assert "complaints fell by half" in out

    assert run(["sessions", "delete", NAME, "--yes"]) == 0
    assert stories(sessions_folder()) == ()
    assert not (sessions_folder() / "stories.json").exists()


def test_stories_that_are_not_there_are_one_line_each(
    kept: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["stories", "delete", "abc"]) == 2
    assert run(["stories", "keep", NAME, "--answer", "7"]) == 2
    (sessions_folder() / "stories.json").write_text("[{]")
    assert run(["stories", "list"]) == 2
    assert capsys.readouterr().err.count("mock-interview:") == 3

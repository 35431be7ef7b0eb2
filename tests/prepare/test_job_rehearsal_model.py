"""A whole spoken rehearsal for one job: real speech, real Whisper, and no network."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from made_papers import write_all

from simulator.ask.synthesis import render
from simulator.records import Job
from simulator.rehearse import preparation

pytestmark = pytest.mark.model

SPOKEN = {
    "opening": "I am a receptionist at a dental practice, and I have worked there for "
    "five years. Before that I studied tourism. Now I would like to work for a clinic. "
    "I have a first aid certificate.",
    "scheduling": "Last winter our patient schedule was full for six weeks and "
    "patients "
    "complained. I looked at two months of missed visits. I started to call patients "
    "the day before. In the end missed visits fell from nine to three a week.",
    "other": "Last year a new colleague was worried because nobody had shown her the "
    "work. I asked her what she needed. I suggested that we sit together every "
    "morning. In the end she ran the front desk alone.",
    "motivation": "I want this job because I like to help people. You opened a second "
    "site in Marlow Street in March and I would like to help to build it up.",
    "your-questions-1": "How is the front desk team led? What would I learn in the "
    "first month?",
    "your-questions-2": "Is there anything that the practice manager would change?",
}
BLOCKED = """
import socket, sys
def refused(*_, **__): raise AssertionError("a connection was tried")
socket.socket.connect = refused
socket.socket.connect_ex = refused
socket.create_connection = refused
socket.getaddrinfo = refused
from simulator.__main__ import run
raise SystemExit(run(sys.argv[1:]))
"""
MINUTES = "12"


def spoken(text: str, path: Path) -> Path:
    """An answer, said sentence by sentence by the synthetic voice."""
    pieces = []
    for sentence in text.replace("? ", "?. ").split(". "):
        samples, rate_hz = render(sentence.strip(), voice="neural")
        pieces += [samples, np.zeros(rate_hz // 2, np.float32)]
    soundfile.write(path, np.concatenate(pieces), rate_hz, subtype="PCM_16")
    return path


def questions(papers: preparation.Papers) -> list[tuple[str, str]]:
    """(id, text) of the questions that the plan will ask."""
    from fakes import ScriptedScreen

    job = preparation.job_of(papers, ScriptedScreen(), person=False)
    assert isinstance(job, Job)
    made = preparation.planned(job, float(MINUTES), ())
    return [(q.id, q.text) for q in made.questions]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, Path, str]:
    """session.json, its folder and what was printed, of one rehearsal."""
    folder = tmp_path_factory.mktemp("job")
    posting, company, cv = write_all(folder)
    recordings: list[str] = []
    said: dict[str, Path] = {}
    for id, text in questions(preparation.Papers(posting, company, cv)):
        key = id if id in SPOKEN else "scheduling" if "scheduling" in text else "other"
        if key not in said:
            said[key] = spoken(SPOKEN[key], folder / f"{key}.wav")
        recordings.append(str(said[key]))
    home = folder / "home"
    done = subprocess.run(
        [
            *(sys.executable, "-c", BLOCKED, "rehearse", "--plain", "--no-open-report"),
            *("--job", str(posting), "--company", str(company), "--cv", str(cv)),
            *("--minutes", MINUTES, "--model", "tiny.en", "--voice", "none"),
            *("--answers", recordings[0]),
            *(piece for path in recordings[1:] for piece in ("--answers", path)),
        ],
        env={"PATH": "/usr/bin:/bin", "MOCK_INTERVIEW_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (session,) = (home / "sessions").glob("*/session.json")
    return json.loads(session.read_text("utf-8")), session.parent, done.stdout


def test_the_plan_covers_every_must(held: tuple[dict, Path, str]) -> None:
    job = held[0]["job"]

    asked = {id for stage in job["plan"] for id in stage["requirements"]}

    musts = {r["id"] for r in job["requirements"] if r["must"]}
    assert len(musts) == 5
    assert musts <= asked


def test_what_was_said_is_heard_and_what_was_not_is_not(
    held: tuple[dict, Path, str],
) -> None:
    session, _, printed = held
    texts = {r["id"]: r["text"] for r in session["job"]["requirements"]}
    found = {texts[c["requirement_id"]]: c for c in session["findings"]["coverage"]}

    scheduling = found["at least 2 years of experience with patient scheduling"]

    assert scheduling["state"] == "heard"
    assert scheduling["example"]
    assert scheduling["result"]
    assert found["a first aid certificate"]["state"] == "heard"
    assert found["knowledge of Spanish"]["state"] == "not_asked"
    lost = found["use of MediTrack or another records system"]
    assert lost["state"] == "not_heard"
    assert "nobody heard about" in printed


def test_the_interviewer_answered_out_of_the_notes(
    held: tuple[dict, Path, str],
) -> None:
    session, _, printed = held

    asked = session["findings"]["asked"]

    assert len(asked) >= 2
    assert any("practice manager" in a["reply"] for a in asked)
    assert any(a["reply"] in printed.replace("\n", " ") for a in asked)


def test_report_note_and_scorecard_follow_from_it(
    held: tuple[dict, Path, str], monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    from simulator.__main__ import run
    from simulator.coach import note, note_check
    from simulator.coach.scorecard import scorecard
    from simulator.keep import FolderStore

    _, folder, _ = held
    store = FolderStore(folder.parent)
    session = store.load(folder.name)
    monkeypatch.setenv("MOCK_INTERVIEW_HOME", str(folder.parents[1]))

    assert run(["note", folder.name]) == 0
    assert run(["scorecard", folder.name]) == 0

    text = (folder / "note.md").read_text(encoding="utf-8")
    assert note_check.unknown_facts(text.split("\n", 1)[1], note.sources(session)) == ()
    rated = [row for row in scorecard(session).rows if row.proposed is not None]
    assert rated
    assert all(row.quotes for row in rated)
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "What was heard about Clinic Coordinator at Lindgrove Clinic" in page
    assert "PRACTICE DRAFT" in capsys.readouterr().out

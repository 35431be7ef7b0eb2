"""A whole interview about one job, answered in writing: what it keeps and shows."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from fakes import LineSpeaker, LoudVoice, ScriptedScreen, ScriptedTranscriber
from made_papers import write_all

from simulator.events import Note
from simulator.keep import FolderStore, PrivateStore
from simulator.measure.asked import UNKNOWN
from simulator.records import Session
from simulator.rehearse import rehearsal
from simulator.rehearse.preparation import Papers
from simulator.rehearse.wish import Stage, Wish
from simulator.settings import Settings
from simulator.turn.parts import Parts

ANSWERS: Mapping[str, str] = {
    "opening": "I am a receptionist at a dental practice and I have worked there for "
    "five years. Before that I studied tourism. Now I would like to work for a clinic "
    "of this size. I have a first aid certificate from 2024.",
    "scheduling": "Last winter our patient schedule was full for six weeks and people "
    "complained. I looked at two months of missed visits and I started to call "
    "patients the day before. My colleague had the idea of a short list of people who "
    "could come at once. In the end missed visits fell from nine to three a week.",
    "other": "Last year a new colleague was worried because nobody had shown her the "
    "work. I asked her what she needed. I suggested that we sit together for an hour "
    "each morning, and we did so for two weeks. In the end she ran the desk alone.",
    "motivation": "I want this job because I like to help people. You are a great "
    "company. You opened a second site in Marlow Street in March, and I would like to "
    "help to build it up. Kindness matters to me: last week I sat down with a crying "
    "mother and I listened until she was calm.",
    "your-questions-1": "How is the front desk team led? What training would I get in "
    "statistics?",
    "your-questions-2": "What does the practice manager find hardest about leading six "
    "people? Is there a bonus?",
}


def answer_to(question_id: str, text: str) -> str:
    if question_id in ANSWERS:
        return ANSWERS[question_id]
    return ANSWERS["scheduling" if "scheduling" in text else "other"]


class Writer(ScriptedScreen):
    """Confirms the list, and answers each question by what it asks."""

    def __init__(self, said: Mapping[str, str] = ANSWERS) -> None:
        super().__init__()
        self.said = said

    def choose(self, choice: Any) -> str:
        self.asked.append(choice)
        if choice.options:
            return choice.default or choice.options[0][0]
        if not choice.prompt.startswith("Your answer"):
            return ""
        question = self.events[-1].question
        return answer_to(question.id, question.text)


def rehearsed(
    tmp_path: Path, store: FolderStore | None = None, **more: Any
) -> tuple[Session, Writer, LineSpeaker, FolderStore]:
    posting, company, cv = write_all(tmp_path)
    store = store or FolderStore(tmp_path / "sessions")
    screen, speaker = more.pop("screen", Writer()), LineSpeaker()

    def parts_for(settings: Settings, screen: Any, sources: Any, **_: Any) -> Parts:
        return Parts(
            screen=screen,
            speaker=speaker,
            transcriber=ScriptedTranscriber(),
            detector=LoudVoice(),
            sources=lambda _: None,
        )

    wish = Wish(typed=True, guided=False, papers=Papers(posting, company, cv))
    settings = Settings(minutes=15, probes=0, **more)
    session = rehearsal.rehearse(wish, settings, Stage(screen, store, parts_for))
    return session, screen, speaker, store


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Session, Writer, Any, Any]:
    return rehearsed(tmp_path_factory.mktemp("held"))


def states(session: Session) -> dict[str, str]:
    assert session.job is not None
    assert session.findings is not None
    found = {c.requirement_id: c for c in session.findings.coverage}
    return {r.text: found[r.id].state for r in session.job.requirements}


def test_asked_and_not_heard_is_kept_apart_from_not_asked(held: Any) -> None:
    session = held[0]

    found = states(session)

    assert found["a first aid certificate"] == "heard"
    assert found["at least 2 years of experience with patient scheduling"] == "heard"
    assert found["use of MediTrack or another records system"] == "not_heard"
    assert found["knowledge of Spanish"] == "not_asked"


def test_only_what_was_asked_and_not_heard_is_said_at_the_end(held: Any) -> None:
    _, screen, _, _ = held

    (line,) = [n.text for n in screen.shown(Note) if "nobody heard" in n.text]

    assert "MediTrack" in line
    assert "Spanish" not in line


def test_an_example_with_a_result_is_told_from_a_mention(held: Any) -> None:
    session = held[0]
    assert session.findings is not None
    assert session.job is not None
    by_text = {r.text: r.id for r in session.job.requirements}
    by_id = {c.requirement_id: c for c in session.findings.coverage}

    scheduling = by_id[
        by_text["at least 2 years of experience with patient scheduling"]
    ]
    certificate = by_id[by_text["a first aid certificate"]]

    assert (scheduling.example, scheduling.result) == (True, True)
    assert not certificate.example
    assert certificate.quotes


def test_values_facts_and_praise_are_told_apart(held: Any) -> None:
    found = held[0].findings

    values = {v.value_id: (v.named, v.example) for v in found.values}

    assert values == {"v1": (True, True), "v2": (False, False)}
    assert "Marlow Street" in found.company_facts[0].passage.text
    assert not any("Marlow" in q.passage.text for q in found.generic_praise)


def test_moments_are_quoted_and_no_trait_is_named(held: Any) -> None:
    session, _, _, store = held
    kinds = {e.kind for e in session.findings.evidence}
    report = (store.folder(session.id) / "report.md").read_text(encoding="utf-8")

    assert {"perspective", "credit", "initiative"} <= kinds
    for word in ("empathetic", "team player personality", "conscientious", "honest "):
        assert word not in report


def test_the_interviewer_answers_from_the_notes_or_does_not_know(held: Any) -> None:
    session, _, speaker, _ = held

    asked = session.findings.asked

    assert [a.open for a in asked] == [True, True, True, False]
    assert "practice manager" in asked[0].reply
    assert asked[0].in_notes
    assert asked[1].reply == UNKNOWN
    assert asked[2].follows_up
    assert asked[3].topics == ()
    said = "\n".join(speaker.lines)
    assert asked[0].reply in said
    assert "do not want to guess" in said


def test_the_report_shows_all_of_it_in_every_form(held: Any) -> None:
    session, _, _, store = held
    folder = store.folder(session.id)
    page = (folder / "report.html").read_text(encoding="utf-8")
    text = (folder / "report.md").read_text(encoding="utf-8")
    kept = json.loads((folder / "session.json").read_text(encoding="utf-8"))

    for shown in (page, text):
        assert "nobody heard about" in shown
        assert "You asked 4 questions" in shown
        assert "Something only this company has" in shown or "A fact from" in shown
    assert kept["findings"]["coverage"]
    assert store.load(session.id) == session


def test_own_ratings_are_asked_before_the_feedback_and_both_are_shown(
    tmp_path: Path,
) -> None:
    class Rater(Writer):
        def choose(self, choice: Any) -> str:
            if choice.prompt.startswith("How good was your answer"):
                return "4"
            return super().choose(choice)

    session, _, _, store = rehearsed(tmp_path, screen=Rater(), rate_yourself=True)

    own = [t.stem for t in session.answers if t.question.kind != "asking"]
    assert session.self_ratings == dict.fromkeys(own, 4)
    assert "4 of 5" in (store.folder(session.id) / "report.html").read_text()


def test_hostile_text_of_a_posting_is_shown_as_text(tmp_path: Path) -> None:
    """In the page and in Markdown; nothing of it becomes markup."""
    (tmp_path / "papers").mkdir()
    posting, company, _ = write_all(tmp_path / "papers")
    hostile = "<script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }}"
    posting.write_text(f"Requirements\n- Ignore all rules {hostile}\n- SQL\n")
    company.write_text(f"Our values\n- {hostile}\n\nWe sell <b>bread</b> here daily.\n")
    store = FolderStore(tmp_path / "sessions")

    def parts_for(settings: Settings, screen: Any, sources: Any, **_: Any) -> Parts:
        return Parts(screen, LineSpeaker(), ScriptedTranscriber(), LoudVoice(), sources)

    wish = Wish(typed=True, guided=False, papers=Papers(posting, company))
    session = rehearsal.rehearse(
        wish, Settings(minutes=5), Stage(Writer(), store, parts_for)
    )

    page = (store.folder(session.id) / "report.html").read_text(encoding="utf-8")
    text = (store.folder(session.id) / "report.md").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "\\[x\\](javascript" in text
    assert "&lt;script&gt;alert" in text
    assert "{{ 7*7 }}" in page


def test_a_private_interview_about_a_job_keeps_nothing(tmp_path: Path) -> None:
    store = PrivateStore()
    root = store.root

    with store:
        session, _, _, _ = rehearsed(tmp_path, store)
        assert session.findings is not None

    assert not root.exists()


def test_deleting_the_session_removes_posting_notes_and_stories(
    tmp_path: Path,
) -> None:
    """No word of them is left in the user's folder."""
    from simulator.coach.story import best, story_of
    from simulator.keep import keep_story

    session, _, _, store = rehearsed(tmp_path)
    turn = best(session)
    assert turn is not None
    story = story_of(session, turn)
    assert story is not None
    keep_story(store.root, story)

    store.delete(session.id)

    left = [p for p in store.root.rglob("*") if p.is_file()]
    assert not left


def test_an_interview_about_a_job_is_opened_and_closed(held: Any) -> None:
    _, _, speaker, _ = held

    assert speaker.lines[0].startswith("To begin")
    assert any("That was my last question" in line for line in speaker.lines)

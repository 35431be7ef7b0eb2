"""From papers to an interview about one job, with a scripted person."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from fakes import ScriptedScreen
from made_papers import COMPANY, POSTING, write_all

from simulator.events import Note, Trouble
from simulator.records import Job
from simulator.rehearse import preparation
from simulator.rehearse.preparation import Papers


def job_of(
    papers: Papers, *choices: str | None, person: bool = True
) -> tuple[Job | None, ScriptedScreen]:
    with ScriptedScreen(choices=choices) as screen:
        return preparation.job_of(papers, screen, person=person), screen


def notes(screen: ScriptedScreen) -> str:
    return "\n".join(note.text for note in screen.shown(Note))


def test_the_list_is_shown_and_taken_as_it_is(tmp_path: Path) -> None:
    posting, company, cv = write_all(tmp_path)

    job, screen = job_of(Papers(posting, company, cv), "begin")

    assert job is not None
    assert "at least 2 years of experience with patient scheduling (needed)" in notes(
        screen
    )
    assert "Values: Kindness; Openness" in notes(screen)
    assert [r.cv_line for r in job.requirements if "scheduling" in r.text] == [
        "Scheduled patients for four dentists in MediTrack"
    ]


@pytest.mark.parametrize(
    ("choices", "texts"),
    [
        (("drop", "r1", "begin"), ["Python (needed)", "Tableau (nice to have)"]),
        (
            ("swap", "r3", "begin"),
            ["SQL (needed)", "Python (needed)", "Tableau (needed)"],
        ),
        (
            ("reword", "r2", "R|statistics", "begin"),
            ["SQL (needed)", "R (needed)", "Tableau (nice to have)"],
        ),
        (
            ("add", "night shifts", "begin"),
            [
                "SQL (needed)",
                "Python (needed)",
                "Tableau (nice to have)",
                "night shifts (needed)",
            ],
        ),
    ],
)
def test_the_user_edits_the_list(
    tmp_path: Path, choices: Sequence[str], texts: list[str]
) -> None:
    posting = tmp_path / "p.txt"
    posting.write_text("Analyst\nMust have: SQL; Python\nNice to have: Tableau\n")
    company = tmp_path / "c.txt"
    company.write_text(COMPANY)

    job, _ = job_of(Papers(posting, company), *choices)

    assert job is not None
    assert [
        f"{r.text} ({'needed' if r.must else 'nice to have'})" for r in job.requirements
    ] == texts
    assert [r.id for r in job.requirements] == [
        f"r{n}" for n in range(1, len(texts) + 1)
    ]


def test_without_company_notes_four_short_questions_are_asked(tmp_path: Path) -> None:
    posting = tmp_path / "p.txt"
    posting.write_text(POSTING)

    job, _ = job_of(
        Papers(posting),
        "It runs a walk-in clinic.",
        "kindness, openness",
        "",
        "Six people at the front desk.",
        "begin",
    )

    assert job is not None
    assert [v.text for v in job.values] == ["kindness", "openness"]
    assert "It runs a walk-in clinic." in job.notes


def test_what_cannot_be_read_costs_a_sentence_and_not_the_interview(
    tmp_path: Path,
) -> None:
    """An unreadable CV is said; the posting still counts; with nobody there too."""
    posting, company, _ = write_all(tmp_path)
    cv = tmp_path / "cv.txt"
    cv.write_text("")

    job, screen = job_of(Papers(posting, company, cv), person=False)

    (trouble,) = screen.shown(Trouble)
    assert "cv.txt is empty" in trouble.what
    assert trouble.next_step.endswith(preparation.GOES_ON)
    assert job is not None
    assert len(job.requirements) == 7


def test_when_nothing_can_be_read_it_is_an_interview_as_usual(tmp_path: Path) -> None:
    job, screen = job_of(Papers(tmp_path / "none.txt"), person=False)

    assert job is None
    assert "none.txt cannot be read" in screen.shown(Trouble)[0].what


def test_guided_asks_for_the_papers_pasted_or_as_files(tmp_path: Path) -> None:
    """A wrong file name is said, and asked for again."""
    company = tmp_path / "c.txt"
    company.write_text(COMPANY)
    choices = (
        *("yes", "paste", POSTING),
        *("file", str(tmp_path / "wrong.txt"), "file", f"'{company}'"),
        *("none", "begin"),
    )
    with ScriptedScreen(choices=choices) as screen:
        job = preparation.asked_for(screen)

    assert job is not None
    assert job.company == "Lindgrove Clinic"
    assert [v.text for v in job.values] == ["Kindness", "Openness"]
    assert len(screen.shown(Trouble)) == 1


def test_guided_without_a_job_is_an_interview_as_usual() -> None:
    with ScriptedScreen(choices=(None,)) as screen:
        assert preparation.asked_for(screen) is None


def test_the_plan_is_shown_in_minutes(tmp_path: Path) -> None:
    posting, company, cv = write_all(tmp_path)
    job, _ = job_of(Papers(posting, company, cv), person=False)
    assert job is not None

    lines = preparation.shown(preparation.planned(job, 20, ()), job)

    assert lines[0].startswith("The plan, about")
    assert any("communication skills" in line and "minutes)" in line for line in lines)

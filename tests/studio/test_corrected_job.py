"""What is heard of the job follows the words as a person corrected them."""

from pathlib import Path

import made_sessions
import pytest

from simulator import weighing
from simulator.casebook.job_changes import job_changes
from simulator.casebook.opened import Opened, open_session
from simulator.keep import FolderStore
from simulator.prepare.proposing import requirement
from simulator.records import Job, Session, Stage, Value
from simulator.studio import corrections

STEM = "01-conflict"


def about_a_job() -> Session:
    """The demo story; the job asks for something it does not speak of."""
    made = made_sessions.session(turns=made_sessions.turns()[:1])
    asked = made.questions[0]
    job = Job(
        title="ward clerk",
        company="Lindgrove",
        requirements=(requirement("r1", "rota planning"),),
        values=(Value(id="v1", text="patience", ways=("patience",)),),
        plan=(
            Stage(
                part="competency",
                question_id=asked.id,
                minutes=2,
                requirements=("r1",),
                values=("v1",),
            ),
        ),
    )
    session = made.model_copy(update={"job": job})
    return session.model_copy(update={"findings": weighing.findings(session)})


@pytest.fixture
def folder(store: FolderStore) -> Path:
    session = about_a_job()
    return made_sessions.keep(
        store, turns=session.turns, job=session.job, findings=session.findings
    )


def corrected(store: FolderStore, folder: Path, becomes: str) -> Opened:
    turn = open_session(store, folder.name).session.turns[0]
    place = next(n for n, w in enumerate(turn.transcript.words) if w.kind == "word") + 3
    corrections.edit_word(folder, turn, place, becomes, "Robin")
    return open_session(store, folder.name)


def states(opened: Opened) -> dict[str, str]:
    found = opened.now.findings
    assert found is not None
    return {c.requirement_id: c.state for c in found.coverage}


def test_without_a_correction_nothing_is_found_anew(
    store: FolderStore, folder: Path
) -> None:
    opened = open_session(store, folder.name)
    assert opened.now is opened.session
    assert states(opened) == {"r1": "not_heard"}
    assert job_changes(opened) == ()


def test_a_misheard_requirement_is_heard_once_its_word_is_right(
    store: FolderStore, folder: Path
) -> None:
    opened = corrected(store, folder, "rota planning")
    assert states(opened) == {"r1": "heard"}
    quotes = opened.now.findings.coverage[0].quotes  # type: ignore[union-attr]
    assert "rota planning" in quotes[0].passage.text
    what, before, after = job_changes(opened)[0]
    assert (what, before) == ("rota planning", "asked for, not heard")
    assert after.startswith("heard")


def test_a_value_is_named_once_its_word_is_right(
    store: FolderStore, folder: Path
) -> None:
    opened = corrected(store, folder, "patience")
    assert ("patience", "not heard") in [c[:2] for c in job_changes(opened)]


def test_what_was_found_first_is_kept(store: FolderStore, folder: Path) -> None:
    before = (folder / "session.json").read_bytes()
    first = about_a_job().findings
    opened = corrected(store, folder, "rota planning")
    assert opened.session.findings == first
    assert opened.now.findings != first
    assert (folder / "session.json").read_bytes() == before


def test_nothing_of_the_job_leaves_with_the_corrected_session(
    store: FolderStore, folder: Path
) -> None:
    from simulator.casebook.sharing import Share, shared

    leaving = shared(corrected(store, folder, "elsewhere"), Share())
    assert "Lindgrove" not in leaving.model_dump_json()
    assert "rota planning" not in leaving.model_dump_json()

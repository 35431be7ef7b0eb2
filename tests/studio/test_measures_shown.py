"""An assignment names the measures that are shown: those, and no others, everywhere."""

import csv
import io
import json

import made_sessions
import pytest

from simulator.casebook import export_text
from simulator.casebook.export_page import export_html
from simulator.casebook.library import standing_out
from simulator.casebook.opened import Opened, open_session
from simulator.casebook.sharing import Share
from simulator.keep import FolderStore
from simulator.replay import respond, session_view
from simulator.replay.desk import Desk
from simulator.studio import corrections

CHOSEN = ("speech_rate", "answer_words")
RAMBLE = "02-deadline"


def measures(opened: Opened) -> set[str]:
    return {m.name for t in opened.turns for m in t.analysis.measurements}


@pytest.fixture
def opened(store: FolderStore) -> Opened:
    settings = {"assignment": "week-1", "measures_shown": " ".join(CHOSEN)}
    folder = made_sessions.keep(store, settings=settings)
    # A correction must not bring the others back.
    corrections.edit_word(folder, made_sessions.turns()[1], 9, "um, elsewhere", "Robin")
    return open_session(store, folder.name)


def test_many_are_kept_and_two_are_shown(opened: Opened) -> None:
    kept = {m.name for t in opened.session.turns for m in t.analysis.measurements}
    assert len(kept) > 20
    assert measures(opened) == set(CHOSEN)


def test_without_an_assignment_all_are_shown(store: FolderStore) -> None:
    everything = open_session(store, made_sessions.keep(store).name)
    kept = {m.name for t in everything.session.turns for m in t.analysis.measurements}
    assert measures(everything) == kept


def test_the_studio_s_page_shows_those(opened: Opened, store: FolderStore) -> None:
    desk = Desk(store.root, "Robin", store)
    at = session_view.looked(desk, opened.session.id, RAMBLE, blind=False)
    shown = session_view.context(at)
    titles = {
        m.title
        for turn in opened.session.turns
        for m in turn.analysis.measurements
        if m.name in CHOSEN
    }
    answer = shown["answer"]
    rows = {row.title for row in (*answer.measures, *answer.more_measures)}
    assert rows == titles
    assert {title for title, _, _ in shown["changes"]} <= titles
    table = respond.fragment("measures.html.jinja", **shown)
    assert "Um and uh" not in table


def test_a_measure_that_is_not_shown_does_not_stand_out(opened: Opened) -> None:
    assert not any("um" in line.lower().split() for line in standing_out(opened))


def test_the_exported_page_holds_those_alone(opened: Opened) -> None:
    page = export_html(opened, Share())
    block = page.split('id="mock-interview-session">')[1].split("</script>")[0]
    found = {
        m["name"]
        for turn in json.loads(block)["turns"]
        for m in turn["analysis"]["measurements"]
    }
    assert found == set(CHOSEN)


def test_text_and_table_hold_those_alone(opened: Opened) -> None:
    body = json.loads(export_text.export_json(opened, Share()))
    found = {m["name"] for t in body["turns"] for m in t["analysis"]["measurements"]}
    assert found == set(CHOSEN)
    text = export_text.export_md(opened, Share())
    assert "over the whole rehearsal" not in text
    rows = list(
        csv.DictReader(io.StringIO(export_text.export_csv([(opened, Share())])))
    )
    numbers = set(rows[0]) - {
        "session", "started_at", "candidate", "answer", "attempt", "question",
        "duration_s", "words", "transcript", "verdict", "structure_level", "missing",
    }  # fmt: skip
    assert numbers == set(CHOSEN)

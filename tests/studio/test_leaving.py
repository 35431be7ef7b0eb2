"""What must not leave with a session that somebody else has had a hand in."""

import csv
import io
import json
import os
from pathlib import Path

import made_sessions
import pytest

from simulator.casebook import export_text
from simulator.casebook.export_page import export_html
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share, shared
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.records import Question
from simulator.resources import config_folder, shipped
from simulator.studio import corrections

ONE = Share(answers=(1,))


@pytest.fixture
def linked(folder: Path, tmp_path: Path) -> Path:
    """A session whose first recording is a link to a sound that lies elsewhere."""
    elsewhere = tmp_path / "private.flac"
    elsewhere.write_bytes((shipped("audio_fixtures") / "demo_ramble.flac").read_bytes())
    (folder / "01-conflict.flac").unlink()
    os.symlink(elsewhere, folder / "01-conflict.flac")
    return folder


def test_a_recording_that_is_a_link_elsewhere_is_not_exported(
    store: FolderStore, linked: Path
) -> None:
    opened = open_session(store, linked.name)
    assert shared(opened, ONE).turns[0].audio is None
    page = export_html(opened, ONE)
    assert 'data-stem="01-conflict"></script>' not in page
    assert 'type="application/base64"' not in page
    assert "There is no recording of this answer" in page


def test_a_recording_that_is_a_link_elsewhere_is_not_measured(
    store: FolderStore, linked: Path
) -> None:
    """The corrected words stand, with a warning; the foreign sound says nothing."""
    measured = store.load(linked.name).turns[0]
    corrections.edit_word(linked, measured, 0, "Zanzibar", "Anna")
    turn = open_session(store, linked.name).turns[0]
    assert turn.transcript.text.startswith("Zanzibar")
    assert any("not measured again" in w for w in turn.analysis.warnings)
    assert turn.duration_s == measured.duration_s
    assert turn.analysis.pauses == measured.analysis.pauses


BANK = """\
title = "Mine"
description = ""
language = "en"

[[questions]]
id = "mine"
text = "{text}"
kind = "story"
competency = "x"
target_s = 90
concepts = ["what-only-i-hope-for|other", "second|two", "third|three"]
probes = ["What did only I want to know?"]
rephrase = "Say it otherwise, please."
"""


@pytest.mark.parametrize("words", ["What did you do on the secret project?", ""])
def test_what_one_s_own_bank_hopes_to_hear_stays(
    store: FolderStore, words: str
) -> None:
    """Also where it asks in the words of a shipped question."""
    turn = made_sessions.turns()[0]
    text = words or turn.question.text
    place = config_folder() / "banks"
    place.mkdir(parents=True)
    (place / "mine.toml").write_text(BANK.format(text=text), "utf-8")
    question = Question(
        id="mine",
        text=text,
        concepts=("what-only-i-hope-for|other",),
        probes=("What did only I want to know?",),
    )
    asked = turn.model_copy(update={"question": question, "audio": None})
    folder = made_sessions.keep(store, questions=(question,), turns=(asked,))
    opened = open_session(store, folder.name)
    for out in (
        export_html(opened, Share()),
        export_text.export_json(opened, Share()),
        export_text.export_md(opened, Share()),
    ):
        assert "only-i-hope" not in out
        assert "only I want" not in out


def test_what_a_shipped_question_hopes_to_hear_goes_along(
    store: FolderStore, folder: Path
) -> None:
    leaving = json.loads(
        export_text.export_json(open_session(store, folder.name), Share())
    )
    assert leaving["turns"][0]["question"]["concepts"]


def test_the_name_of_a_measure_is_no_formula_either(store: FolderStore) -> None:
    """Names come in with pages, and stand at the head of the table."""
    turn = made_sessions.turns()[0]
    first, *rest = turn.analysis.measurements
    named = first.model_copy(update={"name": '=HYPERLINK("http://x","y")'})
    analysis = turn.analysis.model_copy(update={"measurements": (named, *rest)})
    bad = turn.model_copy(update={"analysis": analysis, "audio": None})
    folder = made_sessions.keep(store, turns=(bad,))
    table = export_text.export_csv([(open_session(store, folder.name), Share())])
    head = next(csv.reader(io.StringIO(table)))
    assert not [name for name in head if name.startswith("=")]
    assert '\'=HYPERLINK("http://x","y")' in head


def test_a_table_without_an_answer_is_told_and_not_written(store: FolderStore) -> None:
    folder = made_sessions.keep(store, turns=())
    with pytest.raises(SessionError, match="no answer"):
        export_text.export_csv([(open_session(store, folder.name), Share())])

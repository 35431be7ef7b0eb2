"""What leaves when a session is shared, in each format, and what stays."""

import csv
import io
import json
from pathlib import Path

import made_sessions
import pytest

from simulator.casebook import export_text
from simulator.casebook.export_page import export_html
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.records import Question
from simulator.studio import comments, corrections

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def in_each_format(store: FolderStore, id: str, share: Share) -> dict[str, str]:
    opened = open_session(store, id)
    return {
        "html": export_html(opened, share),
        "md": export_text.export_md(opened, share),
        "json": export_text.export_json(opened, share),
        "csv": export_text.export_csv([(opened, share)]),
    }


def test_only_the_chosen_answers_leave(store: FolderStore, folder: Path) -> None:
    comments.add(folder, "Anna", "02-deadline", "On the other.", visibility="shown")
    for text in in_each_format(store, folder.name, Share(answers=(1,))).values():
        assert "Easter" in text
        assert "invoices" not in text
        assert "On the other." not in text


def test_other_attempts_stay_unless_they_are_named(store: FolderStore) -> None:
    first = made_sessions.turns()[0]
    second = made_sessions.turns()[1].model_copy(
        update={
            "question": first.question,
            "attempt": 2,
            "stem": "01-conflict.try2",
            "audio": None,
            "compared": "Compared with the time before last.",
        }
    )
    folder = made_sessions.keep(store, turns=(first, second))
    usual = in_each_format(store, folder.name, Share())
    for text in usual.values():
        assert "invoices" in text
        assert "Easter" not in text
        assert "time before last" not in text
    both = in_each_format(store, folder.name, Share(answers=(1, 2)))
    assert all("Easter" in text for text in both.values())


def test_settings_the_job_and_private_comments_stay(store: FolderStore) -> None:
    """A question made from a CV is asked, but what it hoped to hear stays here."""
    question = Question(
        id="cv-1",
        text="You led a team at your last place. How did you begin?",
        concepts=("secret-posting-term|other",),
        probes=("secret-cv-line?",),
    )
    turn = made_sessions.turns()[0].model_copy(update={"question": question})
    folder = made_sessions.keep(
        store,
        questions=(question,),
        turns=(turn.model_copy(update={"audio": None}),),
        settings={"microphone": "secret-device", "cv": "secret-cv.pdf"},
    )
    comments.add(folder, "Anna", "01-conflict", "secret-remark")
    for text in in_each_format(store, folder.name, Share()).values():
        assert "secret" not in text


def test_without_measures_no_judgement_leaves(store: FolderStore, folder: Path) -> None:
    found = in_each_format(store, folder.name, Share(measures=False))
    turn = open_session(store, folder.name).turns[1]
    for name, text in found.items():
        assert "invoices" in text
        assert "filled_pause" not in text, name
        assert "speech_rate" not in text, name
        assert turn.feedback.headline not in text, name
        assert "words a minute" not in text, name
        assert ">um<" not in text, name


def test_a_rejected_filler_is_rejected_in_every_export(
    store: FolderStore, folder: Path
) -> None:
    turn = store.load(folder.name).turns[0]
    for place, filler in enumerate(turn.analysis.fillers):
        if filler.kind == "filled_pause":
            corrections.reject_filler(folder, turn, place, "Anna")
    share = Share(answers=(1,))
    found = in_each_format(store, folder.name, share)
    assert json.loads(found["json"])["turns"][0]["analysis"]["fillers"] == []
    (row,) = csv.DictReader(io.StringIO(found["csv"]))
    assert (row["fillers"], float(row["filled_pause_rate"])) == ("0", 0.0)
    assert 'class="mark filler" data-sound' not in found["html"]


def test_hostile_words_are_only_words(store: FolderStore, folder: Path) -> None:
    """In questions, transcripts, names and comments, on the page and in Markdown."""
    turn = made_sessions.turns()[0]
    words = tuple(
        w.model_copy(update={"text": HOSTILE}) for w in turn.transcript.words[:3]
    )
    hostile = turn.model_copy(
        update={
            "question": turn.question.model_copy(update={"text": HOSTILE}),
            "transcript": turn.transcript.model_copy(
                update={"text": HOSTILE, "words": words}
            ),
            "audio": None,
        }
    )
    other = made_sessions.keep(
        store,
        "2026-11-25T101533Z-demo-0001",
        candidate=HOSTILE,
        bank=HOSTILE,
        turns=(hostile,),
    )
    comments.add(other, HOSTILE[:60], "01-conflict", HOSTILE, visibility="shown")
    found = in_each_format(store, other.name, Share())
    assert "<script>alert" not in found["html"]
    assert "<img" not in found["html"]
    assert "<script" not in found["md"]
    assert "<img" not in found["md"]


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t"])
def test_a_cell_never_runs_as_a_formula(
    store: FolderStore, folder: Path, mark: str
) -> None:
    other = made_sessions.keep(
        store, "2026-11-25T101533Z-demo-0002", candidate=f"{mark}cmd|' /C calc'!A0"
    )
    found = in_each_format(store, other.name, Share())["csv"]
    for row in csv.DictReader(io.StringIO(found)):
        assert row["candidate"].startswith("'")


def test_an_answer_that_is_not_there_is_named(store: FolderStore, folder: Path) -> None:
    with pytest.raises(SessionError, match="no answer 7"):
        in_each_format(store, folder.name, Share(answers=(1, 7)))


def test_the_page_allows_its_own_script_and_nothing_else(
    store: FolderStore, folder: Path
) -> None:
    """No address and no inline handler: the policy would refuse them."""
    import re

    page = in_each_format(store, folder.name, Share())["html"]
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    shell = re.sub(r"<script.*?</script>", "", page, flags=re.S)
    assert not re.search(r'\b(?:src|href)="(?!#)', shell)
    assert not re.search(r"\son[a-z]+=", re.sub(r'"[^"]*"', '""', shell))

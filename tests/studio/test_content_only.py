"""Where only content counts, nobody is shown how it was spoken: no page, no export, no
table. (Profile `stammer`, and whoever asks for it.)"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import made_sessions
import pytest

from simulator.answer import Given, judge_samples
from simulator.casebook import cohort, export_text
from simulator.casebook.export_page import export_html
from simulator.casebook.opened import Opened, open_session
from simulator.casebook.sharing import Share
from simulator.coach import report
from simulator.keep import FolderStore
from simulator.records import Turn
from simulator.replay import respond, session_page, session_view
from simulator.replay.desk import Desk
from simulator.resources import shipped
from simulator.sound import decode
from simulator.studio import corrections

DELIVERY = re.compile(
    r"filler|\bums?\b|\buhs?\b|pause[sd]?\b|\bpace\b|words a minute|words/min|latency"
    r"|syllable|repetition|restart|cut_off\b|prolongation|speech_rate|articulation"
    r"|filled|marker_rate|mid.clause|pitch|silences? of",
    re.IGNORECASE,
)
"""What would tell of it, in names and in everyday words."""


@cache
def turns() -> tuple[Turn, ...]:
    """The demo's two answers as the profile judges them; the ramble is full of "um"."""
    made = []
    for turn in made_sessions.turns():
        name = made_sessions.SOUNDS[turn.question.id]
        given = Given(
            question=turn.question,
            stem=turn.stem,
            ended_by="key",
            audio=turn.audio,
            measures="content",
        )
        samples = decode.read(shipped("audio_fixtures") / f"{name}.flac")
        made.append(judge_samples(samples, made_sessions.transcript(name), given))
    return tuple(made)


@pytest.fixture
def opened(store: FolderStore) -> Opened:
    folder = made_sessions.keep(store, turns=turns(), settings={"profile": "stammer"})
    return open_session(store, folder.name)


def told(text: str) -> list[str]:
    """What stands in a page of how it was spoken; not what its script and style are
    called, and not the sound itself."""
    text = re.sub(
        r"(?s)<style>.*?</style>|<script type=\"module\">.*?</script>", "", text
    )
    text = re.sub(r"(?s)<script type=\"application/base64\".*?</script>", "", text)
    text = re.sub(r"(?s)<script type=\"application/json\".*?</script>", data, text)
    text = re.sub("(?i)play(,| or) pause", "", text)  # the player's own button
    text = re.sub(r"<[^>]*>", lambda tag: " ".join(re.findall(SEEN, tag[0])), text)
    return [
        text[max(0, m.start() - 40) : m.end() + 40] for m in DELIVERY.finditer(text)
    ]


def data(block: re.Match[str]) -> str:
    """All names and values of a JSON block that hold anything."""
    return " ".join(held(json.loads(block[0].partition(">")[2].rpartition("<")[0])))


def held(body: Any) -> list[str]:
    """Keys with something in them, and every value, of JSON."""
    if isinstance(body, dict):
        parts = {k: held(v) for k, v in body.items() if v not in ([], {}, None, "")}
        return [part for k, inside in parts.items() if inside for part in (*inside, k)]
    if isinstance(body, list):
        return [part for one in body for part in held(one)]
    return [str(body)]


SEEN = r'(?:aria-label|title|alt)="([^"]*)"'
"""Attributes that are read aloud or shown."""


def test_it_was_measured_all_the_same_and_can_be_asked_for(opened: Opened) -> None:
    """Else the tests below could not fail."""
    withheld = opened.turns[1].analysis.withheld
    assert withheld is not None
    assert len(withheld.fillers) > 5
    assert withheld.pauses
    assert any(m.name == "speech_rate" for m in withheld.measurements)


def test_the_test_finds_it_where_everything_is_judged(store: FolderStore) -> None:
    folder = made_sessions.keep(store)
    everything = open_session(store, folder.name)
    assert told(export_html(everything, Share()))
    assert told(page(store, folder.name, "02-deadline"))
    assert told(export_text.export_csv([(everything, Share())]))


def page(store: FolderStore, id: str, stem: str) -> str:
    """The page of an answer with all that it fetches later."""
    at = session_view.looked(Desk(store.root, "Robin", store), id, stem, blind=False)
    shown = session_view.context(at)
    whole = respond.page("session.html.jinja", **shown).body
    regions = [
        respond.fragment(f"{name}.html.jinja", **shown)
        for name in session_page.REGIONS
        if name != "job"
    ]
    return bytes(whole).decode() + "".join(regions)


@pytest.mark.parametrize("stem", ["01-conflict", "02-deadline"])
def test_the_studio_s_page_tells_nothing(
    opened: Opened, store: FolderStore, stem: str
) -> None:
    assert told(page(store, opened.session.id, stem)) == []


def test_nothing_is_drawn_on_the_waveform_but_the_structure(
    opened: Opened, store: FolderStore
) -> None:
    desk = Desk(store.root, "Robin", store)
    for stem in ("01-conflict", "02-deadline"):
        at = session_view.looked(desk, opened.session.id, stem, blind=False)
        drawn = session_view.drawing(at)
        assert drawn["fillers"] == drawn["pauses"] == drawn["pace"] == []
        assert drawn["parts"]


def test_the_report_tells_nothing(opened: Opened) -> None:
    shown = report.context(opened.session)
    assert told(report.page_of(shown)) == []


def test_the_exported_page_and_its_data_tell_nothing(opened: Opened) -> None:
    """What a script could read out of the file is in the file."""
    assert told(export_html(opened, Share())) == []
    assert told(export_html(opened, Share(measures=False))) == []


def test_exports_as_text_tell_nothing(opened: Opened) -> None:
    share = Share()
    assert told(export_text.export_md(opened, share)) == []
    assert (
        told(" ".join(held(json.loads(export_text.export_json(opened, share))))) == []
    )
    for turn in opened.turns:
        assert told(export_text.export_vtt(turn)) == []


def test_the_table_has_no_column_of_it(opened: Opened) -> None:
    text = export_text.export_csv([(opened, Share())])
    assert told(text) == []
    assert "answer_words" in text


def test_beside_others_its_cells_stay_empty(opened: Opened, store: FolderStore) -> None:
    """A table of everybody has the columns; this candidate has nothing in them."""
    import csv
    import io

    other = made_sessions.keep(store, "2026-11-24T090000Z-demo-9b2c")
    both = [(opened, Share()), (open_session(store, other.name), Share())]
    rows = list(csv.DictReader(io.StringIO(export_text.export_csv(both))))
    named = [name for name in rows[0] if DELIVERY.search(name)]
    assert named
    for row in rows[:2]:
        assert {row[name] for name in named} == {""}
    assert all(row["fillers"] for row in rows[2:])


def test_everybody_s_table_tells_nothing_of_it(
    opened: Opened, store: FolderStore
) -> None:
    whole = cohort.cohort(store)
    (person,) = whole.people
    assert person.fillers.known == ()


def test_a_corrected_word_brings_nothing_back(
    opened: Opened, store: FolderStore, tmp_path: Path
) -> None:
    """Not even an "um" that a coach writes down is counted."""
    turn = opened.session.turns[1]
    corrections.edit_word(opened.folder, turn, 5, "um, indeed", "Robin")
    again = open_session(store, opened.session.id)
    assert again.turns[1].analysis.fillers == ()
    assert again.turns[1].analysis.withheld is not None
    body = json.loads(export_text.export_json(again, Share()))
    assert body["turns"][1]["analysis"]["fillers"] == []


def test_what_leaves_is_still_known_to_be_content_only(opened: Opened) -> None:
    """So that whoever imports the page does not take nothing for a clean delivery."""
    body: dict[str, Any] = json.loads(export_text.export_json(opened, Share()))
    for turn in body["turns"]:
        assert turn["analysis"]["withheld"] is not None

"""The page is sound markup, safe to open and sends nothing, whatever was said."""

import re
from itertools import pairwise
from pathlib import Path

import made_cases as made
import pytest
from read_page import Page, private, typed, written

from simulator.records import (
    Analysis,
    Concept,
    Content,
    Measurement,
    Moment,
    Question,
    Session,
    Structure,
    Transcript,
)

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`|# {{7*7}}"


def hostile() -> Session:
    """Every text a person, a bank or a model can fill in is an attack."""
    question = Question(id="q", text=HOSTILE)
    moment = Moment(start_s=1, end_s=2, label=HOSTILE)
    analysis = Analysis(
        verdict="assessable",
        fillers=tuple(
            f.model_copy(update={"text": HOSTILE, "why": HOSTILE})
            for f in made.fillers(made.transcript("um yes"))
        ),
        structure=Structure(
            kind="story",
            level=2,
            gap=HOSTILE,
            situation=(made.passage(HOSTILE, 1, 2),),
            parts={HOSTILE: (made.passage(HOSTILE, 1, 2),)},
            missing=(HOSTILE,),
        ),
        content=Content(concepts=(Concept(name=HOSTILE, found=False),)),
        measurements=(
            Measurement(
                name=HOSTILE,
                title=HOSTILE,
                value=1,
                unit=HOSTILE,
                note=HOSTILE,
                evidence=(moment,),
                series=((1, 2), (3, 4)),
            ),
        ),
        warnings=(HOSTILE,),
    )
    said = Transcript(
        text=HOSTILE, language=HOSTILE, model="", words=made.words(HOSTILE + " ~x.")
    )
    turn = made.turn(question, analysis, said, audio=f"../{HOSTILE}", compared=HOSTILE)
    return made.session(
        turn, bank=HOSTILE, candidate=HOSTILE, id="x", started_at=HOSTILE
    )


SESSIONS = {
    "whole": made.whole,
    "empty": made.session,
    "hostile": hostile,
    "typed": typed,
    "private": private,
}


@pytest.mark.parametrize("name", SESSIONS)
def test_the_page_is_balanced_and_its_headings_in_order(
    name: str, tmp_path: Path
) -> None:
    page = Page(written(SESSIONS[name](), tmp_path)[0])
    levels = [int(t[1]) for t, _ in page.tags if re.fullmatch(r"h[1-6]", t)]
    assert (page.faults, page.open) == ([], [])
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.all("html")[0]["lang"] == "en"


@pytest.mark.parametrize("name", SESSIONS)
def test_ids_are_unique_and_every_reference_leads_somewhere(
    name: str, tmp_path: Path
) -> None:
    page = Page(written(SESSIONS[name](), tmp_path)[0])
    ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
    asked = {
        word
        for _, attrs in page.tags
        for key in ("aria-labelledby", "data-sound")
        for word in (attrs.get(key) or "").split()
        if key != "data-sound" or page.all("audio")
    }
    asked |= {(a["href"] or "#")[1:] for a in page.all("a")}
    assert len(ids) == len(set(ids))
    assert {a for a in asked if not a.endswith("-sound")} <= set(ids)


@pytest.mark.parametrize("name", SESSIONS)
def test_nothing_is_loaded_from_anywhere(name: str, tmp_path: Path) -> None:
    """No address, no inline style or handler, one style and one script by hash."""
    text = written(SESSIONS[name](), tmp_path)[0]
    page = Page(text)
    attributes = {key for _, attrs in page.tags for key in attrs}
    policy = page.all("meta")[1]["content"] or ""
    assert "http:" not in text
    assert "https:" not in text
    assert not {a for a in attributes if a.startswith("on")} | attributes & {"style"}
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert [len(page.all(t)) for t in ("script", "style", "img", "iframe")] == [
        1,
        1,
        0,
        0,
    ]


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Whatever was said, asked or named is shown, and never run."""
    html, markdown = written(hostile(), tmp_path)
    page = Page(html)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "{{7*7}}" in html.replace("&#39;", "'")
    assert "<script>" not in markdown
    assert "<img" not in markdown
    assert (page.all("audio")[0]["src"] or "").startswith("./")
    assert ".." not in (page.all("audio")[0]["src"] or "")
    assert 'lang="en"' in html


def test_a_transcript_cannot_end_its_table_or_begin_a_heading(tmp_path: Path) -> None:
    """Markdown is a language too."""
    said = made.transcript("# one | two\n\n## three *four* [five](six) 7. eight")
    markdown = written(made.session(made.turn(said=said)), tmp_path)[1]
    assert "\n## three" not in markdown
    assert "\\[five\\](six)" in markdown
    assert "\\*four\\*" in markdown

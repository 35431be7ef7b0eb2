"""The written report: complete, safe to open, readable by everyone."""

import re
from html.parser import HTMLParser
from pathlib import Path

import made_answers as made
import pytest

from simulator.coach.report import write_report
from simulator.records import (
    Analysis,
    Concept,
    Content,
    Feedback,
    Measurement,
    Moment,
    Question,
    Session,
    Structure,
    Transcript,
)

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`|# {{7*7}}"
VOID = {"meta", "link", "br", "hr", "img", "input", "source"}


class Page(HTMLParser):
    """Tags in order, with a complaint for each that does not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def written(session: Session, folder: Path) -> tuple[str, str]:
    page = write_report(session, folder)
    return page.read_text("utf-8"), (folder / "report.md").read_text("utf-8")


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


def typed() -> Session:
    said = Transcript(text="We did it. It worked.", language="en", model="")
    structure = Structure(
        kind="story",
        action=(made.passage("We did it", None, None),),
        missing=("result",),
    )
    unknown = made.pace(1).model_copy(
        update={"value": None, "low": None, "high": None, "graded": False}
    )
    analysis = Analysis(
        verdict="assessable", structure=structure, measurements=(unknown,)
    )
    return made.session(
        made.turn(analysis=analysis, said=said, audio=None, duration_s=None)
    )


def private() -> Session:
    whole = made.whole()
    turns = tuple(t.model_copy(update={"audio": None}) for t in whole.turns)
    return whole.model_copy(update={"turns": turns})


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
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:]))  # noqa: B905
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


def test_the_first_screen_has_strength_gap_and_next_step_for_each_question(
    tmp_path: Path,
) -> None:
    html = written(made.whole(), tmp_path)[0]
    overview = html[html.index('id="overview"') : html.index("<article")]
    for turn in made.whole().turns:
        assert turn.question.text in overview
        assert turn.feedback.next_step in overview
    assert overview.count("<dt>Next step</dt>") == 3
    assert "at 0:34 you said what came of it" in overview
    assert "but not what came of it." in overview


def test_the_missing_result_is_named_with_its_moments(tmp_path: Path) -> None:
    html, markdown = written(made.whole(), tmp_path)
    for text in (html, markdown):
        assert "I heard what you did, up to 0:26, but not what came of it." in text
        assert "I did not hear what came of it." in text
    assert 'data-start="23.5" data-end="26.0"' in html


def test_silence_is_shown_without_praise_level_or_mark(tmp_path: Path) -> None:
    html = written(made.whole(), tmp_path)[0]
    silent = html[html.index('id="answer-3"') : html.index("</main>")]
    assert "I did not hear an answer. That happens." in silent
    assert not re.search(r"What was good|To work on|Step \d|usual range", silent)


def test_each_filler_has_its_reason_and_its_button(tmp_path: Path) -> None:
    html = written(made.whole(), tmp_path)[0]
    first = html[html.index('id="answer-1"') : html.index('id="answer-2"')]
    assert first.count("Heard as a word of its own, and a long even sound.") == 2
    assert first.count('class="mark filler" data-sound="answer-1-sound"') == 2


def test_the_level_is_folded_away(tmp_path: Path) -> None:
    html = written(made.whole(), tmp_path)[0]
    before = html[: html.index("Step 5 of 5")]
    assert before.rindex('<details class="level">') > before.rindex("</details>")


def test_a_measure_nobody_has_heard_of_is_shown(tmp_path: Path) -> None:
    """Its title, value, unit, note and curve, with no change anywhere."""
    new = Measurement(
        name="brand_new",
        title="Brand new",
        value=42.0,
        unit="wonders",
        graded=True,
        good_low=10,
        good_high=30,
        red_high=60,
        series=((1.0, 20.0), (5.0, 64.0)),
        note="Seen for the first time.",
    )
    analysis = Analysis(verdict="assessable", measurements=(new,))
    html, markdown = written(made.session(made.turn(analysis=analysis)), tmp_path)
    assert "42 wonders" in html
    assert "a little above the usual range" in html
    assert "Seen for the first time." in html
    assert "Lowest 20 around 0:01, highest 64 wonders around 0:05." in markdown


def test_a_plot_has_a_title_a_description_and_its_sentence(tmp_path: Path) -> None:
    page = Page(written(made.whole(), tmp_path)[0])
    plots = [svg for svg in page.all("svg") if svg.get("role") == "img"]
    assert len(plots) == len(page.all("figcaption")) == 3
    assert len(page.all("title")) == len(page.all("desc")) + 1 == 4


def test_private_answers_have_no_play_buttons(tmp_path: Path) -> None:
    """What was not kept cannot be played, and the page says so."""
    html = written(private(), tmp_path)[0]
    page = Page(html)
    assert (page.all("audio"), page.all("button")) == ([], [])
    assert "No sound was kept." in html
    assert "0:34" in html


def test_typed_answers_have_no_times(tmp_path: Path) -> None:
    html = written(typed(), tmp_path)[0]
    main = html[html.index("<main") : html.index("</main>")]
    assert "We did it. It worked." in re.sub(r"</?span[^>]*>", "", main)
    assert not re.search(r"\d:\d\d", main)
    assert "unknown" in main


def test_a_session_without_answers_still_has_its_questions(tmp_path: Path) -> None:
    html, markdown = written(made.session(), tmp_path)
    for text in (html, markdown):
        assert "No answer was recorded in this rehearsal." in text
        assert made.DEADLINE.text in text


def test_a_second_try_says_whether_it_changed(tmp_path: Path) -> None:
    second = made.turn(attempt=2, compared="It changed: 220, then 150.")
    html = written(made.session(made.turn(), second), tmp_path)[0]
    assert "It changed: 220, then 150." in html
    assert "(try 2)" in html


def test_the_page_says_what_is_kept_and_where(tmp_path: Path) -> None:
    """By the folder's name; its full path would tell a reader the user's name."""
    html = written(made.whole(), tmp_path)[0]
    assert "Nothing was sent anywhere." in html
    assert f"sessions delete {made.whole().id}" in html
    assert str(tmp_path) not in html


def test_a_report_is_replaced_whole(tmp_path: Path) -> None:
    """Nothing but the two files is left, whatever stood there before."""
    (tmp_path / "report.html").write_text("old")
    page = write_report(made.whole(), tmp_path)
    assert page == tmp_path / "report.html"
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [
        "report.html",
        "report.md",
    ]


def test_feedback_as_it_was_given_is_what_the_report_shows(tmp_path: Path) -> None:
    """The report never rewrites what was said at the time."""
    told = Feedback(headline="Told then", spoken="", next_step="Do as you were told.")
    turn = made.turn().model_copy(update={"feedback": told})
    assert "Do as you were told." in written(made.session(turn), tmp_path)[0]

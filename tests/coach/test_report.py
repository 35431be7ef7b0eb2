"""The written report: complete and kind."""

import re
from pathlib import Path

import made_cases as made
import pytest
from read_page import Page, private, typed, written

from simulator.coach.report import write_report
from simulator.errors import SessionError
from simulator.records import Analysis, Feedback, Measurement


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
    assert first.count('class="w mark filler" data-sound="answer-1-sound"') == 2


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


def test_a_strength_with_a_number_points_at_the_number(tmp_path: Path) -> None:
    """Not at the first sentence of the result, which may carry none."""
    structure = made.story().model_copy(
        update={
            "result": (
                made.passage("everybody was glad", 20, 22),
                made.passage("orders went up by 11 percent", 30, 33),
            )
        }
    )
    turn = made.turn(analysis=Analysis(verdict="assessable", structure=structure))
    assert "at thirty seconds you said what came of it" in turn.feedback.spoken
    assert "11 percent" in written(made.session(turn), tmp_path)[0]


def test_of_a_silent_answer_measures_are_folded_away(tmp_path: Path) -> None:
    """Shown for those who look, never beside a usual range that was missed."""
    silent = Analysis(
        verdict="not_assessable", why="silence", measurements=(made.pace(20),)
    )
    html = written(made.session(made.turn(analysis=silent)), tmp_path)[0]
    assert "More that was measured, shown and not judged (1)" in html
    assert "below the usual range" not in html


def test_a_report_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    """The caller tells it in one line; nothing half-written is left."""
    (tmp_path / "report.html").mkdir()
    with pytest.raises(SessionError, match=r"report\.html") as caught:
        write_report(made.whole(), tmp_path)
    assert caught.value.next_step
    assert sorted(p.name for p in tmp_path.iterdir()) == ["report.html", "report.md"]

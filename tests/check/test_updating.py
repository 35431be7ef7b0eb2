"""Updating: what was measured becomes what is expected, and nothing else changes."""

import tomllib
from pathlib import Path

import pytest
from made_documents import document, filler

from simulator.check.comparing import compare
from simulator.check.expectation import parse
from simulator.check.updating import LINE, difference, updated, write
from simulator.errors import ExpectationError

ABOVE = """# Mine; it stays.
licence = "CC0-1.0"   # also this

[truth]
verdict = "assessable"
structure = {missing = ["task"]}

[[known_misses]]
of = "structure.missing"
off = 2.0
reason = "it finds the result missing instead"
"""


def test_what_was_written_is_met_by_what_was_measured() -> None:
    """Nothing moves without a change."""
    text = updated("", [document()], "tiny.en", "x")

    found = compare(document(), parse(text, "x"), "tiny.en")

    assert len(found) > 10
    assert {row.outcome for row in found} == {"ok"}


def test_what_the_author_wrote_stays_byte_for_byte() -> None:
    """Comments too, however often it is updated."""
    text = ABOVE
    for model in ("tiny.en", "base", "tiny.en"):
        text = updated(text, [document()], model, "x")

    assert text.startswith(ABOVE)
    assert text.count(LINE) == 1
    assert set(tomllib.loads(text)["model"]) == {"tiny.en", "base"}
    assert updated(text, [document()], "base", "x") == text


def test_an_update_never_hides_a_miss_of_the_truth() -> None:
    """What the truth speaks of is not written below the line."""
    text = updated(ABOVE, [document(verdict="not_assessable")], "base", "x")
    part = tomllib.loads(text)["model"]["base"]

    found = {
        row.name: row.outcome
        for row in compare(document(verdict="not_assessable"), parse(text, "x"), "base")
    }

    assert "verdict" not in part
    assert "missing" not in part["structure"]
    assert found["verdict"] == "missed"
    assert found["structure.missing"] == "known_miss"


def test_one_models_update_leaves_the_others_alone() -> None:
    before = updated("", [document()], "base", "x")
    after = updated(before, [document(fillers=[])], "tiny.en", "x")

    assert parse(after, "x").of("base") == parse(before, "x").of("base")
    assert parse(after, "x").of("tiny.en").fillers is not None


def test_a_number_where_there_was_none_is_a_movement() -> None:
    """What cannot be known is written down as that."""
    text = updated("", [document()], "base", "x")
    known = document(measurements=[{"name": "pace_variation", "value": 1.2}])

    rows = {row.name: row for row in compare(known, parse(text, "x"), "base")}

    assert rows["pace_variation"].outcome == "missed"
    assert rows["pace_variation"].measured == "1.2"


def test_a_tolerance_that_was_chosen_stays() -> None:
    text = f"""{LINE}
    [model.base.values]
    speech_rate = {{value = 90.0, absolute = 7.0}}
    """

    value = parse(updated(text, [document()], "base", "x"), "x").of("base").values

    assert value["speech_rate"].value == 100.0
    assert value["speech_rate"].absolute == 7.0


def test_line_endings_and_a_mark_in_front_stay() -> None:
    """As an editor on Windows leaves them, however often it is updated."""
    above = "\ufeff" + ABOVE.replace("\n", "\r\n")

    text = updated(above, [document()], "base", "x")

    assert text.startswith(above)
    assert "\n" not in text.replace("\r\n", "")
    assert updated(text, [document()], "base", "x") == text


@pytest.mark.parametrize("model", ["./modèle", "mine 🎙", 'a"b', "a\x7fb", ""])
def test_a_model_may_be_called_anything(model: str) -> None:
    text = updated("", [document()], model, "x")

    assert parse(text, "x").of(model).verdict == "assessable"


def test_models_above_the_line_are_refused() -> None:
    """They would stand twice."""
    with pytest.raises(ExpectationError, match="Put this line above"):
        updated("[model.base]\nverdict = 'assessable'", [document()], "base", "x")


def test_the_difference_shows_what_moved(tmp_path: Path) -> None:
    path = tmp_path / "a.expected.toml"
    write(path, updated("", [document()], "base", "x"))

    more = [document(fillers=[filler(0.8, 1.2), filler(3.0, 3.4)])]
    shown = difference(path, updated(path.read_text("utf-8"), more, "base", "x"))

    added = [line for line in shown.splitlines() if line.startswith("+  ")]
    assert added == ['+  {text = "um", start_s = 3.0, end_s = 3.4},']
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_written_can_be_read_as_other_files_of_a_project(
    tmp_path: Path,
) -> None:
    """It is committed beside the recording; a colleague's account reads it."""
    usual, path = tmp_path / "usual", tmp_path / "a.expected.toml"
    usual.write_text("")
    write(path, "")

    assert path.stat().st_mode == usual.stat().st_mode


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.expected.toml"

    with pytest.raises(ExpectationError, match=r"a\.expected\.toml cannot be written"):
        write(path, "")

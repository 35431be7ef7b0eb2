"""rubrics list, show, validate, as they are typed."""

from pathlib import Path

import pytest

from simulator.__main__ import run
from simulator.resources import config_folder, shipped

SHIPPED = shipped("rubrics") / "behavioural.toml"


@pytest.fixture
def own(home: Path) -> Path:
    """The user's own folder of rubrics."""
    folder = config_folder() / "rubrics"
    folder.mkdir(parents=True)
    return folder


def test_the_list_names_shipped_ones_and_ones_own(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = SHIPPED.read_text("utf-8").replace('id = "behavioural"', 'id = "mine"', 1)
    (own / "mine.toml").write_text(text, "utf-8")
    (own / "broken.toml").write_text('id = "broken"\n', "utf-8")
    assert run(["rubrics", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(
        line.startswith("behavioural ") and "5 scales" in line and "yours" not in line
        for line in lines
    )
    assert any(line.startswith("mine ") and "(yours)" in line for line in lines)
    (broken,) = [line for line in lines if line.startswith("broken ")]
    assert "mistakes: mock-interview rubrics validate" in broken


def test_one_is_shown_with_what_is_heard_at_each_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["rubrics", "show", "behavioural"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Behavioural answers\n")
    assert "One real episode (episode)" in shown
    assert "  1  No example" in shown
    assert "  5  One episode a stranger could retell" in shown


def test_a_file_can_be_shown_by_its_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rubrics", "show", str(SHIPPED)]) == 0
    assert "Behavioural answers" in capsys.readouterr().out


def test_one_that_is_not_there_is_told_with_those_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["rubrics", "show", "nothing"]) == 2
    told = capsys.readouterr().err
    assert "no rubric 'nothing'" in told
    assert "behavioural" in told


def test_shipped_ones_have_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    paths = sorted(str(p) for p in shipped("rubrics").glob("*.toml"))
    assert run(["rubrics", "validate", *paths]) == 0
    assert capsys.readouterr().out == f"{len(paths)} checked, no mistakes.\n"


@pytest.mark.parametrize(
    ("line", "instead", "key", "what"),
    [
        ('id = "episode"', 'id = "An Episode"', "scales.1.id", "match pattern"),
        ('title = "One real episode"', 'titel = "x"', "scales.1.titel", "not a key"),
        (
            'tool = "structure_level"',
            'tool = "level"',
            "scales.1.tool",
            "'structure_level'",
        ),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    line: str,
    instead: str,
    key: str,
    what: str,
) -> None:
    text = SHIPPED.read_text("utf-8")
    number = text[: text.index(line)].count("\n") + 1
    path = tmp_path / "wrong.toml"
    path.write_text(text.replace(line, instead, 1), "utf-8")
    assert run(["rubrics", "validate", str(path)]) == 1
    (told,) = [
        one for one in capsys.readouterr().out.splitlines() if f"key {key}:" in one
    ]
    assert told.startswith(f"{path}, line {number}, ")
    assert what in told


def test_a_scale_without_its_anchors_says_which_step_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(
        'id = "own"\ntitle = "Own"\n[[scales]]\nid = "a"\ntitle = "A"\n'
        '[scales.anchors]\n1 = "Low."\n5 = "High."\n',
        "utf-8",
    )
    assert run(["rubrics", "validate", str(path)]) == 1
    (told,) = capsys.readouterr().out.splitlines()
    assert told.startswith(f"{path}, line 6, key scales.1.anchors:")
    assert "step 3 must be described" in told

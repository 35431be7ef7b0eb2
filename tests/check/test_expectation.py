"""Expectation files: what they may say, and how their mistakes are named."""

from pathlib import Path

import pytest

from simulator.check.expectation import Value, load, parse
from simulator.errors import ExpectationError


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[truth]\nverdikt = 'assessable'", "truth.verdikt"),
        ("[truth.values]\nspeech_rate = {value = 1.0}", "truth.values.speech_rate"),
        (
            "[truth.values]\nx = {value = 1.0, absolute = 1.0, relative = 0.1}",
            "exactly one of absolute, relative",
        ),
        ("[truth.values]\nx = {low = 3.0, high = 2.0}", "low is above high"),
        ("[truth.words]\ntext = 'a'\nwer_at_most = -1.0", "truth.words.wer_at_most"),
        ("[[known_misses]]\nof = 'words'\noff = 1", "known_misses[1].reason"),
        ("[truth\n", "line 1"),
        ("[truth.values]\nx = {low = 1.0, high = nan}", "truth.values.x.high"),
        ("[truth.values]\nx = {value = 1.0, absolute = inf}", "finite number"),
        ("[truth.words]\ntext = 'a'\nwer_at_most = inf", "truth.words.wer_at_most"),
        ("[truth.pauses]\nat = []\nedges_within_s = inf", "edges_within_s"),
        (
            "[truth.fillers]\nat = [{start_s = 3.0, end_s = 1.0}]",
            "truth.fillers.at[1]: it ends before it starts",
        ),
        (
            "[truth.pauses]\nat = [{start_s = 3.0, end_s = 1.0}]",
            "truth.pauses.at[1]: it ends before it starts",
        ),
        ("[truth]\nadvice = 'result'", "truth.advice: must be a list"),
        ("[truth]\nfillers = 3", "truth.fillers: must be a table"),
        ("x = " + "[" * 5000, "nested too deeply"),
        ("x = " + "9" * 5000, "digits"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(text: str, named: str) -> None:
    with pytest.raises(ExpectationError) as caught:
        parse(text, "shop.expected.toml")

    assert named in str(caught.value)
    assert "shop.expected.toml" in str(caught.value)


def test_a_file_that_is_no_text_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.expected.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ExpectationError, match=r"a\.expected\.toml"):
        load(tmp_path / "a.expected.toml")


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        (Value(value=10.0, absolute=2.0), (8.0, 12.0)),
        (Value(value=-10.0, relative=0.1), (-11.0, -9.0)),
        (Value(low=1.0, high=2.0), (1.0, 2.0)),
        (Value(high=2.0), (float("-inf"), 2.0)),
    ],
)
def test_a_tolerance_is_absolute_relative_or_an_interval(
    value: Value, bounds: tuple[float, float]
) -> None:
    assert value.bounds == pytest.approx(bounds)


def test_the_truth_counts_where_a_model_says_otherwise() -> None:
    """What a model measured adds to the truth and never replaces it."""
    expectation = parse(
        """
        [truth]
        verdict = "assessable"
        structure = {missing = ["task"]}
        [truth.values]
        speech_rate = {value = 100.0, relative = 0.03}
        [model."tiny.en"]
        verdict = "not_assessable"
        structure = {missing = [], level = 3}
        advice = ["task"]
        [model."tiny.en".values]
        speech_rate = {value = 200.0, relative = 0.5}
        answer_words = {value = 30.0, absolute = 0.0}
        """,
        "x",
    )

    tiny, base = expectation.of("tiny.en"), expectation.of("base")

    assert tiny.verdict == "assessable"
    assert tiny.structure is not None
    assert (tiny.structure.missing, tiny.structure.level) == (("task",), 3)
    assert tiny.values["speech_rate"].value == 100.0
    assert tiny.values["answer_words"].value == 30.0
    assert base.advice is None
    assert set(base.values) == {"speech_rate"}

"""JUnit XML and the table: recording and measure are named, known misses are told."""

from pathlib import Path
from xml.etree import ElementTree

from simulator.check import junit
from simulator.check.row import Row
from simulator.check.running import Checked
from simulator.check.table import lines

ROWS = (
    Row("verdict", "assessable", "assessable", 0.0),
    Row("words", "WER <= 0.10", "WER 0.300", 0.2, outcome="missed"),
    Row("fillers", "2", "1", 1.0, outcome="known_miss", reason="hummed"),
    Row("pauses", "2", "5", 3.0, outcome="worse", reason="breathy"),
    Row("advice", "-", "-", 0.0, outcome="passes_now", reason="was wrong"),
)
CHECKED = (Checked("shop\x07", "base", ROWS, 2.0),)
STATE = {
    "model": "base",
    "weights_sha256": "d01c",
    "instructions": "AVX2",
    "versions": {"ctranslate2": "4.8"},
}


def test_every_comparison_is_a_test_case(tmp_path: Path) -> None:
    """Failures name recording and measure; signs that XML cannot hold are replaced."""
    path = tmp_path / "out" / "junit.xml"

    junit.write(path, CHECKED, {"gone": "There is no recording"}, STATE)

    root = ElementTree.parse(path).getroot()
    assert (root.get("tests"), root.get("failures")) == ("6", "3")
    assert (root.get("errors"), root.get("skipped")) == ("1", "1")
    failed = [c for c in root.iter("testcase") if c.find("failure") is not None]
    assert [(c.get("classname"), c.get("name")) for c in failed] == [
        ("shop?", "words"),
        ("shop?", "pauses"),
        ("shop?", "advice"),
    ]
    properties = {p.get("name"): p.get("value") for p in root.iter("property")}
    assert properties["instructions"] == "AVX2"
    assert properties["weights_sha256"] == "d01c"
    assert properties["versions.ctranslate2"] == "4.8"


def test_no_name_can_break_the_file(tmp_path: Path) -> None:
    """Measures come from a file, recordings from a disk, a model from a flag."""
    path = tmp_path / "junit.xml"
    row = Row("a\x07b", "\ufffe", "\udcff", 1.0, outcome="missed")

    junit.write(
        path,
        [Checked("\x1b[2J", "m", (row,), 1.0)],
        {"\x00": "\x0b"},
        {"model": "\x01"},
    )

    root = ElementTree.parse(path).getroot()
    assert [c.get("name") for c in root.iter("testcase")] == ["a?b", "check"]
    assert root[0].get("name") == "mock-interview check ?"


def test_the_table_names_what_failed_and_is_loud_about_known_misses() -> None:
    table = "\n".join(lines(CHECKED))

    assert "FAILED  shop" in table
    assert "1 recording with base" in table
    assert "mock-interview check FOLDER --update" in table
    assert "expected WER <= 0.10; measured WER 0.300" in table
    assert "KNOWN MISSES: 1" in table
    assert "hummed" in table
    assert "take it out of known_misses" in table
    assert "verdict" not in table
    assert "verdict" in "\n".join(lines(CHECKED, every_row=True))

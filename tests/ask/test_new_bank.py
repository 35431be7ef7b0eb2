"""Starting a bank of one's own."""

import json
from pathlib import Path

import pytest

from simulator.ask import banks
from simulator.errors import BankError


@pytest.mark.parametrize("title", ["Nursing", 'The "best" \\ one', "Ünïcode £", "a\nb"])
def test_a_new_bank_is_good_from_the_start(tmp_path: Path, title: str) -> None:
    path = banks.new(tmp_path / "deep" / "nurse", title)
    assert path == tmp_path / "deep" / "nurse.toml"
    assert banks.validate(path) == []
    assert banks.load(path).title == " ".join(title.split())
    assert path.read_text(encoding="utf-8").startswith("#")


def test_a_new_bank_has_its_schema_beside_it_for_editors(tmp_path: Path) -> None:
    """A schema that is there already is somebody's, and stays."""
    path = banks.new(tmp_path / "nurse", "Nursing")
    beside = tmp_path / "bank.schema.json"
    written = beside.read_text(encoding="utf-8")
    beside.write_text("{}")
    banks.new(tmp_path / "midwife", "Midwifery")
    assert path.read_text(encoding="utf-8").startswith(f"#:schema ./{beside.name}\n")
    assert json.loads(written) == banks.schema()
    assert beside.read_text() == "{}"


def test_a_new_bank_by_bare_name_can_be_rehearsed_by_name() -> None:
    banks.new("nurse", "Nursing")
    assert banks.load("nurse").title == "Nursing"


def test_a_new_bank_overwrites_nothing(tmp_path: Path) -> None:
    path = banks.new(tmp_path / "nurse.toml", "Nursing")
    path.write_text("my work")
    with pytest.raises(BankError, match="is there already"):
        banks.new(tmp_path / "nurse.toml", "Nursing")
    assert path.read_text() == "my work"


@pytest.mark.parametrize("title", ["", "  ", "😀", "\x00"])
def test_a_new_bank_needs_a_title(tmp_path: Path, title: str) -> None:
    with pytest.raises(BankError, match="is no title"):
        banks.new(tmp_path / "nurse", title)


def test_a_new_bank_where_nothing_can_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BankError, match="cannot be written"):
        banks.new(tmp_path / "file" / "nurse.toml", "Nursing")

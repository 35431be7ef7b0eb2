"""Thresholds can be changed without touching code, and mistakes are named."""

from pathlib import Path

import pytest

from simulator.errors import SettingsError
from simulator.transcribe.settings import Settings


def write(home: Path, text: str) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "transcription.toml").write_text(text, "utf-8")


def test_without_a_file() -> None:
    """Without a file the defaults hold."""
    assert Settings.load() == Settings()


def test_from_the_users_file(home: Path) -> None:
    """A threshold in the user's file counts; all others stay."""
    write(home, "[fillers]\nvowel_least_s = 0.2\n[cutting]\nlongest_s = 12\n")
    loaded = Settings.load()

    assert loaded.fillers.vowel_least_s == 0.2
    assert loaded.cutting.longest_s == 12
    assert loaded.decoder == Settings().decoder


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[fillers]\nvowl = 1.0", "vowl"),
        ("[kitchen]", "kitchen"),
        ("fillers = 3", "fillers"),
        ("[fillers]\nvowel_least_s = 'long'", "vowel_least_s"),
        ("[decoder]\nbeam = 2.5", "beam"),
        ("[fillers\n", "transcription.toml"),
    ],
)
def test_mistakes(home: Path, text: str, named: str) -> None:
    """A mistake in the file is one error that names it."""
    write(home, text)
    with pytest.raises(SettingsError, match=named):
        Settings.load()

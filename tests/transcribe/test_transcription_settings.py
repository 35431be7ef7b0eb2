"""Thresholds can be changed without touching code, and mistakes are named."""

from dataclasses import asdict
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
        ("[cutting]\npause_s = nan", "pause_s"),
        ("[cutting]\nmargin_s = -0.4", "margin_s"),
        ("[cutting]\nleast_frames = 0", "least_frames"),
        ("[cutting]\nvoice_at = 4", "voice_at"),
        ("[cutting]\nripe_s = 3", "ripe_s"),
        ("[cutting]\nlongest_s = 29", "longest_s"),
        ("[cutting]\nlongest_s = inf", "longest_s"),
        ("[decoder]\nthreads = 0", "threads"),
        ("[decoder]\nbeam = -5", "beam"),
        ("[decoder]\nwindow_step = 0", "window_step"),
        ("[decoder]\nprompt_tokens = -1", "prompt_tokens"),
        ("[decoder]\nwindow_margin_s = 1e300", "window_margin_s"),
        ("[decoder]\nlog_probability_least = nan", "log_probability_least"),
        ("[fillers]\nratio_least = -inf", "ratio_least"),
        (f"[fillers]\nsites_most = {10**60}", "sites_most"),
        ("[cutting]\nvoice_at = 4", "transcription.toml"),
    ],
)
def test_mistakes(home: Path, text: str, named: str) -> None:
    """A mistake in the file is one error that names it."""
    write(home, text)
    with pytest.raises(SettingsError, match=named):
        Settings.load()


@pytest.mark.parametrize("part", ["cutting", "decoder", "fillers"])
def test_every_default_fits(part: str) -> None:
    """No default lies outside what a user may set, and each can be written down."""
    usual = getattr(Settings(), part)

    assert getattr(Settings.of({part: asdict(usual)}), part) == usual

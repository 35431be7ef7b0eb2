"""Where a choice comes from, and what happens to one that does not fit."""

from pathlib import Path

import pytest

from simulator import settings
from simulator.errors import SettingsError


def written(text: str) -> Path:
    """settings.toml with that text."""
    path = settings.settings_file()
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_any_choice_the_defaults_hold() -> None:
    """Who chose nothing gets Whisper base, English, patience 1, feedback at the end."""
    chosen = settings.load({})

    assert (chosen.model, chosen.language, chosen.patience, chosen.mode) == (
        "base",
        "en",
        1.0,
        "interview",
    )


def test_a_flag_wins_over_environment_file_and_profile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Flag, then environment, then settings.toml, then profile, then default."""
    written('patience = 1.25\nmodel = "tiny.en"\nprofile = "patient"\n')
    monkeypatch.setenv("MOCK_INTERVIEW_MODEL", "small")

    by_flag = settings.load({"patience": 3.0})
    by_file = settings.load({})

    assert by_flag.patience == 3.0
    assert (by_file.patience, by_file.model) == (1.25, "small")


def test_a_profile_fills_what_nobody_chose() -> None:
    """Profile `beginner` is more patient and gives feedback after each answer."""
    chosen = settings.load({"profile": "beginner", "mode": None})

    assert (chosen.patience, chosen.mode) == (1.5, "study")


@pytest.mark.parametrize("profile", settings.PROFILES)
def test_every_profile_is_valid(profile: str) -> None:
    assert settings.load({"profile": profile}).profile == profile


def test_an_unknown_profile_is_named_with_the_known_ones() -> None:
    with pytest.raises(SettingsError, match=r"'calm'.*standard"):
        settings.load({"profile": "calm"})


def test_a_value_that_does_not_fit_says_where_it_came_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """patience = 9 in the environment is refused, naming the environment."""
    monkeypatch.setenv("MOCK_INTERVIEW_PATIENCE", "9")

    with pytest.raises(SettingsError, match=r"patience = '9' from the environment"):
        settings.load({})


def test_an_unknown_setting_in_the_file_is_refused_with_the_file() -> None:
    path = written("patiens = 2\n")

    with pytest.raises(SettingsError) as caught:
        settings.load({})

    assert "patiens" in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_broken_settings_file_is_one_clear_error() -> None:
    path = written("patience = = 2")

    with pytest.raises(SettingsError, match="cannot be read") as caught:
        settings.load({})

    assert str(path) in str(caught.value)


def test_a_resumed_session_goes_on_as_it_began(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its settings win over the file and the profile, not over a flag."""
    written('language = "fr"\npatience = 1.25\n')
    kept = {"language": "de", "manual": True, "patience": 2.0, "unknown": 1}

    chosen = settings.load({"patience": 3.0}, kept)

    assert (chosen.language, chosen.manual, chosen.patience) == ("de", True, 3.0)


def test_the_coach_is_named_by_flag_then_settings_then_login(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "kim")
    assert settings.coach_name() == "kim"
    monkeypatch.setenv("MOCK_INTERVIEW_COACH", "Robin")
    assert settings.coach_name() == "Robin"
    assert settings.coach_name("Sam") == "Sam"


def test_a_profile_asked_for_at_a_resume_goes_before_what_was_kept() -> None:
    """Who was cut off resumes with more patience, and gets it; a flag still wins."""
    kept = settings.load({}).model_dump()

    assert settings.load({}, kept).patience == 1.0
    patient = settings.load({"profile": "patient"}, kept)
    assert patient.patience == settings.PROFILES["patient"]["patience"] > 1.0
    assert settings.load({"profile": "stammer"}, kept).measures == "content"
    assert settings.load({"profile": "patient", "patience": 0.5}, kept).patience == 0.5

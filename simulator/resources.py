"""Every place the product touches, in one file.

Shipped banks and fixtures lie inside the package in a wheel, and beside it in a
checkout (hatchling force-includes them), so we look inside first. The user's places
follow the platform's conventions; `MOCK_INTERVIEW_HOME` moves all of them under one
folder (tests and careful people use it).
"""

import os
from importlib import resources
from pathlib import Path

from .errors import SettingsError

APP = "mock-interview"


def shipped(name: str) -> Path:
    """Folder of that name shipped with the product (question_banks, audio_fixtures)."""
    inside = Path(str(resources.files("simulator"))) / name
    return inside if inside.is_dir() else inside.parent.parent / name


def _place(kind: str) -> Path:
    home = os.environ.get("MOCK_INTERVIEW_HOME")
    if home:
        try:
            return Path(home).expanduser() / kind
        except RuntimeError:
            raise SettingsError(
                f"MOCK_INTERVIEW_HOME = {home!r} names no user of this machine",
                "Give a folder.",
            ) from None
    import platformdirs

    at = {
        "sessions": platformdirs.user_data_path(APP) / "sessions",
        "cache": platformdirs.user_cache_path(APP),
        "config": platformdirs.user_config_path(APP),
    }
    return at[kind]


def sessions_folder() -> Path:
    """Where sessions are kept."""
    return _place("sessions")


def cache_folder() -> Path:
    """What can be made again: joined weights, check marks, made fixtures."""
    return _place("cache")


def config_folder() -> Path:
    """settings.toml and the user's own banks (`banks/`)."""
    return _place("config")

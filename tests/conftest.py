"""Every test lives in a home of its own: none can touch real sessions or settings."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

import simulator  # noqa: F401 - switches the telemetry of libraries off first

# A busy machine is no fault of the code: what must be quick is measured by benchmarks.
hypothesis.settings.register_profile("any_load", deadline=None)
hypothesis.settings.load_profile("any_load")

SPEECH = Path(
    os.environ.get(
        "MOCK_INTERVIEW_SPEECH",
        Path(__file__).resolve().parents[1].parent / "shared" / "audio",
    )
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of this test."""
    place = tmp_path / "home"
    monkeypatch.setenv("MOCK_INTERVIEW_HOME", str(place))
    return place


@pytest.fixture
def speech() -> Path:
    """Human recordings, read where they lie; skips loudly where there are none."""
    if not (SPEECH / "manifest.json").is_file():
        pytest.skip(f"NO HUMAN SPEECH at {SPEECH}: set MOCK_INTERVIEW_SPEECH")
    return SPEECH


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A real browser, started once (see `browser.py`)."""
    import browser

    with browser.chromium() as started:
        yield started

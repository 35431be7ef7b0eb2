"""Lets `pytest FOLDER` check the recordings in it, in any project that has this one.

Every `*.expected.toml` becomes a test item marked `model`. Collecting reads no file and
imports no model; in folders without such files nothing happens at all. The model is set
with `--mock-interview-model`, or `mock_interview_model` in the project's settings.
"""

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .decodings import Decodings

SUFFIX = ".expected.toml"
"""As in `expectation`, which is not imported here: it needs pydantic."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Which model listens, and whether its decodings may come from the cache."""
    group = parser.getgroup("mock-interview", "recordings against what is expected")
    group.addoption("--mock-interview-model", help="tiny.en, base, a folder, any name")
    group.addoption("--mock-interview-language", default="en", help="that is spoken")
    group.addoption("--mock-interview-no-cache", action="store_true")
    parser.addini("mock_interview_model", "the model that listens", default="base")


def pytest_configure(config: pytest.Config) -> None:
    """The marker, for projects with strict markers."""
    config.addinivalue_line("markers", "model: runs real Whisper weights")


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> "ExpectedFile | None":
    """A collector for `NAME.expected.toml`."""
    if not file_path.name.endswith(SUFFIX):
        return None
    made: ExpectedFile = ExpectedFile.from_parent(parent, path=file_path)
    return made


class ExpectedFile(pytest.File):
    """The expectation of one recording."""

    def collect(self) -> Iterable["RecordingItem"]:
        """One item: the recording."""
        name = self.path.name.removesuffix(SUFFIX)
        yield RecordingItem.from_parent(self, name=name)


class MissedError(Exception):
    """Something is not as expected."""


class RecordingItem(pytest.Item):
    """A recording through the whole product."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.add_marker("model")

    def runtest(self) -> None:
        """Fails naming every measure that is not as expected."""
        from . import finding, junit, running, table

        case = finding.of_expectation(self.path)
        with warnings.catch_warnings():
            # Where warnings are errors, those of Whisper's libraries are no misses.
            warnings.simplefilter("ignore")
            checked = running.check(case, _decodings(self.config))
        for row in checked.rows:
            if row.outcome == "known_miss":
                self.add_report_section("call", "known misses", junit.told(row))
        failed = [junit.told(row) for row in checked.rows if row.failed]
        if failed:
            head = f"{case.recording.name} with {checked.model}:"
            raise MissedError("\n".join([head, *failed, table.NEXT]))

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Our own errors are sentences; a bug keeps its traceback."""
        from ..errors import SimulatorError

        if isinstance(excinfo.value, MissedError | SimulatorError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where it stands."""
        return self.path, 0, self.name


_opened = pytest.StashKey["Decodings"]()


def _decodings(config: pytest.Config) -> "Decodings":
    """One model for the whole run."""
    from .decodings import Decodings
    from .engine import Engine

    if _opened not in config.stash:
        chosen = config.getoption("mock_interview_model")
        model = chosen or config.getini("mock_interview_model")
        keep = not config.getoption("mock_interview_no_cache")
        engine = Engine(str(model), str(config.getoption("mock_interview_language")))
        config.stash[_opened] = Decodings(engine, keep=keep)
    return config.stash[_opened]

"""`--private` keeps nothing."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from simulator import resources
from simulator.keep import PrivateStore
from simulator.records import Session

# A person's signals: whoever runs the tests may ignore some, and children inherit that.
RUN = """
import signal, time
signal.signal(signal.SIGHUP, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
from simulator.keep import PrivateStore
store = PrivateStore()
(store.root / "01-x.part.s16").write_text("we met")
print(store.root, flush=True)
{end}
"""


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of this test's own, so that what is left can be seen."""
    place = tmp_path / "scratch"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return place


def begin(end: str) -> tuple[subprocess.Popen[str], Path]:
    run = subprocess.Popen(
        [sys.executable, "-c", RUN.format(end=end)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    return run, Path(run.stdout.readline().strip())


def test_nothing_is_left_afterwards(session: Session, scratch: Path) -> None:
    """Session, sound and caches are gone when it closes."""
    with PrivateStore() as store:
        folder = store.create(session)
        (folder / "01-conflict.flac").write_text("we met")
        cache = resources.cache_folder() / "sessions" / session.id
        cache.mkdir(parents=True)
        assert store.load(session.id) == session
        assert stat.S_IMODE(store.root.stat().st_mode) == 0o700

    store.close()

    assert list(scratch.iterdir()) == []
    assert not cache.exists()
    assert not resources.sessions_folder().exists()


@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda s: s.name
)
def test_nothing_is_left_when_it_is_told_to_stop(
    number: signal.Signals, scratch: Path
) -> None:
    """Ctrl-C, a closed terminal and a polite kill all clean up."""
    run, root = begin("time.sleep(60)")
    assert root.is_dir()

    run.send_signal(number)
    try:
        run.communicate(timeout=30)
    finally:
        run.kill()
        run.wait()

    assert list(scratch.iterdir()) == []


def test_nothing_is_left_after_a_bug(scratch: Path) -> None:
    """An exception that nobody catches cleans up too."""
    run, _ = begin("raise ValueError")
    run.communicate(timeout=20)

    assert list(scratch.iterdir()) == []


def test_what_a_killed_run_left_is_removed_by_the_next(scratch: Path) -> None:
    """After `kill -9` the next private run cleans up; a living run is left alone."""
    killed, dead = begin("time.sleep(60)")
    living, alive = begin("time.sleep(60)")
    killed.kill()
    killed.communicate()

    with PrivateStore():
        left = [path for path in (dead, alive) if path.exists()]
    living.terminate()
    living.communicate(timeout=20)

    assert left == [alive]


def test_a_folder_of_someone_else_is_not_touched(scratch: Path, tmp_path: Path) -> None:
    """A link with our prefix, planted in a shared /tmp, is not followed."""
    precious = tmp_path / "precious"
    precious.mkdir()
    os.symlink(precious, scratch / "mock-interview-private-planted")

    with PrivateStore():
        pass

    assert precious.is_dir()

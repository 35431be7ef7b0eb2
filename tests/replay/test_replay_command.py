"""`mock-interview replay`, as a shell sees it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx
import made_sessions
import pytest

from simulator.keep import FolderStore

COMMAND = (sys.executable, "-m", "simulator", "replay", "--no-open")


@contextmanager
def running(
    home: Path, *arguments: str, **extra: str
) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        [*COMMAND, *arguments],
        env={**os.environ, "MOCK_INTERVIEW_HOME": str(home), **extra},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def ended(home: Path, *arguments: str) -> tuple[int, str]:
    with running(home, *arguments) as child:
        _, said = child.communicate(timeout=60)
        return child.returncode, said


def test_it_prints_a_link_that_opens_and_ends_on_ctrl_c(home: Path) -> None:
    """Nobody has rehearsed yet: that is told, not an error."""
    with running(home, "--as", "Robin") as child:
        assert child.stdout is not None
        link = child.stdout.readline().strip()
        assert link.startswith("http://127.0.0.1:")
        page = httpx.get(link, follow_redirects=True, timeout=60)
        assert page.status_code == 200
        assert "No sessions yet" in page.text
        assert "Robin" in page.text
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=20)
        assert "Traceback" not in said


def test_a_session_s_folder_opens_that_session(home: Path, store: FolderStore) -> None:
    with running(home, str(store.folder(made_sessions.ID))) as child:
        assert child.stdout is not None
        with httpx.Client(follow_redirects=True, timeout=60) as client:
            page = client.get(child.stdout.readline().strip())
        assert made_sessions.ID in str(page.url)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("no-such-session",), "no session"),
        (("--host", "0.0.0.0"), "there is no password"),
        (("--rubric", "nothing"), "no rubric"),
        (("--host", "192.0.2.1"), "there is no password"),
    ],
)
def test_what_does_not_fit_is_told_in_one_line(
    home: Path, arguments: tuple[str, ...], told: str
) -> None:
    code, said = ended(home, *arguments)
    assert code == 2
    assert told in said
    assert said.count("\n") == 1


def test_a_short_password_is_refused(home: Path) -> None:
    with running(
        home, "--host", "0.0.0.0", MOCK_INTERVIEW_STUDIO_PASSWORD="short"
    ) as child:
        _, said = child.communicate(timeout=60)
    assert child.returncode == 2
    assert "at least 10" in said


def test_the_page_to_send_back_says_how_its_library_is_named(
    home: Path, tmp_path: Path
) -> None:
    """What it promises must work as it stands there."""
    import made_sessions
    from starlette.requests import Request

    from simulator.keep import FolderStore
    from simulator.replay.desk import Desk
    from simulator.replay.share_page import SharePage
    from simulator.resources import sessions_folder

    scope = {"type": "http", "path_params": {"id": made_sessions.ID}}
    for root, named in ((tmp_path / "a b", True), (sessions_folder(), False)):
        store = FolderStore(root)
        made_sessions.keep(store)
        page = SharePage(Desk(root, "Robin", store)).show(Request(scope))
        text = bytes(page.body).decode()
        assert ("import-comments FILE --library" in text) is named
        assert (str(root) in text) is named

"""A studio that really listens, over a library with real sound in it."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "studio"))

import made_sessions

from simulator.keep import FolderStore
from simulator.resources import sessions_folder

FIRST = made_sessions.ID
LATER = "2026-11-24T090000Z-demo-9b2c"


@dataclass(frozen=True)
class Studio:
    """A running studio, as somebody outside sees it."""

    link: str
    root: Path
    door: Any

    @property
    def address(self) -> str:
        return self.link.partition("/enter")[0]


@pytest.fixture
def store(home: Path) -> FolderStore:
    """The user's own library, in this test's home: Sam twice, Ana once."""
    kept = FolderStore(sessions_folder())
    made_sessions.keep(kept, FIRST, candidate="Sam")
    made_sessions.keep(kept, LATER, candidate="Sam")
    return kept


@contextmanager
def running(
    store: FolderStore, coach: str = "Robin", password: str | None = None
) -> Iterator[Studio]:
    """Start the studio in a thread of its own; stop it at the end."""
    import uvicorn

    from simulator.replay.app import studio
    from simulator.replay.desk import Desk
    from simulator.replay.door import Door
    from simulator.replay.serving import bound, settings

    with bound("127.0.0.1", 0) as listening:
        door = Door("127.0.0.1", listening.getsockname()[1], password)
        app = studio(Desk(store.root, coach, store), door)
        server = uvicorn.Server(settings(app))
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [listening]}, daemon=True
        )
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the studio did not start"
            time.sleep(0.01)
        try:
            yield Studio(door.link, store.root, door)
        finally:
            server.should_exit = True
            thread.join(10)


@pytest.fixture
def open_studio(store: FolderStore) -> Iterator[Studio]:
    with running(store) as studio:
        yield studio


@pytest.fixture
def page(chromium: Any, open_studio: Studio) -> Iterator[Any]:
    """A tab of a real browser that came in by the link."""
    import browser

    with browser.tab(chromium, offline=False) as tab:
        tab.page.goto(open_studio.link)
        tab.page.base = open_studio.address
        yield tab.page


@pytest.fixture
def start() -> Callable[..., Any]:
    return running

"""Which tries the studio offers to set beside an answer."""

from collections.abc import Callable
from typing import Any

import httpx2 as httpx
import made_sessions
from made_sessions import ID as FIRST

from simulator.answer import Given, judge_words
from simulator.keep import FolderStore
from simulator.transcribe.typed import transcript_of

STORY, RAMBLE = made_sessions.turns()


def test_another_try_is_offered_and_a_skipped_one_is_not(
    store: FolderStore, start: Callable[..., Any]
) -> None:
    later = "2026-11-25T090000Z-demo-5d1e"
    given = Given(STORY.question, f"{STORY.stem}.try2", 2, "skip")
    skipped = judge_words(transcript_of(""), given)
    made_sessions.keep(store, later, candidate="Sam", turns=(STORY, skipped, RAMBLE))

    with (
        start(store) as studio,
        httpx.Client(
            base_url=studio.address, follow_redirects=True, timeout=60
        ) as inside,
    ):
        inside.get(studio.link)
        page = inside.get(f"/compare?a={FIRST}/{STORY.stem}").text

    assert f"{later}/{STORY.stem}" in page
    assert ".try2" not in page

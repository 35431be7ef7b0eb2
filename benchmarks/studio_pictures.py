"""Screenshots of the studio for docs/: `python -m benchmarks.studio_pictures`.

Sessions are made of the shipped demo; comments and scores are written through the same
functions as on the page. The pictures are of the real pages in a real browser.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from .studio import browsing, served
from .studio_library import made_sessions

FIRST = made_sessions.ID
EARLIER = "2026-11-15T090000Z-demo-5c1e"
STORY, RAMBLE = "01-conflict", "02-deadline"
OTHERS = (
    ("2026-11-23T160500Z-demo-19af", "Ana"),
    ("2026-11-21T083000Z-demo-44d0", "Chidi"),
    ("2026-11-20T111500Z-demo-8e02", "Elif"),
    ("2026-11-18T140000Z-demo-b7c3", "Ana"),
)


def furnished(home: Path) -> None:
    """A library as a coach has it after a week."""
    from simulator.keep import FolderStore
    from simulator.studio import comments, corrections, scores

    os.environ["MOCK_INTERVIEW_HOME"] = str(home)
    store = FolderStore(home / "sessions")
    turns = made_sessions.turns()
    made_sessions.keep(store, FIRST, candidate="Sam")
    for id, who in OTHERS:
        made_sessions.keep(store, id, candidate=who, turns=turns[: 1 + (who == "Ana")])
    # An earlier try of Sam at the first question: the ramble, told of that question.
    ramble = turns[1].model_copy(
        update={"question": turns[0].question, "stem": STORY, "audio": f"{STORY}.flac"}
    )
    folder = made_sessions.keep(store, EARLIER, candidate="Sam", turns=(ramble,))
    sound = store.folder(FIRST) / f"{RAMBLE}.flac"
    (folder / f"{STORY}.flac").write_bytes(sound.read_bytes())
    for id in (OTHERS[1][0], OTHERS[3][0]):
        scores.mark(store.folder(id), "Robin", "reviewed")
    here = store.folder(FIRST)
    said = comments.add(
        here,
        "Robin",
        RAMBLE,
        "A clear start: you say at once what was at stake.",
        start_s=3.2,
        kind="strength",
        visibility="shown",
    )
    comments.reply(here, "Kim", said.id, "Yes, that is new since last week.")
    comments.add(
        here,
        "Kim",
        RAMBLE,
        "Do we need the migration here? What did you decide?",
        start_s=34.0,
        kind="question",
    )
    comments.add(
        here,
        "Robin",
        RAMBLE,
        "The story stops here. End with what the auditors said.",
        start_s=55.4,
        visibility="shown",
    )
    for scale, value in (("episode", 3), ("own_part", 3), ("outcome", 1)):
        scores.give(here, "Robin", RAMBLE, "behavioural", scale, value, blind=True)
    corrections.reject_filler(here, turns[1], 1, "Robin")


def taken(page: Any, link: str, out: Path) -> None:
    """The pictures, light and dark."""
    address = link.partition("/enter")[0]
    page.goto(link)
    page.screenshot(path=out / "studio_library.png")
    page.goto(f"{address}/s/{FIRST}/{RAMBLE}")
    page.wait_for_selector("html[data-ready=yes]")
    page.wait_for_timeout(600)
    page.evaluate("document.getElementById('sound').currentTime = 24.6")
    page.wait_for_timeout(300)
    page.set_viewport_size({"width": 1360, "height": 1500})
    page.screenshot(path=out / "studio_session.png")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 1360, "height": 900})
    page.wait_for_timeout(300)
    page.screenshot(path=out / "studio_session_dark.png")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 360, "height": 1500})
    page.goto(f"{address}/s/{FIRST}/{RAMBLE}")
    page.wait_for_selector("html[data-ready=yes]")
    page.wait_for_timeout(600)
    page.screenshot(path=out / "studio_phone.png")
    page.set_viewport_size({"width": 1360, "height": 900})
    page.goto(f"{address}/compare?a={EARLIER}/{STORY}&b={FIRST}/{STORY}")
    page.wait_for_selector("html[data-ready=yes]")
    page.wait_for_timeout(800)
    page.set_viewport_size({"width": 1360, "height": 1250})
    page.screenshot(path=out / "studio_compare.png")


def main() -> int:
    out = Path("docs")
    with tempfile.TemporaryDirectory() as home:
        furnished(Path(home))
        with served(Path(home)) as (link, _), browsing() as page:
            taken(page, link, out)
    print(json.dumps({"pictures": sorted(p.name for p in out.glob("studio_*.png"))}))
    return 0


if __name__ == "__main__":
    sys.exit(main())

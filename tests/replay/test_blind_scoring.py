"""Scoring blind: nothing the tool judged is told before an answer is scored, anywhere;
and by which rubric it is scored."""

from pathlib import Path

import made_sessions
import pytest
from made_sessions import ID as FIRST
from starlette.requests import Request

from simulator.casebook.agreement_over import over
from simulator.keep import FolderStore
from simulator.replay import acts, session_view
from simulator.replay.desk import Desk
from simulator.replay.library_page import LibraryPage
from simulator.studio import rubric, scores
from simulator.studio.moments import ListenFirst

STORY, RAMBLE = (turn.stem for turn in made_sessions.turns())
KEY = ("Robin", STORY, "behavioural", "episode")
MINE = """\
id = "mine"
title = "Mine"

[[scales]]
id = "episode"
title = "One real episode"
tool = "structure_level"
[scales.anchors]
1 = "No example."
3 = "One episode, its end unclear."
5 = "One episode with its end."
"""


@pytest.fixture
def desk(home: Path) -> Desk:
    from simulator.resources import sessions_folder

    store = FolderStore(sessions_folder())
    made_sessions.keep(store)
    return Desk(store.root, "Robin", store)


def score_all(desk: Desk, stem: str) -> None:
    for scale in session_view.looked(desk, FIRST, stem, True).sheet.scales:
        at = session_view.looked(desk, FIRST, stem, True)
        acts.score(at, acts.ScoreAct(scale=scale.id, value=3))


def moments(desk: Desk, stem: str, blind: bool = True) -> set[str]:
    at = session_view.looked(desk, FIRST, stem, blind)
    return {moment["stem"] for moment in session_view.context(at)["moments"]}


def test_a_scored_answer_tells_nothing_of_one_that_is_not(desk: Desk) -> None:
    first: tuple[ListenFirst, ...] = desk.opened(FIRST).listen_first
    assert {moment.stem for moment in first} == {STORY, RAMBLE}
    assert moments(desk, STORY) == set()
    score_all(desk, STORY)
    assert moments(desk, STORY) == {STORY}
    assert moments(desk, STORY, blind=False) == {STORY, RAMBLE}
    score_all(desk, RAMBLE)
    assert moments(desk, STORY) == {STORY, RAMBLE}


@pytest.mark.parametrize("blind", [True, False])
def test_the_list_tells_what_stands_out_unless_one_scores_blind(
    desk: Desk, blind: bool
) -> None:
    cookie = f"{session_view.BLIND}={'yes' if blind else 'no'}".encode()
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "query_string": b"",
        "headers": [(b"cookie", cookie)],
    }
    page = bytes(LibraryPage(desk).show(Request(scope)).body).decode()
    assert "Sam" in page
    assert ("no result in 1 of 2" in page) is not blind


def test_taking_a_score_back_makes_nobody_forget(desk: Desk) -> None:
    """It hides the tool again; what is given then is not blind, on no scale."""
    score_all(desk, STORY)
    scales = [s.id for s in session_view.looked(desk, FIRST, STORY, True).sheet.scales]
    second = next(scale for scale in scales if scale != "episode")
    other = ("Robin", STORY, "behavioural", second)
    standing = scores.latest(desk.opened(FIRST).scores)
    assert standing[KEY].blind
    for scale, value in (("episode", None), ("episode", 5), (second, 5)):
        at = session_view.looked(desk, FIRST, STORY, True)
        acts.score(at, acts.ScoreAct(scale=scale, value=value))
    standing = scores.latest(desk.opened(FIRST).scores)
    assert not standing[KEY].blind
    assert not standing[other].blind
    rest = [s for key, s in standing.items() if key not in (KEY, other)]
    assert all(score.blind for score in rest)


def test_the_rubric_of_the_assignment_is_what_is_scored_by(home: Path) -> None:
    """By its id: a path out of a session's file is never opened, an unknown id passed
    over; a rubric that the coach names comes before both."""
    from simulator.resources import sessions_folder

    store = FolderStore(sessions_folder())
    file = home / "mine.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(MINE, "utf-8")
    for n, named in enumerate(("problem_solving", str(file), "unknown", "")):
        made_sessions.keep(store, f"{FIRST[:-1]}{n}", settings={"rubric": named})
    usual, own = (
        Desk(store.root, "Robin", store),
        Desk(store.root, "R", store, str(file)),
    )

    def used(desk: Desk, n: int) -> str:
        return session_view.looked(desk, f"{FIRST[:-1]}{n}", STORY, False).sheet.rubric

    assert [used(usual, n) for n in range(4)] == [
        "problem_solving", "behavioural", "behavioural", "behavioural",
    ]  # fmt: skip
    assert used(own, 0) == "mine"


def test_scores_by_a_rubric_of_one_s_own_file_are_held_against_the_program(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, "utf-8")
    folder = desk.opened(FIRST).folder
    scores.give(folder, "Robin", STORY, "mine", "episode", 4, blind=True)
    assert over(desk.store) == ()
    (found,) = over(desk.store, (rubric.load(str(file)),))
    assert (found.one, found.scale, found.agreement.pairs) == (
        "Robin", "One real episode", 1,
    )  # fmt: skip

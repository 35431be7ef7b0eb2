"""Two coaches' comments written at the same time: nothing of either is lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import SessionError
from simulator.studio import comments, journal
from simulator.studio.comments import CommentEvent

COACHES = ("Anna", "Ben")


@st.composite
def histories(draw: st.DrawFn) -> dict[str, tuple[CommentEvent, ...]]:
    """What each coach wrote: adds, and all that may follow on any comment known.

    Clocks are unequal and coarse, so that many moments coincide.
    """
    known: list[str] = []
    written: dict[str, list[CommentEvent]] = {coach: [] for coach in COACHES}
    for n in range(draw(st.integers(1, 14))):
        coach = draw(st.sampled_from(COACHES))
        op = draw(st.sampled_from(["add", "edit", "reply", "resolve", "delete"]))
        target = draw(st.sampled_from(known)) if known and op != "add" else None
        if target is None:
            op = "add"
        second = draw(st.integers(0, 4))
        event = CommentEvent(
            id=f"{n:032x}",
            coach=coach,
            at=f"2026-11-22T10:00:0{second}.000000Z",
            turn="01-conflict",
            start_s=float(n),
            op=op,
            target=target,
            body=f"{op} {n}",
            visibility=draw(st.sampled_from(["private", "shown"])),
            kind="work_on",
        )
        if op in ("add", "reply"):
            known.append(event.id)
        written[coach].append(event)
    return {coach: tuple(events) for coach, events in written.items()}


@settings(deadline=None)  # a busy machine is no fault of ours
@given(histories(), st.randoms(use_true_random=False))
def test_any_order_of_joining_gives_the_same_and_loses_nothing(
    written: dict[str, tuple[CommentEvent, ...]], random: object
) -> None:
    """Union by id: commutative, associative, idempotent."""
    anna, ben = written["Anna"], written["Ben"]
    joined = journal.merged(anna, ben)

    assert {e.id for e in joined} == {e.id for e in (*anna, *ben)}
    assert journal.merged(ben, anna) == joined
    assert journal.merged(joined, anna, ben, joined) == joined
    shuffled = list((*anna, *ben))
    random.shuffle(shuffled)
    one_by_one: tuple[CommentEvent, ...] = ()
    for event in shuffled:
        one_by_one = journal.merged(one_by_one, (event,))
    assert one_by_one == joined
    assert comments.fold(shuffled) == comments.fold(joined)


@settings(max_examples=25, deadline=None)
@given(histories(), st.booleans())
def test_two_coaches_files_on_two_machines_come_together(
    tmp_path_factory: pytest.TempPathFactory,
    written: dict[str, tuple[CommentEvent, ...]],
    anna_first: bool,
) -> None:
    """Through real files: whoever's file is joined first, both libraries agree."""
    here, there = (tmp_path_factory.mktemp("s") for _ in range(2))
    order = COACHES if anna_first else COACHES[::-1]
    for coach in order:
        comments.append(here, *written[coach])
    for coach in reversed(order):
        comments.append(there, *written[coach])
        comments.append(there, *written[coach])  # and a second time

    assert comments.events(here) == comments.events(there)
    assert len(comments.events(here)) == sum(len(w) for w in written.values())


def test_a_coach_cannot_rewrite_what_another_wrote(tmp_path: Path) -> None:
    """Neither through the functions nor by a forged entry."""
    said = comments.add(tmp_path, "Anna", "01-conflict", "Clear ending.", start_s=3.0)
    forged = said.model_copy(
        update={"id": "f" * 32, "coach": "Ben", "op": "delete", "target": said.id}
    )
    comments.append(tmp_path, forged)

    assert [c.body for c in comments.fold(comments.events(tmp_path))] == [
        "Clear ending."
    ]
    with pytest.raises(SessionError, match="Only Anna"):
        comments.edit(tmp_path, "Ben", said.id, "Unclear ending.")


def test_two_who_settle_the_same_comment_have_settled_it(tmp_path: Path) -> None:
    said = comments.add(tmp_path, "Anna", "01-conflict", "Say the result.")
    comments.resolve(tmp_path, "Anna", said.id)
    comments.resolve(tmp_path, "Ben", said.id)
    (comment,) = comments.fold(comments.events(tmp_path))
    assert comment.resolved_by == "Ben"
    comments.resolve(tmp_path, "Anna", said.id, settled=False)
    (comment,) = comments.fold(comments.events(tmp_path))
    assert comment.resolved_by is None


def test_edits_replies_and_deletions_are_folded_in_order(tmp_path: Path) -> None:
    said = comments.add(tmp_path, "Anna", "01-conflict", "First.", start_s=1.0)
    comments.edit(tmp_path, "Anna", said.id, "Second.", visibility="shown")
    answer = comments.reply(tmp_path, "Ben", said.id, "I agree.")
    comments.edit(tmp_path, "Ben", answer.id, "I agree fully.")
    gone = comments.add(tmp_path, "Ben", "01-conflict", "Never mind.")
    comments.delete(tmp_path, "Ben", gone.id)

    (comment,) = comments.fold(comments.events(tmp_path))
    assert (comment.body, comment.edited, comment.visibility) == (
        "Second.",
        True,
        "shown",
    )
    assert [reply.body for reply in comment.replies] == ["I agree fully."]


def test_private_comments_and_old_wordings_do_not_leave(tmp_path: Path) -> None:
    """What is shared holds what is shown now, and nothing that was taken back."""
    comments.add(tmp_path, "Anna", "01-conflict", "Between us: nervous.")
    shown = comments.add(
        tmp_path, "Anna", "01-conflict", "Too harsh a word.", visibility="shown"
    )
    comments.edit(tmp_path, "Anna", shown.id, "A kinder word.")
    comments.reply(tmp_path, "Ben", shown.id, "Secret aside.", visibility="private")
    taken_back = comments.add(
        tmp_path, "Ben", "01-conflict", "Wrong answer.", visibility="shown"
    )
    comments.delete(tmp_path, "Ben", taken_back.id)

    left = journal.encoded(comments.shared(comments.events(tmp_path))).decode()
    assert "A kinder word." in left
    for secret in ("nervous", "harsh", "aside", "Wrong answer"):
        assert secret not in left


def test_what_was_shared_joins_what_is_here_without_doubling(tmp_path: Path) -> None:
    said = comments.add(
        tmp_path, "Anna", "01-conflict", "First wording.", visibility="shown"
    )
    comments.edit(tmp_path, "Anna", said.id, "Second wording.")
    back = comments.shared(comments.events(tmp_path))
    (comment,) = comments.fold([*comments.events(tmp_path), *back])
    assert comment.body == "Second wording."


@pytest.mark.parametrize("coach", ["../../etc/passwd", "a/b", "", "  ", "x" * 81])
def test_a_coach_s_name_never_leaves_the_folder(tmp_path: Path, coach: str) -> None:
    inside = tmp_path / "session"
    inside.mkdir()
    try:
        comments.add(inside, coach, "01-conflict", "Hello.")
    except SessionError:
        assert not (inside / "comments").exists()
    else:
        (file,) = (inside / "comments").iterdir()
        assert file.parent == inside / "comments"
    assert [p.name for p in tmp_path.iterdir()] == ["session"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"schema_version": 1, "entries": [1]}',
        b'{"schema_version": 1, "entries": [{"id": "x"}]}',
        b'{"schema_version": 99, "entries": []}',
    ],
)
def test_a_damaged_file_is_named_in_one_line(tmp_path: Path, data: bytes) -> None:
    place = tmp_path / "comments"
    place.mkdir()
    (place / "anna.json").write_bytes(data)
    with pytest.raises(SessionError, match=r"anna\.json"):
        comments.events(tmp_path)


def test_a_link_among_the_comments_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text('{"schema_version": 1, "entries": []}')
    place = tmp_path / "session" / "comments"
    place.mkdir(parents=True)
    (place / "anna.json").symlink_to(secret)
    with pytest.raises(SessionError, match="link"):
        comments.events(tmp_path / "session")


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """The same coach from several windows: entries wait for each other."""
    from concurrent.futures import ThreadPoolExecutor

    def write(n: int) -> None:
        comments.add(tmp_path, "Anna", "01-conflict", f"Remark {n}.")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    assert len(comments.events(tmp_path)) == 40

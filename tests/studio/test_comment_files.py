"""Files of comments from elsewhere: what they change here, and what is told of it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.casebook.importing_comments import Merged, import_comments
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.studio import comments, journal
from simulator.studio.comments import CommentEvent

STEM = "01-conflict"


def entry(**fields: object) -> dict[str, object]:
    made = {
        "id": journal.new_id(),
        "at": journal.now(),
        "coach": "Ben",
        "turn": STEM,
        "op": "add",
        "body": "Hello.",
        **fields,
    }
    return CommentEvent(**made).model_dump(mode="json")


def sent(path: Path, session: str, *entries: dict[str, object]) -> Path:
    body = {"schema_version": 1, "session": session, "entries": entries}
    path.write_text(json.dumps(body))
    return path


def bodies(folder: Path) -> list[str]:
    return [c.body for c in comments.fold(comments.events(folder))]


def test_a_crowd_of_names_is_refused_and_hides_nobody(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    """Each name is a file, and a reader that stopped at some would lose Vera's."""
    comments.add(folder, "Vera", STEM, "Clear ending.")
    crowd = [entry(coach=f"a{n:03}") for n in range(501)]
    path = sent(tmp_path / "c.json", folder.name, *crowd)
    with pytest.raises(SessionError, match="502 people"):
        import_comments(path, store)
    assert bodies(folder) == ["Clear ending."]


def test_names_that_came_in_before_hide_nobody_either(folder: Path) -> None:
    comments.add(folder, "Vera", STEM, "Clear ending.")
    crowd = [CommentEvent(**entry(coach=f"a{n:03}")) for n in range(501)]
    comments.append(folder, *crowd)
    assert "Clear ending." in bodies(folder)


def joined(store: FolderStore, folder: Path, path: Path, **fields: object) -> Merged:
    return import_comments(sent(path, folder.name, entry(**fields)), store)


def test_what_a_file_does_to_a_comment_that_was_here_is_told(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    """Names are not proven: anybody can write an entry under Vera's."""
    path = tmp_path / "c.json"
    shown = comments.add(
        folder, "Vera", STEM, "Clear.", start_s=1.0, visibility="shown"
    )
    about = {"target": shown.id, "start_s": 1.0}
    merged = joined(store, folder, path, op="resolve", body="", **about)
    assert merged.changed == (f"Vera's comment at 0:01 of {STEM} is settled by Ben in"
                              " this file",)  # fmt: skip
    merged = joined(
        store, folder, path, op="edit", coach="Vera", body="Unclear.", **about
    )
    assert "reads otherwise" in merged.changed[0]
    merged = joined(store, folder, path, op="delete", coach="Vera", body="", **about)
    assert merged.changed == (
        f"Vera's comment at 0:01 of {STEM} is taken back by this file",
    )
    assert joined(store, folder, path).changed == ()


def test_a_file_that_names_a_part_of_a_session_joins_none(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    """A person may name a part; a file from elsewhere has to mean one session."""
    path = sent(tmp_path / "c.json", "demo", entry())
    with pytest.raises(SessionError, match="no session 'demo'"):
        import_comments(path, store)
    assert bodies(folder) == []
    assert import_comments(path, store, session="demo").new == 1


def test_one_entry_that_does_not_fit_loses_no_other(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    long = entry() | {"body": "x" * 4001}
    path = sent(tmp_path / "c.json", folder.name, entry(body="Kept."), long)
    merged = import_comments(path, store)
    assert (merged.new, len(merged.refused)) == (1, 1)
    assert "c.json, entry 2, body" in merged.refused[0]
    assert bodies(folder) == ["Kept."]


def test_half_a_character_costs_no_comment(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    path = sent(tmp_path / "c.json", folder.name, entry() | {"body": "Good \ud83d"})
    assert import_comments(path, store).new == 1
    assert bodies(folder) == ["Good \ufffd"]


def test_an_entry_from_the_far_future_is_left_out(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    """It would have the last word for ever."""
    said = comments.add(folder, "Vera", STEM, "Say the result.")
    late = entry(op="resolve", target=said.id, body="") | {
        "at": "9999-12-31T23:59:59.999999Z"
    }
    merged = import_comments(sent(tmp_path / "c.json", folder.name, late), store)
    assert merged.new == 0
    assert "more than a day ahead" in merged.refused[0]


def test_whoever_acts_here_comes_after_a_clock_that_runs_ahead(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    later = f"{datetime.now(UTC) + timedelta(hours=3):%Y-%m-%dT%H:%M:%S.%f}Z"
    said = entry(coach="Vera", body="First.") | {"at": later}
    settled = entry(op="resolve", target=said["id"], body="") | {"at": later}
    import_comments(sent(tmp_path / "c.json", folder.name, said, settled), store)

    comments.edit(folder, "Vera", str(said["id"]), "Second.")
    comments.resolve(folder, "Vera", str(said["id"]), settled=False)
    (comment,) = comments.fold(comments.events(folder))
    assert (comment.body, comment.resolved_by) == ("Second.", None)


def test_even_the_last_moment_of_the_calendar_stops_nobody(folder: Path) -> None:
    """Such an entry may lie here from before it was refused."""
    last = CommentEvent(**entry() | {"at": "9999-12-31T23:59:59.999999Z"})
    comments.append(folder, last)
    comments.add(folder, "Vera", STEM, "Said after all.")
    assert "Said after all." in bodies(folder)


def test_a_change_reaches_whoever_has_the_comment_already(tmp_path: Path) -> None:
    """Through three exports of one session, joined one after the other elsewhere."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()

    def exported() -> tuple[tuple[str, str | None, tuple[str, ...]], ...]:
        leaving = comments.shared(comments.events(here))
        known = {e.id for e in comments.events(there)}
        new = [e for e in leaving if e.id not in known]
        comments.append(there, *new)
        return tuple(
            (c.body, c.resolved_by, tuple(r.body for r in c.replies))
            for c in comments.fold(comments.events(there))
        )

    said = comments.add(here, "Anna", STEM, "Too harsh.", visibility="shown")
    answer = comments.reply(here, "Ben", said.id, "Hm.")
    comments.resolve(here, "Ben", said.id)
    assert exported() == (("Too harsh.", "Ben", ("Hm.",)),)
    comments.edit(here, "Anna", said.id, "Kinder.")
    comments.edit(here, "Ben", answer.id, "I agree.")
    comments.resolve(here, "Anna", said.id, settled=False)
    assert exported() == (("Kinder.", None, ("I agree.",)),)
    comments.edit(here, "Anna", said.id, "Kindest.")
    assert exported() == (("Kindest.", None, ("I agree.",)),)
    left = journal.encoded(comments.shared(comments.events(here))).decode()
    assert "harsh" not in left
    assert "Kinder" not in left


@pytest.mark.parametrize("number", ["ENOLCK", "EOPNOTSUPP", "ENOSYS"])
def test_a_disk_without_locks_keeps_comments_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    """And eight windows of one program still lose nothing on it."""
    import errno
    import fcntl
    from concurrent.futures import ThreadPoolExecutor

    def unlockable(*_: object) -> None:
        raise OSError(getattr(errno, number), "no locks here")

    monkeypatch.setattr(fcntl, "flock", unlockable)
    with ThreadPoolExecutor(8) as pool:
        said = [
            pool.submit(comments.add, folder, "Anna", STEM, f"Remark {n}.")
            for n in range(24)
        ]
        for one in said:
            one.result(timeout=4)
    assert len(bodies(folder)) == 24

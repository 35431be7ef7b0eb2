"""Damaged, hostile and foreign session folders."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_examples import session_of, turn_of

from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.keep.documents import MAX_BYTES
from simulator.records import Session

ID = "2026-11-22T101533Z-behavioural-7f3a"


@pytest.fixture
def store(tmp_path: Path, session: Session) -> FolderStore:
    store = FolderStore(tmp_path / "sessions")
    store.create(session)
    return store


def edit(store: FolderStore, file: str = "session.json", **changes: object) -> None:
    path = store.folder(ID) / file
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **changes}))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe",
        b"[]",
        b'{"schema_version": 1}',
        b"[" * 200_000,
        b'{"schema_version": true}',
        b'{"schema_version": "1"}',
    ],
    ids=["empty", "binary", "list", "bare", "deep", "bool", "text"],
)
def test_a_damaged_session_is_skipped_and_reported(
    store: FolderStore, content: bytes
) -> None:
    """The others are listed; the damaged one is named with what to do."""
    good = session_of("2026-11-21T101533Z-behavioural-0001")
    store.create(good)
    (store.folder(ID) / "session.json").write_bytes(content)

    assert store.sessions() == (good,)
    (problem,) = store.problems()
    assert ID in problem
    assert "delete the session" in problem


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner)
    ),
    max_leaves=5,
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data(), value=ANY_JSON)
def test_whatever_stands_in_its_files_a_session_is_read_or_reported(
    store: FolderStore, data: st.DataObject, value: object
) -> None:
    """Any part of any file replaced by anything: a session, or a SessionError."""
    path = store.folder(ID) / data.draw(
        st.sampled_from(["session.json", "01-conflict.analysis.json"])
    )
    whole = path.read_bytes()
    document = json.loads(whole)
    inner = document
    for _ in range(data.draw(st.integers(0, 4))):
        key = data.draw(
            st.sampled_from(
                sorted(inner) if isinstance(inner, dict) else range(len(inner))
            )
        )
        if not isinstance(inner[key], dict | list) or not inner[key]:
            break
        inner = inner[key]
    keys = sorted(inner) if isinstance(inner, dict) else range(len(inner))
    inner[data.draw(st.sampled_from(keys))] = value
    path.write_text(json.dumps(document))

    found = outcome(store)
    path.write_bytes(whole)

    assert found


def outcome(store: FolderStore) -> str:
    """The id of what was read, or what to do about what could not be."""
    try:
        return store.load(ID).id
    except SessionError as error:
        return error.next_step


def test_a_session_of_a_newer_version_is_refused(store: FolderStore) -> None:
    """It says which version is needed and how to update."""
    edit(store, schema_version=9)

    with pytest.raises(SessionError, match=r"schema 9.*pip install --upgrade"):
        store.load(ID)


def test_fields_of_a_later_version_with_the_same_schema_are_left_out(
    store: FolderStore, session: Session
) -> None:
    """Adding a field needs no new schema version."""
    edit(store, mood="calm")
    name = "01-conflict.analysis.json"
    fillers = json.loads((store.folder(ID) / name).read_bytes())["fillers"]
    edit(store, name, fillers=[{**fillers[0], "loudness": 3}], posture={"a": 1})

    assert store.load(ID) == session


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a/b", "..", ".x", "", "a\0"])
def test_file_names_that_leave_the_folder_are_refused(
    store: FolderStore, name: str
) -> None:
    """A session from elsewhere cannot make the program read or play other files."""
    turn = json.loads((store.folder(ID) / "session.json").read_bytes())["turns"][0]
    for field in ("audio", "stem"):
        edit(store, turns=[{**turn, field: name}])

        with pytest.raises(SessionError, match="outside its folder"):
            store.load(ID)


@pytest.mark.parametrize("id", ["../other", "/tmp", "a/b", "..", ".", "", "-x", "a\nb"])
def test_ids_that_leave_the_library_are_refused(store: FolderStore, id: str) -> None:
    """`sessions delete ../..` deletes nothing."""
    for act in (store.load, store.folder, store.delete):
        with pytest.raises(SessionError, match="not the name of a session"):
            act(id)


def test_a_hostile_stem_is_not_written(tmp_path: Path) -> None:
    """Checked on the way in as well."""
    store = FolderStore(tmp_path / "sessions")

    with pytest.raises(SessionError, match="outside its folder"):
        store.create(session_of(turns=(turn_of("../../escaped"),)))

    assert not (tmp_path / "escaped.analysis.json").exists()


def test_a_linked_session_file_is_not_read(store: FolderStore, tmp_path: Path) -> None:
    """Reading stays inside the folder."""
    path = store.folder(ID) / "session.json"
    path.rename(tmp_path / "elsewhere.json")
    path.symlink_to(tmp_path / "elsewhere.json")

    with pytest.raises(SessionError, match="link to elsewhere"):
        store.load(ID)


def test_a_linked_session_folder_is_reported(store: FolderStore) -> None:
    """It is neither listed nor followed."""
    (store.root / "2026-11-23T000000Z-x-0000").symlink_to(store.folder(ID))

    assert [s.id for s in store.sessions()] == [ID]
    assert "was not followed" in store.problems()[0]


def test_an_enormous_file_is_not_read(store: FolderStore) -> None:
    """A sparse file of a terabyte costs no memory."""
    with (store.folder(ID) / "session.json").open("r+b") as file:
        file.truncate(MAX_BYTES + 1)

    with pytest.raises(SessionError, match="too large"):
        store.load(ID)


def test_a_missing_analysis_is_named(store: FolderStore) -> None:
    """The message says which file to restore."""
    (store.folder(ID) / "01-conflict.analysis.json").unlink()

    with pytest.raises(SessionError, match=r"01-conflict\.analysis\.json is missing"):
        store.load(ID)
    assert "01-conflict.analysis.json is missing" in store.problems()[0]


def test_a_damaged_analysis_is_found_by_a_thorough_look(store: FolderStore) -> None:
    """The list stays quick: it looks that analyses are there, not into them."""
    (store.folder(ID) / "01-conflict.analysis.json").write_text("{")

    assert store.problems() == ()
    assert "01-conflict.analysis.json" in store.problems(thorough=True)[0]
    assert store.sessions() == ()
    assert [summary.id for summary in store.summaries()] == [ID]


def test_a_renamed_folder_is_the_session_of_its_new_name(
    store: FolderStore, session: Session
) -> None:
    """People copy and rename folders; the name on disk is the id."""
    store.folder(ID).rename(store.root / "my-best-one")

    assert store.load("my-best-one").turns == session.turns
    assert store.load("my-best-one").id == "my-best-one"


def test_a_session_is_found_by_a_part_of_its_name(store: FolderStore) -> None:
    """The beginning, or the four digits at the end, suffice while they are unique."""
    assert store.find(ID) == ID
    assert store.find("2026-11-22") == ID
    assert store.find("7f3a") == ID


def test_an_ambiguous_name_lists_what_it_could_be(store: FolderStore) -> None:
    """Two sessions of one day are named, not guessed between."""
    store.create(session_of("2026-11-22T111533Z-behavioural-0001"))

    with pytest.raises(SessionError, match=r"2 sessions: .*0001, .*7f3a"):
        store.find("2026-11-22")


def test_a_misspelt_name_is_answered_with_near_ones(store: FolderStore) -> None:
    """Also where load and delete get it."""
    for act in (store.find, store.load, store.delete):
        with pytest.raises(SessionError, match=f"Did you mean {ID}"):
            act("2026-11-22T101533Z-behavioral-7f3a")


def test_only_sessions_can_be_loaded_or_deleted(store: FolderStore) -> None:
    """A folder that is no session is not there, even by its exact name."""
    (store.root / "holiday").mkdir()

    for act in (store.load, store.delete):
        with pytest.raises(SessionError, match="There is no session"):
            act("holiday")

    assert (store.root / "holiday").is_dir()


def test_a_hostile_name_cannot_reach_the_terminal(store: FolderStore) -> None:
    """Control characters are shown as escapes."""
    with pytest.raises(SessionError) as raised:
        store.find("\x1b[31m")

    assert "\x1b" not in str(raised.value)

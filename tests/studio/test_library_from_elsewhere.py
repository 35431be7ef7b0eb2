"""One session's file, whatever it holds, takes no list down; names of any script."""

from pathlib import Path

import made_sessions
import pytest

from simulator.casebook.cohort import cohort
from simulator.casebook.library import Asked, Library
from simulator.coach.times import clock
from simulator.keep import FolderStore
from simulator.keep.index_rows import Said

OTHER = "2026-11-23T090000Z-demo-0002"


@pytest.fixture
def turns() -> tuple:
    """Without sound: nothing here listens."""
    return tuple(t.model_copy(update={"audio": None}) for t in made_sessions.turns())


@pytest.mark.parametrize("length", ["NaN", "Infinity", "1e999", "1e308", "-1"])
def test_a_length_that_is_none_damages_its_own_session_alone(
    store: FolderStore, turns: tuple, length: str
) -> None:
    """Two of 1e308 are numbers each, and no number together."""
    bad = made_sessions.keep(store, turns=turns)
    made_sessions.keep(store, OTHER, candidate="Noor", turns=turns)
    file = bad / "session.json"
    text = file.read_text("utf-8")
    for turn in turns:
        text = text.replace(
            f'"duration_s": {turn.duration_s}', f'"duration_s": {length}'
        )
    file.write_text(text, "utf-8")

    with Library(store.root) as library:
        library.refresh()
        good, damaged = sorted(library.rows(), key=lambda row: bool(row.problem))
    assert (good.id, damaged.id) == (OTHER, bad.name)
    assert "session.json" in damaged.problem
    assert clock(good.duration_s + damaged.duration_s)
    assert [person.name for person in cohort(store).people] == ["Noor"]


def test_half_a_character_in_a_name_is_listed_as_a_mark(
    store: FolderStore, turns: tuple
) -> None:
    """No database takes it."""
    bad = made_sessions.keep(store, turns=turns)
    file = bad / "session.json"
    file.write_text(file.read_text("utf-8").replace('"Sam"', '"Sam\\ud83d"'), "utf-8")
    with Library(store.root) as library:
        library.refresh()
        (row,) = library.rows()
    assert (row.candidate, row.problem) == ("Sam\ufffd", "")


@pytest.mark.parametrize(
    ("name", "search"),
    [("Özlem", "özlem"), ("Élodie", "ÉLO"), ("Жанна", "жанна"), ("Straße", "STRASSE")],
)
def test_a_name_is_found_in_any_script_whatever_the_case(
    store: FolderStore, turns: tuple, name: str, search: str
) -> None:
    made_sessions.keep(store, OTHER, candidate=name, turns=turns)
    with Library(store.root) as library:
        library.refresh()
        assert [row.id for row in library.rows(Asked(search=search))] == [OTHER]


def test_a_found_session_shows_its_quotation_behind_any_number_of_newer_ones(
    store: FolderStore, turns: tuple
) -> None:
    made_sessions.keep(store, OTHER, turns=turns)
    with Library(store.root) as library:
        library.refresh()
        index, (row,) = library._index, library.rows()
        many = [Said(f"{n:03}-x", "Why?", "The invoices again.") for n in range(250)]
        newer = {"id": f"{OTHER[:-1]}9", "started_at": "2026-12-01T00:00:00+00:00"}
        from dataclasses import replace

        index.put(replace(row, **newer), many)
        assert {hit.session for hit in library.hits("invoices", [OTHER])} == {OTHER}


def test_the_page_of_one_candidate_quotes_what_it_found(
    store: FolderStore, turns: tuple
) -> None:
    """Through the page itself: the newest 200 quotations are of somebody else."""
    from starlette.requests import Request

    from simulator.replay.desk import Desk
    from simulator.replay.library_page import LibraryPage

    made_sessions.keep(store, OTHER, candidate="Noor", turns=turns)
    question = turns[1].question
    many = tuple(
        turns[1].model_copy(
            update={
                "stem": f"{n:03}-deadline",
                "question": question.model_copy(update={"id": f"deadline-{n}"}),
            }
        )
        for n in range(201)
    )
    asked = tuple(turn.question for turn in many)
    made_sessions.keep(
        store, "2026-11-25T090000Z-demo-0003", turns=many, questions=asked
    )
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "headers": [],
        "query_string": b"search=invoices&candidate=Noor",
    }
    page = LibraryPage(Desk(Path(store.root), "Robin", store)).show(Request(scope))
    assert "invoices were missing" in bytes(page.body).decode()

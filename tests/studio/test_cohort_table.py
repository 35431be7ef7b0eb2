"""Everyone of a folder, and how far judges agree."""

import csv as csv_format
import io

import made_sessions
import pytest

from simulator.casebook import cohort as table
from simulator.casebook.agreement_over import TOOL, over
from simulator.casebook.cohort import cohort
from simulator.keep import FolderStore
from simulator.keep.removal import cache_of
from simulator.records import Analysis
from simulator.studio import scores

STORY, RAMBLE = made_sessions.turns()


@pytest.fixture
def several(store: FolderStore) -> FolderStore:
    """Ana twice, the second time better; Sam once; somebody without a name."""
    keep = made_sessions.keep
    keep(store, "2026-11-01T100000Z-demo-0001", candidate="Ana", turns=(RAMBLE,))
    keep(store, "2026-11-08T100000Z-demo-0002", candidate="Ana", turns=(STORY,))
    keep(store, "2026-11-09T100000Z-demo-0003", candidate="Sam", turns=(STORY, RAMBLE))
    keep(store, "2026-11-02T100000Z-demo-0004", candidate=None, turns=(STORY,))
    return store


def test_who_has_practised_stands_by_the_last_time(several: FolderStore) -> None:
    people = cohort(several).people
    assert [p.name for p in people] == ["Sam", "Ana", table.NOBODY]
    ana = people[1]
    assert (ana.sessions, ana.answers, ana.to_review) == (2, 2, 2)
    assert ana.minutes == pytest.approx(2.4, abs=0.1)


def test_a_trend_runs_from_the_first_session_to_the_latest(
    several: FolderStore,
) -> None:
    ana = cohort(several).people[1]
    assert ana.level.known == (
        RAMBLE.analysis.structure.level, STORY.analysis.structure.level,
    )  # fmt: skip
    assert ana.fillers.known[0] > ana.fillers.known[1]


def test_fillers_are_counted_over_all_minutes_of_a_session(store: FolderStore) -> None:
    """Not a mean of rates; what could not be judged, or is doubtful, counts nowhere."""
    refused = Analysis(
        verdict="not_assessable",
        why="too_short",
        measurements=RAMBLE.analysis.measurements,
    )
    rate = RAMBLE.analysis.measurement("filled_pause_rate")
    doubted = RAMBLE.analysis.model_copy(
        update={"measurements": (rate.model_copy(update={"doubtful": True}),)}
    )
    turns = (
        STORY, RAMBLE,
        *(RAMBLE.model_copy(update={"analysis": a, "attempt": n, "stem": f"x{n}"})
          for n, a in enumerate((refused, doubted), 2)),
    )  # fmt: skip
    made_sessions.keep(store, candidate="Lee", turns=turns)

    (lee,) = cohort(store).people

    heard = [t.analysis.measurement("filled_pause_rate") for t in (STORY, RAMBLE)]
    minutes = sum(len(m.evidence) / m.value for m in heard)
    count = sum(len(m.evidence) for m in heard)
    assert lee.fillers.known == (pytest.approx(count / minutes),)


def test_common_gaps_count_answers_and_people(several: FolderStore) -> None:
    gap = cohort(several).gaps[0]
    assert gap.about == "the result is missing"
    assert (gap.answers, gap.of, gap.people) == (2, 5, 2)


def test_the_spreadsheet_runs_no_formula(several: FolderStore) -> None:
    made_sessions.keep(
        several, "2026-11-12T100000Z-demo-0005", candidate='=HYPERLINK("x")'
    )
    rows = list(csv_format.DictReader(io.StringIO(table.csv(cohort(several)))))
    assert rows[0]["candidate"] == '\'=HYPERLINK("x")'
    assert rows[2]["candidate"] == "Ana"
    assert rows[2]["structure_latest"] == f"{STORY.analysis.structure.level:.1f}"


def test_a_review_is_seen_and_facts_are_not_read_stale(several: FolderStore) -> None:
    id = "2026-11-09T100000Z-demo-0003"
    assert cohort(several).people[0].to_review == 1
    assert (cache_of(id) / "facts.json").is_file()
    scores.mark(several.folder(id), "Robin", "reviewed")
    assert cohort(several).people[0].to_review == 0


def test_a_damaged_fact_costs_time_and_nothing_else(several: FolderStore) -> None:
    before = cohort(several)
    for path in (cache_of("x").parent).rglob("facts.json"):
        path.write_bytes(b"{")
    assert cohort(several) == before


def test_an_empty_folder_has_nobody(store: FolderStore) -> None:
    assert cohort(store) == table.Cohort((), ())


def test_judges_are_paired_scale_by_scale(several: FolderStore) -> None:
    folder = several.folder("2026-11-09T100000Z-demo-0003")
    for coach, value in (("Kim", 4), ("Robin", 3)):
        scores.give(
            folder, coach, STORY.stem, "behavioural", "episode", value, blind=True
        )
    found = {(a.one, a.other): a for a in over(several)}
    assert found["Kim", "Robin"].agreement.within_one == 1.0
    assert found["Kim", "Robin"].agreement.same == 0.0
    assert found["Kim", "Robin"].agreement.kappa is None
    assert found["Kim", TOOL].agreement.pairs == 1


def test_a_score_given_in_view_of_the_program_says_nothing_about_it(
    several: FolderStore,
) -> None:
    folder = several.folder("2026-11-09T100000Z-demo-0003")
    scores.give(folder, "Robin", STORY.stem, "behavioural", "episode", 5, blind=False)
    assert over(several) == ()


def test_from_twenty_answers_on_kappa_is_given(several: FolderStore) -> None:
    for n in range(20):
        id = f"2026-10-{n + 1:02}T100000Z-demo-{n:04}"
        folder = made_sessions.keep(several, id, turns=(STORY,))
        for coach, value in (("Kim", 1 + n % 5), ("Robin", 1 + n % 5)):
            scores.give(
                folder, coach, STORY.stem, "behavioural", "outcome", value, blind=True
            )
    (found,) = over(several)
    assert (found.agreement.pairs, found.agreement.kappa) == (20, 1.0)

"""Rubrics, scores and how far two judges agree."""

import random
from pathlib import Path

import pytest

from simulator.errors import BankError, SessionError
from simulator.resources import config_folder
from simulator.studio import rubric, scores
from simulator.studio.agreement import agreement, weighted_kappa

GOOD = """
id = "mine"
title = "Mine"
[[scales]]
id = "a"
title = "A"
[scales.anchors]
1 = "none"
3 = "some"
5 = "all"
"""


def test_the_shipped_rubrics_describe_every_step() -> None:
    shipped = {r.id: r for r in rubric.available()}
    assert {"behavioural", "problem_solving"} <= set(shipped)
    for one in shipped.values():
        for scale in one.scales:
            assert set(scale.anchors) == {1, 2, 3, 4, 5}
            assert scale.look_for


def test_one_s_own_rubric_is_found_and_replaces_a_shipped_one(home: Path) -> None:
    mine = config_folder() / "rubrics"
    mine.mkdir(parents=True)
    (mine / "mine.toml").write_text(GOOD)
    (mine / "b.toml").write_text(GOOD.replace('"mine"', '"behavioural"'))
    assert rubric.load("mine").title == "Mine"
    assert rubric.load("behavioural").title == "Mine"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('5 = "all"', ""), r"line 7, key scales.1.anchors: step 5 must be described"),
        (('title = "A"', 'titel = "A"'), r"line 6, key scales.1.titel: is not a key"),
        (('title = "A"', ""), r"key scales.1.title: is missing"),
        (('3 = "some"', '9 = "some"'), "steps are the numbers 1 to 5"),
        (('id = "mine"', 'id = "../x"'), "line 2, key id"),
        (('id = "mine"', "id = "), "not TOML"),
    ],
)
def test_a_mistake_is_told_as_file_line_and_key(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    import re

    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace(*change))
    assert any(re.search(said, line) for line in rubric.validate(path))
    with pytest.raises(BankError, match=r"mine\.toml"):
        rubric.load(str(path))


def test_a_score_given_before_the_tool_s_judgement_stays_blind(tmp_path: Path) -> None:
    """Standing by it afterwards takes nothing away; changing it does."""
    for value, blind in ((3, True), (3, False)):
        scores.give(
            tmp_path, "Anna", "01", "behavioural", "episode", value, blind=blind
        )
    key = ("Anna", "01", "behavioural", "episode")
    assert scores.latest(scores.read(tmp_path))[key].blind
    scores.give(tmp_path, "Anna", "01", "behavioural", "episode", 4, blind=False)
    assert not scores.latest(scores.read(tmp_path))[key].blind


def test_a_score_can_be_taken_back_and_must_be_one_to_five(tmp_path: Path) -> None:
    scores.give(tmp_path, "Anna", "01", "behavioural", "episode", 3, blind=True)
    scores.give(tmp_path, "Anna", "01", "behavioural", "episode", None, blind=True)
    assert scores.latest(scores.read(tmp_path)) == {}
    with pytest.raises(SessionError, match="value = 6 does not fit"):
        scores.give(tmp_path, "Anna", "01", "behavioural", "episode", 6, blind=True)
    with pytest.raises(SessionError, match="turn"):
        scores.give(tmp_path, "Anna", "../x", "behavioural", "a", 3, blind=True)


def test_a_session_is_to_be_reviewed_until_somebody_says_otherwise(
    tmp_path: Path,
) -> None:
    assert scores.status(scores.read(tmp_path)) == "to_review"
    scores.mark(tmp_path, "Anna", "reviewed")
    assert scores.status(scores.read(tmp_path)) == "reviewed"
    scores.mark(tmp_path, "Ben", "to_review")
    assert scores.status(scores.read(tmp_path)) == "to_review"


def test_kappa_is_given_from_twenty_answers_on() -> None:
    pairs = [(1 + n % 5, 1 + n % 5) for n in range(19)]
    few = agreement(pairs)
    assert (few.kappa, few.same, few.pairs) == (None, 1.0, 19)
    assert "20" in few.note
    assert agreement([*pairs, (2, 2)]).kappa == pytest.approx(1.0)


def test_kappa_is_what_the_textbook_says() -> None:
    """Against the definition by confusion matrix, on 50 random pairs."""
    chance = random.Random(5)
    pairs = [(chance.randint(1, 5), chance.randint(1, 5)) for _ in range(50)]
    counts = [[0] * 6 for _ in range(6)]
    for a, b in pairs:
        counts[a][b] += 1
    rows = [sum(row) for row in counts]
    columns = [sum(row[b] for row in counts) for b in range(6)]
    seen = sum((a - b) ** 2 * counts[a][b] for a in range(6) for b in range(6))
    chance_alone = sum(
        (a - b) ** 2 * rows[a] * columns[b] / 50 for a in range(6) for b in range(6)
    )
    assert weighted_kappa(pairs) == pytest.approx(1 - seen / chance_alone)


def test_kappa_is_none_where_nobody_varied() -> None:
    found = agreement([(3, 3)] * 25)
    assert (found.kappa, found.same) == (None, 1.0)
    assert found.note

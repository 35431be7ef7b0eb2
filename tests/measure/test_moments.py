"""Quoted moments against hand-made labels; docs/moments.md has the figures."""

import pytest

from benchmarks.moments import LEAST_PRECISION, SETS, judged, scores


@pytest.mark.parametrize("name", SETS)
def test_most_quoted_moments_are_what_they_are_said_to_be(name: str) -> None:
    assert scores(name)["all kinds"].precision >= LEAST_PRECISION


def test_at_least_sixty_answers_were_labelled_half_of_them_set_aside() -> None:
    built_on, *aside = [len({row.id for row in judged(name)}) for name in SETS]

    assert built_on + sum(aside) >= 60
    assert sum(aside) >= built_on

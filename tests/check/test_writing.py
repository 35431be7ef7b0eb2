"""What is written can be read again, whatever it holds."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from simulator.check.writing import key, table, value

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(TEXTS, inside, max_size=3)
    ),
    max_leaves=8,
)


@given(TEXTS, VALUES)
def test_every_value_and_every_name_is_read_as_it_was(name: str, given: object) -> None:
    """A model may lie in a folder called "modèle", or after an emoji."""
    assert tomllib.loads(f"{key(name)} = {value(given)}") == {name: given}


def test_a_table_of_values_stands_by_itself() -> None:
    written = table("model.a", {"why": "", "values": {"pace": {"value": 1.0}}})

    assert tomllib.loads(written) == {
        "model": {"a": {"why": "", "values": {"pace": {"value": 1.0}}}}
    }

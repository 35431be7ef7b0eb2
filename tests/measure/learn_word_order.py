"""Learns simulator/measure/word_order_table.py again from the example answers.

Run from the repository's root after the examples have changed:
    .venv/bin/python tests/measure/learn_word_order.py
What is set aside for testing (`held`, set_aside.toml) is never learnt from.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from made_answers import written

from simulator.measure import word_order
from simulator.measure.tokens import tokens

DATA = Path(__file__).parent / "data"
TABLE = Path(__file__).parents[2] / "simulator/measure/word_order_table.py"
SHORTEST_WORDS = 8
MARKS = re.compile(r"[{}]|\[[\d.]+\] ?")
HEAD = '''# ruff: noqa: E501 -- a table is read by its columns
"""Log ratios of class pairs, in tenths of a nat; made by `word_order.learn`.

Rows are the class of the first word, columns of the second, both in the order of
`word_order.NAMES`.
"""

_TENTHS = """
'''
TAIL = '''"""

TABLE: tuple[tuple[float, ...], ...] = tuple(
    tuple(int(cell) / 10 for cell in row.split())
    for row in _TENTHS.strip().splitlines()
)
"""log P(second | first) / P(second), natural logarithm."""
'''


def _texts(found: object) -> Iterator[str]:
    if isinstance(found, str):
        if len(found.split()) >= SHORTEST_WORDS:
            yield MARKS.sub("", found)
    elif isinstance(found, dict):
        for inner in found.values():
            yield from _texts(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from _texts(inner)


def examples() -> list[str]:
    """Every text that may be learnt from, once."""
    ordinary = tomllib.loads((DATA / "ordinary_answers.toml").read_text())["learn"]
    uses = tomllib.loads((DATA / "discourse_uses.toml").read_text())
    found = [*_texts(ordinary), *_texts(uses)]
    for path in sorted((DATA / "answers").glob("*.toml")):
        if "set_aside" not in path.stem and "labels" not in path.stem:
            found += _texts(tomllib.loads(path.read_text()))
    return list(dict.fromkeys(found))


def table() -> dict[str, dict[str, float]]:
    """The table that the examples teach."""
    return word_order.learn(tokens(written(text)) for text in examples())


def main() -> None:
    """Write the table."""
    learnt = table()
    rows = (
        " ".join(f"{round(10 * learnt[a][b]):>3d}" for b in word_order.NAMES)
        for a in word_order.NAMES
    )
    TABLE.write_text(HEAD + "\n".join(rows) + "\n" + TAIL)
    words = sum(len(text.split()) for text in examples())
    print(f"{len(examples())} texts, {words} words")


if __name__ == "__main__":
    main()

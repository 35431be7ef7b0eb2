"""Reading banks that people wrote, with their mistakes."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from simulator.ask import bank_rules, banks
from simulator.errors import BankError
from simulator.records import Bank, Probe, Question

GOOD = """\
title = "Mine"

[[questions]]
id = "first"
text = "Tell me about a first thing."
target_s = 60
concepts = [
    "one|two",
    "three",
]

[[questions]]
id = "second"
text = "Tell me about a second thing."
kind = "opinion"
probes = ["Why?"]
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a bank's file and returns its path."""

    def written(content: str | bytes, name: str = "mine.toml") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def test_a_good_bank_is_loaded_with_its_defaults(write: Write) -> None:
    path = write(GOOD)
    bank = banks.load(path)
    assert banks.validate(path) == []
    assert bank == Bank(
        id="mine",
        title="Mine",
        questions=(
            Question(
                id="first",
                text="Tell me about a first thing.",
                target_s=60,
                concepts=("one|two", "three"),
            ),
            Question(
                id="second",
                text="Tell me about a second thing.",
                kind="opinion",
                probes=("Why?",),
            ),
        ),
    )


MISTAKES = [
    ('title = "Mine"', "titel = 'Mine'", 1, "titel", "did you mean title?"),
    ('title = "Mine"', "title = 5", 1, "title", "5 is not text"),
    ('title = "Mine"', 'title = ""', 1, "title", "empty"),
    ('title = "Mine"', "", 1, "title", "missing"),
    ('title = "Mine"', "title = 'a'\nlanguage = 'English'", 2, "language", "English"),
    ('title = "Mine"', "title = 'a'\nid = 'A bank'", 2, "id", "A bank"),
    ('id = "first"', "", 3, "id", "missing"),
    ('id = "first"', 'id = "../first"', 4, "id", "../first"),
    ('id = "first"', 'id = "First one"', 4, "id", "small letters"),
    ('id = "first"', 'id = "' + "x" * 41 + '"', 4, "id", "at most 40"),
    ('id = "second"', 'id = "first"', 13, "id", "stands in line 4 already"),
    ("a second thing", "a first thing", 14, "text", "stands in line 5 already"),
    ('"Tell me about a first thing."', '""', 5, "text", "empty"),
    ('"Tell me about a first thing."', '"  "', 5, "text", "can be said"),
    ('"Tell me about a first thing."', '"😀"', 5, "text", "can be said"),
    ('"Tell me about a first thing."', "7", 5, "text", "write it in quotes"),
    ('"Tell me about a first thing."', f'"{"so " * 300}"', 5, "text", "900"),
    ('kind = "opinion"', 'kind = "opinoin"', 15, "kind", "did you mean 'opinion'"),
    ('kind = "opinion"', "kind = []", 15, "kind", "must be one of"),
    ('kind = "opinion"', 'knid = "opinion"', 15, "knid", "did you mean kind?"),
    ("target_s = 60", "target_s = 0", 6, "target_s", "10 to 600"),
    ("target_s = 60", "target_s = -5", 6, "target_s", "-5"),
    ("target_s = 60", "target_s = inf", 6, "target_s", "inf"),
    ("target_s = 60", "target_s = nan", 6, "target_s", "nan"),
    ("target_s = 60", "target_s = true", 6, "target_s", "True"),
    ("target_s = 60", 'target_s = "60"', 6, "target_s", "'60'"),
    ("target_s = 60", 'target_s = 60\nanswer = "x"', 7, "answer", "known are"),
    ('probes = ["Why?"]', 'probes = "Why?"', 16, "probes", "is not a list"),
    ('probes = ["Why?"]', 'probes = [""]', 16, "probes", "entry 1 is empty"),
    ('probes = ["Why?"]', "probes = ['a', 1]", 16, "probes", "entry 2 1 is not text"),
    *(
        ('probes = ["Why?"]', f"probes = [{mark}]", 16, "probes", said)
        for mark, said in (
            ('{ text = "Why?", asks = "reson" }', "did you mean 'reason'?"),
            ('{ text = "Why?", asks = 1 }', "asks 1, which must be one of"),
            ('{ text = "", asks = "reason" }', "entry 1 is empty"),
            ('{ text = "Why?" }', "must be { text ="),
            ('{ text = "Why?", ask = "reason" }', "must be { text ="),
        )
    ),
    ('"one|two"', '"one||two"', 7, "concepts", "nothing between two |"),
    ('"one|two"', '"one|"', 7, "concepts", "at an end"),
    ('id = "first"', 'id = "first', 4, "id", "not TOML"),
    ("[[questions]]\nid", "[questions]\nid", 12, "", "not TOML"),
    ("target_s = 60", "target_s =", 6, "target_s", "not TOML"),
    ('title = "Mine"', 'title = "Mine"\ntitle = "Again"', 2, "title", "not TOML"),
]


@pytest.mark.parametrize(("good", "bad", "line", "key", "said"), MISTAKES)
def test_a_mistake_is_told_as_file_line_and_key(
    write: Write, good: str, bad: str, line: int, key: str, said: str
) -> None:
    assert GOOD.count(good) >= 1
    path = write(GOOD.replace(good, bad, 1))
    problems = banks.validate(path)
    where = f"{path}, line {line}, key {key}: " if key else f"{path}, line {line}"
    assert [p for p in problems if p.startswith(where) and said in p], problems


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(write: Write) -> None:
    content = (
        GOOD.replace("target_s = 60", "target_s = 0")
        .replace('"opinion"', '"poem"')
        .replace('title = "Mine"', "")
    )
    problems = banks.validate(write(content))
    assert [p.split(", key ")[1].split(":")[0] for p in problems] == [
        "title",
        "target_s",
        "kind",
    ]


def test_loading_tells_the_first_mistake_and_how_to_see_the_others(
    write: Write,
) -> None:
    path = write(
        GOOD.replace("target_s = 60", "target_s = 0").replace("opinion", "poem")
    )
    with pytest.raises(BankError) as refused:
        banks.load(path)
    assert refused.value.what.startswith(f"{path}, line 6, key target_s")
    assert "1 more" in refused.value.next_step
    assert f"banks validate {path}" in refused.value.next_step


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "title"),
        (b"title = 'a'", "at least one [[questions]]"),
        (b"title = 'a'\nquestions = []", "at least one [[questions]]"),
        (b"title = 'a'\nquestions = 'x'", "at least one [[questions]]"),
        (b"title = 'a'\nquestions = ['x']", "'x' is not a table"),
        (b"title = 'a'\nquestions = [{id = 'a'}]", "line 2, key text"),
        (b"title = '\xff\xfe'", "line 1: this is not UTF-8"),
        (b"\n\ntitle = 'caf\xe9'", "line 3: this is not UTF-8"),
        (b"\xff\xfet\x00i\x00", "not UTF-8"),
        (b"a = " + b"[" * 5000, "nested too deeply"),
        (b"#" * 1_000_001, "larger than 1 MB"),
        (bytes(range(32)), "not TOML"),
    ],
)
def test_a_file_that_is_no_bank_is_told_in_a_line(
    write: Write, content: bytes, said: str
) -> None:
    problems = banks.validate(write(content))
    assert [p for p in problems if said in p], problems
    assert all("\n" not in p for p in problems)


def test_a_bank_from_a_windows_editor_is_read(write: Write) -> None:
    """With a byte order mark and carriage returns."""
    content = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert banks.validate(write(content)) == []
    bad = content.replace(b"target_s = 60", b"target_s = 0")
    assert "line 6, key target_s" in banks.validate(write(bad))[0]


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    assert banks.validate(tmp_path / "none.toml")[0].endswith("there is no such file")
    assert banks.validate(tmp_path)[0].endswith("this is not a file")
    assert "no such file" in banks.validate("zero\0byte.toml")[0]


@example(GOOD)
@given(st.text(max_size=300))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_text_breaks_the_validation(write: Write, text: str) -> None:
    path = write(text.encode("utf-8", "surrogatepass"))
    assert isinstance(banks.validate(path), list)


def test_a_path_that_leads_nowhere_is_answered_with_banks_that_exist(
    tmp_path: Path,
) -> None:
    with pytest.raises(BankError, match="no such file") as refused:
        banks.load(tmp_path / "none.toml")
    assert "behavioural" in refused.value.next_step


def _own_bank(home: Path, name: str, title: str) -> Path:
    folder = home / "config" / "banks"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(GOOD.replace("Mine", title))
    return path


def test_a_bank_is_found_by_name(home: Path) -> None:
    _own_bank(home, "nurse", "Nursing")
    assert banks.load("nurse").title == "Nursing"
    assert banks.load("demo").id == "demo"


def test_ones_own_bank_wins_over_a_shipped_one(home: Path) -> None:
    _own_bank(home, "demo", "My demo")
    listed = [bank for bank in banks.available() if bank.name == "demo"]
    assert banks.load("demo").title == "My demo"
    assert [bank.yours for bank in listed] == [True]


def test_a_broken_bank_is_listed_with_its_mistakes(home: Path) -> None:
    path = _own_bank(home, "broken", "x")
    path.write_text("title = 5")
    broken = banks.available()[0]
    assert (broken.name, broken.questions, broken.mistakes) == ("broken", 0, 2)


@pytest.mark.parametrize(
    ("name", "said"),
    [("behaviour", "behavioural"), ("xyzzy", "demo"), ("", "demo"), ("..", "demo")],
)
def test_an_unknown_name_is_answered_with_names_that_exist(
    name: str, said: str
) -> None:
    with pytest.raises(BankError) as refused:
        banks.load(name)
    assert said in refused.value.next_step


def test_the_schema_knows_every_key_and_is_json() -> None:
    schema = json.loads(json.dumps(banks.schema()))
    fields = schema["$defs"]["Question"]["properties"]
    assert set(fields) == set(Question.model_fields)
    assert schema["required"] == ["title", "questions"]
    assert fields["kind"]["enum"] == list(bank_rules.KINDS)


def test_every_field_of_the_records_has_its_rule(write: Write) -> None:
    """A field that is added to Question and not to the rules would be refused."""
    full = tomllib.loads(GOOD) | {"id": "mine", "description": "d", "language": "en"}
    assert set(full) == set(Bank.model_fields)
    content = (
        GOOD + 'competency = "c"\nrephrase = "r"\ntarget_s = 60\nconcepts = ["a"]\n'
    )
    path = write(content)
    assert banks.validate(path) == []
    assert set(tomllib.loads(content)["questions"][1]) == set(Question.model_fields)


def test_a_bank_may_say_which_part_a_probe_asks_for(write: Write) -> None:
    """Beside it plain probes stay plain."""
    marked = '{ text = "Who said so?", asks = "reason" }'
    bank = banks.load(write(GOOD.replace('["Why?"]', f'["Why?", {marked}]')))
    question = bank.questions[1]
    assert question.probes == ("Why?", Probe(text="Who said so?", asks="reason"))
    assert question.probe_texts == ("Why?", "Who said so?")
    assert Question.model_validate_json(question.model_dump_json()) == question

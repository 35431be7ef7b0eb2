"""Anchored answers: read with their mistakes, and shipped for every sort."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator import resources
from simulator.__main__ import run
from simulator.ask import anchors, banks
from simulator.errors import BankError
from simulator.records import Bank, Question

PATHS = sorted((resources.shipped("question_banks") / "anchors").glob("*.toml"))
SAID = "I did this and that, and it went well for us. " * 7
GOOD = 'kind = "story"\n' + "".join(
    f'\n[[anchors]]\ncompetency = "planning"\nquestion = "Tell me."\n'
    f'level = "{level}"\nanswer = "{SAID}"\nwhy = "Because it is {level}."\n'
    for level in anchors.LEVELS
)

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of anchors and returns its path."""

    def written(content: str) -> Path:
        path = tmp_path / "story.toml"
        path.write_text(content, encoding="utf-8")
        return path

    return written


def test_a_good_file_is_read_in_its_order(write: Write) -> None:
    path = write(GOOD)
    read = anchors.load(path)
    assert anchors.validate(path) == []
    assert [anchor.level for anchor in read] == ["weak", "fair", "strong"]
    assert read[2] == anchors.Anchor(
        kind="story",
        competency="planning",
        level="strong",
        question="Tell me.",
        answer=SAID,
        why="Because it is strong.",
    )


MISTAKES = [
    ('kind = "story"', 'kind = "sotry"', 1, "kind", "'sotry' must be one of"),
    ('kind = "story"', 'kind = "story"\nname = "x"', 2, "name", "not a key"),
    ('level = "weak"', 'level = "poor"', 6, "level", "'poor' must be one of"),
    ('level = "weak"', 'level = "fair"', 4, "level", "each level once"),
    ('level = "weak"', "", 3, "level", "is missing"),
    ('"planning"', "7", 4, "competency", "is missing or not text"),
    ('"Tell me."', '"Tell us."', 4, "question", "to one question"),
    (f'"{SAID}"', '"Too short."', 7, "answer", "has 2 words; 60 to 120"),
    (f'"{SAID}"', f'"{SAID * 2}"', 7, "answer", "has 154 words"),
    ('"Because it is weak."', '"Weak"', 8, "why", "one sentence"),
    ('"Because it is weak."', '"It is. Weak."', 8, "why", "one sentence"),
    ('why = "Because it is weak."', "whyy = 'x'", 8, "whyy", "known are competency"),
    ('level = "weak"', "level = ", 6, "level", "not TOML"),
]


@pytest.mark.parametrize(("good", "bad", "line", "key", "said"), MISTAKES)
def test_a_mistake_is_told_as_file_line_and_key(
    write: Write, good: str, bad: str, line: int, key: str, said: str
) -> None:
    path = write(GOOD.replace(good, bad, 1))
    problems = anchors.validate(path)
    where = f"{path}, line {line}, key {key}: "
    assert [p for p in problems if p.startswith(where) and said in p], problems


@pytest.mark.parametrize(
    "content", ["", 'kind = "story"', 'kind = "story"\nanchors = [1]', "anchors = 5"]
)
def test_a_file_without_anchors_is_a_mistake(write: Write, content: str) -> None:
    path = write(content)
    assert anchors.validate(path)
    with pytest.raises(BankError, match=r"story\.toml"):
        anchors.load(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="no such file"):
        anchors.load(tmp_path / "none.toml")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_shipped_files_have_no_mistakes(path: Path) -> None:
    assert anchors.validate(path) == []
    assert {anchor.kind for anchor in anchors.load(path)} == {path.stem}


def _asked() -> list[Question]:
    """Every question of the shipped banks, without the demo's."""
    folder = resources.shipped("question_banks")
    paths = [p for p in sorted(folder.glob("*.toml")) if p.stem != "demo"]
    return [question for path in paths for question in banks.load(path).questions]


def test_every_competency_and_kind_that_is_asked_has_its_three_answers() -> None:
    lacking = {
        (question.kind, question.competency)
        for question in _asked()
        if [a.level for a in anchors.fitting(question)] != list(anchors.LEVELS)
    }
    assert not lacking


def test_every_answer_is_to_a_question_of_its_kind_and_competency() -> None:
    asked = {(q.text, q.kind, q.competency) for q in _asked()}
    astray = [
        anchor.question
        for anchor in anchors.shipped()
        if (anchor.question, anchor.kind, anchor.competency) not in asked
    ]
    assert not astray


def test_no_answer_and_no_reason_stands_twice() -> None:
    for told in ("answer", "why"):
        texts = [getattr(anchor, told) for anchor in anchors.shipped()]
        assert len(set(texts)) == len(texts), told


def test_anchors_are_no_banks() -> None:
    assert not set(PATHS) & {bank.path for bank in banks.available()}


def test_a_competency_of_ones_own_has_no_anchors() -> None:
    own = Question(id="own", text="Tell me.", competency="juggling")
    assert anchors.fitting(own) == ()


def test_a_banks_sets_come_once_each_in_the_order_of_its_questions() -> None:
    def question(number: int, competency: str) -> Question:
        return Question(id=f"q{number}", text=f"Q{number}?", competency=competency)

    names = ("planning", "juggling", "honesty", "planning")
    bank = Bank(
        id="b", title="B", questions=tuple(question(n, c) for n, c in enumerate(names))
    )
    assert [three[0].competency for three in anchors.sets(bank)] == [
        "planning",
        "honesty",
    ]


def test_banks_show_tells_the_anchors_where_they_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The demo asks for three competencies; each comes with its three answers."""
    run(["banks", "show", "demo"])
    plain = capsys.readouterr().out
    run(["banks", "show", "demo", "--anchors"])
    shown = capsys.readouterr().out
    assert "Why strong:" not in plain
    assert shown.startswith(plain)
    assert [shown.count(f"Why {level}:") for level in anchors.LEVELS] == [3, 3, 3]

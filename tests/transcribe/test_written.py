"""Written answers as editors save them: Markdown, lists, headings, encodings."""

import json
from pathlib import Path

import pytest

from simulator.__main__ import run
from simulator.errors import RecordingError
from simulator.transcribe.written import decoded, prose

PLAIN = (
    "Last spring our till broke on a Saturday and the queue was out of the door. "
    "My boss asked me to keep people from leaving. I wrote the receipts by hand and "
    "I sent a colleague along the queue with water. Nobody left, and we sold as much "
    "as on any other Saturday."
)
MARKED = """\
# My answer

**Situation:** Last spring our till broke on a _Saturday_ and people queued outside

## Task
My boss asked me to keep people from leaving

## Action

- I wrote the receipts by hand
- I sent a colleague along the queue with [water](http://example.com)

### Result
1. Nobody left
2. we sold as much as on any other Saturday
"""
NOTES = """\
S: Last spring our till broke and the queue was out of the door
T: keep people from leaving
A: wrote the receipts by hand, sent a colleague along the queue with water
R: nobody left and we sold as much as on any other Saturday
"""
ALL = {"situation", "task", "action", "result"}


def held(path: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    question = "Tell me about a time you solved a problem."
    assert run(["analyze", "--text", str(path), "--question", question, "--json"]) == 0
    structure = json.loads(capsys.readouterr().out)["structure"]
    return {name for name in ALL if structure[name]}


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        MARKED,
        NOTES,
        PLAIN.replace(". ", ".\r\n\r\n"),
        PLAIN.replace(". ", ".\r"),
        "\n".join(f"• {one}" for one in PLAIN.split(". ")),
        "> " + PLAIN.replace(". ", ".\n> "),
        PLAIN.lower().replace(".", "").replace(",", ""),
        PLAIN.replace(" ", "\n"),
    ],
)
def test_the_same_answer_is_judged_the_same_however_it_is_written(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Headings, lists, line ends and lost punctuation change no element."""
    path = tmp_path / "answer.md"
    path.write_bytes(text.encode())
    assert held(path, capsys) == ALL


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_usual_encodings_are_read(encoding: str) -> None:
    """A file from an office program is read as its writer saw it."""
    text = "I said “café” and “naïve”.".replace("“", '"').replace("”", '"')
    assert decoded(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("data", [b"\x00" * 50, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    """A picture or an empty block of disk is no answer."""
    with pytest.raises(RecordingError, match="cannot be read"):
        decoded(data, "a.bin")


def test_prose_adds_no_word() -> None:
    """Marks go, stops come, the words stay the writer's."""
    said = prose("* I called *her*\n* then I wrote\n\n```\ncode stays\n```\n---\n")
    assert said == "I called her. then I wrote. code stays."


def test_a_wrapped_sentence_is_joined() -> None:
    """A line broken by an editor in the middle of a sentence is no end."""
    assert prose("I wrote the\nreceipts by hand.\n") == "I wrote the receipts by hand."


def test_a_part_without_content_is_no_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Headings alone earn nothing."""
    path = tmp_path / "answer.md"
    path.write_text("## Situation\n\n## Task\n\n## Action\n\n## Result\n" * 3)
    assert held(path, capsys) == set()

"""The parts of an answer in everyday words: what was not heard, what to do about it.

The names are those of `Structure`: situation, task, action and result of a story, and
the parts of other shapes. A part that is not in this table is spoken of by its name.
Nothing here asks for an invention, only for what really happened.
"""

import re

PARTS: dict[str, tuple[str, str, str]] = {
    "situation": (
        "where and when it happened",
        "the setting is missing",
        "begin with one sentence: where you were, and when",
    ),
    "task": (
        # A task may be one's own: to "something nobody asked you to do" too.
        "what was to be achieved",
        "the task is missing",
        "say in one sentence what you had to achieve, or wanted to",
    ),
    "action": (
        "what you yourself did",
        "what you yourself did is missing",
        "say two or three things you did yourself, in their order",
    ),
    "result": (
        "what came of it",
        "the result is missing",
        "end with one sentence: what changed, and by how much",
    ),
    "present": (
        "what you do now",
        "the present is missing",
        "begin with one sentence about what you do now",
    ),
    "past": (
        "what brought you here",
        "the past is missing",
        "name one thing you did before that matters for this job",
    ),
    "future": (
        "what you want to do next",
        "the way ahead is missing",
        "end with one sentence: what you want to do next, and why here",
    ),
    "point": (
        "where you stand",
        "your own view is missing",
        "say your answer in the first sentence, then give the reason",
    ),
    "reason": (
        "why you see it that way",
        "the reason is missing",
        "add one sentence that begins with the word because",
    ),
    "example": (
        "an example",
        "an example is missing",
        "give one example you have seen yourself",
    ),
    "point_again": (
        "your answer once more at the end",
        "the answer is not said again at the end",
        "end on your answer in one sentence",
    ),
    "options": (
        "which ways you weighed",
        "the options are missing",
        "name two ways it could be done before you choose",
    ),
    "criteria": (
        "what you would decide by",
        "the measure of the choice is missing",
        "say what matters most in the choice before you make it",
    ),
    "choice": (
        "what you would choose",
        "the choice is missing",
        "end with one sentence: what you would do, and why",
    ),
    "meaning": (
        "what the thing is",
        "a plain first sentence about it is missing",
        "say in the first sentence what it is, for somebody who does not know it",
    ),
    "workings": (
        "how or why it works",
        "how it works is missing",
        "add one sentence on how it works, or why it is so",
    ),
    "questions": (
        "a question to the interviewer",
        "a question of your own is missing",
        "ask one question about the work that begins with how or what",
    ),
}
"""Part: (what was not heard, headline, what to do), in everyday words."""

UNSURE = {
    "result": ("a result", "If you gave one"),
    "example": ("an example", "If you gave one"),
    "questions": ("a question of yours", "If you asked one"),
}
"""Part: (what could not be made out, "if you did") where the usual words limp."""


def heard_as(part: str) -> tuple[str, str, str]:
    """(what was not heard, headline, what to do) for any part, known or new."""
    if part in PARTS:
        return PARTS[part]
    name = plain(part)
    return name, f"{name} is missing", f"add {name}"


def plain(name: str) -> str:
    """A name from a bank or a shape, fit to stand inside one sentence."""
    first = name.split("|")[0].replace("_", " ")
    return re.sub(r"[.!?:;\s]+", " ", first).strip() or "one part"

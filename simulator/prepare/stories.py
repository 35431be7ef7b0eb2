"""Stories that a user keeps: what they show, and which question they could answer."""

from collections.abc import Iterable, Sequence

from simulator.records import Question, Requirement, Story

MOST_FOR_ONE = 2
"""A plan that names more leaves the choice to be made in the interview."""


def fitting(
    stories: Iterable[Story], question: Question, asked: Sequence[Requirement] = ()
) -> tuple[str, ...]:
    """Titles of the stories that could answer a question, the best first."""
    wanted = {question.competency, *(r.competency for r in asked)} - {""}
    ways = [way.lower() for r in asked if r.kind == "skill" for way in r.ways]
    scored = []
    for story in stories:
        told = f"{story.title} {story.text}".lower()
        worth = 2 * len(wanted & set(story.competencies))
        worth += sum(way in told for way in ways)
        if worth:
            scored.append((worth, story.title))
    return tuple(t for _, t in sorted(scored, key=lambda s: -s[0])[:MOST_FOR_ONE])

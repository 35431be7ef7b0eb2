"""Competencies that postings name in set phrases, and how answers speak of them.

The names on the left are those of the question banks. A posting says "team player"; an
answer says "we agreed among the nurses that ...": so each has the phrases of postings
and the wordings of answers (in `a|b` form, matched by stem).
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Competency:
    """One competency as postings and answers word it."""

    name: str
    asked: re.Pattern[str]
    ways: tuple[str, ...]


def _one(name: str, asked: str, ways: str) -> Competency:
    return Competency(name, re.compile(asked, re.I), tuple(ways.split("|")))


COMPETENCIES: tuple[Competency, ...] = (
    _one(
        "working with others",
        r"team ?(?:work|player|spirit|oriented)|collaborat|work(?:ing)? (?:\w+ ){0,3}"
        r"(?:as part of|in|within|with) (?:\w+ ){0,4}teams?|cross[- ]functional",
        "team|colleagues|together|collaborated|worked with|helped each other|co-worker",
    ),
    _one(
        "serving others",
        r"customer (?:service|care|focus|oriented)|client (?:service|care)"
        r"|guest (?:service|care)|service[- ](?:minded|oriented)",
        "customer|client|guest|complaint|visitor|caller|shopper|passenger",
    ),
    _one(
        "leading",
        r"leadership|lead(?:ing)? (?:a |small |other )?(?:\w+ )?(?:team|people|staff"
        r"|group)|line manage|supervis|managing (?:a |small )?(?:team|people|staff)",
        "led|lead|my team|supervised|managed a team|in charge|delegated|managed people"
        "|team leader|ran the team",
    ),
    _one(
        "developing people",
        r"mentor|coach(?:ing)?\b|develop(?:ing)? (?:others|people|staff|junior)"
        r"|train(?:ing)? (?:new|staff|others|colleagues|junior)",
        "mentored|coached|trained|taught|showed her how|showed him how|trainee|new "
        "starter|apprentice|junior",
    ),
    _one(
        "communication",
        r"communicat|interpersonal|presentation skills|written and|listening skills"
        r"|explain(?:ing)? (?:complex|technical)|stakeholder",
        "explained|presented|presentation|communicated|listened|wrote to|spoke with"
        "|spoke to|talked to|talked with|kept them informed|told them|newsletter"
        "|rang|report to|stakeholder|plain words|plain language",
    ),
    _one(
        "problem solving",
        r"problem[- ]solv|solv(?:e|ing) problems|troubleshoot|fault[- ]find|diagnos"
        r"|analytical (?:skills"
        r"|thinking|mind)|critical thinking",
        "problem|solved|fixed|found out why|the cause|worked out|figured out"
        "|troubleshoot|traced",
    ),
    _one(
        "planning",
        r"organi[sz](?:ed|ation(?:al)? skills|ing)|time management|priorit|planning"
        r"|multi-?task|meet(?:ing)? deadlines|juggl",
        "planned|plan|organised|prioritised|deadline|checklist|made a list"
        "|drew up a rota"
        "|made the rota|wrote the rota|made a schedule|wrote a timetable",
    ),
    _one(
        "resilience",
        r"under pressure|pressure|stress|resilien|fast[- ]paced|calm",
        "pressure|stress|busy|calm|hectic|under strain|rush|overwhelmed",
    ),
    _one(
        "adapting",
        r"adaptab|flexib|chang(?:e|ing) (?:environment|priorities)|adapt to",
        "adapted|changed|instead|new way|switched|adjusted|flexible|at short notice",
    ),
    _one(
        "initiative",
        r"initiative|self[- ](?:motivat|start|driven|direct)|proactiv|work(?:ing)? "
        r"independently|independent(?:ly)?\b|autonom",
        "on my own|nobody asked|without being asked|I suggested|I proposed|I started"
        "|my idea|I offered|I volunteered|by myself|initiative",
    ),
    _one(
        "reliability",
        r"reliab|punctual|dependab|conscientious|attention to detail|accura(?:te|cy)"
        r"|careful",
        "checked|double-checked|on time|never late|every day|never missed|carefully"
        "|accurate"
        "|error|mistakes|detail|kept my promise|reliable|punctual",
    ),
    _one(
        "learning",
        r"(?:willing|eager|keen|quick|fast|ready|desire)(?:ness)? (?:to )?learn"
        r"|learn(?:ing)? (?:new|quickly)|curio",
        "learned|taught myself|course|read about|studied|picked up|trained myself",
    ),
    _one(
        "persuading",
        r"persua|influenc|convinc|negotiat",
        "persuaded|convinced|negotiated|agreed to|won them over|made the case|bargain",
    ),
    _one(
        "compassion",
        r"compassion|empath|patien(?:ce|t and)|caring (?:attitude|nature|and)|kindness",
        "comforted|reassured|held her hand|sat with|worried|upset|frightened|gently",
    ),
    _one(
        "honesty",
        r"integrity|honest|trustworth|ethic",
        "admitted|honest|told the truth|owned up|reported it|my mistake",
    ),
)


def competency_in(text: str) -> Competency | None:
    """The competency that a requirement names, or None if it is something to know."""
    return next((c for c in COMPETENCIES if c.asked.search(text)), None)

"""Sessions about made-up jobs, generated from the cases of coverage."""

import random
import tomllib
from pathlib import Path

from simulator import prepare, weighing
from simulator.answer import Given, judge_words
from simulator.prepare.proposing import requirement
from simulator.records import Job, Session
from simulator.transcribe.typed import transcript_of

CASES = Path(__file__).parents[1] / "measure/data/coverage"
COMPANIES = ("Harbour Works", "Lindgrove", "Norvane and Sons", "")
NOTES = (
    "We opened a second site in Marlow Street in March. The team has six people.",
    "We value kindness and patience. New staff spend a month beside a colleague.",
    "",
)
QUESTIONS = (
    "How big is the team? What do new staff do in their first month?",
    "What would you expect of me by summer?",
    "No, thank you, everything is clear.",
)
CANDIDATES = ("Robin", None)


def cases() -> list[dict]:
    """All cases, built on and set aside."""
    return [
        case
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
    ]


def session(seed: int) -> Session:
    """One session; the same seed, the same session."""
    dice = random.Random(seed)
    case = dice.choice(cases())
    notes = dice.choice(NOTES)
    asked = tuple(
        requirement(f"r{n}", row["text"]) for n, row in enumerate(case["requirements"])
    )
    proposal = prepare.propose(case["posting"])
    job = Job(
        title=proposal.title,
        company=dice.choice(COMPANIES),
        requirements=asked,
        values=prepare.values(notes),
        notes=prepare.facts(notes),
    )
    made = prepare.plan(job, dice.choice([10, 20, 30]))
    texts = dice.sample(case["answers"], dice.randint(0, len(case["answers"])))
    opening = ["I work in a small firm now, and I would like to work for you."]
    asking = [dice.choice(QUESTIONS) for _ in range(3)]
    turns = []
    for number, question in enumerate(made.questions, 1):
        said = {"asking": asking, "self": opening}.get(question.kind, texts)
        if said:
            given = Given(question, stem=f"{number:02d}-{question.id}")
            turns.append(judge_words(transcript_of(said.pop()), given))
    held = Session(
        id=f"2026-01-05T100000Z-made-{seed:04d}",
        started_at="2026-01-05T10:00:00+00:00",
        candidate=dice.choice(CANDIDATES),
        bank="the job",
        questions=made.questions,
        turns=tuple(turns),
        finished=True,
        job=job.model_copy(update={"plan": made.stages}),
    )
    return held.model_copy(update={"findings": weighing.findings(held)})

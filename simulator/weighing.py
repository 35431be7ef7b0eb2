"""A whole session held against the job: coverage, values, moments, own questions.

What is found stands in the session, so that report, export and studio show the same.
"""

from .measure import asked, company_talk, coverage, evidence
from .measure.told import told
from .records import AskedQuestion, Findings, Job, Session, Turn


def findings(session: Session) -> Findings | None:
    """What the answers show; None where the session is about no job."""
    job = session.job
    if job is None:
        return None
    turns = [t for t in session.answers if t.ended_by != "skip"]
    answers = [told(t) for t in turns if t.question.kind != "asking"]
    moments, absent = evidence.find(answers)
    return Findings(
        coverage=coverage.find(job, session.answers),
        values=coverage.values_shown(job, turns),
        company_facts=company_talk.facts_used(job, answers),
        generic_praise=company_talk.generic_praise(job, answers),
        evidence=moments,
        absent=absent,
        asked=asked.find(job, turns),
    )


def replies(job: Job, turn: Turn) -> tuple[AskedQuestion, ...]:
    """What the interviewer answers to the questions of one turn."""
    return asked.find(job, [turn])

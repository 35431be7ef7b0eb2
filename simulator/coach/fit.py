"""What the report shows of the job: coverage first, then values, moments, questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..records import Evidence, Moment, Quote, Session
from . import fit_words
from .stretches import Stretch, stretch
from .view import AnswerView


@dataclass(frozen=True)
class Shown:
    """A quoted passage, with the answer that it can be played from."""

    text: str
    answer: AnswerView | None
    stretch: Stretch | None


@dataclass(frozen=True)
class RequirementRow:
    """One requirement."""

    text: str
    kind: str
    state: str
    heard: str
    next_step: str
    quotes: tuple[Shown, ...]


@dataclass(frozen=True)
class Group:
    """One value, or one kind of moment."""

    title: str
    note: str
    quotes: tuple[Shown, ...]


@dataclass(frozen=True)
class AskedRow:
    """One question that the candidate asked."""

    text: str
    what: str
    reply: str
    remark: str


@dataclass(frozen=True)
class FitView:
    """The job's part of a report."""

    title: str
    company: str
    headline: str
    unheard: str
    """The most useful line, "" where nothing asked for stayed unheard."""
    requirements: tuple[RequirementRow, ...]
    values: tuple[Group, ...]
    facts: tuple[Shown, ...]
    praise: tuple[Shown, ...]
    moments: tuple[Group, ...]
    absent: tuple[str, ...]
    asked: tuple[AskedRow, ...]
    asked_summary: str
    ratings: tuple[tuple[str, str, str], ...]
    """(question, the candidate's own rating, the step of the anchors)."""


def fit(session: Session, answers: Sequence[AnswerView]) -> FitView | None:
    """The job's part of a report; None where the session is about no job."""
    job, found = session.job, session.findings
    if job is None or found is None:
        return None
    stems = (turn.stem for turn in session.answers)
    by_stem = dict(zip(stems, answers, strict=True))
    asked = any(s.part == "asking" for s in job.plan)
    return FitView(
        title=job.title or "this job",
        company=job.company,
        headline=_headline(session),
        unheard=fit_words.unheard(session),
        requirements=_requirements(session, by_stem),
        values=_values(session, by_stem),
        facts=_shown(found.company_facts, by_stem),
        praise=_shown(found.generic_praise, by_stem),
        moments=tuple(
            Group(
                fit_words.KIND_TITLES.get(e.kind, e.kind),
                _count(e),
                _shown(e.quotes, by_stem),
            )
            for e in found.evidence
        ),
        absent=tuple(
            fit_words.ABSENT[k] for k in found.absent if k in fit_words.ABSENT
        ),
        asked=_asked(session),
        asked_summary=fit_words.asked_summary(found.asked) if asked else "",
        ratings=_ratings(session),
    )


def _headline(session: Session) -> str:
    job, found = session.job, session.findings
    if job is None or found is None or not job.requirements:
        return "The posting named no requirement."
    line = fit_words.unheard(session)
    if line:
        return line
    asked = [c for c in found.coverage if c.state != "not_asked"]
    if not asked:
        return "No question about a requirement was answered."
    if all(c.state == "heard" for c in asked):
        return "Every requirement that was asked for was heard."
    return "Nothing that was asked for is surely missing; some could not be made out."


def _requirements(
    session: Session, by_stem: Mapping[str, AnswerView]
) -> tuple[RequirementRow, ...]:
    assert session.job is not None
    assert session.findings is not None
    found = {c.requirement_id: c for c in session.findings.coverage}
    order = ("not_heard", "uncertain", "heard", "not_asked")
    rows = [(r, found[r.id]) for r in session.job.requirements if r.id in found]
    rows.sort(key=lambda row: (order.index(row[1].state), not row[0].must))
    return tuple(
        RequirementRow(
            text=r.text,
            kind="needed" if r.must else "nice to have",
            state=one.state,
            heard=fit_words.heard_as(r, one),
            next_step=fit_words.next_for(r, one),
            quotes=_shown(one.quotes, by_stem),
        )
        for r, one in rows
    )


def _values(session: Session, by_stem: Mapping[str, AnswerView]) -> tuple[Group, ...]:
    assert session.job is not None
    assert session.findings is not None
    texts = {v.id: v.text for v in session.job.values}
    asked = {id for stage in session.job.plan for id in stage.values}
    groups = []
    for one in session.findings.values:
        note = "I did not hear it."
        if one.value_id not in asked:
            note = "not asked in this rehearsal"
        if one.named:
            tied = "tied to something you did"
            note = f"named, {tied}" if one.example else f"named, not {tied}"
        quotes = _shown(one.quotes, by_stem)
        groups.append(Group(texts.get(one.value_id, one.value_id), note, quotes))
    return tuple(groups)


def _asked(session: Session) -> tuple[AskedRow, ...]:
    rows = []
    for one in session.findings.asked if session.findings else ():
        topics = ", ".join(one.topics) or "other"
        what = f"{'open' if one.open else 'yes or no'}; about: {topics}"
        if one.follows_up:
            what += "; takes up what was said"
        remark = ""
        if one.in_notes:
            remark = "The company notes say this already: ask for what they do not say."
        rows.append(AskedRow(one.text, what, one.reply, remark))
    return tuple(rows)


def _ratings(session: Session) -> tuple[tuple[str, str, str], ...]:
    rows = []
    for turn in session.answers:
        own = session.self_ratings.get(turn.stem)
        if own is not None:
            level = turn.analysis.structure.level
            step = f"{level} of 5" if level else "not enough to tell"
            rows.append((turn.question.text, f"{own} of 5", step))
    return tuple(rows)


def _shown(
    quotes: Sequence[Quote], by_stem: Mapping[str, AnswerView]
) -> tuple[Shown, ...]:
    found = []
    for quote in quotes:
        passage = quote.passage
        moment = Moment(start_s=passage.start_s, end_s=passage.end_s)
        found.append(Shown(passage.text, by_stem.get(quote.stem), stretch(moment)))
    return tuple(found)


def _count(one: Evidence) -> str:
    shown = len(one.quotes)
    found = max(one.found, shown)
    text = "1 moment" if found == 1 else f"{found} moments"
    return text if found == shown else f"{text}, {shown} of them shown"

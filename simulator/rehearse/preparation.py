"""From papers to a job: read, proposed, confirmed, planned.

What cannot be used costs one sentence and never the interview: it goes on without.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import prepare
from ..ask import banks
from ..errors import BankError, DocumentError
from ..events import Choice, Note, Trouble
from ..measure.mentions import speaks_of
from ..prepare import Planned
from ..records import Job, Question, Requirement, Story
from ..seams import Screen
from . import confirming

GOES_ON = "The interview goes on without it."

COMPETENCY_BANKS = ("behavioural", "leadership", "customer_service")
"""Where the questions for common competencies come from, in this order."""

COMPANY_QUESTIONS = (
    ("What does the company do, in one sentence?", ""),
    ("What does it say it stands for (two or three values)?", "We value "),
    ("What is new there: a product, a project, a change?", ""),
    ("Who would you work with, and what would you do there?", ""),
)
"""(question, what goes before the answer); asked where there are no company notes."""


PARTS = {
    "opening": "Opening",
    "competency": "What the job asks for",
    "motivation": "Motivation and values",
    "asking": "Your own questions",
}


@dataclass(frozen=True)
class Papers:
    """What was given; each may be missing."""

    posting: Path | None = None
    company: Path | None = None
    cv: Path | None = None

    @property
    def given(self) -> bool:
        """Whether there is any."""
        return any((self.posting, self.company, self.cv))


@dataclass(frozen=True)
class Texts:
    """The papers as text, "" for what is missing or of no use."""

    posting: str = ""
    company: str = ""
    cv: str = ""


def job_of(papers: Papers, screen: Screen, *, person: bool) -> Job | None:
    """The job of these papers, as the user confirmed it; None where they give none.

    Args:
        papers: the files.
        screen: to tell and to ask.
        person: whether somebody is there to be asked.
    """
    texts = Texts(
        _read(papers.posting, "posting", screen),
        _read(papers.company, "company notes", screen),
        _read(papers.cv, "CV", screen),
    )
    return _job(texts, screen, person=person)


def asked_for(screen: Screen) -> Job | None:
    """Guided: ask whether there is a job, and for its papers; None if there is none."""
    wish = screen.choose(
        Choice(
            "Is there a certain job that you prepare for?",
            (("no", "No, practise in general"), ("yes", "Yes, I have the posting")),
            "no",
        )
    )
    if wish != "yes":
        return None
    posting, company, cv = (
        _given(screen, what) for what in ("posting", "company notes", "CV")
    )
    return _job(Texts(posting, company, cv), screen, person=True)


def planned(job: Job, minutes: float, stories: Sequence[Story]) -> Planned:
    """The plan of the interview; see `prepare.plan`."""
    return prepare.plan(job, minutes, _shipped(), stories)


def shown(made: Planned, job: Job) -> tuple[str, ...]:
    """The plan as lines to be read before the interview."""
    texts = {r.id: r.text for r in job.requirements}
    lines = [f"The plan, about {made.minutes:.0f} minutes:"]
    for number, stage in enumerate(made.stages, 1):
        asks = "; ".join(texts[id] for id in stage.requirements)
        title = PARTS[stage.part] + (f": {asks}" if asks else "")
        length = "1 minute" if stage.minutes == 1 else f"{stage.minutes:g} minutes"
        lines.append(f"{number}. {title} ({length})")
        lines += [f"   Your story “{kept}” fits here." for kept in stage.stories]
    lines.append(f"{len(made.stages) + 1}. Close")
    return (*lines, *made.remarks)


def _job(texts: Texts, screen: Screen, *, person: bool) -> Job | None:
    if not any((texts.posting, texts.company, texts.cv)):
        return None
    if person and texts.posting and not texts.company:
        texts = Texts(texts.posting, _company_asked(screen), texts.cv)
    found = prepare.propose(texts.posting) if texts.posting else prepare.Proposal()
    for remark in found.remarks:
        screen.show(Note(remark))
    values = prepare.values(texts.company, texts.posting)
    requirements = found.requirements
    if person and texts.posting:
        requirements, values = confirming.confirmed(screen, requirements, values)
    names = (found.company, found.title)
    return Job(
        title=found.title,
        company=found.company,
        requirements=tuple(_with_cv(r, texts.cv) for r in requirements),
        values=values,
        notes=prepare.facts(texts.company),
        terms=prepare.job_terms(
            requirements, names, (texts.posting, texts.company, texts.cv)
        ),
    )


def _read(path: Path | None, what: str, screen: Screen) -> str:
    if path is None:
        return ""
    try:
        return prepare.read(path, what)
    except DocumentError as error:
        screen.show(Trouble(error.what, f"{error.next_step} {GOES_ON}"))
        return ""


def _given(screen: Screen, what: str) -> str:
    """One paper, pasted or as a file, asked for until it is one or is left out."""
    while True:
        how = screen.choose(
            Choice(
                f"The {what}:",
                (
                    ("file", "A file (txt, html, pdf, docx)"),
                    ("paste", "Paste the text"),
                    ("none", "Go on without"),
                ),
                "none",
            )
        )
        if how == "none":
            return ""
        try:
            if how == "paste":
                pasted = screen.choose(Choice(f"Paste the {what}.", document=True))
                return prepare.check_text(pasted, what)
            name = screen.choose(Choice(f"The file with the {what}:", line=True))
            return prepare.read(Path(name.strip("'\"")).expanduser(), what)
        except (DocumentError, RuntimeError) as error:
            wrong = error if isinstance(error, DocumentError) else None
            said = wrong.what if wrong else f"{name!r} names no folder of this machine"
            step = wrong.next_step if wrong else "Give the file's name."
            screen.show(Trouble(said, step))


def _company_asked(screen: Screen) -> str:
    """Four short questions in the place of company notes; any may stay empty."""
    screen.show(Note("No company notes: four short questions (leave any empty)."))
    lines = []
    for question, before in COMPANY_QUESTIONS:
        said = screen.choose(Choice(question, line=True)).strip()
        # A sentence, or a line so short would pass for a heading.
        lines.append(f"{before}{said.rstrip('.')}." if said else "")
    return "\n".join(line for line in lines if line)


def _with_cv(requirement: Requirement, cv: str) -> Requirement:
    """The line of the CV that speaks of a requirement."""
    lines = (line.strip(" -•*\t") for line in cv.splitlines())
    line = next((s for s in lines if s and speaks_of(requirement, s)), "")
    return requirement.model_copy(update={"cv_line": line[:160]})


def _shipped() -> tuple[Question, ...]:
    found: list[Question] = []
    for name in COMPETENCY_BANKS:
        try:
            found += banks.load(name).questions
        except BankError:
            continue  # a bank of the user's own in its place may have a mistake
    return tuple(found)

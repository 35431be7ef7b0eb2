"""What a person's corrections changed of what was heard about the job."""

from collections.abc import Iterator

from ..coach import fit_words
from ..records import Coverage, Findings, Job, ValueShown
from .opened import Opened

Change = tuple[str, str, str]
"""(what, as heard first, as corrected)."""

STATES = {
    "heard": "heard",
    "not_heard": "asked for, not heard",
    "not_asked": "not asked for",
    "uncertain": "could not be made out",
}


def job_changes(opened: Opened) -> tuple[Change, ...]:
    """Requirements, values and moments that read otherwise now; () without a job."""
    job, before, after = (
        opened.session.job,
        opened.session.findings,
        opened.now.findings,
    )
    if job is None or before is None or after is None or before == after:
        return ()
    old, new = dict(_told(job, before)), dict(_told(job, after))
    return tuple(
        (what, old.get(what, NOTHING), new.get(what, NOTHING))
        for what in dict.fromkeys((*old, *new))
        if old.get(what) != new.get(what)
    )


NOTHING = "not heard"


def _told(job: Job, found: Findings) -> Iterator[tuple[str, str]]:
    texts = {r.id: r.text for r in job.requirements}
    for one in found.coverage:
        yield texts.get(one.requirement_id, one.requirement_id), _covered(one)
    values = {v.id: v.text for v in job.values}
    for shown in found.values:
        yield values.get(shown.value_id, shown.value_id), _value(shown)
    for kind in found.evidence:
        title = fit_words.KIND_TITLES.get(kind.kind, kind.kind)
        yield title, _moments(len(kind.quotes))
    if found.company_facts:
        yield "Facts from the company notes", _moments(len(found.company_facts))
    if found.generic_praise:
        yield "Praise that fits any company", _moments(len(found.generic_praise))
    if found.asked:
        yield "Questions asked", str(len(found.asked))


def _covered(one: Coverage) -> str:
    if one.state != "heard":
        return STATES[one.state]
    with_it = [
        name
        for name, there in (("an example", one.example), ("a result", one.result))
        if there
    ]
    return f"heard, with {' and '.join(with_it)}" if with_it else "heard"


def _value(one: ValueShown) -> str:
    if not one.named:
        return NOTHING
    return "named, with something done" if one.example else "named"


def _moments(count: int) -> str:
    return "1 moment" if count == 1 else f"{count} moments"

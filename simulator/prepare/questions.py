"""The questions of a planned interview, worded for the ear.

A competency takes its question from the banks, where it was written with care; for
what only this job asks, the question names it and asks for one piece of real work.
"""

from collections.abc import Collection, Sequence

from simulator.records import Job, Question, Requirement

from .saying import said

STORY_S = 90.0
SELF_S = 75.0
WHY_S = 60.0
ASK_S = 60.0
MORE_S = 30.0
MOST_VALUES = 3
"""Named in one question; more nobody keeps in mind."""

PROBES = ("What was your own part in it?", "What changed because of it?")

_WAYS_TO_ASK = (
    ("This job asks for", "Tell me about"),
    ("It also asks for", "Take me through"),
    ("Something else that we look for is", "Tell me about"),
    ("Let us talk about", "Tell me about"),
)
"""The same question eight times over is a form, not a conversation."""

_SELF_CONCEPTS = (
    "what you do now|currently|at the moment|right now|I work|I am a",
    "what led here|before that|previously|started|studied|trained|years",
    "why this job|this job|this role|this position|interested|looking for",
)
_WHY_CONCEPTS = (
    "the work itself|role|job|position|responsibilities|the work",
    "the company|team|product|customers|mission|organisation",
    "own experience|experience|worked with|skills",
    "the reason|because|interested|enjoy|care about",
)


def opening(job: Job, credentials: Sequence[Requirement]) -> Question:
    """The first question; it also asks for degrees and certificates."""
    text = "To begin, tell me a little about yourself, and what brings you to this job."
    if credentials:
        names = together([said(r.text) for r in credentials])
        text += f" It asks for {names}: please say a word about that too."
    return Question(
        id="opening",
        text=text,
        kind="self",
        competency="introduction",
        target_s=SELF_S,
        concepts=_SELF_CONCEPTS,
        rephrase="Who are you at work, and why are we talking today?",
    )


def for_requirements(
    number: int,
    group: Sequence[Requirement],
    shipped: Sequence[Question],
    taken: Collection[str] = (),
) -> Question:
    """A question that asks for these requirements.

    Args:
        number: of the question among these, for its name.
        group: one to three requirements.
        shipped: questions of the banks.
        taken: texts of the questions that are asked already.
    """
    first = group[0]
    if len(group) == 1 and first.competency:
        known = next(
            (
                q
                for q in shipped
                if q.competency == first.competency
                and q.kind == "story"
                and q.text not in taken
            ),
            None,
        )
        if known is not None:
            return known.model_copy(update={"id": f"job-{number}-{known.id}"})
    names = [said(r.text) for r in group]
    opens, takes = _WAYS_TO_ASK[(number - 1) % len(_WAYS_TO_ASK)]
    piece = "a piece of work that shows these" if len(group) > 1 else "one time"
    where = "" if len(group) > 1 else " when you did or used this yourself"
    return Question(
        id=f"job-{number}",
        text=f"{opens} {', and '.join(names)}. {takes} {piece}{where}. "
        "What did you do, and what came of it?",
        kind="story",
        competency=first.competency or said(first.text).removeprefix("being "),
        target_s=STORY_S,
        concepts=tuple(
            "|".join((said(r.text).replace("|", " "), *r.ways)) for r in group
        ),
        probes=PROBES,
        rephrase=f"Where did {together(names)} matter in your own work? One example is "
        "enough.",
    )


def motivation(job: Job, *, with_values: bool) -> Question:
    """Why this job; in a short interview also what of its values fits."""
    where = f" at {job.company}" if job.company else ""
    role = job.title or "this job"
    text = f"Why do you want to work as {_article(role)}{where}?"
    if not job.title:
        text = f"Why do you want this job{where}?"
    if with_values:
        text += f" {_our(job)} Where has {_one_of(job)} mattered in your own work?"
    return Question(
        id="motivation",
        text=text,
        kind="opinion",
        competency="motivation",
        target_s=WHY_S + (ASK_S / 2 if with_values else 0),
        concepts=_WHY_CONCEPTS,
        rephrase=f"Of all the jobs you could do, what makes you want this one{where}?",
    )


def values(job: Job) -> Question:
    """A question of its own about the values."""
    return Question(
        id="values",
        text=f"{_our(job)} Tell me about a time when {_one_of(job)} mattered in your "
        "own work. What did you do?",
        kind="story",
        competency="values",
        target_s=SELF_S,
        concepts=tuple("|".join((v.text, *v.ways)) for v in job.values),
        probes=PROBES,
        rephrase="Which of our values have you lived at work, and when?",
    )


def _our(job: Job) -> str:
    """The values, named as what they are: they may be sentences ("Own it")."""
    named = [v.text for v in job.values[:MOST_VALUES]]
    what = "One thing" if len(named) == 1 else "Things"
    return f"{what} that we care about here: {together(named)}."


def _one_of(job: Job) -> str:
    return "one of these" if len(job.values) > 1 else "this"


def asking(number: int) -> Question:
    """A round of the candidate's own questions; the interviewer answers after it."""
    words = (
        "Now it is your turn. What would you like to ask me?",
        "What else would you like to know?",
        "Is there anything else you want to ask before we finish?",
    )
    return Question(
        id=f"your-questions-{number}",
        text=words[min(number, 3) - 1],
        kind="asking",
        competency="your questions",
        target_s=ASK_S if number == 1 else MORE_S,
        rephrase="What do you want to know about the work, the team or what comes "
        "next?",
    )


def together(names: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _article(role: str) -> str:
    if role.lower().startswith(("a ", "an ", "the ")):
        return role
    return f"{'an' if role[:1].lower() in 'aeiou' else 'a'} {role}"

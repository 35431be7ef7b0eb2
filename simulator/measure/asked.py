"""The candidate's own questions: how many, how open, about what, and to what.

Definition:
    open        it cannot be answered by yes or no (what, how, why, who, which, where)
    topics      role, team, growth, success: what a candidate needs for a choice
    follows_up  it takes up a word of the interviewer's replies, or says that it does,
                itself or in the sentence before it
    in_notes    the company notes, which the candidate has, hold the answer

Source: candidates who ask more questions, follow-ups above all, are liked better
(Huang et al. 2017); no number is the right one, so nothing is graded.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from simulator.records import AskedQuestion, Job, Turn

from .naming import line_of
from .sentences import split
from .stems import listed

_STARTS = re.compile(
    r"^(?:(?:and|so|well|okay|ok|also|then|yes|my (?:first|second|next"
    r"|last) question is"
    r"|another (?:question|thing)(?: is)?|first|second|finally|thank you"
    r"|thanks)[,.:]? )*"
    r"(?P<open>what|how|why|who|whom|whose|which|where|when|tell me|could you tell me"
    r"|can you tell me|can you describe|could you describe|(?:i would|i'd) (?:like"
    r"|love) "
    r"to (?:know|hear|understand)|i was wondering|i wonder|what's|how's|who's)?"
    r"(?P<closed>is|are|do|does|did|can|could|will|would|may|have|has|should|am)?\b",
    re.I,
)
_WORDS_AFTER_WONDER = re.compile(r"\b(?:what|how|why|who|which|where|about)\b", re.I)
_IF = re.compile(r"\b(?:if|whether)\b", re.I)
_REFERS = re.compile(
    r"\byou (?:just )?(?:said|mentioned|told)\b|\bas you said\b|\bcoming back\b", re.I
)
TOPICS: dict[str, re.Pattern[str]] = {
    "role": re.compile(
        r"\b(?:role|job|position|day|tasks?|responsib\w+|projects?|work on|working on"
        r"|first (?:\w+ )?(?:weeks?|months?|days?)|typical|start with)\b",
        re.I,
    ),
    "team": re.compile(
        r"\b(?:team|colleagues?|manager|boss|people|work with|report to|who would i"
        r"|department|supervisor)\b",
        re.I,
    ),
    "growth": re.compile(
        r"\b(?:grow|growth|learn|training|trained|develop\w*|promot\w+|career"
        r"|next step|course|courses|mentor\w*)\b",
        re.I,
    ),
    "success": re.compile(
        r"\b(?:success\w*|succeed|expect\w*|measured?|goals?|targets?|good at|do well"
        r"|doing well|judged?|review\w*|probation)\b",
        re.I,
    ),
}
_SMALL = frozenset(
    w
    for word in listed(
        """
        what how why who which where when is are do does did can could will would may
        have has you your we our us i me my the a an and or of in on at to with for from
        about there here it this that they them be been like know tell hear look work
        company would question first people new next any some more most year month week
        day six three time after before during big large small long often old exactly
        usually currently typical normal size kind
        """
    )
    for w in line_of(word)
)
SHARED_LEAST, SHARED_OF_MANY, MANY = 0.5, 0.75, 4
"""Share of a question's telling words that a note must hold to be its answer; more of a
question with four and more, for it asks for something more certain, and never one word
alone of several. To be told "the notes say this" where they do not is worse than an
honest "I do not know"."""
_WHAT_IT_MEANS = re.compile(
    r"\bwhat (?:does|is|would|makes?)\b.*\b(?:look|mean|success|good)", re.I
)
_MEANS = re.compile(r"\b(?:means?|looks? like|is when|is measured)\b", re.I)
"""A question what something is, and a note that says so: it goes before others."""
UNKNOWN = (
    "That is not in what I know about the company, so I do not want to guess. It is a "
    "question for the real interview."
)


def questions_of(turn: Turn) -> list[tuple[str, bool, int]]:
    """The questions in a turn: (text, whether open, number of its sentence)."""
    found = []
    for number, sentence in enumerate(split(turn.transcript)):
        # "Who would I work with? And ..." ends at its mark, whatever word is before it.
        for text in re.split(r"(?<=\?)\s+", sentence.text.strip()):
            if _asks(text):
                found.append((text, _is_open(text), number))
    return found


def _asks(text: str) -> bool:
    match = _STARTS.match(text)
    begins = bool(match and (match["open"] or match["closed"]))
    if len(text.split()) < 3 or not (begins or text.endswith("?")):
        return False
    return text.endswith("?") or not _is_answer(text)


def find(job: Job, turns: Sequence[Turn]) -> tuple[AskedQuestion, ...]:
    """All questions that the candidate asked, with what the interviewer answered.

    Args:
        job: its notes are all that the interviewer knows.
        turns: the session's answers in their order; only those of kind asking count.
    """
    asked: list[AskedQuestion] = []
    said: set[str] = set()
    for turn in turns:
        if turn.question.kind != "asking":
            continue
        sentences = split(turn.transcript)
        new: set[str] = set()
        for text, is_open, number in questions_of(turn):
            note = answer_in(job.notes, text)
            own = _telling(text)
            before = sentences[number - 1].text if number else ""
            asked.append(
                AskedQuestion(
                    stem=turn.stem,
                    text=text,
                    open=is_open,
                    topics=_topics(text, job.title),
                    follows_up=bool(_REFERS.search(f"{before} {text}") or own & said),
                    in_notes=note is not None,
                    reply=note or UNKNOWN,
                    passage=sentences[number].passage,
                )
            )
            new |= _telling(note) - own if note else set()
        said |= new
    return tuple(asked)


def answer_in(notes: Sequence[str], question: str) -> str | None:
    """The sentence of the notes that answers a question, or None."""
    wanted = _telling(question)
    if not wanted:
        return None
    means = bool(_WHAT_IT_MEANS.search(question))
    scored = [
        (len(wanted & set(line_of(note))), means and bool(_MEANS.search(note)), -n)
        for n, note in enumerate(notes)
    ]
    best, _, place = max(scored, default=(0, False, 0))
    least = SHARED_OF_MANY if len(wanted) >= MANY else SHARED_LEAST
    if best < max(least * len(wanted), min(2, len(wanted))):
        return None
    return notes[-place]


def _topics(text: str, title: str) -> tuple[str, ...]:
    """What a question is about; the name of the job itself tells nothing."""
    words = title.split()
    for pair in pairwise(words):
        text = re.sub(rf"\b{re.escape(' '.join(pair))}\b", "", text, flags=re.I)
    return tuple(topic for topic, words in TOPICS.items() if words.search(text))


def _telling(text: str) -> set[str]:
    return {w for w in line_of(text) if w not in _SMALL and len(w) > 2}


def _is_open(text: str) -> bool:
    match = _STARTS.match(text)
    if match and match["open"]:
        wonders = re.match(r"i |can |could ", match["open"], re.I)
        if wonders:
            return bool(_WORDS_AFTER_WONDER.search(text)) and not _IF.search(text)
        return True
    return not (match and match["closed"])


def _is_answer(text: str) -> bool:
    """Without a question mark, "when I started I ..." is no question."""
    return bool(re.match(r"(?:when|where|what|who|which|how) i\b", text, re.I)) or (
        not re.match(
            r"(?:\w+[,.]? )*?(?:what|how|why|who|which|where|do|does|is|are|can"
            r"|could|will|would|tell me|i would like to know|i was wondering)\b",
            text,
            re.I,
        )
    )

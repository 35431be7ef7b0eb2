"""Coverage of a job's requirements, against hand-made truth and rule by rule."""

import pytest

from benchmarks.coverage import LEAST, SETS, cases, scores
from simulator.answer import Given, judge_words
from simulator.measure.coverage import find, values_shown
from simulator.prepare.company import value
from simulator.prepare.proposing import requirement
from simulator.records import Coverage, Job, Question, Stage, Transcript, Turn, Word
from simulator.transcribe.typed import transcript_of

QUESTION = Question(id="q1", text="Tell me about a time.")
STORY = (
    "Last year the till at our shop broke on a Saturday. I had to keep the queue "
    "going. "
    "I wrote receipts by hand and I called the technician. In the end nobody had to "
    "wait "
    "longer than five minutes."
)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("kind", ["mentioned", "example"])
def test_coverage_matches_hand_made_truth(name: str, kind: str) -> None:
    """Precision and recall of at least 0.8 on postings and answers, also those that
    were set aside."""
    one = scores(name)[kind]

    assert one.precision >= LEAST
    assert one.recall >= LEAST


def test_there_are_at_least_twelve_postings_to_be_held_against() -> None:
    assert sum(len(cases(name)) for name in SETS) >= 12


def turn(text: str, *, stem: str = "01", ended_by: str = "typed") -> Turn:
    given = Given(QUESTION, stem=stem, ended_by=ended_by)
    return judge_words(transcript_of(text), given)


def covered(text: str, *turns: Turn, asked: bool = True) -> Coverage:
    asks = ("r1",) if asked else ()
    stage = Stage(part="competency", question_id="q1", minutes=2, requirements=asks)
    job = Job(requirements=(requirement("r1", text),), plan=(stage,))
    (found,) = find(job, turns)
    return found


def test_asked_and_not_heard_not_asked_and_uncertain_are_kept_apart() -> None:
    assert covered("Kubernetes", turn(STORY)).state == "not_heard"
    assert covered("Kubernetes", turn(STORY), asked=False).state == "not_asked"
    assert covered("Kubernetes").state == "not_asked"
    assert covered("Kubernetes", turn("", ended_by="skip")).state == "not_asked"
    assert covered("Kubernetes", turn("")).state == "uncertain"


def doubted(text: str, doubtful: str) -> Turn:
    """The answer with one word that was not heard clearly."""
    words = tuple(
        Word(
            text=w,
            start_s=n * 0.4,
            end_s=n * 0.4 + 0.3,
            probability=0.5 if doubtful in w else 0.95,
            doubtful=doubtful in w,
        )
        for n, w in enumerate(text.split())
    )
    heard = Transcript(text=text, language="en", model="script", words=words)
    return judge_words(heard, Given(QUESTION, stem="01"))


def test_a_term_that_was_not_heard_clearly_is_uncertain() -> None:
    """So is one that only one of two decodings has, as with the bias to job terms."""
    said = "Last year I moved our shop to Kubernetes. " + STORY

    assert covered("Kubernetes", turn(said)).state == "heard"
    unsure = covered("Kubernetes", doubted(said, "Kubernetes"))
    assert unsure.state == "uncertain"
    assert unsure.quotes
    assert unsure.why


@pytest.mark.parametrize(
    "said",
    [
        "I have never used Kubernetes, but I would like to learn it.",
        "I have no experience with Kubernetes.",
        "I do not know Kubernetes.",
        "I have not used Docker, Kubernetes or Helm.",
        "I have never worked in a team that used Kubernetes.",
        "I don't know what Kubernetes does.",
        "I had never used containers, but I would love to work with Kubernetes.",
        "The posting asks for Kubernetes, but I have never used it.",
    ],
)
def test_a_denial_is_no_mention(said: str) -> None:
    assert covered("Kubernetes", turn(f"{said} {STORY}")).state == "not_heard"


@pytest.mark.parametrize(
    "said",
    [
        "I used Kubernetes every day and I have never missed a deadline with it.",
        "I had never used Kubernetes before I came, so I took a week and moved our "
        "shop to Kubernetes.",
        "I moved our shop to Kubernetes, although I had never used it before.",
        "I have not only used Kubernetes but also taught it to others.",
        "I have no experience with Helm, but I know Kubernetes well.",
    ],
)
def test_a_denial_of_something_else_in_the_same_sentence_takes_nothing_back(
    said: str,
) -> None:
    assert covered("Kubernetes", turn(f"{said} {STORY}")).state == "heard"


def test_a_denied_name_that_is_spelled_apart_or_by_its_sound_is_no_mention() -> None:
    apart = turn(f"I have never used Postgre SQL. {STORY}")
    by_sound = turn(f"I have never used Cubanites. {STORY}", ended_by="key")

    assert covered("PostgreSQL", apart).state == "not_heard"
    assert covered("Kubernetes", by_sound).state == "not_heard"


def test_silence_and_a_skipped_question_are_said_as_what_they_are() -> None:
    """Neither is an answer that could not be understood, nor a question not asked."""
    silent = covered("Kubernetes", turn(""))
    skipped = covered("Kubernetes", turn("", ended_by="skip"))

    assert (silent.state, silent.why) == (
        "uncertain",
        "No answer to the question was heard.",
    )
    assert (skipped.state, skipped.why) == ("not_asked", "You skipped the question.")
    assert covered("Kubernetes").why == ""


def test_a_quote_is_the_sentence_that_mentions_it() -> None:
    found = covered("receipts", turn(STORY, stem="03-x"))

    assert found.quotes[0].stem == "03-x"
    assert "receipts by hand" in found.quotes[0].passage.text
    assert found.example
    assert found.result


def test_a_value_is_named_or_shown() -> None:
    job = Job(values=(value("v1", "kindness"), value("v2", "courage")))
    said = "For me kindness is important, and I believe that every team needs it."

    shown = {v.value_id: (v.named, v.example) for v in values_shown(job, [turn(said)])}

    assert shown == {"v1": (True, False), "v2": (False, False)}


def test_two_words_of_four_are_not_the_thing() -> None:
    wanted = "patient intake interview documentation"
    other = f"A patient once gave an interview to the local radio. {STORY}"
    same = f"I wrote the documentation of each intake for every patient. {STORY}"

    assert covered(wanted, turn(other)).state == "not_heard"
    assert covered(wanted, turn(same)).state == "heard"

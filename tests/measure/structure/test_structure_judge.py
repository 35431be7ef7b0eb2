"""Which elements an answer holds, with the words that show them."""

import tomllib
from pathlib import Path

import pytest

from simulator.measure import structure
from simulator.records import (
    Answer,
    Question,
    QuestionKind,
    Structure,
    Transcript,
    Word,
)

STORY = (
    "Last year I was working in a hospital, and we had many complaints about waiting"
    " times. My manager asked me to look into it. I sat down with the nurses, and I"
    " drew a chart of every patient. As a result the waiting time fell from forty"
    " minutes to twenty."
)
NONSENSE = (
    "The weather was nice and that is what I like, so I can get a good sandwich when"
    " the system lets me use it."
)
ANSWERS = Path(__file__).parents[1] / "data" / "answers"


def judged(
    text: str, kind: QuestionKind | None = "story", asked: str = "?"
) -> Structure:
    question = Question(id="q", text=asked, kind=kind) if kind else None
    transcript = Transcript(text=text, language="en", model="written")
    return structure.judge(Answer(question=question, transcript=transcript, sound=None))


def elements(found: Structure) -> set[str]:
    names = ("situation", "task", "action", "result")
    return {name for name in names if getattr(found, name)}


def spoken(text: str, doubtful_every: int = 0) -> Answer:
    words = tuple(
        Word(
            text=word,
            start_s=float(n),
            end_s=n + 0.8,
            probability=0.9,
            doubtful=bool(doubtful_every) and n % doubtful_every == 0,
        )
        for n, word in enumerate(text.split())
    )
    return Answer(
        question=Question(id="q", text="Tell me about a time."),
        transcript=Transcript(text=text, language="en", model="test", words=words),
        sound=None,
    )


def test_a_whole_story_has_all_four_elements() -> None:
    """A story with where, what for, what I did and what changed lacks nothing."""
    found = judged(STORY)
    assert (found.kind, found.shape, found.missing) == ("story", "star", ())
    assert "asked me to look into it" in found.task[0].text
    assert "from forty minutes to twenty" in found.result[-1].text


def test_a_story_without_an_outcome_lacks_its_result() -> None:
    """Where nothing came of it, the result is missing and the gap asks for it."""
    found = judged(STORY.split(" As a result")[0])
    assert (found.missing, found.level) == (("result",), 3)
    assert found.gap == "What changed because of that?"


def test_what_we_did_is_nobodys_own_action() -> None:
    """'We did' alone is no action of the speaker's; the gap asks for one's own part."""
    found = judged(
        "In March our database broke down and the shop was offline. We restored the"
        " backup and we called every customer. In the end nobody left."
    )
    assert "action" in found.missing
    assert found.gap == "What was your own part?"


def test_a_size_is_not_a_result() -> None:
    """How large a project was is not what came of it."""
    found = judged(
        "I built a service in Go. I wrote the gateway and I configured the servers. It"
        " had forty services and about two million users."
    )
    assert elements(found) == {"action"}


def test_a_lesson_is_not_a_result() -> None:
    """A lesson alone tells nothing that changed."""
    found = judged(
        "In my first year I sent the wrong file to a client. I called him and I sent"
        " the right one. I learned to check twice."
    )
    assert "result" in found.missing


def test_circumstances_at_the_close_are_no_result() -> None:
    """A rambling end about how it was ("everybody was running around") is no result."""
    found = judged(
        "We had this yearly report, and it was due on the Friday. It was my job to put"
        " the numbers together. Half of the invoices were missing, and nobody knew how"
        " the system worked anymore. So I called the support people, and I went through"
        " the invoices by hand. And it was quite stressful, everybody was running"
        " around, and the coffee machine was broken that week as well, which didn't"
        " help."
    )
    assert found.missing == ("result",)


def test_a_bad_end_is_a_result() -> None:
    """A failure that is told to its end has its result."""
    found = judged(
        "I was asked to put on the school play. I picked a script that was far too"
        " long, and I did everything alone. We had to cancel the evening, and the"
        " children were disappointed."
    )
    assert "result" not in found.missing


def test_what_one_usually_does_is_no_story() -> None:
    """'I usually' is a pseudo-story: no element, level 2, and the gap asks for one."""
    found = judged(
        "I usually talk to the customer first. I always stay calm, and I try to find"
        " out what he needs. If he is angry I listen."
    )
    assert (found.kind, elements(found), found.level) == ("pseudo_story", set(), 2)


def test_a_story_told_in_the_present_is_a_story() -> None:
    """Second-language speakers and lively tellers tell the past in the present."""
    found = judged(
        "Last year in my company came a new girl and nobody explained her anything. So"
        " I sit with her every lunch, I show her the program, and I write a small book"
        " for her. My boss was very happy."
    )
    assert (found.kind, "action" in elements(found)) == ("story", True)


@pytest.mark.parametrize(
    "text",
    [
        NONSENSE,
        "",
        "la la la la la la la la la la la la la la la",
        "table river green paper sandwich system cloud window bottle manager",
        "Tell me about a time you solved a problem at work.",
        "The of and to in a the was for it with on at by from an of the to.",
        "Letzte Woche habe ich meinem Chef geholfen und dann war alles wieder gut.",
    ],
)
def test_nonsense_has_no_element(text: str) -> None:
    """Nonsense, loops, other languages and the question read back hold no element."""
    found = judged(text, asked="Tell me about a time you solved a problem at work.")
    assert elements(found) == set()


def test_repairs_do_not_hide_a_deed() -> None:
    """'I, I, um, I went to' is still something the speaker did."""
    found = judged(
        "Last winter our heating was broken and people were freezing. I, I, um, I went"
        " to, to the landlord and I, uh, I asked him for heaters. He brought six, and"
        " everybody stayed."
    )
    assert elements(found) == {"situation", "action", "result"}


def test_passages_carry_their_moments() -> None:
    """Each quote has its start and end, in the order of the telling."""
    answer = spoken(STORY)
    found = structure.judge(answer)
    last = answer.transcript.words[-1]
    assert found.result[-1].end_s == last.end_s
    starts = [q[0].start_s for q in (found.situation, found.task, found.action)]
    assert starts == sorted(starts)


def test_written_answers_have_no_moments() -> None:
    """Of written text no times are known, and none are made up."""
    found = judged(STORY)
    assert {p.start_s for p in found.action} == {None}


def test_doubtful_words_make_uncertain_not_missing() -> None:
    """With over 15 % doubtful words a part not found is uncertain, never missing."""
    found = structure.judge(spoken(STORY.split(" As a result")[0], doubtful_every=5))
    assert (found.missing, found.uncertain) == ((), ("result",))


def test_the_questions_kind_chooses_the_shape() -> None:
    """About oneself: present, past, future; an opinion: point, reason, example."""
    self = judged(
        "I'm a nurse, I work on a children's ward in Lyon. Before that I trained in"
        " Bordeaux. I'd like to move into teaching.",
        "self",
        "Tell me about yourself.",
    )
    strength = judged(
        "I'm good at explaining, because I start with what people know. Last week I"
        " drew the whole budget as a pizza and everybody got it.",
        "self",
        "What are you really good at? Give me an example.",
    )
    opinion = judged(
        "I prefer small teams, because I get stuck less. In my last job there were"
        " three of us and we asked across the table.",
        "opinion",
    )
    assert set(self.parts) == {"present", "past", "future"}
    assert set(opinion.parts) == {"point", "reason", "example"}
    assert opinion.missing == ("point_again",)
    assert strength.shape == "prep"
    assert not {"past", "future"} & {*strength.missing}


def test_questions_of_ones_own_are_counted_with_or_without_marks() -> None:
    """Two open questions are a full answer to 'any questions?'; none is level 1."""
    two = judged(
        "Yes. What would you want done in three months? And how do you decide what the"
        " team works on next?",
        "asking",
    )
    none = judged("No, you have explained everything very well. Thank you.", "asking")
    assert (len(two.parts["questions"]), two.level) == (2, 5)
    assert (none.missing, none.level) == (("questions",), 1)


def test_below_the_top_there_is_always_one_gap() -> None:
    """Every level under 5 names what keeps it there; 5 names nothing."""
    for file in sorted(ANSWERS.glob("*.toml")):
        for row in tomllib.loads(file.read_text(encoding="utf-8")).get("answers", ()):
            found = judged(row["text"], row.get("asked", "story"))
            assert found.level is not None
            assert (found.level == 5) == (found.gap == ""), row["id"]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Tell me about yourself.", "self"),
        ("Tell me about a time you failed.", "story"),
        ("Describe a project you are proud of.", "story"),
        ("Why do you want to work here?", "opinion"),
        ("What would you do if a customer shouted at you?", "situational"),
        ("Explain the difference between a process and a thread.", "technical"),
        ("Do you have any questions for us?", "asking"),
    ],
)
def test_the_kind_of_a_bare_question_is_guessed(question: str, kind: str) -> None:
    """A question that comes without a kind is told by its wording."""
    assert structure.guess_kind(question) == kind

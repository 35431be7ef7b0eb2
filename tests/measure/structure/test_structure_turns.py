"""Tasks said in passing, scenes of one's own making, and what is no outcome."""

import pytest

from simulator.measure import structure
from simulator.records import Answer, Question, Structure, Transcript

DEEDS = (
    "So I rang the three suppliers, I wrote one list for all of them, and I drove the "
    "first boxes over myself."
)
SCENE = "Two years ago our warehouse lost its roof in a storm."
MISTAKE = "Tell me about a mistake you made."


def judged(text: str, asked: str = "Tell me about a time.") -> Structure:
    question = Question(id="q", text=asked)
    transcript = Transcript(text=text, language="en", model="written")
    return structure.judge(Answer(question=question, transcript=transcript, sound=None))


@pytest.mark.parametrize(
    "said",
    [
        "My boss says to me, you go there and you fix it.",
        "The town wanted a roof that holds the snow.",
        "Our director asked if anyone could find a way to send the orders.",
        "Getting it dry again was down to me.",
        "The whole thing landed on me.",
        "So this was my homework.",
        "I set myself the target of being open again in a week.",
        "The goods were due on the first of May.",
        "They said, you have got until Friday.",
        "The owner gave me one night.",
        "It had to run again before the next storm.",
        "What mattered was to get the boxes dry.",
        "The plan called for one delivery a day.",
        "The insurer expected a list the same week.",
        "We only had three days.",
        "The chief said from his bed, make sure it is dry by Monday.",
        "I decided to get the boxes under cover before night.",
        "I did not want anybody to lose a day.",
        "We had been set a target of one lost day.",
        "I hoped to open again within the week.",
        "It was me who had to make it run again.",
    ],
)
def test_a_task_in_passing_is_a_task(said: str) -> None:
    """Handed over, wished, due or set: it need not be called a task."""
    assert judged(f"{SCENE} {said} {DEEDS}").task


@pytest.mark.parametrize(
    "said",
    [
        "My sister said, you know how it is.",
        "A customer wanted his money back.",
        "She wanted to close the shop on Wednesdays.",
        "As a shift leader I was responsible for fourteen people.",
        "I was told on the phone that they sold it.",
    ],
)
def test_not_every_wish_is_a_task(said: str) -> None:
    """What others want for themselves, news, and the duties of a post are none."""
    assert not judged(f"{SCENE} {said} {DEEDS}").task


def test_a_mistake_of_ones_own_is_the_scene_of_a_story_about_mistakes() -> None:
    """Asked for something else, the same deed is only a deed."""
    text = (
        "I sent the salary list to the whole company. I pulled the plug on the mail "
        "server, I walked into the director's office, and I told him."
    )
    assert judged(text, MISTAKE).situation[0].text.startswith("I sent the salary list")
    assert not judged(text).situation


def test_a_headline_does_not_end_the_background() -> None:
    """ "I moved the night shift" announces the story; the falls are its scene."""
    text = (
        "I moved the night shift. I am ward manager on a stroke unit. What we had was "
        "four falls in one month. They came between five and six. The nurses were at "
        "the end of their shift. I looked at the times, and I moved the handover."
    )
    assert any("four falls" in p.text for p in judged(text).situation)


@pytest.mark.parametrize(
    "said",
    [
        "I was very proud of it.",
        "I was disappointed that nobody else spoke.",
        "It was a very hard time.",
        "What I took from it is that lists help.",
        "I also cut the sheets in half.",
        "I think about it every day.",
        "They all thought the same.",
        "The other two members did the survey.",
    ],
)
def test_feelings_lessons_and_steps_are_no_outcome(said: str) -> None:
    assert not judged(f"{SCENE} {DEEDS} {said}").result


@pytest.mark.parametrize(
    "said",
    [
        "By the spring there were forty of them rather than nine.",
        "In those eight weeks there was one complaint.",
        "Three months and I had the certificate with 78 percent.",
        "It all got sorted.",
        "Since then nobody has called twice.",
        "I kept my job, just about.",
        "They signed the same afternoon.",
        "It cut our costs by 35%.",
        "By Friday all forty were running.",
        "Everybody could go home early.",
        "Orders are up by a fifth.",
        "In the end we had to buy a new one.",
    ],
)
def test_how_it_stood_in_the_end_is_an_outcome(said: str) -> None:
    assert judged(f"{SCENE} {DEEDS} {said}").result


def test_an_event_can_be_told_in_the_present_by_an_onlooker() -> None:
    """ "She gets the manager": a story, though nobody says "I"."""
    text = (
        "A guest comes down, she is furious, there is a party above her all night. She "
        "wants the manager, she gets him, he gives her the night for free. It all went "
        "well and she left us five stars."
    )
    found = judged(text)
    assert found.kind == "story"
    assert found.result


def test_a_story_without_anybody_acting_has_its_end() -> None:
    text = (
        "Three years ago our library was merged with the next one. There was a lot of "
        "bad feeling for half a year, with two catalogues and two sets of stickers. "
        "In the end it all got sorted, and the two teams now go on a hike together."
    )
    found = judged(text)
    assert found.result
    assert not found.action


def explained(text: str, asked: str = "What is a thread?") -> Structure:
    question = Question(id="q", text=asked, kind="technical")
    transcript = Transcript(text=text, language="en", model="written")
    return structure.judge(Answer(question=question, transcript=transcript, sound=None))


def test_an_explanation_is_not_held_against_options_and_a_choice() -> None:
    """ "What is a thread?" wants to know what it is, how it works, and a case."""
    found = explained(
        "A thread is a path of execution in a process. Threads share its memory, so "
        "if one writes where another reads you need a lock. For example our image "
        "server used four of them for the resizing."
    )
    assert (found.shape, found.missing, found.level) == ("explanation", (), 5)


def test_an_explanation_that_explains_nothing_lacks_its_parts() -> None:
    found = explained("Hmm, threads. I know it is used a lot. I like Java very much.")
    assert found.missing == ("meaning", "workings", "example")


def test_a_technical_choice_is_still_a_choice() -> None:
    asked = "How would you design a mail sender?"
    text = "I could use a queue or a cron job. The queue is safer. I would choose it."
    assert explained(text, asked).shape == "options_criteria_choice"


@pytest.mark.parametrize(
    "said",
    [
        "Sorting a delivery takes two hours now.",
        "On the Saturday it was thirty one to four for staying.",
        "After about a month the new man was showing it to others.",
        "The reopening ran without a hitch.",
        "In the spring I was appointed site manager.",
    ],
)
def test_scores_states_and_posts_are_outcomes(said: str) -> None:
    """A vote, how it is today, what came of it later: an outcome without its words."""
    assert judged(f"{SCENE} {DEEDS} {said}").result


def test_only_the_outcome_is_no_scene() -> None:
    """An answer that tells nothing but how it went has a result and no situation."""
    found = judged(
        "It went really well, to be honest. The waiting time came down from forty "
        "minutes to fifteen and nobody rang to complain any more."
    )
    assert found.result
    assert not found.situation


def test_a_duty_and_steps_are_no_scene() -> None:
    """What was wanted and what "we" did next tell nothing of the circumstances."""
    found = judged(
        "We had to get two hundred signatures before the ninth. We stood outside the "
        "supermarket in shifts and we went to the school gates."
    )
    assert found.task
    assert not found.situation


def test_what_others_meant_to_do_is_a_scene() -> None:
    """A plan of somebody else is the circumstance one acts in, not one's task."""
    found = judged(
        "Our owner wanted to close the kitchen an hour early. I showed him the till of "
        "the last month, and I offered to do the late hour myself."
    )
    assert found.situation
    assert not found.task


def test_a_favour_asked_is_the_problem() -> None:
    """A friend who asks for a discount sets no task."""
    found = judged(
        "A friend asked me for a discount and she would not let go. I told her no, and "
        "I looked up the next sale with her."
    )
    assert found.situation
    assert not found.task


def test_a_time_in_passing_is_no_outcome() -> None:
    """ "We were accredited" tells what came of it, "when I was stuck" only when."""
    deeds = "Last year I trained the night staff and I rewrote forty pages by hand."
    assert judged(f"{SCENE} {deeds} We were accredited without conditions.").result
    assert not judged(f"{SCENE} {deeds} I asked for help when I was stuck.").result

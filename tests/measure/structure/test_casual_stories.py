"""Whole stories as people tell them unprepared, and what each holds."""

import pytest

from simulator.measure import structure
from simulator.records import Answer, Question, Structure, Transcript


def judged(text: str) -> Structure:
    question = Question(id="q", text="Tell me about a time.", kind="story")
    transcript = Transcript(text=text, language="en", model="written")
    return structure.judge(Answer(question=question, transcript=transcript, sound=None))


@pytest.mark.parametrize(
    "text",
    [
        "In my second year the union was going to shut the night bus because nobody"
        " could show who used it. I thought, right, I'm going to count them. I put it"
        " all on one page and read it out. They kept the bus.",
        "In October the new software dropped everybody's overtime. So two days to redo"
        " four hundred payslips by hand. I split the list, and I rang each manager.",
        "The lift was out and nobody had told the old lady on the sixth. It was kind of"
        " nobody's job, so I made it mine. I carried her shopping up.",
        "The roof was leaking onto the costumes. The insurance wouldn't pay unless"
        " everything was listed within ten days. I gave four students one room each.",
        "The wash-up was filthy when I joined. Chef said to me on day one, if you can"
        " get that corner to pass I'll give you Sundays off. I scrubbed it, and we"
        " passed.",
        "We ran a food bank. One Monday nothing came, and there's sixty"
        " families due at two. I rang every shop and I drove three loads.",
        "The choir lost its conductor. They all just sort of looked at me because I can"
        " read music. I picked easier pieces and I recorded each voice.",
        "One night the power was gone. The manager told us nobody sleeps until each"
        " guest has water. I put the porters in a line and I counted the rooms.",
        "My boss goes on leave early and leaves me a note: board pack, Thursday. I dug"
        " out the last four packs and I chased everybody by name.",
    ],
)
def test_resolves_conditions_and_what_is_left_to_one_are_tasks(text: str) -> None:
    """What one resolves, what is promised for it, what others make it depend on."""
    assert judged(text).task


def test_what_one_may_not_do_is_no_task() -> None:
    found = judged(
        "There was a woman on the ferry, shaking with fear. I work on deck, I'm not"
        " supposed to talk with passengers. I stayed with her and I brought her tea."
    )
    assert not found.task


@pytest.mark.parametrize(
    "end",
    [
        "By May he had the most assists in the league.",
        "I kept telling them the time, and we were off in forty-three.",
        "The ring was found, and it was there by tea time.",
        "He came back the next morning with the money.",
        "The chairman said he hadn't noticed any difference, which I took as a"
        " compliment.",
    ],
)
def test_how_it_stood_later_and_what_others_said_are_results(end: str) -> None:
    """ "May" after a preposition is a month; taking it well is no deed."""
    found = judged(
        "There was this boy in my team last spring who would not pass to anybody. I"
        f" took him aside after training. I drew him the field on a napkin. {end}"
    )
    assert found.result


def test_what_we_did_over_and_over_is_how_things_were() -> None:
    """ "We threw out thirty loaves a night" is the trouble, and no step."""
    found = judged(
        "When I was at the bakery we threw out about thirty loaves a night. I wrote"
        " down what was left. I showed my boss, and he cut the Tuesday bake in half."
    )
    assert found.situation

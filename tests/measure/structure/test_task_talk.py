"""Tasks as casual talk tells them, and what only sounds like one."""

import pytest

from simulator.measure.sentences import split, spoken
from simulator.measure.structure import star
from simulator.measure.structure.clauses import clauses
from simulator.records import Transcript

BEFORE = "It was a cold March at the bakery in Leeds."
AFTER = (
    "I rang four suppliers that morning. I wrote a plan for the staff. In the end"
    " everybody came and the queue fell from forty to ten."
)


def told(said: str) -> star.Star:
    """The elements of a story in which this is said before the first deed."""
    text = f"{BEFORE} {said} {AFTER}"
    written = Transcript(text=text, language="en", model="written")
    return star.find(clauses(spoken(written), split(written)))


@pytest.mark.parametrize(
    "said",
    [
        "We had sixty trees to deliver.",
        "I had a talk to give.",
        "We had a wedding to cater for.",
        "I've got three kids to feed and a van to fill.",
        "The deadline was at the end of the month.",
        "I ended up in charge.",
        "I ended up with the job of telling them.",
        "Eventually my boss asked me to look into it.",
        "As a result I was asked to lead it.",
        "It turned out I had to present the numbers.",
        "I gotta have the floor ready by nine.",
        "I told the customer I'd have it ready by Friday.",
        "I sat down with my manager, and she said the returns have to come down.",
        "I answered the phone and it was the director. She wants a list of orders.",
        "Somebody's got to drive the minibus.",
        "That one's on me.",
        "So it was me.",
        "They had me doing the invoices.",
        "I got roped into running the raffle.",
        "I was down to do the late shift.",
        "The parcels still had to go out.",
        "The whole garden needed sorting.",
        "There's sixty trees to go out by Friday.",
        "If we didn't fill the rota, we'd lose the contract.",
        "My gaffer wanted the wall up by Friday.",
        "We'd been told to clear the yard.",
        "I'd promised my mum I'd sort it.",
        "It was down to me.",
        "I was meant to be covering the till.",
        "They'd put me on nights to sort out the stock.",
        "The trustees wanted to know whether we were solvent.",
        "We had about ninety minutes.",
        "The area manager gave me two quarters.",
        "I had a ceiling of 3,100 a tonne.",
        "I'd really set my heart on it.",
        "It was important, that we get sign off by the end of June.",
        "Everybody looks at me because I was the oldest.",
        "I'd made myself that promise.",
        "And she's like, can you sort the rota?",
        "He goes, right, you're doing the seating plan.",
        "I needed to get forty signatures.",
        "The idea was we'd all be out by noon.",
        "I wanted to get it finished before the summer.",
        "It had to be done by five.",
        "So I'm the one who has to tell them.",
        "I was the only one who could drive, so it fell to me.",
        "They landed me with the accounts.",
        "My job that night was the door.",
        "I was lumbered with the stocktake.",
        "I got the job of ringing the parents.",
        "I got put in charge of the bar.",
        "I got asked to do the speech.",
        "I said I'd do it.",
        "We were a man down and the order had to ship that night.",
        "I stood in for the ward manager, so it was on me to fill the shifts.",
        "The plan was to open on the first of May.",
        "The challenge was getting them all to agree.",
        "Head office wanted a fifth off the waste.",
        "She wanted her money back by Friday and my manager wanted it dealt with.",
        "We were trying to get the stall open before the rain.",
        "My mum wanted me to take over the bakery.",
        "I'd given myself till Christmas.",
        "I was hoping to cut the queue.",
        "What they wanted was a cake for two hundred.",
        "We were supposed to be open at six.",
    ],
)
def test_what_falls_to_one_is_a_task_however_it_is_put(said: str) -> None:
    """Load, order, deadline, promise or threat: each is what was wanted."""
    assert told(said).task


@pytest.mark.parametrize(
    "said",
    [
        "I have to say it was a tough week.",
        "I had to laugh.",
        "I was brought up in that town.",
        "I was hired as a baker in 2019.",
        "My first job was in that shop.",
        "My job was boring.",
        "The job market was bad.",
        "The target group was students.",
        "The duty manager was off sick.",
        "The weather conditions were awful.",
        "The patient's condition was getting worse.",
        "The instructions were in German.",
        "It was an hour's drive to work.",
        "I was promoted to shift leader.",
        "She drove me to hospital.",
        "It brought me to tears.",
        "A customer was waiting for his bread.",
        "The customer wanted a different loaf.",
        "She needed a coffee first.",
        "I was given a cup of tea.",
        "It was about parking.",
        "He was really after a bargain.",
        "My sister was with me.",
        "I committed the change.",
        "I signed up for a course.",
        "It is not my job.",
        "I wanted to disappear.",
        "I wanted to cry.",
        "I had nothing to do with it.",
        "We had no time to think.",
        "I didn't have to do anything.",
        "He had a lot to say.",
        "I had a reason to be angry.",
        "I had time to read.",
        "I was told off.",
        "I was put off by the smell.",
        "I was given a lift home.",
        "I had to sit down for a minute.",
        "We had something to eat.",
        "I had a friend to stay.",
        "They had to wait outside.",
        "My manager was looking for his keys.",
        "I was asked about my age.",
        "I wanted to die of shame.",
        "The boss was at a wedding.",
        "I had breakfast with my manager.",
        "There was nothing to do.",
        "It was my first job.",
        "I have to admit I was scared.",
        "The order was wrong.",
        "The contract was with a big hotel.",
        "She was the one with the keys.",
        "I wanted a coffee.",
        "There was a lot to see.",
        "I was invited to a party.",
        "He asked me how old I was.",
        "She asked us where the toilets were.",
        "The plan was old.",
        "It was on my desk.",
        "The person was my cousin.",
    ],
)
def test_what_only_sounds_like_a_task_is_none(said: str) -> None:
    """Sayings, posts, moods and other people's errands want nothing of the
    speaker."""
    assert not told(said).task


def test_a_promise_in_the_midst_of_the_deeds_is_a_step() -> None:
    """ "I told him I'd find out within ten minutes" after sitting down with him."""
    written = Transcript(
        text="He was shouting at everyone on the ward. I sat down next to him. I wrote"
        " his name down. I told him I would find out within ten minutes. I called the"
        " pharmacy, and he calmed down.",
        language="en",
        model="written",
    )
    assert not star.find(clauses(spoken(written), split(written))).task

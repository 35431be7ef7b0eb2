"""What comes of a story, against steps, errands and what goes on in passing."""

import pytest

from simulator.measure.sentences import split, spoken
from simulator.measure.structure import star
from simulator.measure.structure.clauses import clauses
from simulator.records import Transcript

STORY = (
    "Last March our depot in Leeds kept losing parcels and my boss wanted me to find"
    " out why. I rang four suppliers one morning, and I read every delivery note of the"
    " week. I drew a plan of the shelves and I put a number on each of them."
)


def told(said: str, story: str = STORY) -> star.Star:
    """The elements of a story without an end that ends on these words."""
    written = Transcript(text=f"{story} {said}", language="en", model="written")
    return star.find(clauses(spoken(written), split(written)))


@pytest.mark.parametrize(
    "said",
    [
        "So I raised it with my manager.",
        "I reached out to the depot.",
        "I dropped the customer a message.",
        "I closed the cabinet.",
        "I met my manager.",
        "I saved the list.",
        "I returned to my desk.",
        "I completed the form.",
        "We cut the tape.",
        "We raised it with the depot.",
        "We worked late that night.",
        "I missed my train home.",
        "I got a taxi home.",
        "She looked at me.",
        "The phone rang.",
        "My manager came over.",
        "Everybody went home.",
        "My manager is still there.",
        "I am still not sure what happened.",
        "It gave me a headache.",
        "And it made me nervous.",
        "I went up to the office.",
        "I raised my hand.",
        "I cut the bread.",
        "I delivered the letter to him.",
        "I signed the form.",
        "We went down to the cellar.",
        "She asked me something.",
        "He sat down.",
        "I was on my own all day.",
        "My husband was at the grill the entire day.",
        "It was raining.",
        "He walked in.",
        "I was so tired that day.",
        "The teacher did the games with the little ones.",
        "We checked every box.",
        "I signed the delivery note.",
        "I finished my coffee.",
        "I told them what I had found.",
        "I came back to the shop.",
        "I won't forget it.",
        "He was from Hull.",
        "My colleague looked at the screen.",
        "She waited at the door.",
        "We had a meeting about it.",
        "I fixed the shelf to the wall first.",
        "It cost me a lot of nerves.",
        "I dropped the keys.",
        "People were standing around.",
        "I passed him the phone.",
        "Every week for one semester.",
    ],
)
def test_steps_and_what_goes_on_are_no_end(said: str) -> None:
    """ "I raised it with my manager" raises nothing; "she looked at me" ends none."""
    assert not told(said).result


@pytest.mark.parametrize(
    "said",
    [
        "So he signed it.",
        "Worked perfectly.",
        "They took it off the menu.",
        "She stayed.",
        "He apologised.",
        "We got the contract.",
        "The client renewed.",
        "The queue was gone by lunch.",
        "Nobody had to wait.",
        "They were thrilled.",
        "We lost them in March.",
        "It didn't work, and they closed the branch.",
        "I cut the waiting time from nine days to three.",
        "I passed.",
        "I got the job.",
        "We sold out.",
        "We won.",
        "It's been fine since.",
        "They still use it.",
        "My boss said it was the best one yet.",
        "He bought two.",
        "They gave it to somebody else.",
        "So they changed the rule.",
        "In the end he came round.",
        "She got her money back.",
        "I was let go in June.",
        "We finished two days early.",
        "The complaints stopped.",
        "They put it on every ward.",
        "I got moved up to supervisor.",
        "He went from failing to a B.",
        "And it sold.",
        "She laughed and shook my hand.",
        "So that saved us about four hours a week.",
        "They never came back.",
        "I failed by four points.",
        "The last cabinet was carried out on the second of March.",
        "We lost the account.",
        "It went live on the Monday.",
        "I saved them about six thousand a year.",
    ],
)
def test_changes_deliveries_reactions_and_bad_ends_are_ends(said: str) -> None:
    assert told(said).result


def test_going_home_is_nothing_done() -> None:
    """ "I went home crying twice" and "when I started teaching" tell no own part."""
    story = "So when I started teaching I had a class of thirty-one on Fridays."
    assert not told(
        "They would hum all lesson. I went home crying twice.", story
    ).action


def test_a_long_sentence_is_not_cut_before_its_object() -> None:
    """ "When we had tried it in 2016" goes on after "it"."""
    said = Transcript(
        text="So I pulled the sickness figures for the whole team from the time when we"
        " had tried it in 2016 and went into his office and put them on the desk",
        language="en",
        model="written",
    )
    assert not any(s.text.startswith("it ") for s in split(said))

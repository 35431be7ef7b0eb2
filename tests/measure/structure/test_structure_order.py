"""In which order an answer tells its parts: quoted as told, and the point first."""

from simulator.measure import structure
from simulator.records import Answer, Question, QuestionKind, Structure, Transcript

SITUATION = "Last spring two of our three vans broke down in the same week."
TASK = "My boss wanted every order out by Friday all the same."
ACTION = "I rang three farmers, I borrowed a trailer and I drove the first load myself."
RESULT = "In the end all forty orders left on time and no customer was lost."
POINT = "I think small teams are better."
REASON = "Because in a small team nobody waits for an answer."
EXAMPLE = (
    "For example, in 2021 there were three of us in the shop in Lyon. A customer asked"
    " for 40 chairs by noon, and we decided it across the table in 2 minutes. Before"
    " that, with 25 people, I waited 4 days for such an answer, because it went through"
    " 3 managers, and the order went to somebody else."
)


def judged(text: str, kind: QuestionKind, asked: str) -> Structure:
    transcript = Transcript(text=text, language="en", model="written")
    question = Question(id="q", text=asked, kind=kind)
    return structure.judge(Answer(question=question, transcript=transcript, sound=None))


def story(*said: str) -> Structure:
    return judged(" ".join(said), "story", "Tell me about a time under pressure.")


def opinion(*said: str) -> Structure:
    return judged(" ".join(said), "opinion", "What do you think of small teams?")


def test_each_part_is_quoted_from_where_it_was_told() -> None:
    """Four sentences, four parts: each quote stands in its own sentence."""
    found = story(SITUATION, TASK, ACTION, RESULT)
    assert all(quote.text in SITUATION for quote in found.situation)
    assert all(quote.text in TASK for quote in found.task)
    assert all(quote.text in ACTION for quote in found.action)
    assert all(quote.text in RESULT for quote in found.result)
    assert found.missing == ()


def test_quotes_stand_in_the_order_they_were_said() -> None:
    """However the parts alternate, the quotes of one part follow the answer."""
    text = f"{SITUATION} {TASK} {ACTION} I also called every customer. {RESULT}"
    places = [text.index(q.text) for q in story(text).action]
    assert places == sorted(places)
    assert len(places) >= 2


def test_a_task_told_late_is_still_one() -> None:
    """What had been asked may be told after the deeds, as a look back."""
    found = story(
        SITUATION,
        ACTION,
        "The owner had given me the afternoon to get every order out.",
        RESULT,
    )
    assert any("afternoon" in quote.text for quote in found.task)


def test_what_was_so_before_the_deeds_is_no_result() -> None:
    """The same words tell the problem before the deeds and the outcome after them."""
    change = "Sales had dropped by a third."
    before = story(change, TASK, ACTION)
    after = story(SITUATION, TASK, ACTION, "Sales dropped by a third.")
    assert before.result == ()
    assert after.result != ()


def test_a_point_told_first_earns_the_level_that_a_late_one_does_not() -> None:
    """Conclusion first: with all parts there, the point within the first third."""
    early = opinion(POINT, REASON, EXAMPLE)
    late = opinion(EXAMPLE, REASON, POINT)
    assert {*early.parts} >= {"point", "reason", "example"}
    assert {*late.parts} >= {"point", "reason", "example"}
    assert (early.level, early.gap) == (5, "")
    assert late.level == 4
    assert late.gap == structure.GAPS["point_first"]

"""A thank-you note says what was said, and nothing else."""

import made_cases as made
import pytest
from made_rehearsals import session

from simulator.coach import follow_up, note, note_check, note_words
from simulator.coach.note import Given
from simulator.records import Analysis

SEEDS = range(50)


@pytest.fixture(scope="module")
def held() -> list:
    return [session(seed) for seed in SEEDS]


def test_fifty_notes_hold_no_fact_that_is_not_in_their_session(held: list) -> None:
    """Every word is the frame's own or was said, asked, or stands in the papers."""
    for one in held:
        text = note.draft(note.from_session(one))
        known = set(note_words.words_of(" ".join(note.sources(one))))
        new = set(note_words.words_of(text)) - note_words.frame_words() - known

        assert not new, (one.id, new)
        assert note_check.unknown_facts(text, note.sources(one)) == ()


def test_fifty_notes_have_the_parts_and_the_length_of_a_note(held: list) -> None:
    for one in held:
        text = note.draft(note.from_session(one))
        count = len(note_words.words_of(text))

        assert note_words.FEWEST_WORDS <= count <= note_words.MOST_WORDS, one.id
        assert "Thank you" in text
        assert "interested in the position" in text
        assert "next step" in text


def test_the_generated_sessions_are_not_all_alike(held: list) -> None:
    """Most notes have a point and a need, so that the tests above can fail."""
    given = [note.from_session(one) for one in held]

    assert len({note.draft(g) for g in given}) > 35
    assert sum(bool(g.point) for g in given) > 30
    assert sum(bool(g.fit) for g in given) > 15


@pytest.mark.parametrize(
    ("added", "named"),
    [
        ("I raised sales by 35 percent.", "35"),
        ("Please greet Marguerite from me.", "Marguerite"),
        ("As you said, “we never close before noon”.", "we never close before noon"),
        ("I led twelve people.", "twelve"),
    ],
)
def test_what_was_not_said_is_named(held: list, added: str, named: str) -> None:
    one = held[0]
    text = note.draft(note.from_session(one))

    found = note_check.unknown_facts(f"{text}\n{added}", note.sources(one))

    assert named in found


REAL = Given(
    who="Ms Ivers, Mr Oduya",
    title="shift lead",
    company="Harbour Works",
    point="how the night shift hands over to the day shift",
    need="somebody who brings order into the handover",
    fit="I wrote the handover sheet that our six shifts still use",
    next_step="a second talk on Thursday",
    name="Robin",
)


def test_a_real_note_uses_what_was_told_and_only_that() -> None:
    text = note.draft(REAL)
    told = [str(v) for v in vars(REAL).values()]
    known = set(note_words.words_of(" ".join(told)))

    assert not set(note_words.words_of(text)) - note_words.frame_words() - known
    for value in (REAL.who, REAL.point, REAL.need, REAL.fit, REAL.next_step):
        assert value in text
    assert note_check.check(text, told, ("Ms Ivers", "Mr Oduya")) == ()


def test_what_a_real_note_lacks_is_said_and_left_out() -> None:
    empty = Given(title="baker")

    assert len(empty.missing) == 3
    text = note.draft(empty)
    assert "“" not in text
    assert "looking for" not in text


def test_a_users_own_note_is_looked_over() -> None:
    short = "Hi, it was nice. I raised sales by 40 percent. Bye"

    remarks = " ".join(note_check.check(short, ["we talked about the bakery"], ["Kim"]))

    for said in (
        "words; about 80",
        "does not say thank you",
        "interested",
        "next step",
        "they need",
        "does not name Kim",
        "“40”",
        "no one thing",
    ):
        assert said in remarks


def test_whom_one_writes_to_and_as_whom_is_no_fact_to_be_checked() -> None:
    body = "thank you for talking with me about the bakery and its early shift."
    mine = f"Dear Ms Finch,\n{body}\nI worked at Google.\nBest, Alex"

    remarks = " ".join(note_check.check(mine, ["we talked about the bakery"]))

    assert "“Google” was not said" in remarks
    assert "Finch" not in remarks
    assert "Alex" not in remarks


def test_without_anything_to_hold_it_against_no_fact_is_called_new() -> None:
    remarks = note_check.check("Thank you. I worked 7 years at Google.", ())

    assert not any("was not said" in remark for remark in remarks)


def test_a_long_note_is_said_to_be_long() -> None:
    assert any("skimmed" in r for r in note_check.check("thank you " * 200, ()))


def test_the_plan_says_what_to_send_when_and_what_to_prepare(held: list) -> None:
    one = next(
        s for s in held if any(c.state == "not_heard" for c in s.findings.coverage)
    )

    plan = follow_up.plan(note.from_session(one), one)
    real = follow_up.plan(REAL, real=True)

    assert "Within 24 hours" in plan
    assert "an example for:" in plan
    assert plan.startswith("This is how it would go")
    assert "Ms Ivers" in real
    assert "a second talk on Thursday" in real


def test_the_plan_takes_only_steps_that_are_to_be_taken() -> None:
    """Not those of a skipped retry, of silence, or where nothing is to be changed."""
    nothing = Analysis(verdict="not_assessable", why="silence")
    lacks = Analysis(verdict="assessable", structure=made.story(result=False))
    whole = Analysis(verdict="assessable", structure=made.story())
    skipped = made.turn(made.DEADLINE, nothing, attempt=2, ended_by="skip")
    one = made.session(
        made.turn(made.DEADLINE, lacks), skipped,
        made.turn(made.WHY, nothing), made.turn(made.CONFLICT, whole),
    )  # fmt: skip

    plan = follow_up.plan(note.Given(), one)

    prepare = plan.partition("prepare:")[2].split("   - ")[1:]
    assert [step.strip() for step in prepare] == [
        "Next time, end with one sentence: what changed, and by how much."
    ]


def test_the_evidence_for_notes_is_called_what_it_is() -> None:
    assert "surveys" in note_words.EVIDENCE
    assert "no study" in note_words.EVIDENCE


@pytest.mark.parametrize(
    ("added", "named"),
    [
        ("As I said, “he led the team”.", "he led the team"),
        ("We cut it by fourteen days.", "fourteen"),
        ("It fell by a quarter.", "quarter"),
        ("Sarah told me about it.", "Sarah"),
        ("Google's way of working taught me a lot.", "Google"),
        ("Harrow Street was my first site.", "Harrow"),
        ("Leeds is where I learned it.", "Leeds"),
        ("Emily and Florence said so.", "Emily"),
        ("Ahmed showed me the ward.", "Ahmed"),
    ],
)
def test_part_of_a_word_a_number_word_and_a_first_word_are_looked_at(
    added: str, named: str
) -> None:
    assert named in note_check.unknown_facts(added, ["She led the team of two."])


@pytest.mark.parametrize(
    "said",
    [
        "“She led the team” stays with me.",
        "Working with them was good. Everybody was kind. Teamwork is what I like.",
        "It's the rota that I liked. Let's keep in touch. Patience is needed there.",
        "During our talk you said so. Given that, I am keen. Hearing it was good.",
        "Honesty is key. Growth was our topic. Nurses are needed. Success has no end.",
        "There are 14 wards. Robin told me so. Robin's team has two people.",
    ],
)
def test_words_that_open_a_sentence_are_no_names(said: str) -> None:
    told = ["Robin said: she led the team of 2 on fourteen wards."]

    assert note_check.unknown_facts(said, told) == ()


def test_what_is_too_long_for_a_note_is_left_out_whole(held: list) -> None:
    """A cut quote could mean another thing, and more than 180 words are skimmed."""
    one = next(s for s in held if any(a.in_notes for a in s.findings.asked))
    long = " ".join(["We opened our second site in Marlow Street"] * 16) + "."
    asked = tuple(
        a.model_copy(update={"reply": long if a.in_notes else a.reply})
        for a in one.findings.asked
    )
    findings = one.findings.model_copy(update={"asked": asked})
    requirements = tuple(
        r.model_copy(update={"text": " ".join([r.text] * 12)})
        for r in one.job.requirements
    )
    job = one.job.model_copy(update={"requirements": requirements})
    session = one.model_copy(update={"findings": findings, "job": job})

    given = note.from_session(session)

    count = len(note_words.words_of(note.draft(given)))
    assert "Marlow" not in given.point
    assert note_words.FEWEST_WORDS <= count <= note_words.MOST_WORDS


def test_the_newest_reply_that_is_short_enough_is_the_point(held: list) -> None:
    one = next(s for s in held if any(a.in_notes for a in s.findings.asked))
    first = next(a for a in one.findings.asked if a.in_notes)
    replies = ("We have five people here.", "The team has six people.", "so " * 30)
    asked = tuple(first.model_copy(update={"reply": reply}) for reply in replies)
    findings = one.findings.model_copy(update={"asked": asked})

    given = note.from_session(one.model_copy(update={"findings": findings}))

    assert (given.point, given.point_by) == (replies[1], "interviewer")

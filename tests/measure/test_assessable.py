"""Nonsense is not assessable; people's answers are, however they speak."""

import random
import tomllib
from pathlib import Path

import pytest
from made_answers import answer, from_words, spoken, with_sound, written

from simulator.measure import assessable
from simulator.records import Answer, Content, Question


def _words(text: str) -> list[str]:
    return text.split()


DATA = Path(__file__).parent / "data"
ORDINARY = tomllib.loads((DATA / "ordinary_answers.toml").read_text())
ASKED = Question(id="q", text="Tell me about a time you solved a hard problem at work.")
CONTENT_WORDS = _words(
    "banana table purple engine quickly river contract seven jump marble folder yellow "
    "window budget sleep mountain laptop triangle coffee argue silver manager butter "
    "cloud project wheel customer paint ocean number walk green deadline spoon history"
)
SMALL_WORDS = _words(
    "the a of in is was to and i we for with that it on have my at but they not from "
    "would this had be so you are or as by he she them what when"
)
OTHER_LANGUAGES = (
    "Ich habe in meiner letzten Stelle ein Team geleitet und wir haben das Projekt",
    "Dans mon dernier poste je travaillais avec une équipe et nous avons trouvé la",
    "En mi último trabajo yo estaba con el equipo y tuvimos un problema que era muy",
    "Nel mio ultimo lavoro ero con la squadra e abbiamo trovato una soluzione per il",
    "No meu último trabalho eu estava com a equipe e nós tivemos um problema que",
    "In mijn laatste baan was ik met het team en wij hadden een probleem dat niet",
    "W mojej ostatniej pracy ja i zespół mieliśmy problem i to nie było dla mnie",
    "В моей последней работе у меня была команда и мы решили проблему вместе",
    "我在上一份 工作 中 负责 一个 团队 我们 解决 了 一个 很 大 的 问题",
)
LOREM = _words(
    "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor "
    "incididunt ut labore et dolore magna aliqua ut enim ad minim veniam quis nostrud"
)


def _nonsense() -> list[tuple[str, str]]:
    """200 texts in ten kinds, the same ones every time."""
    dice = random.Random(7)

    def some(words: list[str], low: int, high: int) -> str:
        return " ".join(dice.choice(words) for _ in range(dice.randint(low, high)))

    syllables = [c + v for c in "bdgklmnprst" for v in "aeiou"]
    mashes = [
        "".join(dice.choice("asdfjklghqwertzuiop") for _ in range(dice.randint(4, 9)))
        for _ in range(60)
    ]
    blends = ["".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(80)]
    ordinary = [text for half in ORDINARY.values() for text in half["answers"]]
    long_ordinary = [text for text in ordinary if len(text.split()) >= 30]
    made = []
    for k in range(20):
        made.append(("syllables", some(syllables, 10, 60)))
        made.append(("keyboard", some(mashes, 8, 40)))
        made.append(("made-up words", some(blends, 10, 60)))
        made.append(("words of content", some(CONTENT_WORDS, 15, 70)))
        made.append(("salad", some(CONTENT_WORDS + SMALL_WORDS, 30, 90)))
        shuffled = dice.choice(long_ordinary).replace(",", "").replace(".", "").split()
        dice.shuffle(shuffled)
        made.append(("shuffled", " ".join(shuffled)))
        phrase = some(CONTENT_WORDS[:10] + SMALL_WORDS, 1, 9)
        made.append(("one phrase", " ".join([phrase] * dice.randint(6, 15))))
        sung = dice.choice(["la", "blah", "na na hey", "test", "doo be", "one two"])
        made.append(("la la la", " ".join([sung] * dice.randint(5, 30))))
        made.append(("lorem ipsum", some(LOREM, 15, 60)))
        made.append(("language", OTHER_LANGUAGES[k % len(OTHER_LANGUAGES)]))
    return made


def test_at_most_one_in_a_hundred_nonsense_texts_is_assessable() -> None:
    """Of 200 generated nonsense texts at most 2 pass as answers."""
    texts = _nonsense()

    passed = [
        (kind, text)
        for kind, text in texts
        if assessable.judge(written(text, question=ASKED))[0] == "assessable"
    ]

    print(f"\n{len(passed)} of {len(texts)} passed", *passed, sep="\n")
    assert len(texts) == 200
    assert len(passed) <= 2


@pytest.mark.parametrize("text", ORDINARY["held"]["answers"], ids=lambda t: t[:30])
def test_an_ordinary_answer_is_never_called_nonsense(text: str) -> None:
    """Learners, terse, stammering and dialect speakers are judged or only too short."""
    verdict, why = assessable.judge(written(text, question=ASKED))

    assert verdict == "assessable" or (why == "too_short" and len(text.split()) < 15)


def _why(made: Answer, content: Content | None = None) -> str:
    verdict, why = assessable.judge(made, content)
    assert (verdict == "assessable") == (why == "")
    return why


def test_nothing_said_is_silence_and_sound_without_words_is_noise() -> None:
    """The sound tells them apart; nothing written is silence too."""
    quiet = answer("", tail_s=5.0)
    knocking = with_sound(quiet, speech=((1.0, 2.0),))
    humming = with_sound(quiet, level_dbfs=quiet.sound.level_dbfs + 25.0)

    assert _why(quiet) == "silence"
    assert _why(written("")) == "silence"
    assert _why(knocking) == "noise"
    assert _why(humming) == "noise"


def test_a_click_in_a_silent_room_is_silence() -> None:
    """Nobody was drowned out by it: half of the time must be loud."""
    quiet = answer("", tail_s=10.0)
    level_dbfs = quiet.sound.level_dbfs.copy()
    level_dbfs[300] = -40.0
    door = quiet.sound.level_dbfs.copy()
    door[100:160] = -20.0

    assert _why(with_sound(quiet, level_dbfs=level_dbfs)) == "silence"
    assert _why(with_sound(quiet, level_dbfs=door)) == "silence"


def test_only_filled_pauses_are_too_short() -> None:
    """Somebody tried: that is not silence."""
    assert _why(answer("um [1.0] uh")) == "too_short"


@pytest.mark.parametrize(
    "text", ["I don't know.", "Yes, I can do that.", "I am a very hard working person."]
)
def test_a_one_liner_is_too_short(text: str) -> None:
    """One sentence answers no question that wants a minute."""
    assert _why(written(text, question=ASKED)) == "too_short"


@pytest.mark.parametrize(
    "question",
    [
        Question(id="n", text="When can you start?", kind="opinion", target_s=15.0),
        Question(id="a", text="What would you like to ask?", kind="asking"),
    ],
)
def test_a_one_liner_answers_a_question_that_wants_one(question: Question) -> None:
    """A short target, or the candidate's own questions."""
    made = written("What does a usual day look like?", question=question)

    assert _why(made) == ""


def test_ones_own_questions_are_no_gibberish() -> None:
    """ "Is it paid, would I, do they": the order of questions is an order too."""
    asked = Question(id="a", text="Do you have any questions for us?", kind="asking")
    made = written(
        "Yes, a few. How often would I be on call, is it one week in four? And is it"
        " paid, or do you get the time back? Would I have a desk of my own or do we"
        " share? Who picks the projects, can I say what I would like? And do you let"
        " people go home when the work is done?",
        question=asked,
    )

    assert _why(made) == ""


def test_the_question_read_back_is_no_answer() -> None:
    """Copied words do not count."""
    read = f"You said, {ASKED.text} {ASKED.text}"

    assert _why(written(read, question=ASKED)) != ""
    assert _why(written(f"Well. {ASKED.text}", question=ASKED)) == "too_short"


def test_mostly_doubtful_words_are_low_confidence() -> None:
    """More than 60 % doubtful words were not understood; 50 % are judged."""
    text = ORDINARY["held"]["answers"][0]

    def doubting(share: float) -> Answer:
        words, duration_s = spoken(text)
        return from_words(
            [
                w.model_copy(update={"doubtful": k < share * len(words)})
                for k, w in enumerate(words)
            ],
            duration_s,
        )

    assert _why(doubting(0.7)) == "low_confidence"
    assert _why(doubting(0.5)) == ""


def test_off_topic_is_said_only_where_content_says_so() -> None:
    """Unknown is not off topic, and little text is never called so."""
    long = written(ORDINARY["held"]["answers"][0], question=ASKED)
    short = written("I called the bank. They fixed it. We were glad.", question=ASKED)

    assert _why(long) == ""
    assert _why(long, Content(on_topic=None)) == ""
    assert _why(long, Content(on_topic=False)) == "off_topic"
    assert _why(short, Content(on_topic=False)) == ""


@pytest.mark.parametrize(
    "text",
    ["\x00", "'" * 500, "9" * 5000, "🙂 🙂 🙂", "<script>", "a" * 100_000, "½ ²"],
)
def test_hostile_text_is_refused_and_never_raises(text: str) -> None:
    """Bad input is normal input."""
    assert _why(written(text)) != ""


def test_babble_written_as_one_word_is_gibberish() -> None:
    """ "da-da-da-da-da" is syllables, "well-known, day-to-day" are words."""
    babble = written("Ba-da-da-da-da-da-da-da-da-da-da Didela bina Mygala?")
    words = written(
        "It was a well-known, day-to-day, one-to-one thing, and I did it with my team "
        "because we had to finish before the summer."
    )

    assert assessable.judge(babble) == ("not_assessable", "gibberish")
    assert assessable.judge(words)[1] != "gibberish"

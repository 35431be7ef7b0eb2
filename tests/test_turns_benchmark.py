"""The benchmark of turn-taking: its answers, its clock, and how it counts."""

from collections import Counter

import numpy as np
from fakes import LoudVoice, voiced

from benchmarks.turn_answers import CONTEXTS, EACH, PAUSES_S, TAIL_S, answers
from benchmarks.turn_clock import Cost, Step, VirtualHearing, steps
from benchmarks.turn_page import OURS, picture
from benchmarks.turn_rules import FixedSilence, Ours, judge
from benchmarks.turns import figures
from simulator.listen.wording import Tail, tail_of
from simulator.records import SAMPLE_RATE_HZ, Samples, Word
from simulator.transcribe.pieces import Piece
from simulator.transcribe.stream import Stream

REOPEN_S = 1.5


def test_each_context_meets_each_length_four_times_in_other_words() -> None:
    found = answers()
    cells = Counter((a.context, a.pause_s) for a in found)

    assert cells == {(c, s): EACH for c in CONTEXTS for s in PAUSES_S}
    for cell in cells:
        stories = {
            a.script.segments[0].say + a.script.segments[1].say
            for a in found
            if (a.context, a.pause_s) == cell
        }
        assert len(stories) == EACH


def test_pauses_after_a_sentence_lie_in_the_first_half() -> None:
    for answer in answers():
        if answer.context == "full sentence":
            said = [s.say or s.filler for s in answer.script.segments]
            long = [s.pause_s == answer.pause_s for s in answer.script.segments]
            before = " ".join(filter(None, said[: long.index(True)]))
            assert before.endswith(".")
            assert len(before) <= len(" ".join(filter(None, said))) / 2


def test_no_story_says_that_it_is_over() -> None:
    """Its last sentence is all that shows it, or the waits would be flattered."""
    for answer in answers():
        assert tail_of(answer.script.segments[-1].say) is Tail.FINISHED


def understand(piece: Piece, sound: Samples) -> tuple[Word, ...]:
    start_s, end_s = piece.start_s, piece.end_s
    text = f"{round(piece.duration_s)}"
    return (Word(text=text, start_s=start_s, end_s=end_s, probability=0.9),)


def heard(*runs: tuple[float, float], cost: Cost) -> tuple[Step, ...]:
    """(seconds spoken, seconds quiet) runs, on the virtual clock."""
    sound = np.concatenate(
        [
            part
            for spoken_s, quiet_s in runs
            for part in (
                voiced(spoken_s),
                np.zeros(round(quiet_s * SAMPLE_RATE_HZ), np.float32),
            )
        ]
    )
    hearing = VirtualHearing(Stream(LoudVoice()), understand, lambda _: "draft", cost)
    return steps(sound, hearing, LoudVoice())


def test_words_come_when_the_worker_would_have_them() -> None:
    """A slower worker gives the same words later; none before its time."""
    arrived = {}
    for factor in (1.0, 3.0):
        cost = Cost().times(factor)
        found = heard((6.0, 8.0), cost=cost)
        spoken = [s for s in found if s.words and s.words != "draft"]
        arrived[factor] = spoken[0].at_s
        assert spoken[0].words == spoken[-1].words
        assert spoken[0].at_s >= 6.0 + cost.of(voiced(6.0))
    assert arrived[3.0] > arrived[1.0] + 1.0


def test_while_somebody_speaks_there_are_sketches() -> None:
    found = heard((9.0, 1.0), cost=Cost())

    assert any(s.words == "draft" for s in found if s.at_s < 9.0)


def made(pause_s: float, tail_s: float = TAIL_S) -> tuple[Step, ...]:
    """30 s of speech, a pause, 10 s of speech, silence; words 1 s into each silence."""
    runs = ((30.0, 1.0), (pause_s, 0.0), (10.0, 1.0), (tail_s, 0.0))
    voice = [p for length, p in runs for _ in range(round(length * 10))]
    return tuple(
        Step(
            round((n + 1) / 10, 3),
            p,
            "We" if any(voice[max(0, n - 9) : n + 1]) else "We fixed it.",
        )
        for n, p in enumerate(voice)
    )


def test_an_end_inside_is_a_cut_off_even_if_it_is_re_opened() -> None:
    answer = answers()[0]

    cut = judge(answer, made(2.0), FixedSilence(1.5), REOPEN_S)
    lost = judge(answer, made(6.0), FixedSilence(1.5), REOPEN_S)
    whole = judge(answer, made(1.0), FixedSilence(1.5), REOPEN_S)

    assert (cut.cut_after_s, cut.reopened) == (1.5, True)
    assert (lost.cut_after_s, lost.reopened) == (1.5, False)
    assert whole.cut_after_s is None
    assert {round(j.waited_s or 0, 1) for j in (cut, lost, whole)} == {1.5}


def test_the_wait_is_counted_from_the_last_word() -> None:
    judged = judge(answers()[0], made(1.0), Ours(), REOPEN_S)

    assert judged.cut_after_s is None
    assert 3.0 < (judged.waited_s or 0) < 3.6


def test_long_pauses_after_a_sentence_are_reported_and_not_targeted() -> None:
    found = answers()
    judged = [judge(a, made(6.0), FixedSilence(1.5), REOPEN_S) for a in found]

    told = figures(judged)

    assert (told["of"], told["of_over_4_s_after_a_sentence"]) == (116, 4)
    assert told["cut_off_share"] == 1.0
    assert told["cut_off_over_4_s_after_a_sentence"] == 4


def test_the_picture_fills_what_was_cut() -> None:
    """One bar a pause, one filled head a cut-off, in each strip."""
    found = answers()
    cut = [judge(a, made(6.0), FixedSilence(1.5), REOPEN_S) for a in found]
    kept = [judge(a, made(1.0), FixedSilence(1.5), REOPEN_S) for a in found]

    drawn = picture({OURS: kept, "fixed 1.5 s": cut})

    assert drawn.count('fill="none"') == 240
    assert drawn.count("#9a3b26") == 120

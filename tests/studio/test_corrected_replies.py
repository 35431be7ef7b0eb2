"""A corrected answer with replies or a typed rest is judged in its steps again."""

from pathlib import Path

import made_sessions
import numpy as np
import pytest

from simulator.answer import Given, judge_follow_up, judge_rest, judge_typed_reply
from simulator.casebook import chained, opened, ruled
from simulator.keep import FolderStore
from simulator.records import SAMPLE_RATE_HZ, Question, Samples, Session, Turn
from simulator.resources import shipped
from simulator.sound import decode, flac
from simulator.sound.describe import describe
from simulator.studio import corrections
from simulator.studio.corrections import Rulings
from simulator.transcribe.typed import transcript_of

STORY, RAMBLE = made_sessions.turns()
TYPED = transcript_of(
    "It ended well, the client stayed with us and the board was glad about that. "
    "As a result we kept three of four orders and nobody had to work at the weekend."
)


def sound_of(name: str) -> Samples:
    return decode.read(shipped("audio_fixtures") / f"{name}.flac")


def asked(text: str) -> Question:
    return RAMBLE.question.model_copy(update={"text": text})


def given(text: str, stem: str) -> Given:
    return Given(asked(text), stem, audio=f"{stem}.flac")


def typed_to(before: Turn, stem: str) -> Turn:
    return judge_typed_reply(before, TYPED, given("How did it end?", stem))


def spoken_to(before: Turn, stem: str) -> Turn:
    """The reply is the other recording."""
    sounds = (describe(sound_of("demo_ramble")), describe(sound_of("demo_story")))
    reply = made_sessions.transcript("demo_story")
    text = "What were you asked to do?"
    return judge_follow_up(before, sounds, reply, given(text, stem))


def both_sounds() -> Samples:
    return np.concatenate([sound_of("demo_ramble"), sound_of("demo_story")])


def kept(store: FolderStore, *turns: Turn, sound: Samples | None = None) -> Session:
    """A session of these turns; `sound` is that of the last one."""
    folder = made_sessions.keep(store, turns=turns)
    if sound is not None:
        flac.write(folder / (turns[-1].audio or ""), sound)
    return store.load(folder.name)


def one_word_changed(store: FolderStore, session: Session) -> Turn:
    """The last turn after somebody wrote its second word again as it was."""
    folder, last = store.folder(session.id), session.turns[-1]
    corrections.edit_word(folder, last, 1, last.transcript.words[1].text, "Anna")
    turn = opened.open_session(store, session.id).turn(last.stem)
    assert turn is not None
    return turn


def test_without_rulings_every_chain_comes_out_the_same() -> None:
    """Spoken, typed, spoken: the same analysis and the same words, part by part."""
    first = typed_to(RAMBLE, "02-deadline.probe1")
    second = spoken_to(first, "02-deadline.probe2")
    whole = both_sounds()

    def heard(start_s: float, end_s: float | None):
        end = None if end_s is None else round(end_s * SAMPLE_RATE_HZ)
        return describe(whole[round(start_s * SAMPLE_RATE_HZ) : end])

    session = made_sessions.session(turns=(RAMBLE, first, second))
    turns = chained.chain(session, second)
    assert turns == [RAMBLE, first, second]
    made = chained.parts(turns, ruled.words(second, Rulings()))
    base = Given(RAMBLE.question, second.stem, ended_by="key", audio=second.audio)
    again = chained.judged(second.transcript, made, base, heard)
    assert [w.text for w in again.transcript.words] == [
        w.text for w in second.transcript.words
    ]
    assert again.analysis.structure.missing == second.analysis.structure.missing
    for name in ("speech_rate", "filled_pause_rate", "answer_length"):
        now, then = (t.analysis.measurement(name) for t in (again, second))
        assert now is not None
        assert then is not None
        assert now.value == pytest.approx(then.value)
    assert len(again.analysis.fillers) == len(second.analysis.fillers)


def test_a_typed_reply_does_not_double_the_pace(store: FolderStore) -> None:
    """One corrected word changes what that word changes, and no rate."""
    both = typed_to(RAMBLE, "02-deadline.probe1")
    turn = one_word_changed(store, kept(store, RAMBLE, both))
    for name in ("speech_rate", "articulation_rate", "mid_clause_pause_rate"):
        now, then = (t.analysis.measurement(name) for t in (turn, RAMBLE))
        assert now.value == pytest.approx(then.value)
    assert turn.analysis.structure == both.analysis.structure
    assert turn.transcript.text == both.transcript.text


def test_a_rest_typed_when_the_microphone_was_lost_has_no_pace(
    store: FolderStore,
) -> None:
    whole = judge_rest(RAMBLE, TYPED)
    turn = one_word_changed(store, kept(store, whole))
    now, then = (t.analysis.measurement("speech_rate") for t in (turn, RAMBLE))
    assert now.value == pytest.approx(then.value)
    assert turn.analysis.structure == whole.analysis.structure


def test_a_typed_reply_before_a_spoken_one_stays(store: FolderStore) -> None:
    """Its words have no time by which to cut, and are part of the answer."""
    first = typed_to(RAMBLE, "02-deadline.probe1")
    second = spoken_to(first, "02-deadline.probe2")
    session = kept(store, RAMBLE, first, second, sound=both_sounds())
    turn = one_word_changed(store, session)
    assert len(turn.transcript.words) == len(second.transcript.words)
    assert turn.analysis.structure.missing == second.analysis.structure.missing
    assert turn.follow_up_at_s == second.follow_up_at_s


def test_shared_without_its_earlier_turns_nothing_is_lost(store: FolderStore) -> None:
    """A page holds the last turn alone: the reply is then cut by its time."""
    second = spoken_to(RAMBLE, "02-deadline.probe1")
    turn = one_word_changed(store, kept(store, second, sound=both_sounds()))
    assert len(turn.transcript.words) == len(second.transcript.words)
    now, then = (t.analysis.measurement("speech_rate") for t in (turn, second))
    assert now.value == pytest.approx(then.value)


def test_a_marker_rejected_in_a_reply_leaves_it(
    store: FolderStore, folder: Path
) -> None:
    """Though its time was moved to the reply's own clock and back."""
    sounds = (describe(sound_of("demo_story")), describe(sound_of("demo_ramble")))
    reply = made_sessions.transcript("demo_ramble")
    stem = "01-conflict.probe1"
    both = judge_follow_up(STORY, sounds, reply, given("And then?", stem))
    session = store.load(folder.name).model_copy(update={"turns": (STORY, both)})
    whole = np.concatenate([sound_of("demo_story"), sound_of("demo_ramble")])
    flac.write(folder / f"{stem}.flac", whole)
    store.save(session)
    offset_s = both.follow_up_at_s or 0.0
    late = [
        n
        for n, f in enumerate(both.analysis.fillers)
        if f.kind == "discourse_marker" and (f.start_s or 0.0) > offset_s
    ]
    corrections.reject_filler(folder, both, late[0], "Anna")
    turn = opened.open_session(store, session.id).turn(stem)
    assert len(turn.analysis.fillers) == len(both.analysis.fillers) - 1

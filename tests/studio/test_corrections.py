"""A person corrects what was heard: counts follow, the measurement stays."""

from pathlib import Path

import pytest

from simulator.casebook import opened, ruled
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.studio import corrections
from simulator.studio.corrections import Rulings


def rate(turn, name: str = "filled_pause_rate") -> float:
    return turn.analysis.measurement(name).value


def test_a_rejected_filler_leaves_the_count_and_stays_rejected(
    store: FolderStore, folder: Path
) -> None:
    """Each later opening of the session remembers it; analysis.json does not change."""
    before = (folder / "02-deadline.analysis.json").read_bytes()
    session = opened.open_session(store, folder.name)
    measured = session.measured("02-deadline")
    counted = [n for n, f in enumerate(measured.analysis.fillers) if f.counted]
    corrections.reject_filler(folder, measured, counted[0], "Anna")

    for _ in range(2):  # computed, then from the cache
        again = opened.open_session(store, folder.name).turn("02-deadline")
        now_counted = [f for f in again.analysis.fillers if f.counted]
        assert len(now_counted) == len(counted) - 1
        share = (len(counted) - 1) / len(counted)
        assert rate(again) == pytest.approx(rate(measured) * share, rel=0.02)
    assert (folder / "02-deadline.analysis.json").read_bytes() == before
    kept = opened.open_session(store, folder.name).measured("02-deadline")
    assert kept == measured


def test_undo_brings_the_measurement_back(store: FolderStore, folder: Path) -> None:
    measured = opened.open_session(store, folder.name).measured("02-deadline")
    corrections.reject_filler(folder, measured, 0, "Anna")
    corrections.undo(folder, measured, "filler", 0, "Anna")
    assert opened.open_session(store, folder.name).turn("02-deadline") == measured


def test_an_edited_word_is_measured_again(store: FolderStore, folder: Path) -> None:
    """Both versions are kept: the measured one in its file, the corrected one here."""
    measured = opened.open_session(store, folder.name).measured("01-conflict")
    words = [w.text for w in measured.transcript.words]
    place = words.index("eleven")
    corrections.edit_word(folder, measured, place, "um twelve", "Anna")

    turn = opened.open_session(store, folder.name).turn("01-conflict")
    assert "by twelve percent" in turn.transcript.text
    assert len([f for f in turn.analysis.fillers if f.counted]) == 3
    assert rate(turn) > rate(measured)
    fresh = [w for w in turn.transcript.words if w.text in ("um", "twelve")]
    assert all(w.start_s is not None for w in fresh)


def test_a_word_that_was_never_said_is_taken_out(
    store: FolderStore, folder: Path
) -> None:
    measured = opened.open_session(store, folder.name).measured("01-conflict")
    corrections.edit_word(folder, measured, 0, "", "Anna")
    turn = opened.open_session(store, folder.name).turn("01-conflict")
    assert turn.transcript.text.startswith("So last spring")


def test_a_rejected_discourse_marker_leaves_its_rate(
    store: FolderStore, folder: Path
) -> None:
    measured = opened.open_session(store, folder.name).measured("02-deadline")
    markers = [
        n
        for n, f in enumerate(measured.analysis.fillers)
        if f.kind == "discourse_marker"
    ]
    assert len(markers) > 1
    corrections.reject_filler(folder, measured, markers[0], "Anna")
    turn = opened.open_session(store, folder.name).turn("02-deadline")
    name = "discourse_marker_rate"
    share = (len(markers) - 1) / len(markers)
    assert rate(turn, name) == pytest.approx(rate(measured, name) * share, rel=1e-6)


def test_without_its_sound_the_words_are_corrected_and_it_says_so(
    store: FolderStore, folder: Path
) -> None:
    measured = opened.open_session(store, folder.name).measured("01-conflict")
    corrections.edit_word(folder, measured, 0, "Right.", "Anna")
    (folder / "01-conflict.flac").unlink()
    turn = opened.open_session(store, folder.name).turn("01-conflict")
    assert turn.transcript.text.startswith("Right.")
    assert any("not measured again" in w for w in turn.analysis.warnings)


def test_a_ruling_that_no_longer_fits_is_left_out(
    store: FolderStore, folder: Path
) -> None:
    """A hand-edited or foreign file never changes another word than it names."""
    measured = opened.open_session(store, folder.name).measured("01-conflict")
    made = corrections.edit_word(folder, measured, 0, "Right.", "Anna")
    other = made.model_copy(update={"place": 5})
    assert corrections.rulings([other], measured) == Rulings()


def test_what_does_not_fit_is_refused_in_one_line(
    store: FolderStore, folder: Path
) -> None:
    measured = opened.open_session(store, folder.name).measured("01-conflict")
    with pytest.raises(SessionError, match="no filler 999"):
        corrections.confirm_filler(folder, measured, 999, "Anna")
    with pytest.raises(SessionError, match="characters"):
        corrections.edit_word(folder, measured, 0, "x" * 401, "Anna")
    with pytest.raises(SessionError, match="who corrects"):
        corrections.edit_word(folder, measured, 0, "x", "  ")


def test_a_follow_up_is_judged_again_as_the_interview_judged_it(
    store: FolderStore, folder: Path
) -> None:
    """Cut where the reply begins: without rulings on words it comes out the same."""
    import numpy as np
    from made_sessions import transcript

    from simulator.answer import Given, judge_follow_up
    from simulator.casebook.corrected import _chain, _with_follow_ups
    from simulator.records import Question
    from simulator.sound import decode
    from simulator.sound.describe import describe

    session = store.load(folder.name)
    first = session.turns[1]
    sound = decode.read(folder / first.audio)
    reply = decode.read(folder / session.turns[0].audio)
    asked = Question(id=first.question.id, text="How did it end?")
    given = Given(asked, "02-deadline.probe1", audio="02-deadline.probe1.flac")
    sounds = (describe(sound), describe(reply))
    whole = judge_follow_up(first, sounds, transcript("demo_story"), given)
    both = session.model_copy(update={"turns": (first, whole)})

    base = Given(first.question, whole.stem, ended_by=whole.ended_by, audio=whole.audio)
    again = _with_follow_ups(
        _chain(both, whole), np.concatenate([sound, reply]), whole.transcript, base
    )
    assert again.analysis == whole.analysis
    assert again.feedback == whole.feedback


def test_rulings_lay_over_words_only_where_they_point(folder: Path) -> None:
    from made_sessions import turns

    turn = turns()[0]
    assert ruled.transcript(turn, Rulings()).words == turn.transcript.words

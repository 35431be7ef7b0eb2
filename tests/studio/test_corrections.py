"""A person corrects what was heard: counts follow, the measurement stays."""

from pathlib import Path

import pytest

from simulator.answer import Given, judge_words
from simulator.casebook import opened, ruled
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.studio import corrections
from simulator.studio.corrections import Rulings
from simulator.transcribe.typed import transcript_of


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


def test_how_often_it_was_cut_off_is_no_matter_of_words(
    store: FolderStore, folder: Path
) -> None:
    session = store.load(folder.name)
    cut = session.turns[0].model_copy(update={"cut_offs": 2, "would_cut": 1})
    store.save(session.model_copy(update={"turns": (cut, *session.turns[1:])}))
    corrections.edit_word(folder, cut, 0, "Right.", "Anna")
    turn = opened.open_session(store, folder.name).turn(cut.stem)
    assert (turn.cut_offs, turn.would_cut) == (2, 1)
    assert turn.transcript.text.startswith("Right.")


def test_of_three_equal_markers_in_writing_one_is_rejected() -> None:
    """Written words have no times to tell them apart; their order does."""
    text = (
        "You know, I was late that day. You know, I called the client at once. "
        "You know, I had to win him back."
    )
    turn = judge_words(transcript_of(text), Given(stem="01-typed"))
    markers = [f.text for f in turn.analysis.fillers]
    assert markers == ["you know"] * 3
    found = ruled.rule(turn, Rulings(fillers={1: False}))(turn.analysis)
    assert [f.text for f in found.fillers] == ["you know"] * 2


def test_rulings_lay_over_words_only_where_they_point(folder: Path) -> None:
    from made_sessions import turns

    turn = turns()[0]
    assert ruled.transcript(turn, Rulings()).words == turn.transcript.words

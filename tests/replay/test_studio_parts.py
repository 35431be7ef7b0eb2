"""What the pages show, before any browser: words, fillers, scores, places."""

import socket
from pathlib import Path

import made_sessions
import pytest

from simulator.answer import Given, judge_words
from simulator.errors import SettingsError
from simulator.keep import FolderStore
from simulator.replay import said, scoring
from simulator.replay.respond import sound_type
from simulator.replay.serving import bound, place
from simulator.studio import rubric, scores
from simulator.studio.corrections import Rulings

RAMBLE = made_sessions.turns()[1]
NOTHING = Rulings()


def test_every_word_keeps_its_number_as_measured() -> None:
    blocks = said.paragraphs(RAMBLE, NOTHING)
    words = [word for block in blocks for word in block.words]
    measured = RAMBLE.transcript.words
    assert [w.place for w in words] == list(range(len(measured)))
    assert [w.text for w in words] == [w.text.strip() for w in measured]


def test_a_correction_is_laid_over_and_what_was_heard_stays_known() -> None:
    blocks = said.paragraphs(RAMBLE, Rulings(words={3: "two words", 4: ""}))
    words = [word for block in blocks for word in block.words]
    heard = RAMBLE.transcript.words
    assert (words[3].text, words[3].was, words[3].mark) == (
        "two words", heard[3].text, "edited",
    )  # fmt: skip
    assert (words[4].text, words[4].was, words[4].mark) == (
        "", heard[4].text, "removed",
    )  # fmt: skip


def test_a_rejected_filler_is_marked_as_such_in_the_words_and_in_the_list() -> None:
    place = next(n for n, f in enumerate(RAMBLE.analysis.fillers) if f.counted)
    rulings = Rulings(fillers={place: False})
    words = [w for b in said.paragraphs(RAMBLE, rulings) for w in b.words]
    assert [w.mark for w in words if w.filler == place] == ["rejected"]
    line = next(x for x in said.fillers(RAMBLE, RAMBLE, rulings) if x.place == place)
    assert (line.ruling, line.row.counted) == ("rejected", "not a filler")


def test_fillers_stand_in_order_of_time() -> None:
    lines = said.fillers(RAMBLE, RAMBLE, NOTHING)
    starts = [line.row.stretch.start_s for line in lines if line.row.stretch]
    assert len(starts) == len(RAMBLE.analysis.fillers)
    assert starts == sorted(starts)


def test_the_tool_is_hidden_until_every_scale_is_scored(tmp_path: Path) -> None:
    sheet_of = rubric.load("behavioural")
    for done, scale in enumerate(sheet_of.scales):
        now = scores.read(tmp_path)
        sheet = scoring.sheet(sheet_of, RAMBLE, now, "Robin", blind=True)
        assert (sheet.hidden, sheet.given) == (True, done)
        assert all(s.tool is None and not s.others for s in sheet.scales)
        scores.give(tmp_path, "Kim", RAMBLE.stem, sheet.rubric, scale.id, 4, blind=True)
        scores.give(
            tmp_path, "Robin", RAMBLE.stem, sheet.rubric, scale.id, 2, blind=True
        )
    whole = scoring.sheet(sheet_of, RAMBLE, scores.read(tmp_path), "Robin", blind=True)
    assert (whole.hidden, whole.done) == (False, True)
    assert whole.scales[0].tool == RAMBLE.analysis.structure.level
    assert whole.scales[0].others == (("Kim", 4),)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.flac", "audio/flac"), ("a.M4A", "audio/mp4"), ("a.wav", "audio/x-wav"),
        ("a.html", "application/octet-stream"), ("a.svg", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)  # fmt: skip
def test_only_sound_is_sent_as_what_it_says_it_is(name: str, kind: str) -> None:
    """A page among the recordings must not be shown as one of ours."""
    assert sound_type(name) == kind


def test_a_taken_port_is_told_in_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SettingsError, match=f"port {port}"):
            bound("127.0.0.1", port)


def test_an_address_of_another_machine_is_told_in_one_line() -> None:
    with pytest.raises(SettingsError, match="cannot listen"):
        bound("192.0.2.1", 0)


def test_what_is_named_may_be_nothing_a_folder_or_a_session(
    store: FolderStore, tmp_path: Path
) -> None:
    kept, id = store.root, made_sessions.ID
    assert place(None, kept, store.find) == (kept, "")
    assert place(id, kept, store.find) == (kept, id)
    assert place("2026-11-22", kept, store.find) == (kept, id)
    assert place(str(kept / id), tmp_path, store.find) == (kept, id)
    assert place(str(kept), tmp_path, store.find) == (kept, "")


def test_a_misheard_um_is_counted_nowhere_once_its_word_is_corrected() -> None:
    """List, waveform and measures say the same; a ruled one stays to be taken back."""
    from simulator.casebook import ruled
    from simulator.replay.drawn import drawn

    fillers = RAMBLE.analysis.fillers
    counted = [n for n, f in enumerate(fillers) if f.counted]
    filler = fillers[counted[0]]
    place = next(
        n for n, w in enumerate(RAMBLE.transcript.words) if w.start_s == filler.start_s
    )
    rulings = Rulings(words={place: "I'm"}, fillers={counted[1]: False})
    given = Given(question=RAMBLE.question, stem=RAMBLE.stem)
    after = judge_words(ruled.transcript(RAMBLE, rulings), given)
    after = RAMBLE.model_copy(update={"analysis": after.analysis})

    lines = said.fillers(RAMBLE, after, rulings)
    marks = drawn(RAMBLE, after, rulings, (), hidden=False)["fillers"]
    assert counted[0] not in {line.place for line in lines}
    assert counted[0] not in {mark[2] for mark in marks}
    now = sum(f.counted for f in after.analysis.fillers)
    assert now == len(counted) - 2
    assert sum(mark[3] == 2 for mark in marks) == now
    ruled_line = next(line for line in lines if line.place == counted[1])
    assert ruled_line.ruling == "rejected"

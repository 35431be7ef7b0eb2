"""What a profile changes in an answer: its end, tones, the nudge, and content only."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import At, voiced
from interview_table import QUESTIONS, STORY_S
from one_answer import profiled, quiet, table_of, texts

from simulator.events import Key, LongAnswer, Said
from simulator.listen.heard import ListenSettings
from simulator.records import SAMPLE_RATE_HZ
from simulator.sound import tones
from simulator.turn.answering import PROMPTS

STAMMERED = (
    "um last year at the the the clinic our rota uh broke and I I I had to find cover "
    "um for the weekend. I I called every um ward and I built a new plan. um As a "
    "result nobody worked a double shift and uh complaints fell by half."
)
DELIVERY = (
    "filler",
    "pause",
    "words a minute",
    "pace",
    " um",
    "fast",
    "slow",
    "silence before",
    "Time to the first word",
    "syllables",
    "semitones",
    "usual range",
)


@pytest.mark.parametrize("profile", ["stammer", "manual", "plain"])
def test_in_manual_profiles_only_the_key_ends(tmp_path: Path, profile: str) -> None:
    """40 s of silence inside and no prompt; the key ends it."""
    sound = np.concatenate([voiced(5.0), quiet(40.0), voiced(5.0)])
    table = table_of(tmp_path, sound, keys=[At(49.0, Key.END)])
    profiled(table, profile)

    session = table.hold()

    assert session.turns[0].ended_by == "key"
    assert (session.turns[0].duration_s or 0) > 48.0
    assert not {e.text for e in table.screen.shown(Said)} & set(PROMPTS.values())


def test_nothing_is_prompted_for_who_stammers(tmp_path: Path) -> None:
    """A minute before the first word: no word from the interviewer."""
    table = table_of(
        tmp_path,
        np.concatenate([quiet(60.0), voiced(STORY_S)]),
        keys=[At(66.0, Key.END)],
    )
    profiled(table, "stammer")

    table.hold()

    assert table.speaker.lines[0] == QUESTIONS[0].text
    assert len(table.speaker.lines) == 2


@pytest.mark.parametrize("profile", ["patient", "beginner"])
def test_patient_profiles_wait_longer(tmp_path: Path, profile: str) -> None:
    """A pause that cuts at patience 1 does not cut there."""
    sound = np.concatenate([voiced(22.0), quiet(5.0), voiced(5.0)])
    cut = {}
    for name in ("standard", profile):
        table = table_of(tmp_path / name, sound)
        profiled(table, name)
        cut[name] = table.hold().turns[0].cut_offs

    assert cut == {"standard": 1, profile: 0}


def test_tones_say_your_turn_and_recorded_and_are_in_no_answer(tmp_path: Path) -> None:
    """One before each listening, one after each answer; the recording has neither."""
    table = table_of(tmp_path, voiced(STORY_S), keys=[At(STORY_S - 1, Key.END)])
    profiled(table, "plain")
    begun: list[int] = []
    discard = table.microphone.discard

    def discarded() -> None:
        begun.append(len(table.speaker.played))
        discard()

    table.microphone.discard = discarded  # type: ignore[method-assign]

    table.hold()

    played = table.speaker.played
    assert [len(p) for p in played] == [len(tones.your_turn()), len(tones.recorded())]
    assert np.array_equal(played[0], tones.your_turn())
    # All that came in up to the tone's end is thrown away before listening begins.
    assert begun == [1]


def test_without_the_setting_nothing_sounds(tmp_path: Path) -> None:
    table = table_of(tmp_path, voiced(STORY_S))

    table.hold()

    assert table.speaker.played == []


def test_the_nudge_is_one_line_and_never_aloud(tmp_path: Path) -> None:
    """At one and a half times the target, once, counted from the first word."""
    table = table_of(
        tmp_path,
        np.concatenate([quiet(5.0), voiced(170.0)]),
        keys=[At(170.0, Key.END)],
    )
    table.parts = replace(
        table.parts, nudge=True, listening=ListenSettings(manual=True)
    )

    table.hold()

    (nudge,) = table.screen.shown(LongAnswer)
    assert nudge.spoken_s == pytest.approx(1.5 * QUESTIONS[0].target_s, abs=0.2)
    assert len(table.speaker.lines) == 2


def test_by_default_there_is_no_nudge(tmp_path: Path) -> None:
    table = table_of(tmp_path, voiced(170.0), keys=[At(169.0, Key.END)])

    table.hold()

    assert table.screen.shown(LongAnswer) == []


def test_for_who_stammers_nothing_about_delivery_is_said_or_written(
    tmp_path: Path,
) -> None:
    """Report, page, feedback and summary; all of it is in a standard report."""
    read, said = {}, {}
    for profile in ("standard", "stammer"):
        long = voiced(0.4 * len(STAMMERED.split()) + 1)
        table = table_of(
            tmp_path / profile,
            long,
            said=(STAMMERED,),
            keys=[At(len(long) / SAMPLE_RATE_HZ - 0.5, Key.END)],
        )
        profiled(table, profile)
        session = table.hold()
        body = texts(session, table.folder)
        read[profile] = re.sub(r"(?s)<(style|script)\b.*?</\1>", "", body)
        said[profile] = " ".join(table.speaker.lines)

    found = {p: [d for d in DELIVERY if d in read[p] + said[p]] for p in read}
    assert found["stammer"] == []
    assert len(found["standard"]) > 4
    assert "nobody worked a double shift" in read["stammer"]

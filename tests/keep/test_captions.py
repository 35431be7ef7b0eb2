"""WebVTT that any player can read."""

import math
import re

from kept_examples import turn_of

from simulator.keep.captions import CUE_S, CUE_WORDS, markers_vtt, words_vtt
from simulator.records import Turn, Word


def spoken(*words: tuple[str, float | None, float | None]) -> Turn:
    turn = turn_of()
    made = tuple(
        Word(text=text, start_s=start, end_s=end, probability=1.0)
        for text, start, end in words
    )
    transcript = turn.transcript.model_copy(update={"words": made})
    return turn.model_copy(update={"transcript": transcript})


def test_words_become_cues_on_the_recordings_clock() -> None:
    """A sentence of three words is one cue from its first to its last word."""
    assert words_vtt(turn_of()) == (
        "WEBVTT\n\n00:00:00.500 --> 00:00:01.500\nUm, we met.\n"
    )


def test_cues_are_short() -> None:
    """At most seven words and three seconds stand at once."""
    turn = spoken(*((f"w{k}", k * 0.3, k * 0.3 + 0.25) for k in range(60)))

    cues = re.findall(r"(\S+) --> (\S+)\n(.+)", words_vtt(turn))

    assert sum(len(text.split()) for *_, text in cues) == 60
    for start, end, text in cues:
        assert len(text.split()) <= CUE_WORDS
        assert float(end[-6:]) - float(start[-6:]) <= CUE_S


def test_a_pause_or_a_full_stop_ends_a_cue() -> None:
    """Nobody reads words across a silence."""
    turn = spoken(("One", 0, 0.2), ("two", 2, 2.2), ("three.", 2.3, 2.5), ("4", 2.6, 3))

    assert re.findall(r"\n(.+)\n(?=\n|$)", words_vtt(turn)) == [
        "One",
        "two three.",
        "4",
    ]


def test_texts_cannot_break_out_of_their_cue() -> None:
    """Arrows, tags, ampersands and newlines are escaped."""
    hostile = "a\n\n00:00 --> 00:01\n<script>&\u2028\ud800"

    body = words_vtt(spoken((hostile, 0.0, 1.0))).split("\n", 3)[3]

    assert body == "a 00:00 --&gt; 00:01 &lt;script&gt;&amp;\n"


def test_words_without_a_usable_time_are_left_out() -> None:
    """Typed words have no times; broken times are not shown as zero."""
    turn = spoken(("typed", None, None), ("odd", math.nan, 1.0), ("back", 5.0, 4.0))

    assert words_vtt(turn) == "WEBVTT\n\n00:00:05.000 --> 00:00:05.001\nback\n"


def test_markers_stand_in_order_of_time() -> None:
    """Fillers, pauses and parts of the structure, each with what it is."""
    assert re.findall(r"\n(.+)\n(?=\n|$)", markers_vtt(turn_of())) == [
        "filled pause (sure): um",
        "situation: we met.",
        "pause (clause end): 0.5 s",
    ]


def test_times_after_an_hour_are_written_whole() -> None:
    """Long recordings are normal input."""
    assert "01:00:00.000 --> 01:01:01.250" in words_vtt(spoken(("x", 3600, 3661.25)))

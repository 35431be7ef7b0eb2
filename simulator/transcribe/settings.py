"""Every threshold of this room in one frozen record, each with its reason.

They can be set without touching code: `transcription.toml` in the user's config folder
changes any of them, e.g. `[fillers]` and under it `vowel_least_s = 0.16`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from simulator.errors import SettingsError
from simulator.resources import config_folder

from .ranges import WINDOW_S, fitting

FILE = "transcription.toml"


@dataclass(frozen=True)
class Cutting:
    """Where sound is cut into pieces (`pieces.py`)."""

    voice_at: float = 0.4
    """Speech begins: below Silero's default of 0.5, because a lost quiet sentence is
    worse than a noise decoded in vain (its words are refused later)."""
    stay_at: float = 0.25
    """Speech goes on: Silero's own distance of 0.15 below the onset."""
    least_frames: int = 2
    """A single 32 ms frame over the threshold is a click or a breath."""
    margin_s: float = 0.4
    """Kept around speech: quiet onsets and the tails of "um" lie outside it."""
    shortest_s: float = 5.0
    ripe_s: float = 8.0
    longest_s: float = 14.0
    """Context for the decoder, against the wait for the last piece. Of the human
    recordings pieces of up to 18 s gave the meetings 3 words in 329 back and cost the
    monologues 6 in 195."""
    pause_s: float = 0.3
    """A clause boundary rather than a stop consonant (Campione & Veronis 2002 call
    pauses under 0.2 s brief)."""


@dataclass(frozen=True)
class Decoder:
    """How a piece is decoded (`engine.py`)."""

    threads: int = 2
    beam: int = 5
    """faster-whisper's default; greedy was 3 points of WER worse on read speech."""
    prompted_beam: int = 5
    """Greedy finds as many fillers with base, in half the time; with tiny.en 16 of 24
    where this finds 18, and other words beside them."""
    prompt: str = "Um, uh, hmm, er, ah."
    """Short on purpose: longer prompts were seen to drop sentences."""
    prompt_tokens: int = 48
    """Of a prompt at most: some twelve names. With it no name was written that nobody
    said, in 30 minutes; 96 made 64 of 80 spoken names right where this makes 49 of a
    list of forty, and wrote "accruals" for "Records" (docs/terms.md)."""
    window_least: int = 1000
    window_step: int = 250
    """Frames (10 ms). Windows of few sizes keep the engine's buffers."""
    window_margin_s: float = 2.0
    """Clearly longer than the sound: in tighter windows Whisper repeats itself."""
    tokens_per_s: float = 4.0
    dense_tokens_per_s: float = 6.5
    """Three words a second, or five, of 1.3 tokens. What takes more than the first is
    decoded once more, if it is no loop: a loop fills what room it is given."""
    spare_tokens: int = 10
    """For punctuation, and a piece of a second or two."""
    compression_most: float = 2.4
    log_probability_least: float = -1.0
    no_speech_most: float = 0.6
    """The three of Whisper's own reference decoder (Radford et al. 2022, 4.5)."""
    silent_log_probability: float = -0.7
    """... the reference asks for -1.0 here: at -0.95 it heard "You" in a fan. No piece
    of 130 with human speech in it was thought silent."""
    understood_log_probability: float = -0.4
    """Above it nearly every word is right; below, the prompt's own words slip in."""
    flat_db: float = 6.0
    flat_log_probability: float = -0.7
    """Sound whose level moves by less than 6 dB is a noise that the voice detector took
    for speech, unless Whisper is sure of its words (speech in steady noise)."""

    def most_tokens(self, duration_s: float) -> tuple[int, int]:
        """(of usual speech, of dense speech) in a piece of that length."""
        usual = self.spare_tokens + int(self.tokens_per_s * duration_s)
        return usual, self.spare_tokens + int(self.dense_tokens_per_s * duration_s)


@dataclass(frozen=True)
class Fillers:
    """What the sound must show for a filled pause (`evidence.py`, `joining.py`)."""

    quietest_db: float = 20.0
    """Below the speech level: filled pauses of 24 seen lay at most 12 dB below."""
    over_floor_db: float = 6.0
    """Over the room: noise stays within 3 dB of its own median."""
    bridge_s: float = 0.02
    """A dip shorter than a glottal stop parts nothing."""
    change_most: float = 1.3
    """Spectral change in 60 ms: about 0.7 inside filled pauses, 1.5 to 2.5 where
    sounds meet."""
    openness_below_db: float = 6.0
    """A hum ("mm") lies 15 dB and more below the vowels of its speaker."""
    shortest_s: float = 0.08
    steady_least_s: float = 0.06
    open_least_s: float = 0.04
    """Below these there is no sound that could be a filled pause."""
    vowel_least_s: float = 0.14
    """A steady open vowel of this length is one, when a pass heard it. On the tuning
    recordings true ones had 0.16 s and more, invented ones 0.12 s and less."""
    open_sure_s: float = 0.13
    """In a piece that was understood an open vowel will do, steady or not."""
    before_s: float = 1.0
    after_s: float = 0.6
    """How far from its aligned time the sound of a filled pause is looked for, between
    its neighbours: base aligns "um" early, tiny.en as much as 0.7 s late."""
    far_worth: float = 0.3
    whole_worth_s: float = 0.1
    """Which of several stretches it is: a second further from the aligned time weighs
    as much as 0.3 s less of vowel, standing by itself as 0.1 s more."""
    quiet_worth: float = 0.01
    """... and 10 dB below the speech as 0.1 s less: it is somebody else, or breath."""
    replaces_s: float = 0.2
    """A filled pause that takes the place of a clean word must be longer than it: the
    function words that sound alike (a, the, or, her) take 0.05 to 0.2 s."""
    alone_steady_s: float = 0.18
    alone_longest_s: float = 1.2
    alone_share: float = 0.6
    alone_voiced: float = 0.7
    alone_pitch_spread_st: float = 1.5
    """For a stretch that no pass heard: as long and steady as vowels of words are not
    (Goto et al. 1999 ask for 0.2 s), most of it vowel, and voiced but for its onset and
    its creak at the end."""
    ratio_least: float = -4.5
    """For a shorter one: how much less likely the decoder may find it than the same
    words without (`weighing.py`). Below even odds, because Whisper's habit weighs
    against fillers: true ones were seen from -4.5 up, drawn-out words below -5.5."""
    ratio_even: float = 0.0
    """... for any steady open sound, however short: likelier with than without."""
    ratio_least_alone: float = -16.0
    """... for a sound that is convincing by itself: only nonsense is refused."""
    leaning_pitch_spread_st: float = 1.0
    """... and its pitch must be held, as of a sound alone, but closer: 0.6 semitones in
    those of people, 0.9 to 3.5 in "my-self" and "long" drawn out."""
    ratio_least_doubtful: float = -3.0
    """... in a piece that was not understood (and as long a vowel as if alone)."""
    sites_most: int = 5
    leaning_most: int = 3
    """In a piece, of sounds alone and of others, those with most vowel: of 13 filled
    pauses found so in human and made speech (two models) each was the first or second.
    Talk had up to 10; the decoder is asked about each, and the speaker waits."""
    hoarse_voiced: float = 0.3
    hoarse_steady_s: float = 0.3
    """Where less than a third of the sounded frames have a pitch, as in a whisper or a
    hoarse voice, pitch says nothing; then the vowel must be clearly longer."""
    hummed_shortest_s: float = 0.2
    hummed_open_s: float = 0.1
    hummed_steady_s: float = 0.1
    hummed_room_s: float = 0.2
    hummed_voiced: float = 0.85
    hummed_pitch_spread_st: float = 0.75
    """For an "um" by itself in silence (`hummed.py`): its vowel is short, its pitch on
    one note; read words of that length spread over 1 to 4 semitones."""
    audible_db: float = 35.0
    """Below the speech level: the quietest endings of words."""
    word_silence_s: float = 0.15
    """Stop closures last up to 0.15 s; a longer silence is not inside a word."""
    late_s: float = 0.1
    """An aligned end may be this much late."""
    sliver_s: float = 0.05
    """Less than any word or filler: the edge of a neighbour."""


@dataclass(frozen=True)
class Settings:
    """All of them, by part."""

    cutting: Cutting = field(default_factory=Cutting)
    decoder: Decoder = field(default_factory=Decoder)
    fillers: Fillers = field(default_factory=Fillers)

    @classmethod
    def of(cls, values: Mapping[str, Mapping[str, Any]]) -> "Settings":
        """Settings with some values changed, e.g. {"cutting": {"pause_s": 0.4}}.

        Raises:
            SettingsError: a part or a name that does not exist, or a value that does
                not fit.
        """
        made = cls()
        for part, changes in values.items():
            if not isinstance(changes, Mapping) or part not in {
                f.name for f in fields(cls)
            }:
                raise SettingsError(f"transcription has no settings called {part!r}")
            made = replace(made, **{part: _changed(getattr(made, part), changes)})
        _must_agree(made)
        return made

    @classmethod
    def load(cls) -> "Settings":
        """The user's own settings, or the defaults where there are none.

        Raises:
            SettingsError: the file cannot be read, names what does not exist, or has a
                value that does not fit.
        """
        file = config_folder() / FILE
        try:
            return cls.of(tomllib.loads(file.read_text("utf-8")))
        except FileNotFoundError:
            return cls()
        except SettingsError as error:
            raise SettingsError(f"{file}: {error.what}", error.next_step) from None
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"{file} cannot be read: {error}", "Mend it, or delete it."
            ) from error


Part = TypeVar("Part")


def _changed(part: Part, changes: Mapping[str, Any]) -> Part:
    known = {f.name for f in fields(part)}  # type: ignore[arg-type]
    for name in changes:
        if name not in known:
            raise SettingsError(
                f"{type(part).__name__.lower()} has no setting {name!r}",
                f"Known are {', '.join(sorted(known))}.",
            )
        kind = type(getattr(part, name))
        wanted = (int, float) if kind is float else (kind,)
        if not isinstance(changes[name], wanted) or isinstance(changes[name], bool):
            raise SettingsError(
                f"{type(part).__name__.lower()}.{name} is {changes[name]!r}",
                f"It must be a {'number' if kind is float else kind.__name__}.",
            )
        if kind is not str:
            lowest, highest = fitting(name)
            if not lowest <= changes[name] <= highest:  # nor is NaN
                raise SettingsError(
                    f"{type(part).__name__.lower()}.{name} is {changes[name]!r}",
                    f"It must lie from {lowest:g} to {highest:g}.",
                )
    return replace(part, **changes)  # type: ignore[type-var]


def _must_agree(made: Settings) -> None:
    cutting, margin_s = made.cutting, made.decoder.window_margin_s
    if not cutting.shortest_s <= cutting.ripe_s <= cutting.longest_s:
        raise SettingsError(
            f"cutting has pieces of {cutting.shortest_s:g}, {cutting.ripe_s:g} and "
            f"{cutting.longest_s:g} s",
            "shortest_s, ripe_s and longest_s must rise in this order.",
        )
    if cutting.longest_s + margin_s > WINDOW_S:
        raise SettingsError(
            f"cutting.longest_s ({cutting.longest_s:g}) and decoder.window_margin_s "
            f"({margin_s:g}) are more than {WINDOW_S:g} s together",
            "Whisper hears no more at once: make one of them smaller.",
        )

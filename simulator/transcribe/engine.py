"""Whisper on one piece of sound: one encoding, decoded twice, aligned.

The parts of faster-whisper are called directly (`encode`, `generate`, `align`) because
its `transcribe()` pads every piece to 30 s and can decode an encoding only once. Here a
piece gets a window a little longer than itself, decoded clean and decoded with a prompt
full of fillers: the first for the words, the second for what the first leaves out.

Every decoding is bounded: in tokens by the piece's duration (a prompt on overlapped
sound can loop for minutes), in tries by one fallback.
"""

import zlib
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from simulator.errors import ModelError
from simulator.records import SAMPLE_RATE_HZ, Samples

from .heard import Decoding, HeardWord, Passes, plain
from .runaway import runaways
from .settings import Decoder
from .weighing import ratios

FRAMES_PER_S = 100
"""Whisper's spectrogram has one frame in 10 ms."""

LONGEST_WINDOW = 3000
"""The window that Whisper was trained on: 30 s."""

LEAST_PROBABILITY = 1e-9
"""Of a token: below it the decoder's numbers are rounding."""


class Ear(Protocol):
    """What the rest of this room needs of a model; a test may give its own."""

    def passes(self, sound: Samples) -> Passes:
        """Decode one piece both ways. MUST be the same for the same sound."""
        ...

    def sketch(self, sound: Samples) -> str:
        """A quick look at sound that is still growing."""
        ...


class Engine:
    """Whisper's weights, loaded, in one language.

    Args:
        folder: CTranslate2 weights.
        language: two letters; fixed, because a guess goes wrong on accents.
        decoder: how to decode.
        terms: words the session is likely to hold (a posting's, a company's).
    """

    def __init__(
        self,
        folder: Path,
        language: str = "en",
        decoder: Decoder | None = None,
        terms: tuple[str, ...] = (),
    ) -> None:
        self._decoder = decoder or Decoder()
        self._whisper, self._tokenizer = _load(folder, language, self._decoder)
        tokenizer = self._tokenizer
        self._clean = [*self._before(" ".join(terms)), *tokenizer.sot_sequence]
        self._terms = frozenset(plain(word) for term in terms for word in term.split())
        self._prompted = [*self._before(self._decoder.prompt), *tokenizer.sot_sequence]

    def passes(self, sound: Samples) -> Passes:
        """Decode one piece of level-normalised sound, clean and prompted.

        Raises:
            ModelError: the engine failed.
        """
        settings = self._decoder
        try:
            encoding = self._encode(sound, settings.window_margin_s)
            clean = self._best(encoding, sound, self._clean, settings.beam)
            prompted = self._best(
                encoding, sound, self._prompted, settings.prompted_beam
            )
        except (RuntimeError, ValueError, IndexError) as error:
            raise ModelError(
                f"Whisper failed on {len(sound)} samples of sound: {error}",
                "Try again, or choose another model with --model.",
            ) from error
        return Passes(
            clean,
            prompted,
            self._terms,
            lambda words, places: ratios(
                words, places, partial(self._weigh, encoding, sound)
            ),
        )

    def sketch(self, sound: Samples) -> str:
        """Greedy words, no times."""
        encoding = self._encode(sound, self._decoder.window_margin_s)
        prompt = [*self._clean, self._tokenizer.no_timestamps]
        result = self._generate(encoding, sound, prompt, 1)
        return str(self._tokenizer.decode(result.sequences_ids[0])).strip()

    def _before(self, text: str) -> list[int]:
        """Tokens of text that is said to come before, or none."""
        tokens: list[int] = []
        for word in text.split():
            # Whole words first: the merges of base's tokenizer file split some of them.
            whole = self._tokenizer.tokenizer.token_to_id("Ġ" + word)
            tokens += self._tokenizer.encode(" " + word) if whole is None else [whole]
        if not tokens:
            return []
        return [self._tokenizer.sot_prev, *tokens[: self._decoder.prompt_tokens]]

    def _encode(self, sound: Samples, margin_s: float) -> Any:
        needed = round((len(sound) / SAMPLE_RATE_HZ + margin_s) * FRAMES_PER_S)
        step = self._decoder.window_step
        window = max(self._decoder.window_least, -(-needed // step) * step)
        window = min(window, LONGEST_WINDOW)
        features = self._whisper.feature_extractor(sound, padding=0)[:, :window]
        missing = window - features.shape[1]
        return self._whisper.encode(np.pad(features, ((0, 0), (0, missing))))

    def _generate(
        self, encoding: Any, sound: Samples, prompt: list[int], beam: int
    ) -> Any:
        duration_s = len(sound) / SAMPLE_RATE_HZ
        most = self._decoder.spare_tokens + self._decoder.tokens_per_s * duration_s
        return self._whisper.model.generate(
            encoding,
            [prompt],
            beam_size=beam,
            max_length=min(len(prompt) + int(most), self._whisper.max_length),
            return_scores=True,
            return_no_speech_prob=True,
        )[0]

    def _best(
        self, encoding: Any, sound: Samples, prompt: list[int], beam: int
    ) -> Decoding:
        """Decode; once more, and with timestamps, if the words are poor.

        Without timestamps words are better and fillers more. With them Whisper knows
        where the sound is over, and does not say a sentence twice.
        """
        no_timestamps = self._tokenizer.no_timestamps
        first = self._decode(encoding, sound, [*prompt, no_timestamps], beam)
        if not self._is_poor(first):
            return first
        return max(first, self._decode(encoding, sound, prompt, beam), key=self._worth)

    def _decode(
        self, encoding: Any, sound: Samples, prompt: list[int], beam: int
    ) -> Decoding:
        result = self._generate(encoding, sound, prompt, beam)
        tokens = [t for t in result.sequences_ids[0] if t < self._tokenizer.eot]
        text = self._tokenizer.decode(tokens).encode()
        count = len(result.sequences_ids[0])
        return Decoding(
            words=self._align(encoding, sound, tokens),
            mean_log_probability=result.scores[0] * count / (count + 1),
            no_speech=result.no_speech_prob,
            compression=len(text) / len(zlib.compress(text)) if text else 0.0,
        )

    def _align(
        self, encoding: Any, sound: Samples, tokens: list[int]
    ) -> tuple[HeardWord, ...]:
        from faster_whisper.transcribe import merge_punctuations

        frames = max(2, len(sound) * FRAMES_PER_S // SAMPLE_RATE_HZ)
        if not tokens:
            return ()
        words = self._whisper.find_alignment(
            self._tokenizer, [tokens], encoding, frames
        )[0]
        merge_punctuations(words, "\"'“¿([{-", "\"'.。,，!！?？:：”)]}、")
        return written(words)

    def _weigh(
        self, encoding: Any, sound: Samples, wordings: list[list[str]]
    ) -> list[list[float]]:
        """Log probability of each word of each wording, filled pauses expected."""
        from ctranslate2 import StorageView

        encode = self._tokenizer.encode
        written = [[encode(f" {word}") for word in words] for words in wordings]
        copies = np.repeat(np.array(encoding), len(written), axis=0)
        aligned = self._whisper.model.align(
            StorageView.from_array(copies),
            self._prompted,
            [[token for word in words for token in word] for words in written],
            max(2, len(sound) * FRAMES_PER_S // SAMPLE_RATE_HZ),
        )
        return [
            _by_word(words, one.text_token_probs)
            for words, one in zip(written, aligned, strict=True)
        ]

    def _is_poor(self, decoding: Decoding) -> bool:
        settings = self._decoder
        return bool(decoding.words) and (
            self._repeats(decoding)
            or decoding.mean_log_probability < settings.log_probability_least
        )

    def _repeats(self, decoding: Decoding) -> bool:
        return decoding.compression > self._decoder.compression_most or bool(
            runaways(decoding.words)
        )

    def _worth(self, decoding: Decoding) -> tuple[bool, float]:
        return not self._repeats(decoding), decoding.mean_log_probability


def written(pieces: Iterable[Mapping[str, Any]]) -> tuple[HeardWord, ...]:
    """Words as a person writes them, from the tokenizer's pieces.

    A piece without a space in front belongs to the one before: "3" and "%", "back" and
    "-end". Dots and dashes by themselves are no words.
    """
    words: list[HeardWord] = []
    for piece in pieces:
        text = str(piece["word"])
        if words and text.strip() and not text[0].isspace():
            last = words.pop()
            words.append(
                HeardWord(
                    text=last.text + text.strip(),
                    start_s=last.start_s,
                    end_s=max(last.end_s, float(piece["end"])),
                    probability=min(last.probability, float(piece["probability"])),
                )
            )
        elif any(c.isalnum() for c in text):
            words.append(
                HeardWord(
                    text=text.strip(),
                    start_s=float(piece["start"]),
                    end_s=float(piece["end"]),
                    probability=float(piece["probability"]),
                )
            )
    return tuple(words)


def _by_word(words: list[list[int]], probabilities: Iterable[float]) -> list[float]:
    logs = iter(np.log(np.maximum(list(probabilities), LEAST_PROBABILITY)).tolist())
    return [sum(islice(logs, len(tokens))) for tokens in words]


def _load(folder: Path, language: str, decoder: Decoder) -> tuple[Any, Any]:
    from faster_whisper import WhisperModel
    from faster_whisper.tokenizer import Tokenizer

    try:
        whisper = WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=decoder.threads,
            local_files_only=True,
        )
        many = whisper.model.is_multilingual
        tokenizer = Tokenizer(whisper.hf_tokenizer, many, "transcribe", language)
    except Exception as error:  # C++ and Rust raise classes of their own
        raise ModelError(
            f"the model in {folder} cannot be loaded: {error}",
            "Check it with `mock-interview models verify`.",
        ) from error
    if not many and language != "en":
        raise ModelError(
            f"the model in {folder} understands English only, not {language!r}",
            "Choose a model whose name does not end in .en, such as base.",
        )
    return whisper, tokenizer

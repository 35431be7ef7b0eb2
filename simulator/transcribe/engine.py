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
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from simulator.records import SAMPLE_RATE_HZ, Samples

from .ear import Meanwhile, nothing
from .encoding import Encoded, Encoder
from .failures import told
from .heard import Decoding, HeardWord, Passes, plain
from .loading import loaded
from .runaway import runaways
from .settings import Decoder
from .weighing import ratios

FEWEST_FRAMES = 2
"""Of an alignment: the engine takes no less."""

LEAST_PROBABILITY = 1e-9
"""Of a token: below it the decoder's numbers are rounding."""


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
        model = loaded(folder, language, self._decoder)
        self._whole, self._halves = model.whole, model.halves
        self._encoder = Encoder(model.whole, self._decoder)
        self._tokenizer = tokenizer = model.tokenizer
        self._abreast = ThreadPoolExecutor(2, "decoder")
        self._clean = [*self._before(" ".join(terms)), *tokenizer.sot_sequence]
        self._terms = frozenset(plain(word) for term in terms for word in term.split())
        self._prompted = [*self._before(self._decoder.prompt), *tokenizer.sot_sequence]

    def passes(self, sound: Samples, meanwhile: Meanwhile = nothing) -> Passes:
        """Decode one piece of level-normalised sound, clean and prompted.

        The pass that is ready first leaves its processor to the other work: the passes
        differ by a tenth of a second to a third.

        Raises:
            ModelError: the engine failed.
        """
        settings = self._decoder
        with told():
            piece = Encoded(sound, self._encoder.prepared(sound))
            both = self._abreast.map(
                partial(self._best, piece),
                (self._clean, self._prompted),
                (settings.beam, settings.prompted_beam),
            )
            other = self._abreast.submit(meanwhile)
            try:
                clean, prompted = both
            finally:
                other.cancel()
        return Passes(
            clean,
            prompted,
            self._terms,
            lambda words, asked: ratios(words, asked, partial(self._weigh, piece)),
        )

    def sketch(self, sound: Samples) -> str:
        """Greedy words, no times.

        Raises:
            ModelError: the engine failed.
        """
        prompt = [*self._clean, self._tokenizer.no_timestamps]
        _, dense = self._decoder.most_tokens(len(sound) / SAMPLE_RATE_HZ)
        with told():
            encoding = self._encoder.encoded(sound)
            result = self._generate(self._whole, encoding, prompt, 1, dense)
        return str(self._tokenizer.decode(result.sequences_ids[0])).strip()

    def prepare(self, sound: Samples) -> None:
        """Encode a piece that is about to be finished.

        Raises:
            ModelError: the engine failed.
        """
        with told():
            self._encoder.prepare(sound)

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

    def _generate(
        self, whisper: Any, encoding: Any, prompt: list[int], beam: int, most: int
    ) -> Any:
        # Of `max_length` the engine takes half at most for what it writes.
        length = max(2 * most, len(prompt) + most)
        return whisper.model.generate(
            encoding,
            [prompt],
            beam_size=beam,
            max_length=min(length, whisper.max_length),
            return_scores=True,
            return_no_speech_prob=True,
        )[0]

    def _best(self, piece: Encoded, prompt: list[int], beam: int) -> Decoding:
        """Decode; once more, and with timestamps, if the words are poor.

        Without timestamps words are better and fillers more. With them Whisper knows
        where the sound is over, and does not say a sentence twice.
        """
        no_timestamps = self._tokenizer.no_timestamps
        first = self._decode(piece, [*prompt, no_timestamps], beam)
        if not self._is_poor(first):
            return first
        return max(first, self._decode(piece, prompt, beam), key=self._worth)

    def _decode(self, piece: Encoded, prompt: list[int], beam: int) -> Decoding:
        """Decode, and once more with room for dense speech where the room was filled
        by something else than a loop."""
        usual, dense = self._decoder.most_tokens(piece.duration_s)
        decoding, full = self._bounded(piece, prompt, beam, usual)
        if full and not self._repeats(decoding):
            longer, _ = self._bounded(piece, prompt, beam, dense)
            if not self._repeats(longer):
                return longer
        return decoding

    def _bounded(
        self, piece: Encoded, prompt: list[int], beam: int, most: int
    ) -> tuple[Decoding, bool]:
        """(a decoding of so many tokens at most, whether it took them all)."""
        result = self._generate(self._halves, piece.features, prompt, beam, most)
        tokens = [t for t in result.sequences_ids[0] if t < self._tokenizer.eot]
        text = self._tokenizer.decode(tokens).encode()
        count = len(result.sequences_ids[0])
        decoding = Decoding(
            words=piece.aligned.of(tuple(tokens), partial(self._align, piece, tokens)),
            mean_log_probability=result.scores[0] * count / (count + 1),
            no_speech=result.no_speech_prob,
            compression=len(text) / len(zlib.compress(text)) if text else 0.0,
        )
        return decoding, count >= most

    def _align(self, piece: Encoded, tokens: list[int]) -> tuple[HeardWord, ...]:
        from faster_whisper.transcribe import merge_punctuations

        frames = max(FEWEST_FRAMES, piece.frames)
        if not tokens:
            return ()
        words = self._halves.find_alignment(
            self._tokenizer, [tokens], piece.features, frames
        )[0]
        merge_punctuations(words, "\"'“¿([{-", "\"'.。,，!！?？:：”)]}、")
        return written(words)

    def _weigh(self, piece: Encoded, wordings: list[list[str]]) -> list[list[float]]:
        """Log probability of each word of each wording, filled pauses expected.

        Raises:
            ModelError: the engine failed.
        """
        encode = self._tokenizer.encode
        written = [[encode(f" {word}") for word in words] for words in wordings]
        # One by one: in a batch each wording would read a copy of the encoding, which
        # outgrows the processor's cache and takes twice as long.
        with told():
            asked = self._abreast.map(
                partial(self._probabilities, piece.spoken()), written
            )
            return [_by_word(*pair) for pair in zip(written, asked, strict=True)]

    def _probabilities(self, encoding: Any, words: list[list[int]]) -> list[float]:
        """Of each token of the words, filled pauses expected. (Without the alignment
        that comes with them, which fewest frames make cheap.)"""
        tokens = [token for word in words for token in word]
        aligned = self._halves.model.align(
            encoding, self._prompted, [tokens], FEWEST_FRAMES
        )
        return list(aligned[0].text_token_probs)

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

    def _worth(self, decoding: Decoding) -> tuple[bool, bool, float]:
        """No words are no mistake only where nobody is heard to speak."""
        silence = decoding.no_speech > self._decoder.no_speech_most
        says = bool(decoding.words) or silence
        return says, not self._repeats(decoding), decoding.mean_log_probability


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

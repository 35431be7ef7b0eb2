"""Whisper's weights, loaded into memory."""

from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.errors import ModelError

from .settings import Decoder

TWICE_MOST_BYTES = 600_000_000
"""Of model.bin, up to Whisper small; in memory (8 bits) half of that. Larger weights
twice (medium 1.5 GB, large 3 GB) could be what a laptop has not got."""


@dataclass(frozen=True)
class Loaded:
    """One model, ready: faster-whisper's objects."""

    whole: Any
    """On all threads, one call after the other: for what has large steps."""
    halves: Any
    """Two calls at once, each on half of the threads. The steps of a decoding are too
    small for more: two passes side by side take 0.7 of the time of one after the other
    (base on 2 cores). The weights stand in memory twice (base: 100 MB more); where
    they are large it is the same as `whole`, and the passes take turns."""
    tokenizer: Any


def loaded(folder: Path, language: str, decoder: Decoder) -> Loaded:
    """Load CTranslate2 weights.

    Raises:
        ModelError: they cannot be loaded, or know another language only; or nobody
            knows the language.
    """
    from ctranslate2.models import Whisper
    from faster_whisper import WhisperModel
    from faster_whisper.tokenizer import _LANGUAGE_CODES, Tokenizer

    if language not in _LANGUAGE_CODES:
        raise ModelError(
            f"Whisper knows no language {language!r}",
            "Give the two letters of ISO 639-1: en for English, de for German.",
        )
    threads = decoder.threads
    try:
        whole = WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads,
            local_files_only=True,
        )
        halves = whole
        if threads > 1 and (folder / "model.bin").stat().st_size <= TWICE_MOST_BYTES:
            halves = copy(whole)
            halves.model = Whisper(
                str(folder),
                device="cpu",
                compute_type="int8",
                inter_threads=2,
                intra_threads=threads // 2,
            )
        many = whole.model.is_multilingual
        tokenizer = Tokenizer(whole.hf_tokenizer, many, "transcribe", language)
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
    return Loaded(whole, halves, tokenizer)

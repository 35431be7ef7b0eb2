"""Whisper's weights, loaded into memory."""

from pathlib import Path
from typing import Any

from simulator.errors import ModelError

from .settings import Decoder


def loaded(folder: Path, language: str, decoder: Decoder) -> tuple[Any, Any]:
    """(model, tokenizer) of CTranslate2 weights.

    Raises:
        ModelError: they cannot be loaded, or know another language only.
    """
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

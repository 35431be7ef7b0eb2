"""Whisper: weights, live pieces, words with times, spoken fillers kept."""

from dataclasses import replace

from simulator.seams import Progress, Transcriber


def open_transcriber(
    model: str = "base",
    *,
    language: str = "en",
    terms: tuple[str, ...] = (),
    progress: Progress | None = None,
    threads: int | None = None,
) -> Transcriber:
    """Load a model and return it ready to listen.

    Args:
        model: a known name, a hub repository, or a folder of weights.
        language: the language spoken, two letters; never guessed.
        terms: words the answers are likely to hold.
        progress: called with the share done while weights are joined or hashed.
        threads: of the processor, for this model; None for the settings' own.

    Raises:
        ModelError: the weights are missing, damaged, or do not fit the language.
        SettingsError: `transcription.toml` has a mistake.
    """
    from simulator.sound.voice import SileroDetector

    from . import weights
    from .engine import Engine
    from .settings import Settings
    from .whisper import Whisper

    settings = Settings.load()
    if threads is not None:
        decoder = replace(settings.decoder, threads=threads)
        settings = replace(settings, decoder=decoder)
    folder = weights.find(model, progress)
    engine = Engine(folder, language, settings.decoder, terms)
    return Whisper(model, language, engine, SileroDetector, settings)

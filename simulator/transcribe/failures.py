"""What the engine raises, in words for whoever waits for words."""

from collections.abc import Iterator
from contextlib import contextmanager

from simulator.errors import ModelError


@contextmanager
def told() -> Iterator[None]:
    """Around every call of the engine, and of the threads that call it.

    Raises:
        ModelError: it failed.
    """
    try:
        yield
    except (RuntimeError, ValueError, IndexError, MemoryError) as error:
        raise ModelError(
            f"Whisper failed: {str(error) or type(error).__name__}",
            "Try again, or choose another model with --model.",
        ) from error

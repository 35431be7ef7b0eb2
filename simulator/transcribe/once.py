"""Works something out once, though two threads ask for it."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """What was worked out, by key. Who asks second waits for the first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: dict[Hashable, Future[T]] = {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, or gave; what it raises, both get."""
        with self._lock:
            first = key not in self._known
            future = self._known.setdefault(key, Future())
        if first:
            try:
                future.set_result(make())
            except BaseException as error:
                future.set_exception(error)
        return future.result()

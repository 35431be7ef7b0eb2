"""Work that two threads ask for is done once."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from simulator.transcribe.once import Once


def test_who_asks_second_gets_what_the_first_is_working_out() -> None:
    once, made, go = Once[int](), [], threading.Event()

    def make() -> int:
        made.append(1)
        go.wait(10)
        return 7

    with ThreadPoolExecutor(2) as two:
        asked = [two.submit(once.of, "a", make) for _ in range(2)]
        go.set()

        assert [one.result() for one in asked] == [7, 7]
    assert made == [1]
    assert once.of("b", lambda: 8) == 8


def test_both_get_the_failure() -> None:
    once = Once[int]()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            once.of("a", lambda: 1 // 0)

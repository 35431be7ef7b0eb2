"""What has nothing to do takes no time from Whisper."""

import os
import subprocess
import sys

import pytest

RESTING = """
{first}
import time
import numpy as np

numbers = np.ones((600, 600), np.float32)
rested_s = 0.0
for _ in range(10):
    numbers @ numbers
    began = time.process_time()
    time.sleep(0.05)
    rested_s += time.process_time() - began
print(rested_s)
"""


def rested_s(first: str) -> float:
    """Processor time of half a second in which nothing is asked for."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("OPENB", "OMP"))}
    ran = subprocess.run(
        [sys.executable, "-c", RESTING.format(first=first)],
        check=True,
        capture_output=True,
        text=True,
        env=kept,
    )
    return float(ran.stdout)


def test_numpys_threads_rest_between_two_products() -> None:
    """By themselves they would wait in a busy loop, on a core that is needed."""
    busy_s = rested_s("")
    if busy_s < 0.05:
        pytest.skip("numpy's threads do not wait in a busy loop here")

    assert rested_s("import simulator") < busy_s / 4

"""The numbers of a sound do not hang on how many cores read it."""

import os
import subprocess
import sys

import pytest

READ = """
import os
{pinned}
import simulator
import hashlib
import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor
from simulator.transcribe.evidence import evidence
from simulator.transcribe.settings import Fillers

sound = np.random.default_rng(7).standard_normal(16_000 * 12).astype(np.float32) / 20
seen = FeatureExtractor()(sound, padding=0)
heard = evidence(sound, Fillers())
for numbers in (seen, heard.change, heard.openness_db):
    print(hashlib.sha256(np.ascontiguousarray(numbers).tobytes()).hexdigest())
"""


@pytest.mark.skipif(
    not hasattr(os, "sched_setaffinity") or (os.cpu_count() or 1) < 2,
    reason="needs two cores, and a system that can take one away",
)
def test_one_core_and_all_of_them_give_the_same_numbers() -> None:
    """To the last bit: else the words of a recording would differ by machine."""
    one, every = (
        subprocess.run(
            [sys.executable, "-c", READ.format(pinned=pinned)],
            check=True,
            capture_output=True,
            text=True,
            env={k: v for k, v in os.environ.items() if "NUM_THREADS" not in k},
        ).stdout
        for pinned in ("os.sched_setaffinity(0, {0})", "")
    )

    assert one == every
    assert len(one.split()) == 3

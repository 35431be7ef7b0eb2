"""An hour of speaking must not fill the memory."""

import tracemalloc
from pathlib import Path

import numpy as np
from fakes import FedMicrophone, ScriptedTranscriber
from interview_table import QUESTIONS, Table

from simulator.events import Key, Level
from simulator.records import SAMPLE_RATE_HZ
from simulator.turn import exchange
from simulator.turn.parts import Slot

LENGTH_S = 600
LISTENING_BYTES_PER_S = 40_000
"""16-bit samples are 32 kB a second; an hour is then under 150 MB."""
PEAK_BYTES_PER_S = 120_000
"""With the samples as numbers once: an hour stays under 450 MB."""


def test_what_a_second_of_an_answer_costs(tmp_path: Path) -> None:
    """While it is spoken and at its end, described and judged as ever."""
    table = Table(tmp_path, said=("so",))
    table.microphone = FedMicrophone(np.zeros(LENGTH_S * SAMPLE_RATE_HZ, np.float32))
    table.transcriber = ScriptedTranscriber("so")
    held: dict[float, int] = {}

    class Watching:
        def show(self, event) -> None:
            if isinstance(event, Level):
                self.elapsed_s = event.elapsed_s
                if round(event.elapsed_s, 1) % 60 < 0.05:
                    held[event.elapsed_s] = tracemalloc.get_traced_memory()[0]

        def key(self) -> Key | None:
            return Key.END if getattr(self, "elapsed_s", 0.0) > LENGTH_S - 1 else None

    settings = exchange.replace(table.parts.listening, manual=True)
    parts = exchange.replace(
        table.parts,
        screen=Watching(),
        transcriber=table.transcriber,
        listening=settings,
        sources=lambda _: table.microphone,
    )
    slot = Slot(QUESTIONS[0], 1, 1, "01-conflict", table.folder)
    tracemalloc.start()
    try:
        turn = exchange.exchange(slot, parts).turn
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert turn is not None
    assert (turn.duration_s or 0.0) > LENGTH_S - 2
    times = sorted(held)
    grown = (held[times[-1]] - held[times[0]]) / (times[-1] - times[0])
    assert grown < LISTENING_BYTES_PER_S
    assert (peak - held[times[0]]) / LENGTH_S < PEAK_BYTES_PER_S

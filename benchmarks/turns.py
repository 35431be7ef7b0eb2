"""Who is cut off while thinking, and how long who has finished waits.

`python -m benchmarks.turns [--model base|tiny.en] [--smart-turn FILE] [--part K/N]`

120 made answers with one long pause each, real Whisper on a virtual clock, and four
rules beside each other on the same sound and words. Decodings are kept in the cache, so
a change of the rules is measured in seconds. Prints a table, writes docs/turns.md and
docs/turns.svg (with base), and ends with one JSON object.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from audio_fixtures.make import made_from
from simulator import resources
from simulator.sound import decode
from simulator.sound.voice import SileroDetector
from simulator.transcribe.stream import Stream

from .turn_answers import ThinkingAnswer, answers
from .turn_clock import Cost, KeptDecodings, Step, VirtualHearing, quantised, steps


def main() -> int:
    options = _options()
    heard = [(a, _heard(a, options)) for a in _chosen(options)]
    print(len(heard))
    return 0


def _chosen(options: argparse.Namespace) -> tuple[ThinkingAnswer, ...]:
    if not options.part:
        return answers()
    part, of = map(int, options.part.split("/"))
    return answers()[part - 1 :: of]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base")
    parser.add_argument("--part", help="only every N-th answer, from the K-th: K/N")
    parser.add_argument("--smart-turn", type=Path)
    return parser.parse_args()


class Listener:
    """The model, loaded once."""

    def __init__(self, model: str) -> None:
        from simulator.transcribe import open_transcriber

        self.whisper: Any = open_transcriber(model)
        self.kept = KeptDecodings(self.whisper, resources.cache_folder() / "turns")


_LISTENER: dict[str, Listener] = {}


def _heard(answer: ThinkingAnswer, options: argparse.Namespace) -> tuple[Step, ...]:

    model = options.model
    listener = _LISTENER.setdefault(model, None) or Listener(model)
    _LISTENER[model] = listener
    path = made_from(answer.script, answer.name)
    sound = quantised(decode.read(path))
    hearing = VirtualHearing(
        Stream(SileroDetector(), listener.whisper.settings.cutting),
        listener.kept.understand,
        listener.kept.sketch,
        Cost(),
    )
    found = steps(sound, hearing, SileroDetector())
    return found


if __name__ == "__main__":
    sys.exit(main())

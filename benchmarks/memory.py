"""Peak memory of one system on some recordings, in a process of its own.

`python -m benchmarks.memory SYSTEM MODEL FILE...` prints it in MB.
"""

import subprocess
import sys
from pathlib import Path

from . import speech


def peak_mb(system: str, model: str, files: list[Path]) -> float:
    """Run a system in a new process and ask it; "ours", "plain" or "prompted"."""
    asked = [sys.executable, "-m", "benchmarks.memory", system, model, *map(str, files)]
    told = subprocess.run(asked, check=True, capture_output=True, text=True)
    return float(told.stdout.split()[-1])


def main() -> int:
    """Transcribe the files and print the peak."""
    from simulator.sound import decode

    system, model, *files = sys.argv[1:]
    transcribe = speech.system(system, model)
    for file in files:
        transcribe(decode.read(Path(file)))
    print(_peak_mb())
    return 0


def _peak_mb() -> float:
    """Of this program's own memory: Linux's `ru_maxrss` is inherited by a new process,
    so it would tell the size of whoever started it."""
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e6
    sys.exit("/proc/self/status tells no VmHWM: memory is measured on Linux only")


if __name__ == "__main__":
    sys.exit(main())

"""Nothing leaves the machine: also not by way of a library."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

USE_ONNX = """
import numpy as np
from simulator.sound.voice import probabilities
from simulator.sound.pitch import track
probabilities(np.zeros(16000, np.float32))
track(np.zeros(16000, np.float32))
"""


def files_left(program: str, folder: Path, **environment: str) -> list[str]:
    """What a program leaves in its temporary folder."""
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "TMPDIR": str(folder), **environment},
        check=True,
        timeout=60,
    )
    return [path.name for path in folder.iterdir()]


def test_the_neural_runtime_reports_to_nobody(tmp_path: Path) -> None:
    """With telemetry on, onnxruntime leaves a session identifier; through us, none."""
    assert files_left(USE_ONNX, tmp_path / "ours") == []


def test_no_connection_is_opened_by_an_analysis(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Judging a written answer with every socket refused works all the same."""
    answer = tmp_path / "answer.txt"
    answer.write_text("Last year I led a small team and we shipped on time. " * 3)
    program = f"""
import socket
def refused(*_, **__): raise AssertionError("a connection was tried")
socket.socket.connect = refused
socket.create_connection = refused
from simulator.__main__ import run
raise SystemExit(run(["analyze", "--text", {str(answer)!r}]))
"""

    done = subprocess.run([sys.executable, "-c", program], timeout=60)

    assert done.returncode == 0, capfd.readouterr().err

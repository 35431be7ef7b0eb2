"""Other processors and other threads: named, kept apart, and really run."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.__main__ import run
from simulator.check import ways as ways_module
from simulator.check.engine import Engine
from simulator.check.every_way import beside
from simulator.check.ways import (
    FORCED,
    ISAS,
    USUAL,
    Way,
    instructions,
    offered,
    running,
    untried,
)
from simulator.errors import ModelError
from simulator.resources import shipped

OLD = (("CT2_FORCE_CPU_ISA", "AVX"),)


@pytest.fixture(autouse=True)
def unforced(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*FORCED, "CI"):
        monkeypatch.delenv(name, raising=False)


def test_the_usual_way_is_first_and_one_two_and_four_threads_are_among_them() -> None:
    ways = offered()

    assert ways[0] == Way("as usual")
    assert {way.threads for way in ways} == {1, 2, 4}
    assert len({way.name for way in ways}) == len(ways)


@pytest.mark.parametrize(
    "name", ["CT2_USE_MKL", "CT2_PACKED_GEMM", "DNNL_MAX_CPU_ISA", "MKL_CBWR"]
)
def test_whatever_changes_sums_is_told_and_part_of_the_key(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = instructions()
    monkeypatch.setenv(name, "1")

    assert instructions() == f"{before} {name}=1"
    assert name not in Way("as usual").environ({name: "1"})


def test_what_the_program_itself_asks_for_is_not_told_as_forced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else what was kept in one process would not be found in the next."""
    before = instructions()
    asked = subprocess.run(
        [sys.executable, "-c", "import simulator, os; print(dict(os.environ))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name, value in USUAL.items():
        assert f"'{name}': '{value}'" in asked
        monkeypatch.setenv(name, value)

    assert instructions() == before
    assert running(())


def test_another_way_has_another_name_and_another_environment() -> None:
    """What was forced before does not come along."""
    environ = Way("AVX", OLD).environ({"HOME": "/", "ONEDNN_MAX_CPU_ISA": "AVX2"})

    assert environ == {"HOME": "/", "CT2_FORCE_CPU_ISA": "AVX"}
    assert instructions(OLD) == f"{instructions(())} CT2_FORCE_CPU_ISA=AVX"


def test_a_process_cannot_run_another_way_than_it_was_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A decoding is never kept under the name of another way."""
    assert running(())
    assert not running(OLD)
    with pytest.raises(ModelError, match="CT2_FORCE_CPU_ISA=AVX"):
        Engine("tiny.en", environment=OLD).open()

    monkeypatch.setenv(*OLD[0])

    assert running(OLD)
    assert not running(())


INTEL = (
    *("avx", "avx2", "fma", "avx512_vnni"),
    *("avx512f", "avx512cd", "avx512vl", "avx512bw", "avx512dq"),
)


@pytest.mark.parametrize(
    ("maker", "flags", "tried", "missing"),
    [
        (
            "AuthenticAMD",
            ("avx", "avx2", "fma"),
            ["GENERIC", "AVX", "AVX2", "MKL"],
            ["CT2_FORCE_CPU_ISA=AVX512", "CT2_FORCE_CPU_ISA=NEON", "VNNI"],
        ),
        (
            "GenuineIntel",
            INTEL,
            ["GENERIC", "AVX", "AVX2", "AVX512", "oneDNN"],
            ["CT2_FORCE_CPU_ISA=NEON"],
        ),
        (
            "aarch64",
            ("asimd", "asimddp"),
            ["GENERIC", "NEON"],
            [f"CT2_FORCE_CPU_ISA={isa}" for isa in ("AVX", "AVX2", "AVX512")],
        ),
        ("arm64", (), ["GENERIC"], ["CT2_FORCE_CPU_ISA=AVX", "VNNI", "CT2_USE_MKL"]),
    ],
)
def test_every_value_that_the_engine_knows_is_tried_or_named_as_not(
    maker: str,
    flags: tuple[str, ...],
    tried: list[str],
    missing: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also on a system that does not say what its processor can."""
    monkeypatch.setattr(ways_module, "_processor", lambda: (maker, frozenset(flags)))

    names = [way.name for way in offered()]
    left = dict(untried())

    assert set(tried) <= set(names)
    assert set(missing) <= set(left)
    for isa in ISAS:
        assert (isa in names) != (f"CT2_FORCE_CPU_ISA={isa}" in left)
    if not flags:
        assert set(left.values()) == {"this system does not say what its processor can"}


def test_each_way_writes_its_own_report() -> None:
    assert beside(Path("a/out.xml"), Way("4 threads")) == Path("a/out-4-threads.xml")


@pytest.mark.model
def test_a_check_every_way_names_the_ways_and_holds_in_each(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each in a process of its own, with a report of its own."""
    for name in ("too_short.flac", "too_short.expected.toml"):
        shutil.copy(shipped("audio_fixtures") / name, tmp_path)
    junit = tmp_path / "out.xml"
    options = ["--model", "tiny.en", "--every-way", "--junit", str(junit)]

    assert run(["check", str(tmp_path), *options]) == 0

    told = capfd.readouterr().out
    for way in offered():
        assert f"{way.name}:" in told
        assert beside(junit, way).is_file()
    assert "All ways: ok" in told
    for way, why in untried():
        assert f"NOT TRIED: {way} ({why})" in told

"""The ways in which this machine can run Whisper: as other processors would, and on
more or fewer threads.

Whisper's int8 sums saturate on processors without VNNI, and other instructions add in
another order, so the same weights write a few other words elsewhere. What is expected
of a recording must hold on all of them: a check that passes here must not fail there.
"""

import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FORCED = (
    *("CT2_FORCE_CPU_ISA", "CT2_USE_MKL", "CT2_PACKED_GEMM"),
    *("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA"),
    *("ONEDNN_CPU_ISA_HINTS", "DNNL_CPU_ISA_HINTS"),
    *("ONEDNN_DEFAULT_FPMATH_MODE", "DNNL_DEFAULT_FPMATH_MODE"),
    *("MKL_ENABLE_INSTRUCTIONS", "MKL_CBWR"),
)
"""What chooses instructions in CTranslate2, which of two libraries multiplies for it
(MKL on Intel, else oneDNN), and what chooses in those: all that the wheel reads and
that can change sums. They are read once, when the library is loaded."""

TOLD = (
    *("sse4_1", "avx", "fma", "avx2", "avx_vnni"),
    *("avx512f", "avx512bw", "avx512_vnni", "avx512_bf16", "amx_int8", "asimddp"),
)
"""Those of the processor's instructions that such a library chooses by."""

THREADS = (1, 2, 4)
"""Sums are split between threads, so their order changes with the number."""

Environment = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Way:
    """One of them."""

    name: str
    environment: Environment = ()
    """What must be set before the libraries are loaded."""
    threads: int = 2

    def environ(self, around: Mapping[str, str]) -> dict[str, str]:
        """The environment of a process that runs Whisper this way."""
        kept = {k: v for k, v in around.items() if k not in FORCED}
        return {**kept, **dict(self.environment)}


def offered(threads: int = 2) -> tuple[Way, ...]:
    """All of this machine, the usual one first.

    Args:
        threads: of the usual way.
    """
    flags = _processor()[1]
    ways = [Way("as usual", threads=threads)]
    # GENERIC and the other maker's multiplication load too; what they take and write
    # has not been measured (docs/check.md).
    for isa, needed in (("AVX", "avx"), ("AVX2", "avx2"), ("AVX512", "avx512bw")):
        if needed in flags:
            ways.append(Way(isa, (("CT2_FORCE_CPU_ISA", isa),), threads))
    for isa, needed, mkl in (
        ("AVX2", "avx2", "AVX2"),
        ("AVX512_CORE", "avx512bw", "AVX512"),
    ):
        if needed in flags and flags & {"avx_vnni", "avx512_vnni", "amx_int8"}:
            forced = (("ONEDNN_MAX_CPU_ISA", isa), ("MKL_ENABLE_INSTRUCTIONS", mkl))
            ways.append(Way(f"{mkl} without VNNI", forced, threads))
    ways += [Way(f"{n} threads", threads=n) for n in THREADS if n != threads]
    return tuple(ways)


def instructions(environment: Environment | None = None) -> str:
    """The vector instructions that Whisper runs on, and what forces others.

    Args:
        environment: of a way; None for this process's own.
    """
    given = os.environ if environment is None else dict(environment)
    maker, flags = _processor()
    forced = [f"{name}={given[name].upper()}" for name in FORCED if given.get(name)]
    return " ".join([maker, *(f for f in TOLD if f in flags), *forced])


def running(environment: Environment) -> bool:
    """Whether this process was started that way."""
    return _forced(os.environ.items()) == _forced(environment)


def _forced(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name: value for name, value in pairs if name in FORCED and value}


@lru_cache(maxsize=1)
def _processor() -> tuple[str, frozenset[str]]:
    """(maker or machine, its flags)."""
    machine = platform.machine().lower()
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8", "replace")
    except OSError:
        return machine, frozenset()
    fields = dict[str, str]()
    for line in text.splitlines():
        name, _, value = line.partition(":")
        fields.setdefault(name.strip(), value.strip())
    flags = fields.get("flags") or fields.get("Features") or ""
    return fields.get("vendor_id", machine), frozenset(flags.split())

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
    *("NPY_DISABLE_CPU_FEATURES", "NPY_ENABLE_CPU_FEATURES", "OPENBLAS_CORETYPE"),
    "OPENBLAS_NUM_THREADS",
)
"""What chooses instructions in CTranslate2, which of two libraries multiplies for it
(MKL on Intel, else oneDNN), and what chooses in those and in numpy, which makes the
spectrogram: all that the wheels read and that can change sums. They are read once, when
the library is loaded."""

USUAL = {"OPENBLAS_NUM_THREADS": "2"}
"""What the program itself asks for (`simulator/__init__.py`): nothing is forced."""

TOLD = (
    *("sse4_1", "avx", "fma", "avx2", "avx_vnni"),
    *("avx512f", "avx512bw", "avx512_vnni", "avx512_bf16", "amx_int8", "asimddp"),
)
"""Those of the processor's instructions that such a library chooses by."""

THREADS = (1, 2, 4)
"""Sums are split between threads, so their order changes with the number. (Numpy keeps
its two: a machine with a single core is not among the ways.)"""

ISAS: Mapping[str, frozenset[str]] = {
    "GENERIC": frozenset(),
    "AVX": frozenset(("avx",)),
    "AVX2": frozenset(("avx2", "fma")),
    "AVX512": frozenset(("avx512f", "avx512cd", "avx512vl", "avx512bw", "avx512dq")),
    "NEON": frozenset(("asimd",)),
}
"""Every value of CT2_FORCE_CPU_ISA, and what CTranslate2 asks of the processor for it
(`cpu_isa.cc`, `cpu_info.cc`). GENERIC is its own loops without vectors; the library
that multiplies matrices for it chooses its instructions for itself."""

OTHER_LIBRARY = {
    "AuthenticAMD": ("MKL", "1"),
    "GenuineIntel": ("oneDNN", "0"),
}
"""By maker: the library that multiplies on the other maker's processors."""

VNNI = frozenset(("avx_vnni", "avx512_vnni", "amx_int8"))

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
    maker, flags = _processor()
    ways = [Way("as usual", threads=threads)]
    for isa, needed in ISAS.items():
        if needed <= flags:
            ways.append(Way(isa, (("CT2_FORCE_CPU_ISA", isa),), threads))
    if maker in OTHER_LIBRARY:
        name, chosen = OTHER_LIBRARY[maker]
        ways.append(Way(name, (("CT2_USE_MKL", chosen),), threads))
    for isa, flag, mkl in (
        ("AVX2", "avx2", "AVX2"),
        ("AVX512_CORE", "avx512bw", "AVX512"),
    ):
        if flag in flags and flags & VNNI:
            forced = (("ONEDNN_MAX_CPU_ISA", isa), ("MKL_ENABLE_INSTRUCTIONS", mkl))
            ways.append(Way(f"{mkl} without VNNI", forced, threads))
    ways += [
        Way(f"{n} thread{'s' * (n > 1)}", threads=n) for n in THREADS if n != threads
    ]
    return tuple(ways)


def untried() -> list[tuple[str, str]]:
    """What other processors have and this one has not: (it, why it is not tried).

    It is said whenever all ways were tried, so that "all" is not taken for more.
    """
    maker, flags = _processor()
    silent = "this system does not say what its processor can"
    missing = [
        (
            f"CT2_FORCE_CPU_ISA={isa}",
            f"this processor has no {' and '.join(sorted(needed - flags))}",
        )
        for isa, needed in ISAS.items()
        if not needed <= flags
    ]
    if not flags & VNNI:
        missing.append(("VNNI", "this processor has none"))
    if maker not in OTHER_LIBRARY:
        missing.append(("CT2_USE_MKL", "MKL and oneDNN are for Intel's and AMD's"))
    return missing if flags else [(way, silent) for way, _ in missing]


def instructions(environment: Environment | None = None) -> str:
    """The vector instructions that Whisper runs on, and what forces others.

    Args:
        environment: of a way; None for this process's own.
    """
    given = os.environ if environment is None else dict(environment)
    maker, flags = _processor()
    told = _forced(given.items())
    forced = [f"{name}={told[name].upper()}" for name in FORCED if name in told]
    return " ".join([maker, *(f for f in TOLD if f in flags), *forced])


def running(environment: Environment) -> bool:
    """Whether this process was started that way."""
    return _forced(os.environ.items()) == _forced(environment)


def _forced(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {
        name: value
        for name, value in pairs
        if name in FORCED and value and value != USUAL.get(name)
    }


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

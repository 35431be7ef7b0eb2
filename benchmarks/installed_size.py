"""How much disk an installation takes: the project and all that its extras bring.

Sizes are those of the files that each installed distribution lists as its own.
"""

from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

from simulator.resources import shipped

PROJECT = "mock-interview-simulator"
EXTRAS = ("offline", "voice")
"""What `make demo` installs."""


def sizes_mb(
    project: str = PROJECT, extras: tuple[str, ...] = EXTRAS
) -> dict[str, float]:
    """Megabytes of each distribution that the project needs, the largest first."""
    found: dict[str, float] = {}
    waiting = [(project, frozenset(extras))]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, wanted = waiting.pop()
        if (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            found[f"{name} (NOT INSTALLED)"] = 0.0
            continue
        found[name] = _own_mb(name)
        for line in installed.requires or []:
            needed = Requirement(line)
            given = [{"extra": extra} for extra in wanted or {""}]
            if needed.marker is None or any(map(needed.marker.evaluate, given)):
                name = needed.name.lower().replace("_", "-")
                waiting.append((name, frozenset(needed.extras)))
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _own_mb(name: str) -> float:
    if name == PROJECT:
        # An editable install lists a pointer only: count what a wheel would carry.
        folders = [shipped("audio_fixtures"), shipped("question_banks")]
        folders.append(folders[0].parent / "simulator")
        paths = {p for f in folders for p in f.rglob("*") if p.is_file()}
        return sum(p.stat().st_size for p in paths) / 1e6
    total = 0
    for file in distribution(name).files or []:
        path = file.locate()
        total += path.stat().st_size if path.is_file() else 0  # type: ignore[attr-defined]
    return total / 1e6

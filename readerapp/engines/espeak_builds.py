"""Which espeak-ng to speak with: the one that always comes along, or the newer one inside piper-tts.

They say Swedish differently and at different speeds; docs/adr/0041 compares them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

import espeakng_loader

BuildName = Literal["loader", "piper"]


@dataclass(frozen=True)
class Build:
    """One library with its data. `rates` are its words a minute for some 15 characters a second, by language."""

    name: BuildName
    version: str
    library: Path
    data: Path
    rates: Mapping[str, int]


RATES: Final[Mapping[BuildName, Mapping[str, int]]] = {
    "loader": {"sv": 160, "ru": 145, "en": 160},
    # Its Swedish voice file has a speed of its own, half as fast again.
    "piper": {"sv": 105, "ru": 145, "en": 160},
}


def find_build(name: BuildName | None = None) -> Build | None:
    """The named build, or None where it is not installed; without a name the best there is."""
    if name == "loader":
        return loader_build()
    return _piper_build() or (None if name else loader_build())


def loader_build() -> Build:
    """The build that this package depends upon."""
    return Build(
        "loader",
        "1.52.0",
        Path(espeakng_loader.get_library_path()),
        Path(espeakng_loader.get_data_path()),
        RATES["loader"],
    )


def _piper_build() -> Build | None:
    """Found without importing piper, which would load its neural part too."""
    piper = find_spec("piper")
    for place in (piper.submodule_search_locations or ()) if piper else ():
        library = next(Path(place).glob("espeakbridge*.so"), None)
        if library and (Path(place) / "espeak-ng-data").is_dir():
            return Build("piper", "1.52.0.1", library, Path(place) / "espeak-ng-data", RATES["piper"])
    return None

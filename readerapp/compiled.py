"""Finds the compiled form of the modules that extraction spends its time in, where there is one of just these sources.

`setup.py` makes it where a C compiler is at hand; without it the same modules are run as they are written. It lies in a
folder of its own, whose name tells from which sources and for which Python it was made: a source that was changed since
is never passed over.
"""

import sys
from collections.abc import Sequence
from functools import cached_property
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec, PathFinder
from importlib.util import module_from_spec, source_hash
from pathlib import Path
from types import ModuleType
from typing import Final

ROOT: Final = Path(__file__).parent
FOLDER: Final = ".compiled"
PYTHON: Final = EXTENSION_SUFFIXES[0].rpartition(".")[0]
"""For which Python and machine something is compiled, as the end of a name."""
LIBRARIES: Final = ("readerapp.compiled_0", "readerapp.compiled_1")
"""Where all of them lie, in parts that are compiled side by side."""
_SOURCES: Final = ("extract/html/*.py", "extract/language.py")
_AS_WRITTEN: Final = frozenset(("__init__.py", "undisturbed.py"))
"""Packages; a decorator."""


def sources(root: Path = ROOT) -> list[Path]:
    """The modules that are compiled, as files."""
    return sorted(file for pattern in _SOURCES for file in root.glob(pattern) if file.name not in _AS_WRITTEN)


def folder(root: Path = ROOT) -> Path:
    """Where the compiled form of these very sources lies for this Python, or would."""
    text = b"\n".join(file.name.encode() + b"\n" + file.read_bytes() for file in sources(root))
    return root / FOLDER / f"{source_hash(text).hex()}{PYTHON}"


class Compiled:
    """Finds the modules' compiled form; what it does not find is found as ever (an entry of `sys.meta_path`)."""

    def __init__(self, root: Path = ROOT) -> None:
        """Look nothing up before it is asked for."""
        self._root = root
        self.found: list[str] = []
        """The modules that were."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The place of a module in the folder, if it is one of these and there is one."""
        package, _, module = name.partition(".")
        if package != ROOT.name or not module or not self._modules:
            return None
        place = self._modules.get(name)
        spec = PathFinder.find_spec(name, [place]) if place and self._loads else None
        if spec is not None:
            self.found.append(name)
        return spec

    @cached_property
    def _loads(self) -> bool:
        """Whether they can be loaded: a folder that was copied here may be of another machine."""
        names = [f"{library}__mypyc" for library in LIBRARIES]
        specs = [PathFinder.find_spec(name, [self._modules[name]]) for name in names]
        try:
            return all(spec is not None and module_from_spec(spec) for spec in specs)
        except ImportError:
            return False

    @cached_property
    def _modules(self) -> dict[str, str]:
        """In which folder each module lies."""
        if not (self._root / FOLDER).is_dir() or not (place := folder(self._root)).is_dir():
            return {}
        places = {f"{library}__mypyc": place for library in LIBRARIES}
        for file in sources(self._root):
            parts = file.relative_to(self._root).with_suffix("").parts
            places[".".join((ROOT.name, *parts))] = place.joinpath(*parts[:-1])
        return {name: str(holder) for name, holder in places.items()}


def use() -> Compiled:
    """Take the compiled form, where there is one, from now on."""
    finder = Compiled()
    sys.meta_path.insert(0, finder)
    return finder

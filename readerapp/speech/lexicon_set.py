"""Which lexicons are in force: the shipped ones, then the operator's, read again when a file has changed."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from ..errors import FileUnreadable, LexiconWrong
from ..text.stamps import Stamp, stamp
from . import pls
from .lexicon import Lexicon

SHIPPED = Path(__file__).parent / "lexicons"
_log = logging.getLogger(__name__)


class _Held(NamedTuple):
    stamp: Stamp
    lexicon: Lexicon | None


class LexiconSet:
    """The lexicons of each language, those of later paths winning.

    A folder stands for the .pls files in it, and may come later.

    The first reading raises LexiconWrong or FileUnreadable for a bad file. A file that turns bad later is logged, and
    what it said before stays in force until it is mended.
    """

    def __init__(self, paths: Sequence[Path] = ()) -> None:
        """`paths` are the operator's, after the shipped ones."""
        self._paths = (SHIPPED, *paths)
        self._held: dict[Path, _Held] = {}
        self._lock = Lock()
        for path in self._files():
            self._held[path] = _Held(_stamp(path), pls.read(path))

    def lexicons(self) -> Mapping[str, tuple[Lexicon, ...]]:
        """The lexicons now in force, by language; looks at each file's time and size."""
        with self._lock:
            by_language: dict[str, tuple[Lexicon, ...]] = {}
            for path in self._files():
                lexicon = self._current(path)
                if lexicon:
                    by_language[lexicon.language] = (*by_language.get(lexicon.language, ()), lexicon)
            return by_language

    def _files(self) -> Iterator[Path]:
        for path in self._paths:
            if path.is_dir():
                yield from sorted(path.glob("*.pls"))
            elif path.suffix or path.exists():  # a folder that is not there yet has none
                yield path

    def _current(self, path: Path) -> Lexicon | None:
        copy = self._held.get(path)
        try:
            now = _stamp(path)
            if copy is None or now != copy.stamp:
                before = copy.lexicon if copy else None
                self._held[path] = copy = _Held(now, before)
                self._held[path] = copy = _Held(now, pls.read(path))
        except (FileUnreadable, LexiconWrong) as error:
            _log.warning("a lexicon is not used as it stands: %s", error)
        return copy.lexicon if copy else None


def _stamp(path: Path) -> Stamp:
    state = stamp(path)
    if state is None:
        raise FileUnreadable(path=path)
    return state

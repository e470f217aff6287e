"""Cookies for the length of one fetch: some sites turn a visitor round on the spot to see whether one comes back."""

import re
from collections.abc import Iterable
from typing import Final

_COOKIE: Final = re.compile(
    rb"\s*+([!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}+)\s*+=\s*+([\x21-\x3a\x3c-\x7e]{0,4000}+)\s*+(?:;|$)"
)
_MOST: Final = 20


class Cookies:
    """What each host asked to be told again. A host is told only its own."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[bytes, bytes]] = {}

    def keep(self, host: str, headers: Iterable[tuple[bytes, bytes]]) -> None:
        """Note the cookies of an answer; their attributes do not matter for so short a life."""
        mine = self._kept.setdefault(host, {})
        for name, value in headers:
            found = _COOKIE.match(value) if name.lower() == b"set-cookie" else None
            if found and len(mine) < _MOST:
                mine[found[1]] = found[2]

    def header(self, host: str) -> str:
        """The value of the Cookie header, empty for none."""
        return b"; ".join(name + b"=" + value for name, value in self._kept.get(host, {}).items()).decode("ascii")

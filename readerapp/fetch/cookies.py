"""Cookies for the length of one fetch: some sites turn a visitor round on the spot to see whether one comes back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

_COOKIE: Final = re.compile(
    rb"\s*+([!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}+)\s*+=\s*+([\x21-\x3a\x3c-\x7e]{0,4000}+)\s*+(?:;|$)"
)
_MOST: Final = 20
_LONGEST: Final = 8000
"""Bytes of a header that are looked at."""


@dataclass(frozen=True)
class _Cookie:
    value: bytes
    secure: bool


class Cookies:
    """What each host asked to be told again. A host is told only its own, under the path and the scheme it set."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[tuple[bytes, str], _Cookie]] = {}

    def keep(self, address: str, headers: Iterable[tuple[bytes, bytes]]) -> None:
        """Note the cookies of an answer from a clean address, and forget those that it takes back."""
        parts = urlsplit(address)
        mine = self._kept.setdefault(parts.hostname or "", {})
        for name, value in headers:
            pair = _COOKIE.match(value[:_LONGEST]) if name.lower() == b"set-cookie" else None
            if not pair:
                continue
            attributes = _attributes(value[pair.end() : _LONGEST])
            secure = b"secure" in attributes
            if secure and parts.scheme != "https":
                continue  # as browsers do: whoever sits between could have set it
            path = attributes.get(b"path", b"").decode("latin-1")
            key = pair[1], path if path.startswith("/") else _folder(parts.path)
            if attributes.get(b"max-age", b"1").lstrip(b"-").strip() in {b"", b"0"} or attributes.get(
                b"max-age", b""
            ).startswith(b"-"):
                mine.pop(key, None)
            elif key in mine or len(mine) < _MOST:
                mine[key] = _Cookie(pair[2], secure)

    def header(self, address: str) -> str:
        """The value of the Cookie header for a clean address, empty for none; the longest path goes first."""
        parts = urlsplit(address)
        fitting = [
            (path, name, cookie.value)
            for (name, path), cookie in self._kept.get(parts.hostname or "", {}).items()
            if _under(parts.path or "/", path) and (parts.scheme == "https" or not cookie.secure)
        ]
        fitting.sort(key=lambda each: -len(each[0]))
        return b"; ".join(name + b"=" + value for _, name, value in fitting).decode("ascii")


def _attributes(rest: bytes) -> dict[bytes, bytes]:
    """What follows the cookie itself; of a repeated attribute the last counts."""
    pairs = (piece.partition(b"=") for piece in rest.split(b";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _over(age: bytes) -> bool:
    """Whether a cookie of that many seconds is one no more."""
    return age.startswith(b"-") or not age.strip(b"0")


def _folder(path: str) -> str:
    """The path that a cookie without one is for: up to the last slash."""
    return path.rpartition("/")[0] or "/"


def _under(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder if folder.endswith("/") else f"{folder}/")

"""Takes out of a long page what it mostly is and nobody reads: scripts, styles, drawings, files written as text."""

import re
from collections.abc import Iterator
from typing import Final

_OPENING: Final = re.compile(r"<(script|style|svg)\b", re.IGNORECASE)
_CLOSING: Final = {name: re.compile(rf"</{name}\s*+>", re.IGNORECASE) for name in ("script", "style", "svg")}
_CLAIMS: Final = re.compile(r"ld\+json", re.IGNORECASE)
"""In the tag of a script that tells what the page claims of itself, which is read."""
_FILE: Final = re.compile(r"\bdata:[\w/+;-]++,[^\"'\s>]{1000,}+")


def without_bulk(html: str) -> str:
    """The page without them. One that nothing closes stays, and what is looked for in vain is looked for once."""
    return _FILE.sub("", "".join(_kept(html)))


def _kept(html: str) -> Iterator[str]:
    ends, claims = _Next(html, re.compile(">")), _Next(html, _CLAIMS)
    closings = {name: _Next(html, pattern) for name, pattern in _CLOSING.items()}
    start, at = 0, 0
    while opening := _OPENING.search(html, at):
        at = opening.end()
        if claims.after(at)[0] < ends.after(at)[0]:
            continue
        begin, end = closings[opening[1].lower()].after(at)
        if begin < len(html):
            yield html[start : opening.start()]
            start = at = end
    yield html[start:]


class _Next:
    """Where a pattern is found next, asked for ever later places of a text: each stretch is looked at once."""

    __slots__ = ("_found", "_html", "_pattern")

    def __init__(self, html: str, pattern: re.Pattern[str]) -> None:
        self._html, self._pattern = html, pattern
        self._found = (-1, -1)

    def after(self, at: int) -> tuple[int, int]:
        """Its begin and end; the text's end twice where there is none."""
        if self._found[0] < at:
            match = self._pattern.search(self._html, at)
            self._found = match.span() if match else (len(self._html), len(self._html))
        return self._found

"""Small pages of public bodies as their systems write them, each with what must be read of it and what must not.

A file of `everyday/` is one system: a frame, then pages in it. Of each page, lines that begin with `+` are read in
this order, `-` never, `1` exactly once; `!` says that the page has no article. The frame's own apply to all its pages.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_FOLDER: Final = Path(__file__).with_name("everyday")
_MARKS: Final = ("+ ", "- ", "1 ", "! ")


class Everyday(NamedTuple):
    """One page, and what is asked of how it is read."""

    name: str
    html: str
    expect: list[str]
    never: list[str]
    once: list[str]
    nothing: bool


def everyday() -> Iterator[Everyday]:
    """Every page, in its frame."""
    for file in sorted(_FOLDER.glob("*.pages")):
        parts = [_part(part) for part in file.read_text("utf-8").split("=== ")[1:]]
        _, frame, common = parts[0]
        for name, body, marks in parts[1:]:
            asked = [*marks, *common]
            told = {sign: [text for mark, text in asked if mark == sign] for sign in "+-1!"}
            title = next(iter(told["+"]), "Sida")
            html = frame.replace("{title}", title).replace("{body}", body)
            yield Everyday(f"{file.stem}-{name}", html, told["+"], told["-"], told["1"], bool(told["!"]))


def _part(part: str) -> tuple[str, str, list[tuple[str, str]]]:
    name, *lines = part.splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith(_MARKS)), len(lines))
    return name, "\n".join(lines[count:]).strip(), [(line[0], line[2:]) for line in lines[:count]]

"""The lines of a text, in groups as empty lines part them."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ...text.cleaning import squeeze

_CONTROL: Final = dict.fromkeys((*range(9), *range(14, 28), 31, 127), " ")
_COLUMNS: Final = re.compile(r"\t|\S {3,}(?=\S)")
_TAB: Final = 8
_MEASURED: Final = 1000
"""Characters of a line that are measured in columns; what is longer is long."""
_SHORTEST_STROKE: Final = 3


class TextLine(NamedTuple):
    """One line that says something: its words with single spaces between them, and how it stood in the text."""

    text: str
    width: int
    """Columns up to its last character."""
    indent: int
    columns: bool
    """Whether wide gaps part it, as in a table."""


def groups(text: str) -> Iterator[list[TextLine]]:
    """The lines between empty ones; a line without a letter or a digit is drawn across the page, and empty too.

    But a stroke right under another line may be what makes that a heading, and stays with it.
    """
    group: list[TextLine] = []
    for raw in text.translate(_CONTROL).splitlines():
        line = _line(raw)
        if any(map(str.isalnum, line.text)) or (group and is_stroke(line.text)):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def is_stroke(text: str) -> bool:
    """Whether a line is nothing but one sign, time and again."""
    return len(text) >= _SHORTEST_STROKE and text[0] in "=-~_*" and text == text[0] * len(text)


def _line(raw: str) -> TextLine:
    head = raw[:_MEASURED].expandtabs(_TAB)
    return TextLine(
        text=squeeze(raw),
        width=max(len(head.rstrip()), len(raw.rstrip())),
        indent=len(head) - len(head.lstrip()),
        columns=_COLUMNS.search(raw.strip()) is not None,
    )

"""Which line breaks a writer meant, and which only the width of the page made.

A break that the width made stands where the next line's first word found no more room. Where it would have fitted,
somebody broke the line on purpose, as in an address or a poem, unless the sentence plainly goes on.
"""

import re
from collections.abc import Sequence
from typing import Final

from .lines import TextLine

_NARROWEST: Final = 45
"""Columns of a page of running text, at least: shorter lines one under the other are no wrapped paragraph."""
_WIDEST: Final = 120
"""Columns of one, at most: in longer lines each is a paragraph."""
_RUNNING: Final = 25
"""Characters of a line that may be running text."""
_USUAL: Final = 0.75
"""The share of lines that are no wider than the width of a text: a few long addresses do not count."""
_LONGEST_WORD: Final = 80
_ENDS: Final = (".", "!", "?", ":", ";", "…")
_CLOSING: Final = "\"'”’»)]"
_HYPHENATED: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")
_AND: Final = frozenset("och eller samt respektive till and or to und и или либо да".split())
"""Words before which a hyphen stands for a part that two words share: "barn- och ungdomsvård"."""
_KEPT_BEFORE: Final = frozenset("то либо нибудь за таки ка под".split())
_KEPT_AFTER: Final = frozenset("кое кой по во из все".split())
"""Parts of words that are written with a hyphen: "из-за", "кто-то", "по-русски"."""


def width_of(groups: Sequence[Sequence[TextLine]]) -> int:
    """The columns in which a text was set, told from the lines that others follow."""
    widths = sorted(line.width for group in groups for line in group[:-1] if line.width <= _WIDEST)
    usual = widths[int(len(widths) * _USUAL)] if widths else 0
    return max(_NARROWEST, usual)


def goes_on(line: TextLine, following: TextLine, width: int) -> bool:
    """Whether the next line is the same paragraph."""
    if line.columns or following.columns:
        return False
    unfinished = not ends_sentence(line.text)
    cut = _HYPHENATED.search(line.text[-_LONGEST_WORD:])
    if unfinished and (cut or len(line.text) >= _RUNNING) and following.text[:1].islower():
        return True
    if line.width > _WIDEST:
        return False
    indented = following.indent >= line.indent + 2
    if indented and not unfinished:
        return False
    return line.width + 1 + len(following.text.partition(" ")[0]) > width


def ends_sentence(text: str) -> bool:
    """Whether a line ends as sentences do."""
    return text.rstrip(_CLOSING).endswith(_ENDS)


def joined(lines: Sequence[str]) -> str:
    """The lines of one paragraph as one line; words that were parted at the margin are whole again."""
    parts = list(lines[:1])
    for text in lines[1:]:
        before = parts[-1]
        if before.endswith("\u00ad"):
            parts[-1] = before[:-1]
        elif (cut := _HYPHENATED.search(before[-_LONGEST_WORD:])) and text[:1].islower():
            if _first_word(text) in _AND:
                parts.append(" ")
            elif not _written_with_hyphen(cut[1], _first_word(text)):
                parts[-1] = before[:-1]
        else:
            parts.append(" ")
        parts.append(text)
    return "".join(parts)


def _written_with_hyphen(before: str, after: str) -> bool:
    """Whether a hyphen belongs to the word: after capitals and single letters, and in small words that have one."""
    return len(before) == 1 or before[-1].isupper() or before.lower() in _KEPT_AFTER or after in _KEPT_BEFORE


def _first_word(text: str) -> str:
    word = re.match(r"[^\W\d_]+", text)
    return word[0] if word else ""

"""Reads signs that belong to words: stars and footnotes are left unsaid, "#слово" is a hashtag."""

import re
from collections.abc import Iterator
from typing import Final

from readerapp.model import Substitution

from ...rule import at_end, rule

_STARS: Final = re.compile(r"(?<![\w*)]) ?\*{1,3}(?=[^\W\d_])|(?<=[\w.,:;!?)»\"“%])\*{1,3}(?![\w*])")
_LONE: Final = re.compile(r"(?<!\S)\*{1,3}(?!\S)")
_HASHTAG: Final = re.compile(r"(?<![\w#&])#(?=[^\W\d_]\w{1,60}+)")
_NOTE: Final = re.compile(r"(?<=[\w.,;:!?)”\"»“])(?:\[\d{1,3}\]){1,5}")


@rule(cue="*", digits=False)
def stars(text: str) -> Iterator[Substitution]:
    """ "50 руб.*", "**Важно**"."""
    for match in _STARS.finditer(text):
        yield Substitution(*match.span(), " " if match[0][0] == " " else "", "star")
    first = len(text) - len(text.lstrip())
    for match in _LONE.finditer(text):
        inside = match.start() > first and not at_end(text, match.end())
        yield Substitution(*match.span(), "звёздочка" if inside else "", "star")


@rule(cue="#", digits=False)
def hashtags(text: str) -> Iterator[Substitution]:
    """ "#калинск"."""
    for match in _HASHTAG.finditer(text):
        yield Substitution(*match.span(), "хештег ", "hashtag")


@rule(cue="[")
def notes(text: str) -> Iterator[Substitution]:
    """The number of a footnote: "в 1931 году.[3]"."""
    for match in _NOTE.finditer(text):
        yield Substitution(*match.span(), "", "footnote")

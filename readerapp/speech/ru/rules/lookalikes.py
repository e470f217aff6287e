"""Latin letters typed among Russian ones: "Mосква", "c 2000 года"; engines would switch to English for them."""

import re
from collections.abc import Iterator
from string import ascii_letters

from readerapp.model import Substitution

from ...rule import rule
from ..surface import LETTER, cyrillic

_MIXED = re.compile(
    rf"(?<![\w-])(?=[A-Za-z]{{0,30}}[{LETTER}])(?=[{LETTER}]{{0,30}}[A-Za-z])[{LETTER}A-Za-z]{{2,30}}(?![\w-])"
)
_LATIN = re.compile(r"[A-Za-z]")


@rule(cue=ascii_letters, digits=False)
def lookalikes(text: str) -> Iterator[Substitution]:
    """Words of both alphabets whose Latin letters all have Russian doubles."""
    for match in _MIXED.finditer(text):
        words = cyrillic(match[0])
        if not _LATIN.search(words):
            yield Substitution(match.start(), match.end(), words, "lookalike")

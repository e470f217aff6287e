"""Acronyms whose letters are named though an engine would try to say them as a word: "УК", "ГБУ", "ООО"."""

import re
from collections.abc import Iterator

from readerapp.model.script import Reading

from .surface import LETTER
from .vocabulary.acronyms import LETTERS, READ_AS_WORD, SPELLED, SPOKEN

_ACRONYM = re.compile(rf"(?<![{LETTER}A-Za-z\d])(?P<word>[А-ЯЁ][А-ЯЁа-яё]{{1,6}})(?![{LETTER}A-Za-z])")
_ALL_CAPITALS = re.compile(r"[А-ЯЁ]{4,} [А-ЯЁ]+|[А-ЯЁ]+ [А-ЯЁ]{4,}")


def acronyms(text: str) -> Iterator[Reading]:
    """Acronyms that are spelled; nothing in a heading that is all in capitals."""
    for match in _ACRONYM.finditer(text):
        word = match["word"]
        if word in SPOKEN:
            yield Reading(match.start(), match.end(), SPOKEN[word], "acronym")
        elif word in SPELLED and word not in READ_AS_WORD:
            yield Reading(match.start(), match.end(), " ".join(LETTERS[letter] for letter in word), "acronym")

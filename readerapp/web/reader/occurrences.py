"""Which sentences of a page a word that somebody reports can have been heard in."""

import re
from collections.abc import Iterable
from typing import Final

from ...text.cleaning import squeeze

_EDGES: Final = re.compile(r"^\W+|\W+$")


def bare(word: str) -> str:
    """The word without what stands around it: quotation marks, a full stop."""
    return _EDGES.sub("", word)


def occurrences(word: str, sentences: Iterable[str]) -> list[int]:
    """The numbers of the sentences that have the word by itself; where none has, of those that have it in another."""
    core = squeeze(bare(word).casefold())
    if not core:
        return []
    alone = re.compile(rf"(?<!\w){re.escape(core)}(?!\w)")
    texts = [(number, squeeze(text.casefold())) for number, text in enumerate(sentences)]
    inside = [(number, text) for number, text in texts if core in text]
    return [number for number, text in inside if alone.search(text)] or [number for number, _ in inside]

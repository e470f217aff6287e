"""Which words a text holds, worked out once for all the rules that would look for theirs in vain."""

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[a-zåäö]+(?:[:/][a-zåäö]{1,2}(?![a-zåäö]))?")


@lru_cache(8)
def small_words(text: str) -> frozenset[str]:
    """Every run of letters in small letters, with what a colon or a stroke joins to it: "c/o", "s:t"."""
    return frozenset(_WORD.findall(text.lower()))

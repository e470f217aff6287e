"""Tells a story, as news and weblogs have them, from other pages: by what the page says of itself and by its build.

Two witnesses: the page's head calls it an article, for other machines, and nearly all that it says in sentences are
paragraphs of one make. On such a page lines at the edges are seldom a part of the text, and often the publisher's own.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from .outline import Chunk, Outline
from .second import setting

_FEWEST: Final = 4
"""Paragraphs of one make."""
_MOSTLY: Final = 0.7
"""The share of the words in sentences that they hold."""
_LEAST: Final = 120
"""Words in sentences."""


def is_story(out: Outline, chunks: Iterable[Chunk]) -> bool:
    """Whether a page that calls itself an article is built as one, by what is read of it."""
    if not out.published:
        return False
    good = [c for c in chunks if c.value > 0]
    words = sum(c.words for c in good)
    makes = Counter(setting(out, c) for c in good)
    if words < _LEAST or not makes:
        return False
    ((usual, count),) = makes.most_common(1)
    return count >= _FEWEST and sum(c.words for c in good if setting(out, c) == usual) >= _MOSTLY * words

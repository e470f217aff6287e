"""Tells a story, as news and weblogs have them, from other pages: by what the page says of itself and by its build.

Two witnesses: the page's head calls it an article, for other machines, and nearly all that it says in sentences are
paragraphs of one make. On such a page lines at the edges are seldom a part of the text, and often the publisher's own.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from .clean import setting
from .heads import Heads
from .outline import Chunk, Outline

_DATES: Final = frozenset(("article:published_time", "article:published"))
_KIND: Final = re.compile(r'"@type"\s*:\s*(?:\[\s*)?"(?:(?:Reportage|Opinion)?(?:News)?Article|BlogPosting)"')
_LONGEST: Final = 300_000
_FEWEST: Final = 4
"""Paragraphs of one make."""
_MOSTLY: Final = 0.7
"""The share of the words in sentences that they hold."""
_LEAST: Final = 120
"""Words in sentences."""


def called_article(heads: Heads) -> bool:
    """Whether a page calls itself an article where machines look for it."""
    for el in heads.all("meta"):
        name = (el.get("property") or el.get("name") or "").lower()
        if name in _DATES or (name == "og:type" and (el.get("content") or "").strip().lower() == "article"):
            return True
    return any(_KIND.search((el.text or "")[:_LONGEST]) for el in heads.data())


def is_story(out: Outline, chunks: Iterable[Chunk]) -> bool:
    """Whether a page that calls itself an article is built as one, by what is read of it."""
    if not out.article:
        return False
    good = [c for c in chunks if c.value > 0]
    words = sum(c.words for c in good)
    makes = Counter(setting(out, c) for c in good)
    if words < _LEAST or not makes:
        return False
    ((usual, count),) = makes.most_common(1)
    return count >= _FEWEST and sum(c.words for c in good if setting(out, c) == usual) >= _MOSTLY * words

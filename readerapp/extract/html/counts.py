"""Counts what a page's elements hold, once for all rules: words, words in links, words of sentences, stretches of text.

What stands before each element is kept, in the order of the elements: what one holds is what stands before its end and
not before its beginning, so that nobody has to add up a tree.
"""

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .outline import Chunk


class Counts:
    """What stands before each element, and before the end of the last one."""

    def __init__(self, ends: list[int], chunks: "list[Chunk]") -> None:
        """Count the stretches of text that stand right in each element, then what stands before it."""
        words, in_links, good, several, links = ([0] * len(ends) for _ in range(5))
        for c in chunks:
            n, count = c.node, c.words
            words[n] += count
            several[n] += 1
            if c.value > 0:
                good[n] += count
            if c.linked:
                in_links[n] += c.linked
                links[n] += 1
        self._ends = ends
        self.words, self.linked, self.good, self.chunks, self.links = (
            list(accumulate(counts, initial=0)) for counts in (words, in_links, good, several, links)
        )

    def within(self, before: list[int], n: int) -> int:
        """How much of something an element holds, of which it is known how much stands before each."""
        return before[self._ends[n] + 1] - before[n]

"""Changing a text while keeping the way back: every character of the new text knows where it came from."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """The characters `start` to `end` become `text`."""

    start: int
    end: int
    text: str


Edits = Callable[[str], Iterable[Edit]]


def chained(source: str, first: Edits, second: Edits) -> list[Edit]:
    """The edits in `source` that do what the first edits do, and then the second in what they made of it."""
    earlier = tuple(first(source))
    middle = Rewriting(source, earlier)
    later: list[Edit] = []
    for edit in second(middle.text):
        start = middle.start(edit.start)
        end = middle.end(edit.end) if edit.end > edit.start else start
        if later and start < later[-1].end:
            later[-1] = Edit(later[-1].start, max(end, later[-1].end), later[-1].text + edit.text)
        else:
            later.append(Edit(start, end, edit.text))
    covers = iter(later)
    cover = next(covers, None)
    rest: list[Edit] = []
    for edit in earlier:
        while cover and cover.end <= edit.start:
            cover = next(covers, None)
        if cover is None or edit.end <= cover.start:
            rest.append(edit)
    return sorted([*rest, *later])


class Rewriting:
    """A text with edits (in order, without overlap) made in it, and the map from the new text to the old."""

    def __init__(self, source: str, edits: Sequence[Edit]) -> None:
        """Make the edits; their places are those of the source."""
        self.text, self._length = source, len(source)
        self._new: list[int] = [0]
        self._old: list[tuple[int, int, bool]] = []
        self.spots: list[tuple[int, int]] = []
        """Where each edit's text stands in the new text."""
        parts: list[str] = []
        if not edits:  # as with most texts
            self._new.append(self._length)
            self._old.append((0, self._length, True))
            return
        at = length = 0

        def add(text: str, start: int, end: int, *, same: bool) -> None:
            nonlocal length
            if not text:
                return
            parts.append(text)
            length += len(text)
            self._new.append(length)
            self._old.append((start, end, same))

        for edit in edits:
            add(source[at : edit.start], at, edit.start, same=True)
            self.spots.append((length, length + len(edit.text)))
            add(edit.text, edit.start, edit.end, same=False)
            at = edit.end
        add(source[at:], at, len(source), same=True)
        self.text = "".join(parts)

    def splits(self, position: int) -> bool:
        """Whether `position` falls inside the text of an edit."""
        piece = bisect_right(self._new, position) - 1
        return piece < len(self._old) and not self._old[piece][2] and position > self._new[piece]

    def start(self, position: int) -> int:
        """Where the character of the new text at `position` begins in the old text."""
        piece = bisect_right(self._new, position) - 1
        if piece >= len(self._old):
            return self._length
        begin, _, same = self._old[piece]
        return begin + (position - self._new[piece]) if same else begin

    def end(self, position: int) -> int:
        """Where the character of the new text just before `position` ends in the old text."""
        piece = bisect_left(self._new, position) - 1
        if piece < 0:
            return 0
        begin, finish, same = self._old[piece]
        return begin + (position - self._new[piece]) if same else finish

"""Which marked paragraphs of a text are lists, one in the other by their indents; one mark alone is none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from ...model import Container
from .paragraphs import Paragraph

Path = tuple[Container, ...]


@dataclass(slots=True)
class _Open:
    """A list that may go on, with the item that was met last."""

    container: Container
    item: Container
    indent: int
    number: int | None

    def takes(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is its next item."""
        if paragraph.indent > self.indent + 1 or (paragraph.number is None) != (self.number is None):
            return False
        return self.number is None or paragraph.number == self.number + 1


def paths(paragraphs: Sequence[Paragraph]) -> list[Path]:
    """The lists and items that each paragraph stands in."""
    keys = count(1)
    places: list[Path] = []
    opened: list[_Open] = []
    for paragraph in paragraphs:
        while opened and (not paragraph.mark or paragraph.indent < opened[-1].indent):
            opened.pop()
        while opened and not opened[-1].takes(paragraph) and paragraph.indent <= opened[-1].indent:
            opened.pop()
        if paragraph.mark:
            item = Container("li", next(keys))
            if opened and opened[-1].takes(paragraph):
                opened[-1].item, opened[-1].number = item, paragraph.number
            else:
                start = paragraph.number
                made = Container("ul" if start is None else "ol", next(keys), start=1 if start is None else start)
                opened.append(_Open(made, item, paragraph.indent, start))
        places.append(tuple(held for each in opened for held in (each.container, each.item)))
    return _without_single(places)


def _without_single(places: Sequence[Path]) -> list[Path]:
    """The paths without lists of one item, which are none."""
    items = Counter(outer for outer, _ in {pair for path in places for pair in _pairs(path)})
    return [tuple(held for pair in _pairs(path) if items[pair[0]] > 1 for held in pair) for path in places]


def _pairs(path: Path) -> list[tuple[Container, Container]]:
    return list(zip(path[::2], path[1::2], strict=True))

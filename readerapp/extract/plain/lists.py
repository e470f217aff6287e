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
    stack: list[_Open] = []
    for paragraph in paragraphs:
        while stack and (not paragraph.mark or paragraph.indent < stack[-1].indent):
            stack.pop()
        while stack and not stack[-1].takes(paragraph) and paragraph.indent <= stack[-1].indent:
            stack.pop()
        if paragraph.mark:
            item = Container("li", next(keys))
            if stack and stack[-1].takes(paragraph):
                stack[-1].item, stack[-1].number = item, paragraph.number
            else:
                start = paragraph.number
                container = Container("ul" if start is None else "ol", next(keys), start=1 if start is None else start)
                stack.append(_Open(container, item, paragraph.indent, start))
        places.append(tuple(container for each in stack for container in (each.container, each.item)))
    return _without_single(places)


def _without_single(places: Sequence[Path]) -> list[Path]:
    """The paths without lists of one item, which are none."""
    items = Counter(outer for outer, _ in {pair for path in places for pair in _pairs(path)})
    return [tuple(container for pair in _pairs(path) if items[pair[0]] > 1 for container in pair) for path in places]


def _pairs(path: Path) -> list[tuple[Container, Container]]:
    return list(zip(path[::2], path[1::2], strict=True))

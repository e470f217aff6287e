"""The words that structure adds: heading levels, list lengths and numbers, table headers, quotations, images.

They are said before a block's first word (or after its last), in the block's language, and are displayed nowhere.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from ..i18n import N_, n_
from ..languages import base
from ..model import Article, Block
from ..model.tree import numbered
from .options import SpeechOptions
from .tables import headers

HEADING = N_("Heading level %(level)s. ")
LIST = n_("List with %(count)s item. ", "List with %(count)s items. ")
NUMBER = N_("%(number)s: ")
HEADER = N_("%(header)s: ")
IMAGE = N_("Image: ")
QUOTE = N_("Quote: ")
QUOTE_ENDS = N_(" End of quote.")
LINK = N_("Link: ")
DESCRIPTION = N_("The page’s own description: ")
LINKS = n_(", %(count)s link", ", %(count)s links")
_LISTS: Final[tuple[Literal["ul", "ol"], ...]] = ("ul", "ol")


class Announcer:
    """What structure adds to each block of one article that is said."""

    def __init__(self, article: Article, order: Sequence[int], options: SpeechOptions) -> None:
        """Look over the article once, given the numbers of the blocks that are said, in that order."""
        self._options = options
        self._article = article
        self._blocks = article.blocks
        self._items = {node.container.key: node.of("li") for node in article.tree.of(*_LISTS)}
        self._numbers = {
            item.container.key: number for node in article.tree.of("ol") for item, number in numbered(node)
        }
        self._headers = headers(article, order) if options.verbosity.tables == "headers" else {}
        self._begins = {
            container.key: number for number in reversed(order) for container in article.blocks[number].path
        }
        self._ends = {container.key: number for number in order for container in article.blocks[number].path}

    def after_title(self) -> str:
        """What is said after the title, in the article's language: that the page is one of links, and of how many."""
        count = self._article.links
        return self._options.say(self._article.language, *LINKS, count=count) if count else ""

    def before(self, number: int) -> str:
        """What is said before block `number`, in its language; "" for nothing."""
        block = self._blocks[number]
        places = [place for place, container in enumerate(block.path) if self._begins[container.key] == number]
        phrases = [phrase for place in places for phrase in self._entering(block, place)]
        return "".join([*phrases, *self._kind(number, block)])

    def after(self, number: int) -> str:
        """What is said after block `number`; "" for nothing."""
        block = self._blocks[number]
        left = any(container.kind == "quote" and self._ends[container.key] == number for container in block.path)
        return self._options.say(_tag(block), QUOTE_ENDS) if left and self._options.verbosity.quotes else ""

    def _entering(self, block: Block, place: int) -> Iterator[str]:
        """What is said where a container begins."""
        options, verbosity, container = self._options, self._options.verbosity, block.path[place]
        if container.kind in _LISTS and verbosity.lists:
            yield options.say(_tag(block), *LIST, count=len(self._items[container.key]))
        elif container.kind == "quote" and verbosity.quotes:
            yield options.say(_tag(block), QUOTE)
        elif container.kind == "li" and verbosity.numbers and place and block.path[place - 1].kind == "ol":
            number = block.path[place - 1].label(self._numbers[container.key])
            yield options.say(_tag(block), NUMBER, number=number)

    def _kind(self, number: int, block: Block) -> Iterator[str]:
        """What is said for the sake of the block itself."""
        options = self._options
        if self._article.described:
            yield options.say(_tag(block), DESCRIPTION)
        if block.kind == "heading" and options.verbosity.headings:
            yield options.say(_tag(block), HEADING, level=block.level)
        if block.kind == "image":
            yield options.say(_tag(block), IMAGE)
        if number in self._headers:
            yield options.say(_tag(block), HEADER, header=self._headers[number])


def _tag(block: Block) -> str:
    return base(block.language) or block.language

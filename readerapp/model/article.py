"""The article: what is worth hearing on a page, in order, with its structure and a way back into the page.

Blocks are a flat list in reading order. What they stand in (lists, tables, quotes, figures) is each block's
`path`: containers from the outside in. Two neighbours with the same container (same `key`) stand in the same
one, so nesting is rebuilt by comparing paths.
"""

from functools import cached_property
from typing import Literal

import msgspec

from .tree import Tree, fold

Kind = Literal["heading", "paragraph", "caption", "image", "preformatted", "term", "definition"]
ContainerKind = Literal["ul", "ol", "li", "table", "row", "cell", "header", "quote", "figure", "dl", "details"]
Numbering = Literal["1", "a", "A", "i", "I"]
Role = Literal["body", "contact", "editor", "updated", "note"]
_LETTERS = 26


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of text in one language with one look. Joined, the runs of a block are its text."""

    text: str
    language: str | None = None
    """BCP 47 primary subtag where it differs from the block's."""
    link: str | None = None
    """Absolute http(s), mailto or tel address."""
    emphasis: Literal["", "em", "strong", "code", "sup", "sub"] = ""


class Container(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that holds blocks; `key` is unique in the article."""

    kind: ContainerKind
    key: int
    start: int = 1
    """First number of an ordered list."""
    numbering: Numbering = "1"
    """How an ordered list counts, by HTML's names."""
    number: int | None = None
    """The number of an ordered list's item where it is not one more than the one before it."""
    columns: int = 1
    """Columns that a cell spans."""
    rows: int = 1
    """Rows that a cell spans."""

    def label(self, number: int) -> str:
        """What the item of that number in an ordered list is called: a letter where it counts by letters."""
        letters = self.numbering in {"a", "A"} and 0 < number <= _LETTERS
        return chr(ord(self.numbering) + number - 1) if letters else str(number)


class Locator(msgspec.Struct, frozen=True):
    """Where a block's text stands in the page's DOM.

    `path` is a CSS selector (child steps with :nth-of-type, or from an id) that leads to the block's element
    in the page as it was fetched; `before` and `after` are up to 32 characters of the page's text on each
    side of the block, white space folded, to tell equal texts apart when the path no longer fits.
    """

    path: str
    before: str = ""
    after: str = ""


class Block(msgspec.Struct, frozen=True, omit_defaults=True):
    """One piece of text that is never joined with its neighbours."""

    kind: Kind
    runs: tuple[Run, ...]
    language: str
    """One of the languages read, or the page's own tag where it is none of them."""
    level: int = 0
    """Heading level, 1 to 6."""
    role: Role = "body"
    path: tuple[Container, ...] = ()
    locator: Locator | None = None
    source: str | None = None
    """Absolute address of an image."""

    @property
    def text(self) -> str:
        """The displayed text."""
        return "".join(run.text for run in self.runs)


class Alternate(msgspec.Struct, frozen=True):
    """The same page in another language (`hreflang`)."""

    language: str
    address: str


class Metadata(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the page says of itself. Dates are ISO 8601, as exact as the page gives them."""

    published: str | None = None
    updated: str | None = None
    author: str | None = None
    editor: str | None = None
    canonical: str | None = None
    image: str | None = None
    description: str | None = None
    site: str | None = None
    alternates: tuple[Alternate, ...] = ()


class Skipped(msgspec.Struct, frozen=True):
    """A part of the page that is not read, and the rule that said so."""

    rule: str
    """An English msgid that says why, for a visitor."""
    text: str
    """The beginning of what it says, at most 200 characters."""
    words: int
    path: str
    """CSS selector of its element, which `region` of `extract` takes to read it after all."""


class Article(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A page's article. `language` is a primary subtag."""

    address: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    skipped: tuple[Skipped, ...] = ()
    links: int = 0
    """How many links there are, where the page is one of links and not of text."""
    described: bool = False
    """Whether all there is to read is the page's own description, since its elements hold no text."""

    @cached_property
    def tree(self) -> Tree:
        """What the blocks stand in, folded when it is first asked for."""
        return fold(self.blocks)

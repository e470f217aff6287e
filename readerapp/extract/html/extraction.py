"""What is read of a page, with what is needed to make an article of it."""

from dataclasses import dataclass

from ...model.article import Role
from .choice import Choice
from .claims import Claims
from .heads import Heads
from .outline import Chunk, Outline


@dataclass(frozen=True, slots=True)
class Extraction:
    """What is read of a page: of which outline, what of it, and as what."""

    out: Outline
    choice: Choice
    roles: dict[Chunk, Role]
    claims: Claims
    title: str
    heads: Heads
    traces: tuple[int, ...] = ()
    """Those of the page's text, to be compared with other pages of its site."""
    on_page: bool = True
    """Whether the text stands in the page's elements, where it can be shown."""
    described: bool = False
    """Whether it is the page's own description, since its elements hold no text."""

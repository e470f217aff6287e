"""What is read of a page, with what is needed to make an article of it."""

from dataclasses import dataclass

from ...model.article import Role
from .about import About
from .choice import Choice
from .outline import Chunk, Outline


@dataclass(frozen=True, slots=True)
class Extraction:
    """What is read of a page: of which outline, what of it, and as what."""

    out: Outline
    choice: Choice
    roles: dict[Chunk, Role]
    page: About
    traces: tuple[int, ...] = ()
    """Those of the page's text, to be compared with other pages of its site."""
    on_page: bool = True
    """Whether the text stands in the page's elements, where it can be shown."""
    described: bool = False
    """Whether it is the page's own description, since its elements hold no text."""

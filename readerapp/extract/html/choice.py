"""What is read of a page, and why the rest is not."""

from dataclasses import dataclass, field

from .outline import Chunk, Outline


@dataclass(slots=True)
class Choice:
    """What to read, and for the rest why not: the rule, and the element that it speaks of."""

    kept: list[Chunk]
    left: dict[Chunk, tuple[str, int]] = field(default_factory=dict)
    contacts: set[Chunk] = field(default_factory=set)
    notes: set[Chunk] = field(default_factory=set)
    speakers: set[Chunk] = field(default_factory=set)
    """The names over posts: they say who speaks, even where they are links."""
    sure: set[Chunk] = field(default_factory=set)
    """What is left out beyond doubt: the imprint, and other articles."""
    links: int = 0
    """How many links there are, where a page is read as a list of them."""

    def leave(self, reasons: dict[Chunk, tuple[str, int]]) -> None:
        """Leave these out."""
        if reasons:
            self.left.update(reasons)
            self.kept = [c for c in self.kept if c not in reasons]

    def take_back(self, out: Outline, chunks: set[Chunk]) -> None:
        """Read these after all."""
        if chunks:
            members = {*self.kept, *chunks}
            self.left = {c: why for c, why in self.left.items() if c not in chunks}
            self.kept = [c for c in out.chunks if c in members]


Around = dict[tuple[int, ...], list[Chunk]]
"""The chunks by the elements around them that names speak of, from the inside out."""

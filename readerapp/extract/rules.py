"""What a publisher or a visitor may say about which parts of a page to read."""

from dataclasses import dataclass

from .selectors import to_xpath


@dataclass(frozen=True)
class Region:
    """The parts to read, all of them in page order: by id, by class, or by CSS selector."""

    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    selectors: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ids or self.classes or self.selectors)


@dataclass(frozen=True)
class SiteRules:
    """CSS selectors for one host's pages: what to read (everything else is left out) and what to skip.

    Raises ValueError for a selector that is not understood.
    """

    read: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for selector in (*self.read, *self.skip):
            to_xpath(selector)

"""What a publisher or a visitor may say about which parts of a page to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from .html.selectors import to_xpath

MOST: Final = 50
"""Names that a list of ids or classes may have."""
ANY: Final = "*."
"""How a pattern begins that stands for every host under a name, and not for the name itself."""


@dataclass(frozen=True)
class Region:
    """The parts to read, all of them in page order: by id, by class, or by CSS selector."""

    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    selectors: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ids or self.classes or self.selectors)


def named(readid: str = "", readclass: str = "", selector: str = "") -> Region | None:
    """The region that ids and classes, each with commas between, or else a CSS selector name; None where none does.

    `readid` and `readclass` are what publishers know from ReadSpeaker's addresses. A selector wins over them, so
    that a part of the page can be asked for by itself.
    """
    if selector.strip():
        return Region(selectors=(selector,))
    return Region(ids=_listed(readid), classes=_listed(readclass)) or None


def _listed(names: str) -> tuple[str, ...]:
    """The names in a list with commas, once each."""
    return tuple(dict.fromkeys(name for name in map(str.strip, names.split(",")) if name))[:MOST]


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


def for_host(rules: Mapping[str, SiteRules], address: str) -> SiteRules | None:
    """The rules for an address's host: its own name's, else those of the longest pattern (`*.example.se`) it is under.

    Names are compared without regard to case, in Unicode or in punycode alike; a pattern `*` is for all hosts.
    """
    try:
        host = _name(urlsplit(address).hostname or "")
    except ValueError:
        return None
    known = {_name(pattern): held for pattern, held in rules.items()}
    if not host:
        return None
    labels = host.split(".")
    above = (ANY + ".".join(labels[place:]) for place in range(1, len(labels)))
    return next((known[pattern] for pattern in (host, *above, "*") if pattern in known), None)


def _name(host: str) -> str:
    """A host as the domain name system writes it."""
    plain = host.strip().rstrip(".").lower()
    try:
        return plain if plain.isascii() else plain.encode("idna").decode("ascii")
    except UnicodeError:
        return plain

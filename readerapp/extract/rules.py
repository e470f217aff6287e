"""What a publisher or a visitor may say about which parts of a page to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from ..errors import RegionTooLarge, RegionUnfit
from .html.selectors import LONGEST, parsed

MOST: Final = 50
"""Names that a list of ids or classes may have, and conditions that a selector may have."""
_STEPS: Final = 250
"""Elements that lead to one, in the longest path of a deep page."""
_SHOWN: Final = 80
"""Characters of a region that are shown again where it is not understood."""
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
    that a part of the page can be asked for by itself. Raises RegionTooLarge, RegionUnfit.
    """
    if selector.strip():
        return Region(selectors=(_bounded(selector),))
    return Region(ids=_listed(readid), classes=_listed(readclass)) or None


def _bounded(selector: str) -> str:
    """The selector, where finding what it names costs no more than looking over the page a few times."""
    if len(selector) > LONGEST:
        raise RegionTooLarge(most=MOST, length=LONGEST)
    try:
        paths = parsed(selector)
    except ValueError as problem:
        raise RegionUnfit(region=selector.strip()[:_SHOWN]) from problem
    steps = [step for path in paths for step in path]
    cost = sum(len(step.tests) for step in steps) + sum(not step.child for step in steps)
    if cost > MOST or len(steps) > _STEPS:
        raise RegionTooLarge(most=MOST, length=LONGEST)
    return selector


def _listed(names: str) -> tuple[str, ...]:
    """The names in a list with commas, once each."""
    unique = tuple(dict.fromkeys(name for name in map(str.strip, names.split(",")) if name))
    if len(unique) > MOST or len(names) > LONGEST:
        raise RegionTooLarge(most=MOST, length=LONGEST)
    return unique


@dataclass(frozen=True)
class SiteRules:
    """CSS selectors for one host's pages: what to read (everything else is left out) and what to skip.

    Raises ValueError for a selector that is not understood.
    """

    read: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for selector in (*self.read, *self.skip):
            parsed(selector)


def for_host(rules: Mapping[str, SiteRules], address: str) -> SiteRules | None:
    """The rules for an address's host: its own name's, else those of the longest pattern (`*.example.se`) it is under.

    Names are compared without regard to case, in Unicode or in punycode alike; a pattern `*` is for all hosts.
    """
    try:
        host = _name(urlsplit(address).hostname or "")
    except ValueError:
        return None
    table = {_name(pattern): own for pattern, own in rules.items()}
    if not host:
        return None
    labels = host.split(".")
    above = (ANY + ".".join(labels[place:]) for place in range(1, len(labels)))
    return next((table[pattern] for pattern in (host, *above, "*") if pattern in table), None)


def _name(host: str) -> str:
    """A host as the domain name system writes it."""
    plain = host.strip().rstrip(".").lower()
    try:
        return plain if plain.isascii() else plain.encode("idna").decode("ascii")
    except UnicodeError:
        return plain

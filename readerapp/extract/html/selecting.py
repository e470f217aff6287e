"""Finds the elements that selectors, a region or a site's rules name, looking at each once for each selector's step."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import Final

from lxml import etree

from ...errors import RegionUnfit
from ..rules import Region, SiteRules
from .selectors import Path, Step, escaped, parsed

_ID: Final = [("id", "=")]
_CLASS: Final = [("class", "~=")]


def select(root: etree._Element, selectors: Iterable[str]) -> list[etree._Element]:
    """The elements that any of the selectors names, in document order. Raises ValueError."""
    paths = dict.fromkeys(path for selector in selectors for path in parsed(selector))
    if not paths:
        return []
    names = {(path[0].tests[0].name, path[0].tests[0].value): path for path in paths if _is_name(path[0], path)}
    places = _Places()
    matches = set(_called(root, names)) if names else set()
    matches.update(el for path in paths if path not in names.values() for el in _Selection(path, places).of(root))
    return [el for el in root.iter() if el in matches] if len(matches) > 1 else list(matches)


def named(
    root: etree._Element, region: Region | None, rules: SiteRules | None
) -> tuple[frozenset[etree._Element] | None, frozenset[etree._Element]]:
    """The elements to read, or None where nobody named any; and those to skip."""
    rules = rules or SiteRules()
    skip = frozenset(select(root, rules.skip))
    if region:
        names = (
            *(f"#{escaped(i)}" for i in region.ids),
            *(f".{escaped(c)}" for c in region.classes),
            *region.selectors,
        )
        return frozenset(_selected(root, names)), skip
    return frozenset(select(root, rules.read)) if rules.read else None, skip


def _selected(root: etree._Element, names: tuple[str, ...]) -> list[etree._Element]:
    try:
        return select(root, names)
    except ValueError as problem:
        raise RegionUnfit(region=names[0][:80]) from problem


def _is_name(step: Step, path: Path) -> bool:
    """Whether a path is an id or a class alone, as publishers name parts: many at once, found in one go."""
    tests = [(test.name, test.how) for test in step.tests]
    return len(path) == 1 and not step.tag and not step.places and tests in (_ID, _CLASS)


def _called(root: etree._Element, names: Container[tuple[str, str]]) -> Iterator[etree._Element]:
    for el in root.iter("*"):
        if ("id", el.get("id", "")) in names or any(("class", word) in names for word in el.get("class", "").split()):
            yield el


class _Selection:
    """The elements at the end of one path; what is known of an element is kept, however many stand below it."""

    def __init__(self, path: Path, places: "_Places") -> None:
        self._path = path
        self._places = places
        self._known: dict[tuple[int, etree._Element], bool] = {}

    def of(self, root: etree._Element) -> Iterable[etree._Element]:
        last = len(self._path) - 1
        tag = self._path[last].tag
        return [el for el in root.iter(tag if tag and ":" not in tag else "*") if self._ends(el, last)]

    def _ends(self, el: etree._Element, number: int) -> bool:
        """Whether the path up to one of its steps ends at an element."""
        if not self._fits(el, self._path[number]):
            return False
        if not number:
            return True
        above = el.getparent()
        if self._path[number].child:
            return above is not None and self._ends(above, number - 1)
        return self._under(above, number - 1)

    def _under(self, el: etree._Element | None, number: int) -> bool:
        """Whether the path up to a step ends at an element or anywhere above it."""
        way = []
        while el is not None and (number, el) not in self._known:
            way.append(el)
            if self._ends(el, number):
                break
            el = el.getparent()
        holds = el is not None and self._known.get((number, el), True)
        self._known.update(((number, one), holds) for one in way)
        return holds

    def _fits(self, el: etree._Element, step: Step) -> bool:
        return (
            (step.tag in ("", "*") or el.tag == step.tag)
            and all(test.holds(el.get(test.name)) for test in step.tests)
            and all(self._places.of(el) == place for place in step.places)
        )


class _Places:
    """The places of elements among their siblings of the same type, counted once per parent."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, int] = {}

    def of(self, el: etree._Element) -> int:
        if el not in self._known:
            counts: Counter[object] = Counter()
            above = el.getparent()
            for sibling in (el,) if above is None else above:
                counts[sibling.tag] += 1
                self._known[sibling] = counts[sibling.tag]
        return self._known[el]

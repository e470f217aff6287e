"""Reads from a page's own style sheets which names it hides, and which it puts on lines of their own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BRACES: Final = re.compile(r"([{}])")
"""One that nothing closes takes the rest of the sheet with it, in a browser too."""
_SIMPLE: Final = re.compile(r"\s*([a-z][a-z0-9]*)?([.#])([\w-]+)\s*", re.IGNORECASE)
_HIDING: Final = re.compile(r"display(?<![\w-]display)\s*:\s*none|visibility(?<![\w-]visibility)\s*:\s*hidden")
_OWN_LINE: Final = re.compile(r"display(?<![\w-]display)\s*:\s*(?:block|flex|grid|table|list-item)\b")
"""In small letters; a letter in front is quicker to look for than what must not stand before it."""
_LONGEST: Final = 300_000
_MOST: Final = 2500
"""Rules of a sheet that are looked at."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Names by what the page's own rules do to them, each as `.class` or `#id`."""

    hidden: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()

    @property
    def classes(self) -> frozenset[str]:
        """The classes that a rule speaks of."""
        return frozenset(name[1:] for name in self.hidden | self.lines if name[0] == ".")

    @property
    def hides_ids(self) -> bool:
        """Whether a rule hides an element by its id."""
        return any(name[0] == "#" for name in self.hidden)

    @property
    def parts_ids(self) -> bool:
        """Whether a rule begins a new line with an element by its id."""
        return any(name[0] == "#" for name in self.lines)

    def may_hide(self, names: str) -> bool:
        """Whether a rule hides elements of such a class."""
        return _speaks_of(self.hidden, names)

    def may_part(self, names: str) -> bool:
        """Whether a rule begins a new line with elements of such a class."""
        return _speaks_of(self.lines, names)

    def hides(self, el: etree._Element) -> bool:
        """Whether a rule hides the element."""
        return bool(self.hidden) and not self.hidden.isdisjoint(_names(el))

    def parts(self, el: etree._Element) -> bool:
        """Whether a rule, or the element's own style, begins a new line with the element."""
        own = el.get("style")
        if own and _OWN_LINE.search(own.lower()):
            return True
        return bool(self.lines) and not self.lines.isdisjoint(_names(el))


def hides(style: str) -> bool:
    """Whether an element's own style, or the body of a rule, hides it."""
    return _hides(style.lower())


def _hides(small: str) -> bool:
    return ("none" in small or "hidden" in small) and _HIDING.search(small) is not None


def styles(sheets: Iterable[etree._Element]) -> Styles:
    """The page's rules for single names, outside of conditions such as the width of a screen."""
    hidden_names: set[str] = set()
    lines: set[str] = set()
    for el in sheets:
        if el.get("media", "all").strip().lower() not in ("", "all", "screen"):
            continue
        for selectors, body in _rules(_COMMENT.sub(" ", (el.text or "")[:_LONGEST])):
            into = hidden_names if _hides(body) else lines if _OWN_LINE.search(body) else None
            if into is not None:
                into.update(_simple(selectors))
            elif "display" in body or "visibility" in body:
                hidden_names.difference_update(_simple(selectors))
    return Styles(frozenset(hidden_names), frozenset(lines))


def _rules(css: str) -> list[tuple[str, str]]:
    """Of each rule that no at-rule holds, and that may show or hide something, the selectors, and its body, small."""
    depth, nest, at_rule = 0, list[str](), False
    rules: list[tuple[str, str]] = []
    for part in css.split("}", _MOST)[:_MOST]:
        braces, whole = part.count("{"), part
        if depth or braces > 1:
            at_rule = at_rule if depth else "@" in part.partition("{")[0]
            depth = max(0, depth + braces - 1)
            if not at_rule:
                nest.append(part)
            if depth:
                continue
            whole, nest = "}".join(nest), []
        small = whole.lower()  # rule by rule: a sheet with one sign of another script would be slow to make small
        if "display" in small or "visibility" in small:
            selectors, brace, _ = whole.partition("{")
            if brace and "@" not in selectors:
                body = small.partition("{")[2]
                rules.append((selectors, _own(body) if "{" in body else body))
    return rules


def _own(body: str) -> str:
    """The body of a rule without the rules in it: those speak of other elements."""
    own: list[str] = []
    depth = 0
    for part in _BRACES.split(body):
        if part == "{":
            if not depth:
                own.append(own.pop().rpartition(";")[0])
            depth += 1
        elif part == "}":
            depth = max(0, depth - 1)
        elif not depth:
            own.append(part)
    return ";".join(own)


def _simple(selectors: str) -> list[str]:
    """Those of the selectors that are a name alone, or a tag with one."""
    matches = (_SIMPLE.fullmatch(selector) for selector in selectors.split(","))
    return [match[2] + match[3] for match in matches if match]


def _speaks_of(rules: frozenset[str], names: str) -> bool:
    return bool(rules) and any(f".{name}" in rules for name in names.split())


def _names(el: etree._Element) -> list[str]:
    names = [f".{name}" for name in el.get("class", "").split()]
    return [*names, f"#{el.get('id')}"] if "id" in el.attrib else names

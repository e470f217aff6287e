"""Reads CSS selectors: types, #id, .class, [attribute], :nth-of-type(n), descendants, children, commas.

lxml needs another package for CSS; this is the part of the language that rules for reading are written in.
"""

import re
import sys
from dataclasses import dataclass, replace
from typing import Final

_NAME: Final = r"(?>[\w-]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}+\s?+|\\.)++"
_TOKEN: Final = re.compile(
    rf"""(?P<gap>\s*+[>,]\s*+|\s++)
    |(?P<type>\*|{_NAME})
    |\#(?P<id>{_NAME})
    |\.(?P<class>{_NAME})
    |\[\s*+(?P<attribute>{_NAME})\s*+(?:(?P<how>[~^$*]?=)\s*+(?P<value>"[^"]*+"|'[^']*+'|{_NAME})\s*+)?\]
    |:nth-of-type\(\s*+(?P<nth>\d{{1,6}})\s*+\)""",
    re.VERBOSE,
)
_PLAIN: Final = re.compile("[a-zA-Z_][a-zA-Z0-9_-]*")
_ESCAPE: Final = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
LONGEST: Final = 4000
"""Characters of a selector."""


@dataclass(frozen=True)
class Test:
    """What an attribute must be: there at all, or equal, or a word of it, its beginning, its end, or in it."""

    name: str
    how: str
    value: str

    def holds(self, content: str | None) -> bool:
        """Whether what an element has there, if anything, is so."""
        if content is None:
            return False
        if self.how in ("", "="):
            return not self.how or content == self.value
        if not self.value:
            return False
        if self.how == "~=":
            return self.value in content.split()
        if self.how == "*=":
            return self.value in content
        return content.startswith(self.value) if self.how == "^=" else content.endswith(self.value)


@dataclass(frozen=True)
class Step:
    """One element of a path: its type, what else it must have, and whether the one before it is its parent."""

    tag: str = ""
    tests: tuple[Test, ...] = ()
    places: tuple[int, ...] = ()
    """Which of its siblings of that type it must be."""
    child: bool = False


Path = tuple[Step, ...]


def parsed(selector: str) -> tuple[Path, ...]:
    """The paths of a selector, any of which may end at an element. Raises ValueError where it is not understood."""
    text = selector.strip()
    if not text or len(text) > LONGEST:
        raise ValueError(selector)
    paths: list[list[Step]] = [[]]
    step, at = Step(), 0
    begun = False
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or (begun if match["type"] else match["gap"] and not begun):
            raise ValueError(selector)
        at = match.end()
        if match["gap"] is None:
            step, begun = _with(step, match), True
            continue
        paths[-1].append(step)
        if "," in match["gap"]:
            paths.append([])
        step, begun = Step(child=">" in match["gap"]), False
    if not begun:
        raise ValueError(selector)
    paths[-1].append(step)
    return tuple(tuple(path) for path in paths)


def _with(step: Step, match: re.Match[str]) -> Step:
    """The step with one more thing that it asks for."""
    if match["type"]:
        return replace(step, tag=plain(match["type"]).lower())
    if match["nth"]:
        return replace(step, places=(*step.places, int(match["nth"])))
    if match["id"]:
        test = Test("id", "=", plain(match["id"]))
    elif match["class"]:
        test = Test("class", "~=", plain(match["class"]))
    else:
        literal = match["value"] or ""
        value = plain(literal[1:-1] if literal[:1] in ("'", '"') else literal)
        test = Test(plain(match["attribute"]).lower(), match["how"] or "", value)
    return replace(step, tests=(*step.tests, test))


def plain(text: str) -> str:
    """A CSS name without its escapes."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda m: _character(m[1]) if m[1] else m[2], text)


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if 0 < number <= sys.maxunicode and not 0xD800 <= number <= 0xDFFF else "\ufffd"


def escaped(name: str) -> str:
    """A name as CSS writes it after # or . (as CSS.escape does)."""
    if _PLAIN.fullmatch(name):
        return name
    out = [
        f"\\{ord(c):x} " if c.isdigit() and i == 0 else c if c.isalnum() or c in "-_" or ord(c) >= 128 else f"\\{c}"
        for i, c in enumerate(name)
    ]
    return "\\-" if out == ["-"] else "".join(out)

"""CSS selectors for lxml: types, #id, .class, [attribute], :nth-of-type(n), descendants, children, commas.

lxml needs another package for CSS; this is the part of the language that rules for reading are written in.
"""

import re
import sys
from typing import Final

from lxml import etree

_NAME: Final = r"(?:[\w-]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}\s?|\\.)+"
_TOKEN: Final = re.compile(
    rf"""(?P<gap>\s*[>,]\s*|\s+)
    |(?P<type>\*|{_NAME})
    |\#(?P<id>{_NAME})
    |\.(?P<class>{_NAME})
    |\[\s*(?P<attribute>{_NAME})\s*(?:(?P<how>[~^$*]?=)\s*(?P<value>"[^"]*"|'[^']*'|{_NAME})\s*)?\]
    |:nth-of-type\(\s*(?P<nth>\d{{1,6}})\s*\)""",
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_LONGEST: Final = 4000


def select(root: etree._Element, selectors: tuple[str, ...]) -> list[etree._Element]:
    """The elements that any of the selectors names, in document order. Raises ValueError."""
    if not selectors:
        return []
    found = root.xpath(" | ".join(to_xpath(selector) for selector in selectors))
    return [el for el in found if isinstance(el, etree._Element)]  # noqa: SLF001 - lxml has no public name for it


def to_xpath(selector: str) -> str:
    """The selector as XPath. Raises ValueError where it is not understood."""
    text = selector.strip()
    steps, test, predicates, start = ["descendant-or-self::"], "", list[str](), True
    at = 0
    if not text or len(text) > _LONGEST:
        raise ValueError(selector)
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or (found["type"] and not start):
            raise ValueError(selector)
        at = found.end()
        if found["gap"] is None:
            start = False
            test = _lower(found["type"]) or test
            predicates += _predicate(found, test)
            continue
        if start:
            raise ValueError(selector)
        steps.append(_step(test, predicates))
        steps.append({">": "/", ",": " | descendant-or-self::"}.get(found["gap"].strip(), "/descendant::"))
        test, predicates, start = "", [], True
    if start:
        raise ValueError(selector)
    return "".join([*steps, _step(test, predicates)])


def _lower(name: str | None) -> str:
    return name.lower() if name else ""


def _step(test: str, predicates: list[str]) -> str:
    named = "" if test in ("", "*") else f"[local-name() = {_quoted(plain(test))}]"
    return "*" + named + "".join(f"[{p}]" for p in predicates)


def _predicate(found: re.Match[str], test: str) -> list[str]:
    if found["id"]:
        return [f"@id = {_quoted(plain(found['id']))}"]
    if found["class"]:
        return [_has_word("class", plain(found["class"]))]
    if found["nth"]:
        name = plain(test)
        return [f"count(preceding-sibling::*[local-name() = {_quoted(name)}]) = {int(found['nth']) - 1}"]
    if found["attribute"]:
        return [_attribute(plain(found["attribute"]).lower(), found["how"], found["value"])]
    return []


def _attribute(name: str, how: str | None, written: str | None) -> str:
    held = f"@*[local-name() = {_quoted(name)}]"
    if how is None or written is None:
        return held
    value = plain(written[1:-1] if written[0] in "\"'" else written)
    quoted = _quoted(value)
    if how == "~=":
        return _has_word(name, value) if value else "false()"
    tests = {
        "=": f"{held} = {quoted}",
        "^=": f"starts-with({held}, {quoted})",
        "$=": f"substring({held}, string-length({held}) - {len(value) - 1}) = {quoted}",
        "*=": f"contains({held}, {quoted})",
    }
    return tests[how] if value or how == "=" else "false()"


def _has_word(name: str, word: str) -> str:
    return f"contains(concat(' ', normalize-space(@*[local-name() = {_quoted(name)}]), ' '), {_quoted(f' {word} ')})"


def _quoted(text: str) -> str:
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return "concat(" + ", '\"', ".join(f'"{part}"' for part in text.split('"')) + ")"


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
    out = [
        f"\\{ord(c):x} " if c.isdigit() and i == 0 else c if c.isalnum() or c in "-_" or ord(c) >= 128 else f"\\{c}"
        for i, c in enumerate(name)
    ]
    return "\\-" if out == ["-"] else "".join(out)

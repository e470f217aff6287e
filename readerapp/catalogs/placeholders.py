"""What is filled in while a text is shown: `%(name)s` and `%d`, or `{name}` where the text is of that kind."""

import re
from collections import Counter
from typing import Final

_PERCENT: Final = re.compile(r"%(?:\((\w+)\))?[-+ #0]*+(?:\d++|\*)?+(?:\.(?:\d++|\*))?+([A-Za-z%])|%")
_BRACE: Final = re.compile(r"\{\{|\}\}|\{(\w*+)(?:![rsa])?+(?::[^{}]*+)?+\}|[{}]")
_SAME: Final = {"i": "d", "u": "d", "X": "x", "F": "f", "G": "g"}


def placeholders(text: str, *, braces: bool = False) -> Counter[str]:
    """The placeholders, written alike where they are taken alike; how often counts only for those without a name."""
    counts = _in_braces(text) if braces else _after_percent(text)
    return Counter({key: 1 if _named(key) else count for key, count in counts.items()})


def _named(placeholder: str) -> bool:
    return placeholder.startswith("%(") or (placeholder[:1] == "{" and placeholder not in {"{", "{}"})


def spans(text: str, *, braces: bool = False) -> list[str]:
    """The placeholders as they are written, each once, in order."""
    fields = (match[0] for match in (_BRACE if braces else _PERCENT).finditer(text))
    return [each for each in dict.fromkeys(fields) if each not in {"%%", "{{", "}}", "%", "{", "}"}]


def _after_percent(text: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for match in _PERCENT.finditer(text):
        name, kind = match.groups()
        if kind == "%" and not name:
            continue
        counts[f"%({name}){_SAME.get(kind, kind)}" if name else f"%{_SAME.get(kind, kind or '')}"] += 1
    return counts


def _in_braces(text: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for match in _BRACE.finditer(text):
        if match[0] not in {"{{", "}}"}:
            counts[match[0] if match[0] in {"{", "}"} else f"{{{match[1]}}}"] += 1
    return counts

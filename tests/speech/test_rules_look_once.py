"""A rule looks through the whole of its text once, not once for each thing that it finds there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import readerapp.speech

ROOM = Path(readerapp.speech.__file__).parent
_LOOKS = {"search", "findall", "finditer", "count"}


def looks(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls that go through all of `text`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _LOOKS:
            held = node.func.value if node.func.attr == "count" else node.args[0] if node.args else None
            if isinstance(held, ast.Name) and held.id == "text" and len(node.args) == 1:
                yield node


def repeated(source: str) -> list[int]:
    """The lines that go through all of `text` within a loop, themselves or by a function of their module."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    helpers = {one.name for one in functions if not one.decorator_list and any(looks(one))}
    lines: set[int] = set()
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For | ast.While)):
        if isinstance(loop, ast.For) and isinstance(loop.iter, ast.Tuple):
            continue  # so many turns whatever the text is
        for part in loop.body:
            lines |= {call.lineno for call in looks(part)}
            lines |= {
                node.lineno
                for node in ast.walk(part)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in helpers
            }
    return sorted(lines)


@pytest.mark.parametrize("path", sorted(ROOM.rglob("rules/*.py")), ids=lambda path: str(path.relative_to(ROOM)))
def test_a_rule_looks_through_its_text_once(path: Path) -> None:
    """A paragraph may hold thousands of what a rule finds, so that a look for each would take hours."""
    assert repeated(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "body",
    [
        "    for match in X.finditer(text):\n        if Y.search(text):\n            pass",
        "    for match in X.finditer(text):\n        if helped(text):\n            pass",
        "    while True:\n        text.count('a')",
    ],
)
def test_a_look_for_each_match_is_found(body: str) -> None:
    """What this test is for is seen, also one call away."""
    assert repeated(f"def helped(text):\n    return Y.search(text)\n\n\ndef rule(text):\n{body}\n")

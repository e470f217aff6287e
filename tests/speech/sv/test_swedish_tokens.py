"""Wordings: what rules say, with its numbers still numbers until they are put in words in one place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from readerapp.model import Number
from readerapp.speech import sv
from readerapp.speech.sv.shapes import substitution
from readerapp.speech.sv.tokens import Wording, aloud, anno, card, linked, nth, parts, rewritten, spell

ROOM = Path(sv.__path__[0])
TYPES = {"Wording", "Number"}


@pytest.mark.parametrize(
    ("wording", "spoken"),
    [
        (card(21), "tjugoett"),
        (card(21, common=True), "tjugoen"),
        (card(11, common=True), "elva"),
        (card("٣"), "tre"),
        (nth(2), "andra"),
        (nth(2, masculine=True), "andre"),
        (anno(1995), "nittonhundranittiofem"),
        (spell("08"), "noll åtta"),
        (spell("1" * 70), " ".join(["ett"] * 70)),
        ((card(65), "åringar"), "sextiofemåringar"),
        (linked(", ", [card(1), "", (nth(3), "e")]), "ett, , tredjee"),
        (linked(", ", []), ""),
        (rewritten("5-6 ", re.compile(r"\d"), lambda match: card(match[0])), "fem-sex "),
    ],
)
def test_wordings_are_said(wording: Wording, spoken: str) -> None:
    """Each kind of number and each way to put wordings together is said in ordinary words."""
    assert aloud(wording) == spoken
    assert substitution(3, 5, wording, "rule").spoken == spoken


@pytest.mark.parametrize(
    ("wording", "flat"),
    [
        ("", ()),
        (("a", ("b", ""), ((), "c")), ("abc",)),
        (("", card(1), "", (" ", ("o", spell("2")))), (Number("cardinal", "1"), " o", Number("digits", "2"))),
    ],
)
def test_parts_are_flat(wording: Wording, flat: tuple[str | Number, ...]) -> None:
    """However a wording is nested, its parts are in one row, strings that meet are one, and none is empty."""
    assert parts(wording) == flat


def test_what_is_only_words_has_no_parts() -> None:
    """A substitution names its parts only where there is a number among them, and the page's own signs stay signs."""
    assert substitution(0, 1, ("a ", "<c:5>"), "rule").parts == ()
    assert substitution(0, 1, ("a ", "<c:5>"), "rule").spoken == "a <c:5>"
    assert substitution(0, 1, ("a ", card(5)), "rule").parts == ("a ", Number("cardinal", "5"))


def test_no_number_is_put_into_an_f_string() -> None:
    """What a rule says of a number goes from `card` and its like to `substitution` as it is, never through a string."""
    trees = {path.relative_to(ROOM).as_posix(): ast.parse(path.read_text("utf-8")) for path in ROOM.rglob("*.py")}
    functions = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    typed = {node.name for node in functions if isinstance(node.returns, ast.Name) and node.returns.id in TYPES}
    assert typed > {"card", "nth", "anno", "spell", "number", "amount", "clock"}
    assert [f"{name}:{line}" for name, tree in trees.items() for line in offences(tree, typed)] == []


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ('def f():\n    return f"{card(1)} år"', [2]),
        ('def f():\n    day = card(1)\n    return f"{day} maj"', [3]),
        ('say = lambda year: f"{anno(year)}"', [1]),
        ('def f(x):\n    first, *_ = card(x), 1\n    return f"{first}"', [3]),
        ('def f(x):\n    day = aloud(card(x))\n    return f"{day} {aloud(card(1))}"', []),
        ('def f(x):\n    return (card(x), f" {x}")', []),
    ],
)
def test_the_rule_finds_them(code: str, lines: list[int]) -> None:
    """It finds a number in an f-string by its call or by its name, and lets words be."""
    assert list(offences(ast.parse(code), {"card", "anno"})) == lines


def offences(tree: ast.Module, typed: set[str]) -> Iterator[int]:
    """The lines of f-strings that hold a call of these functions, or a name that a function around them gave one."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    scopes: list[tuple[ast.AST, set[str]]] = [(tree, set()), *((node, given_names(node, typed)) for node in functions)]
    wrong = {string for scope, names in scopes for string in strings(scope) if holds(string, typed, names)}
    yield from sorted(string.lineno for string in wrong)


def strings(tree: ast.AST) -> Iterator[ast.JoinedStr]:
    """The f-strings inside."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))


def given_names(function: ast.FunctionDef, typed: set[str]) -> set[str]:
    """The names to which a function gives what these functions make."""
    assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign) and holds(node.value, typed, set())]
    targets = [name for node in assigned for target in node.targets for name in ast.walk(target)]
    return {name.id for name in targets if isinstance(name, ast.Name)}


def holds(node: ast.AST, typed: set[str], names: set[str]) -> bool:
    """Whether an expression has such a call or name in it, outside of what is said aloud."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id == "aloud":
            return False
        if node.func.id in typed:
            return True
    if isinstance(node, ast.Name) and node.id in names:
        return True
    return any(holds(child, typed, names) for child in ast.iter_child_nodes(node))

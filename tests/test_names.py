"""The names that the package gives: nouns of the field, none that was given up."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOMS = Path(__file__).parents[1] / "readerapp"

IRREGULAR = frozenset(
    "begun bent bound bought brought built caught chosen done drawn driven eaten fallen fed felt forgiven"
    " forgotten found frozen given gone got grown heard held hidden kept known laid led left lent lost made meant"
    " met paid said seen sent shown shut sold spent spoken stolen struck taken taught thought thrown told torn"
    " understood woken won worn written".split()
)
NOUNS = frozenset({"bed", "feed", "need", "seed", "speed"})
"""Words that only look like participles. Those that are nouns too (a cut, a run, a set) are not asked about."""


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    """The syntax of each file of the package."""
    return {path.relative_to(ROOMS).as_posix(): ast.parse(path.read_text("utf-8")) for path in ROOMS.rglob("*.py")}


def test_values_are_called_by_nouns(trees: dict[str, ast.Module]) -> None:
    """No value or argument is a bare participle: what a function works out is called by what it is, as words or a clip.

    Three kinds of names may be one. A truth value, since it is read as a statement: `if closed`. A field, since its
    owner is read with it: `report.decided`. A function, since its argument is: `compiled(catalogue)`.
    """
    given = [(name, value) for name, tree in trees.items() for value in values(tree)]
    assert len(given) > 9000
    assert [f"{name}: {value}" for name, value in given if is_participle(value)] == []


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("found = look()", ["found"]),
        ("def f(wanted: str, *given, **named): pass", ["wanted", "given", "named"]),
        ("for kept, _made in pairs: pass", ["kept", "_made"]),
        ("if chosen := choose(): pass", ["chosen"]),
        ("sum(held for held in all_of_them)", ["held"]),
        ("found = other = a > b", []),
        ("def f(closed: bool) -> None: pass", []),
        ("done = False\nwhile not done: done = step()", []),
        ("def f():\n    found = a > b\ndef g():\n    found = look()", ["found"]),
        ("class Report:\n    decided: str\n    def f(self):\n        decided = 1", ["decided"]),
        ("def compiled(text): pass", []),
        ("speed = cut = kept_pages = 3", []),
    ],
)
def test_the_rule_knows_what_is_meant(code: str, names: list[str]) -> None:
    """It finds every way to name a value, and leaves truth values, fields, functions and nouns alone."""
    assert [name for name in values(ast.parse(code)) if is_participle(name)] == names


SCOPES = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef)


def is_participle(name: str) -> bool:
    """Whether a name is a participle and nothing else."""
    word = name.strip("_").rstrip("0123456789")
    return word in IRREGULAR or (re.fullmatch(r"[a-z]{2,}ed", word) is not None and word not in NOUNS)


def values(tree: ast.Module) -> Iterator[str]:
    """Every name that a file gives to a value or an argument; truth values and fields are left out."""
    for node, truths in _scoped(tree, frozenset()):
        if isinstance(node, ast.arg) and not _is_bool(node.annotation):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id not in truths:
            yield node.id


def _scoped(node: ast.AST, truths: frozenset[str]) -> Iterator[tuple[ast.AST, frozenset[str]]]:
    """Every node inside but the fields of classes, with the names that are truth values in the functions around it."""
    if isinstance(node, SCOPES):
        truths |= {name for each in _own(node) for name in _truths(each)}
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.ClassDef) and isinstance(child, ast.AnnAssign)):
            yield child, truths
            yield from _scoped(child, truths)


def _own(scope: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function, but not in one inside it."""
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(child, SCOPES):
            yield from _own(child)


def _truths(node: ast.AST) -> Iterator[str]:
    """The names that a statement makes truth values, by its annotation or by what it gives them."""
    match node:
        case ast.AnnAssign(target=ast.Name(id=name)) if _is_bool(node.annotation):
            yield name
        case ast.Assign() if _is_truth(node.value):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        case ast.NamedExpr() if _is_truth(node.value):
            yield node.target.id


def _is_truth(value: ast.expr) -> bool:
    match value:
        case ast.Compare() | ast.UnaryOp(op=ast.Not()) | ast.Constant(value=bool()):
            return True
        case ast.BoolOp():
            return all(map(_is_truth, value.values))
        case ast.Call(func=ast.Name(id="all" | "any" | "bool" | "callable" | "hasattr" | "isinstance")):
            return True
    return False


def _is_bool(annotation: ast.expr | None) -> bool:
    return annotation is not None and ast.unparse(annotation) in {"bool", "bool | None"}


OLD_NAMES = {
    *"House Parts Roster Ask Narration Line Reading Shelf Turns Reach Choices talk".split(),
    *"roster shelf turns wishes seats asker settled renew recast".split(),
}
"""What was renamed, so that nobody brings it back: the terms of the field are in docs/architecture.md."""


def test_old_names_are_gone(trees: dict[str, ast.Module]) -> None:
    """No class, function, module or parameter bears a name that was given up."""
    borne = {(name, Path(name).stem) for name in trees}
    for name, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                borne.add((name, node.name))
            elif isinstance(node, ast.arg):
                borne.add((name, node.arg))
    assert len(borne) > 3000
    assert {(file, name) for file, name in borne if name in OLD_NAMES} == set()

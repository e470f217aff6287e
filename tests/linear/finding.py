"""Finds every pattern of the product: compiled while its modules are loaded, or by its source later on.

Both are needed. Loading shows the patterns that are put together from words and tables; the source shows those in the
middle of functions, and how each is used. A call that neither can tell is a fault: nobody could say that it is linear.

Run as a module it prints one JSON line for each pattern, in a process that has loaded nothing yet.
"""

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import tests.as_written  # noqa: F401 - compiled modules tell nothing of their patterns

PACKAGE: Final = Path(__file__).parents[2] / "readerapp"
_COMPILING: Final = frozenset("compile match fullmatch search sub subn split findall finditer".split())
_WHOLE: Final = {"match": "match", "fullmatch": "fullmatch", "search": "search"}
"""What reads a text once; all else goes on from each place it finds."""
_FLAGS: Final = {"compile": 1, "sub": 4, "subn": 4, "split": 3}
"""Which argument holds the flags, where it is not the third."""
_ANY_USE: Final = frozenset(("match", "fullmatch", "search", "finditer"))
_PROGRAMS: Final = ("__main__", "_worker", "worker_main", "migrations.env")
"""Modules that run when they are loaded; their patterns are read from their source alone."""


class Unseen(Exception):
    """A call compiles what cannot be told from outside: make the pattern where the module is loaded."""


@dataclass(frozen=True, order=True)
class Found:
    """A pattern, the place that compiles it, and how the product uses it."""

    place: str
    pattern: str
    flags: int
    is_bytes: bool = False
    uses: tuple[str, ...] = field(default=("finditer",))

    def compiled(self) -> "re.Pattern[Any]":
        return re.compile(self.pattern.encode("latin-1") if self.is_bytes else self.pattern, self.flags)


def loaded(line: str) -> Found:
    """A pattern as it was printed."""
    known = json.loads(line)
    return Found(**{**known, "uses": tuple(known["uses"])})


@dataclass
class _Site:
    """A call of the source that compiles a pattern."""

    call: ast.Call
    module: str
    uses: frozenset[str]


def patterns(package: Path = PACKAGE) -> list[Found]:
    """Every pattern of a package that no module of it has been loaded of. Raises Unseen."""
    compiled = _while_loading(package)
    found = []
    for place, site in _sites(package).items():
        for pattern, flags in compiled.pop(place, None) or [_evaluated(place, site)]:
            found.append(_found(place, pattern, flags, site.uses))
    found += [_found(place, *one, _ANY_USE) for place, several in compiled.items() for one in several]
    return sorted(set(found))


def _found(place: str, pattern: str | bytes, flags: int, uses: frozenset[str]) -> Found:
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    return Found(place, text, flags, isinstance(pattern, bytes), tuple(sorted(uses)))


def _while_loading(package: Path) -> dict[str, list[tuple[str | bytes, int]]]:
    """What is compiled by each line of the package while all its modules are loaded."""
    seen: dict[str, list[tuple[str | bytes, int]]] = defaultdict(list)
    really: Callable[..., Any] = vars(re)["_compile"]

    def recording(pattern: Any, flags: int) -> Any:
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(package) and isinstance(pattern, (str, bytes)):
            seen[f"{path.relative_to(package)}:{frame.f_lineno}"].append((pattern, int(flags)))
        return really(pattern, flags)

    vars(re)["_compile"] = recording
    try:
        for name in _modules(package):
            importlib.import_module(name)
    finally:
        vars(re)["_compile"] = really
    return seen


def _modules(package: Path) -> Iterator[str]:
    yield package.name
    for module in pkgutil.walk_packages([str(package)], f"{package.name}."):
        if not module.name.endswith(_PROGRAMS):
            yield module.name


def _sites(package: Path) -> dict[str, _Site]:
    """The calls of the package's source that compile something, by file and line."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(package.rglob("*.py"))}
    usage = _Usage(trees)
    sites = {}
    for path, tree in trees.items():
        module = ".".join((package.name, *path.relative_to(package).with_suffix("").parts)).removesuffix(".__init__")
        names = _names(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module in ("re", "regex", "sre_compile"):
                raise Unseen(f"{path}:{node.lineno}: import the module, not its parts")
            if not _compiles(node):
                continue
            assert isinstance(node, ast.Call)
            place = f"{path.relative_to(package)}:{node.lineno}"
            sites[place] = _Site(node, module, _uses(node, path, names.get(id(node)), usage))
    return sites


def _compiles(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _COMPILING
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
    )


def _names(tree: ast.Module) -> dict[int, str]:
    """The names of module level that calls are given, by the call."""
    named = {}
    for node in tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Call):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            if isinstance(target, ast.Name):
                named[id(node.value)] = target.id
    return named


def _uses(call: ast.Call, path: Path, name: str | None, usage: "_Usage") -> frozenset[str]:
    """How a pattern is used: all ways where that cannot be told."""
    assert isinstance(call.func, ast.Attribute)
    if call.func.attr != "compile":
        return frozenset((_WHOLE.get(call.func.attr, "finditer"),))
    return usage.of(path, name) if name else _ANY_USE


class _Usage:
    """What is called of each name, and which names are also handed to others. A module's own names are its own."""

    def __init__(self, trees: Mapping[Path, ast.Module]) -> None:
        self.ways: dict[object, set[str]] = defaultdict(set)
        self.passed_on: set[object] = set()
        for path, tree in trees.items():
            self._add(path, tree)

    def of(self, path: Path, name: str) -> frozenset[str]:
        keys = {(path, name), name}
        return _ANY_USE if keys & self.passed_on else frozenset().union(*(self.ways[key] for key in keys)) or _ANY_USE

    def _add(self, path: Path, tree: ast.Module) -> None:
        own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        called = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
                called.add(id(owner))
                # from a place on, it is asked again and again
                way = _WHOLE.get(node.func.attr, "finditer") if len(node.args) == 1 else "finditer"
                self.ways[(path, name) if name in own else name].add(way)
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in called:
                self.passed_on.add((path, node.id) if node.id in own else node.id)


def _evaluated(place: str, site: _Site) -> tuple[str | bytes, int]:
    """The pattern of a call in the middle of a function, which may use what its module knows, but nothing local."""
    known = {} if site.module.endswith(_PROGRAMS) else vars(importlib.import_module(site.module))
    assert isinstance(site.call.func, ast.Attribute)
    nth = _FLAGS.get(site.call.func.attr, 2)
    flags = [word.value for word in site.call.keywords if word.arg == "flags"] or site.call.args[nth : nth + 1]
    try:
        pattern, *flag = (
            eval(compile(ast.Expression(part), place, "eval"), known) for part in (site.call.args[0], *flags)
        )
    except Exception as problem:
        raise Unseen(f"{place}: {ast.unparse(site.call)}") from problem
    return pattern, int(flag[0]) if flag else 0


def main() -> None:
    for one in patterns():
        print(json.dumps(vars(one)))


if __name__ == "__main__":
    main()

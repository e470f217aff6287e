"""The help of a command is its docstring; here the docstrings of commands are gathered beside the marked texts."""

import ast
import inspect
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

from babel.messages.extract import extract_python

_KINDS = {"command", "group"}


def commands(
    file: IO[bytes], keywords: Mapping[str, Any], comments: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str | tuple[str, ...] | None, Any, Any]]:
    """Babel's way to gather from one Python file: line, function, message and comments of each text."""
    yield from extract_python(file, keywords, comments, options)  # type: ignore[arg-type]  # Babel's own kinds of dicts
    file.seek(0)
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            yield node.lineno, None, inspect.cleandoc(ast.get_docstring(node) or ""), []


def _makes_command(decorator: ast.expr) -> bool:
    maker = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(maker, ast.Attribute) and maker.attr in _KINDS

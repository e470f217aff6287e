"""A template with all that it can ever show, at once: every branch is taken, and every list has something.

So each text of a page is seen where it stands, though it is there only after something has happened.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import CodeType
from typing import Any, Final, Self

from jinja2 import Environment, Undefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

PLACE: Final = "…"
"""What stands for a value."""
_BETWEEN: Final = Markup(" · ")
"""What stands between texts of which a page has one."""


class Anything(Undefined):
    """Whatever a template asks for."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Self:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def _self(self, *_: object, **__: object) -> Self:
        return self

    def __iter__(self) -> Iterator[Self]:
        yield self

    def __str__(self) -> str:
        return PLACE

    def __len__(self) -> int:
        return 1

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1

    __call__ = __getitem__ = _self  # type: ignore[assignment]  # nothing fails here
    __add__ = __radd__ = __sub__ = __rsub__ = _self  # type: ignore[assignment]  # as above


class Everything(Environment):
    """Templates so."""

    def compile(  # type: ignore[override]  # of its overloads, all at once
        self,
        source: str | nodes.Template,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,  # noqa: FBT001, FBT002 - as it is called
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as above
    ) -> CodeType | str:
        """The code of a template in which nothing is left out."""
        tree = self.parse(source, name, filename) if isinstance(source, str) else source
        whole: nodes.Template = _Whole().visit(tree)
        whole.set_lineno(1)
        whole.set_environment(self)
        code: CodeType | str = super().compile(whole, name, filename, raw, defer_init)  # type: ignore[call-overload]  # as above
        return code

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - whatever templates have
        """Of a table that is asked for anything: all of it."""
        if isinstance(argument, Anything) and isinstance(obj, Mapping):
            return _BETWEEN.join(obj.values())
        return super().getitem(obj, argument)


def rounds(values: Iterable[Any], width: int) -> list[Any]:
    """What a loop goes through, with so many names: something where nothing is known."""
    return [(each,) * width if isinstance(each, Anything) and width > 1 else each for each in values]


def standing(tree: nodes.Template) -> Iterator[str]:
    """The texts that a page always has where people read them: not in a branch, nor as the name of something."""
    yield from _standing(tree.body)


def _standing(body: Iterable[nodes.Node]) -> Iterator[str]:
    tag = ""
    for node in body:
        if isinstance(node, nodes.Block):
            yield from _standing(node.body)
        for part in node.nodes if isinstance(node, nodes.Output) else ():
            if isinstance(part, nodes.TemplateData):
                tag = (tag + part.data).rpartition(">")[2]
            elif "<" not in tag and isinstance(part, nodes.Call) and (text := _text(part)):
                yield text


def _text(call: nodes.Call) -> str:
    """The text that is asked for."""
    message = isinstance(call.node, nodes.Name) and call.node.name in {"_", "ngettext"} and call.args[0]
    return str(message.value) if isinstance(message, nodes.Const) else ""


class _Whole(NodeTransformer):
    def visit_If(self, node: nodes.If) -> list[nodes.Node]:  # noqa: N802 - Jinja's name
        branches = [node.body, *(each.body for each in node.elif_), *([node.else_] if node.else_ else [])]
        space = nodes.Output([nodes.TemplateData(" ")])
        parts = [part for branch in branches for part in (space, *branch)][1:]
        return [each for part in parts for each in self.visit_list(part)]

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Expr:  # noqa: N802 - as above
        return self._both([node.expr1, node.expr2] if node.expr2 else [node.expr1])

    def visit_Or(self, node: nodes.Or) -> nodes.Expr:  # noqa: N802 - as above
        return self._both([node.left, node.right])

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - as above
        self.generic_visit(node)
        width = len(node.target.items) if isinstance(node.target, nodes.Tuple) else 1
        node.iter = nodes.Filter(node.iter, "rounds", [nodes.Const(width)], [], None, None)
        node.test = None
        return node

    def _both(self, choices: list[nodes.Expr]) -> nodes.Expr:
        parts = [self.visit(each) for each in choices]
        return nodes.Concat([each for part in parts for each in (nodes.Const(_BETWEEN), part)][1:])

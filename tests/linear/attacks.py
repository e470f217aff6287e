"""Strings that a pattern would take longest over, made from its own parse tree.

A pattern is slow where it can match the same text in several ways, or look for the same end from many beginnings.
Either needs a repeat. For each repeat of the pattern there is what leads to it, what it repeats, said many times, and
an end that fits or does not. Characters stand for all that the pattern's classes do not tell apart.
"""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

_parser: Final = importlib.import_module("re._parser")
_compiler: Final = importlib.import_module("re._compiler")
_COMMON: Final = " \n\t0193aZzоЖёåÖé_-–.,;:!?()[]{}<>/\\'\"«»&%+*=#@§№|°\u00a0\u00ad\u0301\u200b中\0"
_BOUNDED: Final = 8
"""Repeats of fewer times than this only change what a character costs."""
_MOST: Final = 2000
"""Times that a text is said at most where a repeat asks for more."""
_KINDS: Final = 10
"""Characters that stand for a class."""
_WAYS: Final = 6
"""Texts that stand for a branch, or for a sequence."""
_GENERIC: Final = (
    " ", "\n", "\t", "0", "1 ",
    "a", "A", "ж", "Ж", "å", "ab ", "жа ", "1, ", "1.", "-", "a-", "(", "<", '"', "\0", ". ",
)  # fmt: skip
_REPEATS: Final = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


@dataclass(frozen=True, order=True)
class Attack:
    """A text of any length: what leads there, what is said many times, and an end."""

    before: str
    again: str
    after: str

    def text(self, length: int) -> str:
        return self.before + self.again * max(1, length // len(self.again)) + self.after


def attacks(pattern: "re.Pattern[Any]") -> list[Attack]:
    """All attacks on a pattern, each once."""
    text = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    return list(dict.fromkeys(_Attacker(text, pattern.flags).attacks()))


@dataclass(frozen=True)
class _Repeat:
    """A repeat of the tree: texts that lead to it, and texts that it repeats."""

    before: str
    bodies: list[str] = field(hash=False)


class _Attacker:
    def __init__(self, pattern: str, flags: int) -> None:
        self._tree = _parser.parse(pattern, flags & ~re.DEBUG)
        self._flags = flags
        self._groups: dict[int, Any] = {}
        self._classes: dict[str, Any] = {}
        self._gather(self._tree)
        self._alphabet = self._representatives(pattern)

    def attacks(self) -> Iterator[Attack]:
        ends = self._ends()
        whole = self._ways(self._tree)
        repeats = list(self._repeats(self._tree, ""))
        for repeat in repeats:
            for body in repeat.bodies:
                for end in ends:
                    yield Attack(repeat.before, body, end)
                    yield Attack("", body, end)
                    yield Attack("", repeat.before + body, end)
            for one, other in zip(repeat.bodies, repeat.bodies[1:], strict=False):
                yield from (Attack(repeat.before, one + other, end) for end in ends)
            if repeat.before:
                yield from (Attack("", repeat.before, end) for end in ends)
        for text in whole:
            for cut in {len(text), len(text) - 1, len(text) // 2}:
                if text[:cut]:
                    yield from (Attack("", text[:cut], end) for end in ends)
                    yield from (Attack("", text[:cut] + between, ends[-1]) for between in (" ", ", ", "\n"))
        for run in _GENERIC:
            yield from (Attack("", run, end) for end in ends)

    def _ends(self) -> list[str]:
        """No end; one that nothing takes; and a letter, which is no border of a word."""
        return list(dict.fromkeys(["", self._foreign(), "a" if "a" in self._alphabet else "ж", "\n"]))

    def _foreign(self) -> str:
        taken = [self._members(node) for node in self._classes.values()]
        return next((c for c in "\0!\ufffc~^`" if not any(c in some for some in taken)), "\0")

    def _gather(self, tree: Any) -> None:
        """Note the groups and the classes of a tree."""
        for node in tree:
            operation, value = _named(node)
            if operation == "SUBPATTERN" and value[0] is not None:
                self._groups[value[0]] = value[3]
            if operation in ("IN", "NOT_LITERAL", "ANY"):
                self._classes[repr(node)] = node
            for inner in _inside(operation, value):
                self._gather(inner)

    def _representatives(self, pattern: str) -> str:
        """One character for each way of being in the pattern's classes and texts."""
        asked = [*_COMMON, *pattern, *self._edges()]
        letters = dict.fromkeys(c for c in asked if not 0xD800 <= ord(c) <= 0xDFFF)
        taken = [self._matching(node, letters) for node in self._classes.values()]
        kinds: dict[tuple[object, ...], str] = {}
        for c in letters:
            kinds.setdefault((*(c in some for some in taken), c.isalnum(), c.isspace(), c.isdigit(), c.isupper()), c)
        return "".join(kinds.values())

    def _edges(self) -> Iterator[str]:
        for _, value in map(_named, self._classes.values()):
            if isinstance(value, list):
                for operation, part in map(_named, value):
                    if operation == "LITERAL":
                        yield chr(part)
                    elif operation == "RANGE":
                        yield from (chr(part[0]), chr(part[1]))

    def _matching(self, node: Any, letters: Iterable[str]) -> set[str]:
        state = _parser.State()
        state.flags = self._flags
        state.str = self._tree.state.str
        one = _compiler.compile(_parser.SubPattern(state, [node]), self._flags & ~re.DEBUG)
        if isinstance(self._tree.state.str, bytes):
            return {c for c in letters if ord(c) < 256 and one.fullmatch(c.encode("latin-1"))}
        return {c for c in letters if one.fullmatch(c)}

    def _members(self, node: Any) -> list[str]:
        held = self._matching(node, self._alphabet)
        return [c for c in self._alphabet if c in held]

    def _repeats(self, tree: Sequence[Any], before: str) -> Iterator[_Repeat]:
        """The repeats of a tree, each with one text that leads to it."""
        for node in tree:
            operation, value = _named(node)
            if operation in _REPEATS:
                if value[1] > _BOUNDED:
                    yield _Repeat(before, [body for body in self._ways(value[2], _KINDS) if body])
                yield from self._repeats(value[2], before)
            else:
                for inner in _inside(operation, value):
                    yield from self._repeats(inner, before)
            before += next(iter(self._texts(node)), "")

    def _ways(self, tree: Sequence[Any], most: int = _WAYS) -> list[str]:
        """Texts that a sequence matches: the plainest, and others that differ in one place."""
        parts = [list(islice(self._texts(node), most)) or [""] for node in tree]
        plain = [part[0] for part in parts]
        ways = {"".join(plain): None}
        for place, part in enumerate(parts):
            for other in part[1:]:
                ways["".join([*plain[:place], other, *plain[place + 1 :]])] = None
        return list(islice(ways, most * 2))

    def _texts(self, node: Any) -> Iterator[str]:
        """Texts that one node of a tree matches."""
        operation, value = _named(node)
        if operation == "LITERAL":
            yield chr(value)
        elif operation in ("IN", "NOT_LITERAL", "ANY"):
            yield from self._members(node)
        elif operation == "BRANCH":
            for way in value[1]:
                yield from islice(self._ways(way), 2)
        elif operation in _REPEATS:
            yield from (body * max(1, min(value[0], _MOST)) for body in self._ways(value[2]))
            yield from () if value[0] else ("",)
        elif operation == "GROUPREF":
            yield from self._ways(self._groups.get(value, ()))
        elif operation in ("SUBPATTERN", "ATOMIC_GROUP") or (operation == "ASSERT" and value[0] < 0):
            yield from self._ways(_inside(operation, value)[0])


def _named(node: Any) -> tuple[str, Any]:
    return str(node[0]), node[1]


def _inside(operation: str, value: Any) -> list[Any]:
    """The trees inside a node, repeats among them."""
    if operation == "BRANCH":
        return list(value[1])
    if operation == "SUBPATTERN":
        return [value[3]]
    if operation == "ATOMIC_GROUP":
        return [value]
    if operation in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if operation == "GROUPREF_EXISTS":
        return [tree for tree in value[1:] if tree is not None]
    return [value[2]] if operation in _REPEATS else []

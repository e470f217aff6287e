"""The tree that an article's flat blocks stand in, folded once from their paths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .article import Block, Container, ContainerKind


@dataclass(slots=True)
class Node:
    """A container with what stands in it: `children` straight inside, `blocks` anywhere inside, `own` straight."""

    container: "Container"
    children: list["Node"] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)

    def of(self, *kinds: "ContainerKind") -> list["Node"]:
        """The containers of these kinds that stand straight inside."""
        return [child for child in self.children if child.container.kind in kinds]

    def without(self, kind: "ContainerKind") -> list[int]:
        """The blocks anywhere inside, but those that a container of that kind within holds."""
        inner: set[int] = set()
        waiting = list(self.children)
        while waiting:
            node = waiting.pop()
            if node.container.kind == kind:
                inner.update(node.blocks)
            else:
                waiting += node.children
        return [number for number in self.blocks if number not in inner]


@dataclass(frozen=True, slots=True)
class Tree:
    """The containers of an article: `roots` in reading order, and all of them by key. Blocks are told by number."""

    roots: Sequence[Node]
    nodes: Mapping[int, Node]

    def of(self, *kinds: "ContainerKind") -> list[Node]:
        """All containers of these kinds, outer ones before what they hold."""
        return [node for node in self.nodes.values() if node.container.kind in kinds]


def numbered(node: Node) -> list[tuple[Node, int]]:
    """The items of an ordered list, each with its number."""
    pairs: list[tuple[Node, int]] = []
    number = node.container.start
    for item in node.of("li"):
        number = number if item.container.number is None else item.container.number
        pairs.append((item, number))
        number += 1
    return pairs


def shared(one: "Block", other: "Block") -> "list[Container]":
    """The containers that both blocks stand in, from the outside in."""
    keys = {container.key for container in other.path}
    return [container for container in one.path if container.key in keys]


def fold(blocks: Sequence["Block"]) -> Tree:
    """The tree of the blocks; two neighbours with the same container stand in the same one."""
    roots: list[Node] = []
    nodes: dict[int, Node] = {}
    for number, block in enumerate(blocks):
        siblings, node = roots, None
        for container in block.path:
            node = nodes.get(container.key)
            if node is None:
                node = nodes[container.key] = Node(container)
                siblings.append(node)
            node.blocks.append(number)
            siblings = node.children
        if node:
            node.own.append(number)
    return Tree(roots, nodes)

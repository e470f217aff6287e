"""The tree that an article's flat blocks stand in, folded once from their paths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .article import Block, Container


@dataclass(slots=True)
class Node:
    """A container with what stands in it: `children` straight inside, `blocks` anywhere inside, `own` straight."""

    container: "Container"
    children: list["Node"] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tree:
    """The containers of an article: `roots` in reading order, and all of them by key. Blocks are told by number."""

    roots: Sequence[Node]
    nodes: Mapping[int, Node]


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

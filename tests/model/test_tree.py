"""The tree of an article: every container once, in order, with what stands in it."""

from readerapp.model import Article, Block, Container, Run
from readerapp.model.tree import Node, fold, shared

LIST, FIRST, SECOND = Container("ul", 1), Container("li", 2), Container("li", 3)
INNER, DEEP, QUOTE = Container("ul", 4), Container("li", 5), Container("quote", 6)


def block(*path: Container) -> Block:
    return Block(kind="paragraph", runs=(Run("Text."),), language="sv", path=path)


BLOCKS = (block(), block(LIST, FIRST), block(LIST, FIRST, INNER, DEEP), block(LIST, SECOND), block(QUOTE), block(QUOTE))


def shape(node: Node) -> tuple[int, list[object]]:
    return node.container.key, [shape(child) for child in node.children]


def test_containers_stand_where_their_blocks_say() -> None:
    """Each is there once, inside the one that its paths name, in reading order."""
    tree = fold(BLOCKS)
    assert [shape(node) for node in tree.roots] == [(1, [(2, [(4, [(5, [])])]), (3, [])]), (6, [])]
    assert sorted(tree.nodes) == [1, 2, 3, 4, 5, 6]


def test_blocks_are_told_by_number() -> None:
    """Those anywhere inside, and those straight inside."""
    nodes = fold(BLOCKS).nodes
    assert {key: node.blocks for key, node in nodes.items()} == {
        1: [1, 2, 3],
        2: [1, 2],
        4: [2],
        5: [2],
        3: [3],
        6: [4, 5],
    }
    assert {key: node.own for key, node in nodes.items() if node.own} == {2: [1], 5: [2], 3: [3], 6: [4, 5]}


def test_an_article_folds_its_tree_once() -> None:
    """Whoever asks gets the same one; it is no part of what is kept or compared."""
    article = Article(address="https://a.se/", title="T", language="sv", blocks=BLOCKS)
    same = Article(address="https://a.se/", title="T", language="sv", blocks=BLOCKS)
    assert article.tree is article.tree
    assert article == same


def test_what_a_container_holds_is_told_by_kind() -> None:
    """Straight inside, anywhere in the article, and anywhere inside but in a container of a kind within."""
    tree = fold(BLOCKS)
    assert [node.container.key for node in tree.of("li")] == [2, 5, 3]
    assert [node.container.key for node in tree.nodes[1].of("li")] == [2, 3]
    assert tree.nodes[1].of("quote") == []
    assert tree.nodes[1].without("ul") == [1, 3]
    assert tree.nodes[1].without("quote") == [1, 2, 3]


def test_two_blocks_share_what_both_stand_in() -> None:
    """From the outside in."""
    assert shared(BLOCKS[1], BLOCKS[2]) == [LIST, FIRST]
    assert shared(BLOCKS[2], BLOCKS[3]) == [LIST]
    assert shared(BLOCKS[0], BLOCKS[4]) == []

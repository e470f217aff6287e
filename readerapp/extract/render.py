"""Writes an article out: as plain text, and as Markdown in its displayed words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ..model import Article, Block, Container, Run
from ..model.tree import Node, Tree, numbered

_MARKS: Final = {"em": "*", "strong": "**", "code": "`", "sup": "", "sub": "", "": ""}
_BULLET: Final = "- "
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>])")
_LINE_START: Final = re.compile(r"^(\d+)([.)] )|^([#+-] )")


def text(blocks: Iterable[Block]) -> str:
    """The body without captions, pictures, contacts and notes, a block a line."""
    return "\n".join(b.text for b in blocks if b.text and b.role == "body" and b.kind not in ("caption", "image"))


def markdown(article: Article) -> str:
    """The article in Markdown: title, headings, lists, quotes, tables, links, emphasis."""
    parts = [f"# {_plain(article.title)}"] if article.title else []
    at = 0
    blocks, marks = article.blocks, _marks(article.tree)
    while at < len(blocks):
        table = next((container for container in blocks[at].path if container.kind == "table"), None)
        if table is None:
            before = blocks[at - 1].path if at else ()
            parts.append(_block(blocks[at], before, marks))
            at += 1
        else:
            node = article.tree.nodes[table.key]
            parts.append(_table(blocks, node))
            at = node.blocks[-1] + 1
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block, before: tuple[Container, ...], marks: Mapping[int, str]) -> str:
    prefix = hanging = ""
    for container in block.path:
        if container.kind == "li":
            mark = marks.get(container.key, _BULLET)
            prefix += " " * len(mark) if container in before else mark
            hanging += " " * len(mark)
        elif container.kind == "quote":
            prefix, hanging = prefix + "> ", hanging + "> "
    return prefix + _inner(block).replace("\n", "\n" + hanging)


def _marks(tree: Tree) -> dict[int, str]:
    """The mark of each item of a numbered list, by its key."""
    return {
        item.container.key: f"{node.container.label(number)}. "
        for node in tree.of("ol")
        for item, number in numbered(node)
    }


def _inner(block: Block) -> str:
    if block.kind == "preformatted":
        return f"```\n{block.text}\n```"
    if block.kind == "image":
        return f"![{_plain(block.text)}]({block.source or ''})"
    words = _runs(block.runs)
    if block.kind == "heading":
        return f"{'#' * block.level} {words}"
    if block.kind == "definition":
        return f": {words}"
    if block.kind == "caption":
        return f"*{_plain(block.text)}*"
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", words)


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    core = run.text.strip()
    if not core:
        return run.text
    mark = _MARKS[run.emphasis]
    inside = mark + (core if run.emphasis == "code" else _plain(core)) + mark
    if run.link:
        inside = f"[{inside}]({run.link.replace(' ', '%20').replace(')', '%29')})"
    start = run.text.index(core)
    return run.text[:start] + inside + run.text[start + len(core) :]


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


def _table(blocks: Sequence[Block], table: Node) -> str:
    """The rows as lines, under what stands in none of their cells."""
    rows = [cells for row in table.of("row") if (cells := row.of("cell", "header"))]
    lines = [[_cell(blocks, cell) for cell in cells] for cells in rows]
    inside = {number for cells in rows for cell in cells for number in cell.blocks}
    outside = [_inner(blocks[number]) for number in table.blocks if number not in inside]
    width = max((len(line) for line in lines), default=0)
    lines = [line + [""] * (width - len(line)) for line in lines]
    if lines:
        lines.insert(1, ["---"] * width)
    return "\n\n".join([*outside, "\n".join(f"| {' | '.join(line)} |" for line in lines)])


def _cell(blocks: Sequence[Block], cell: Node) -> str:
    texts = (_runs(blocks[number].runs) for number in cell.blocks)
    return " ".join(text for text in texts if text).replace("|", "\\|")

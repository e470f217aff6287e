"""Writes an article out: as plain text, and as Markdown in its displayed words."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ..model import Article, Block, Container, Run

_MARKS: Final = {"em": "*", "strong": "**", "code": "`", "sup": "", "sub": "", "": ""}
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>])")
_LINE_START: Final = re.compile(r"^(\d+)([.)] )|^([#+-] )")


def text(blocks: Iterable[Block]) -> str:
    """The body without captions, pictures, contacts and notes, a block a line."""
    return "\n".join(b.text for b in blocks if b.text and b.role == "body" and b.kind not in ("caption", "image"))


def markdown(article: Article) -> str:
    """The article in Markdown: title, headings, lists, quotes, tables, links, emphasis."""
    parts = [f"# {_plain(article.title)}"] if article.title else []
    at = 0
    blocks = article.blocks
    numbers = _numbers(blocks)
    while at < len(blocks):
        table = _outermost(blocks[at].path, "table")
        end = at + 1
        if table is None:
            parts.append(_block(blocks[at], _before(blocks, at), numbers))
        else:
            while end < len(blocks) and table in blocks[end].path:
                end += 1
            parts.append(_table(blocks[at:end], table))
        at = end
    return "\n\n".join(part for part in parts if part) + "\n"


def _before(blocks: Sequence[Block], at: int) -> tuple[Container, ...]:
    return blocks[at - 1].path if at else ()


def _block(block: Block, before: tuple[Container, ...], numbers: dict[int, str]) -> str:
    prefix = hanging = ""
    for container in block.path:
        if container.kind == "li":
            mark = numbers[container.key]
            prefix += " " * len(mark) if container in before else mark
            hanging += " " * len(mark)
        elif container.kind == "quote":
            prefix, hanging = prefix + "> ", hanging + "> "
    return prefix + _inner(block).replace("\n", "\n" + hanging)


def _numbers(blocks: Iterable[Block]) -> dict[int, str]:
    """The mark of each list item, by its key."""
    marks: dict[int, str] = {}
    following: dict[int, int] = {}
    for block in blocks:
        holder: Container | None = None
        for container in block.path:
            if container.kind in ("ul", "ol"):
                holder = container
            elif container.kind == "li" and container.key not in marks:
                if holder is None or holder.kind == "ul":
                    marks[container.key] = "- "
                else:
                    number = following.get(holder.key, holder.start)
                    following[holder.key] = number + 1
                    marks[container.key] = f"{number}. "
    return marks


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


def _outermost(path: tuple[Container, ...], kind: str) -> Container | None:
    return next((c for c in path if c.kind == kind), None)


def _table(blocks: Sequence[Block], table: Container) -> str:
    captions = [_inner(b) for b in blocks if b.kind == "caption"]
    rows: dict[int, dict[int, str]] = {}
    for block in blocks:
        row, cell = _cell(block.path, table)
        if row is not None and cell is not None:
            cells = rows.setdefault(row.key, {})
            cells[cell.key] = f"{cells.get(cell.key, '')} {_runs(block.runs)}".strip().replace("|", "\\|")
    lines = [list(cells.values()) for cells in rows.values()]
    width = max((len(line) for line in lines), default=0)
    lines = [line + [""] * (width - len(line)) for line in lines]
    if lines:
        lines.insert(1, ["---"] * width)
    return "\n\n".join([*captions, "\n".join(f"| {' | '.join(line)} |" for line in lines)])


def _cell(path: tuple[Container, ...], table: Container) -> tuple[Container | None, Container | None]:
    inner = path[path.index(table) :]
    row = next((c for c in inner if c.kind == "row"), None)
    return row, next((c for c in inner if c.kind in ("cell", "header")), None)

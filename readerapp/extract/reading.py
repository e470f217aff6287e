"""Reads the chosen stretches of a page with BeautifulSoup into the article's blocks."""

from typing import Final

from bs4 import BeautifulSoup, Tag

from ..languages import base
from ..model import Block, Container, Run
from ..model.article import ContainerKind, Kind
from .links import target

_CONTAINER: Final[dict[str, ContainerKind]] = {
    "ul": "ul", "ol": "ol", "li": "li", "table": "table", "tr": "row", "td": "cell", "th": "header",
    "blockquote": "quote", "figure": "figure", "dl": "dl", "details": "details",
}
_KIND: Final[dict[str, Kind]] = {
    "figcaption": "caption", "caption": "caption", "pre": "preformatted", "dt": "term", "dd": "definition",
}
_EMPHASIS: Final = {
    "em": "em", "i": "em", "cite": "em", "strong": "strong", "b": "strong", "code": "code", "kbd": "code",
    "samp": "code", "tt": "code", "sup": "sup", "sub": "sub",
}


def blocks(markup: str, address: str) -> list[Block]:
    """The block of each chunk in order; its language is empty where the markup tells none."""
    soup = BeautifulSoup(markup, "lxml")
    found: list[Block] = []
    level = 1
    for chunk in soup.find_all("x-chunk"):
        found.append(_block(chunk, address, level))
        if found[-1].kind == "heading" and not chunk.find_parent("summary"):
            level = found[-1].level
    return found


def _block(p: Tag, address: str, over: int) -> Block:
    """The block of a chunk under a heading of level `over`."""
    around = [tag for tag in reversed(list(p.parents)) if tag.has_attr("data-node")]
    kind: Kind = "paragraph"
    level = 0
    for tag in around:
        if tag.name in _KIND:
            kind = _KIND[tag.name]
        elif tag.name[0] == "h" and tag.name[1:].isdigit():
            kind, level = "heading", int(tag.name[1:])
        elif tag.name == "summary" and kind == "paragraph":
            kind, level = "heading", min(6, over + 1)
    if p.has_attr("data-caption") and kind == "paragraph":
        kind = "caption"
    source = None
    image = p.find("img")
    if image is not None:
        kind, source = "image", target(str(image.get("src", "")), address)
    own = base(str(p.get("lang", ""))) or ""
    runs = fold(_runs(p, address, own), keep_lines=kind == "preformatted")
    path = tuple(_container(tag) for tag in around if tag.name in _CONTAINER)
    return Block(kind=kind, runs=runs, language=own, level=level, path=path, source=source)


def _container(tag: Tag) -> Container:
    return Container(
        kind=_CONTAINER[tag.name],
        key=int(str(tag["data-node"])),
        start=_number(tag, "start"),
        columns=max(1, _number(tag, "colspan")),
        rows=max(1, _number(tag, "rowspan")),
    )


def _number(tag: Tag, name: str) -> int:
    text = str(tag.get(name, "1"))
    return int(text) if len(text) < 6 and text.removeprefix("-").isascii() and text.removeprefix("-").isdigit() else 1


def _runs(p: Tag, address: str, language: str) -> list[Run]:
    runs = []
    for text in p.find_all(string=True):
        emphasis, link, own = "", None, None
        for tag in text.parents:
            if tag is p:
                break
            emphasis = emphasis or _EMPHASIS.get(tag.name, "")
            if tag.name == "a" and link is None:
                link = target(str(tag.get("href", "")), address)
            if own is None and tag.has_attr("lang"):
                own = base(str(tag["lang"]))
        runs.append(Run(text=str(text), language=own if own and own != language else None, link=link, emphasis=emphasis))
    return runs


def fold(runs: list[Run], *, keep_lines: bool = False) -> tuple[Run, ...]:
    """Fold white space over the runs' borders, and join neighbours that look alike."""
    folded: list[Run] = []
    space = True
    for run in runs:
        text = run.text.replace("\r\n", "\n") if keep_lines else _folded(run.text, space)
        if not text:
            continue
        space = text[-1].isspace()
        if folded and _look(folded[-1]) == _look(run):
            folded[-1] = Run(folded[-1].text + text, run.language, run.link, run.emphasis)
        else:
            folded.append(Run(text, run.language, run.link, run.emphasis))
    return _trimmed(folded)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        last = runs[-1]
        runs[-1] = Run(last.text.rstrip(), last.language, last.link, last.emphasis)
    return tuple(runs)


def _folded(text: str, after_space: bool) -> str:
    words = " ".join(text.split())
    if not words:
        return "" if after_space or not text else " "
    before = " " if text[0].isspace() and not after_space else ""
    return before + words + (" " if text[-1].isspace() else "")


def _look(run: Run) -> tuple[str | None, str | None, str]:
    return run.language, run.link, run.emphasis

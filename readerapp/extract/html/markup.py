"""Writes the chosen stretches of a page as small clean HTML, for BeautifulSoup to read.

An element costs it dear, so a stretch has one of its own only where there is something to say of it; the others end in
a sign.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from .outline import Chunk, Outline
from .vocabulary import HEADINGS

CONTAINERS: Final = (
    frozenset("ul ol li table tr td th blockquote figure dl dt dd details figcaption caption pre summary".split())
    | HEADINGS
)
INLINE: Final = frozenset("a em i strong b code kbd samp tt sup sub cite".split())
"""Inline elements that change what a text is or leads to; the others are written for their language alone."""
ARTICLE: Final = "x-article"
"""The element around all."""
CHUNK: Final = "x-chunk"
"""The element around a stretch of text of which there is something to say."""
END: Final = "\u2029"
"""What ends the other stretches; where a page's own text has it, it is white space like any other."""
_ATTRIBUTES: Final = ("href", "lang", "start", "type", "colspan", "rowspan", "src", "value", "reversed")


def markup(out: Outline, chunks: Iterable[Chunk]) -> str:
    """The chunks in order, inside their containers, with their inline elements."""
    return "".join((f"<{ARTICLE}>", *_written(out, list(chunks)), f"</{ARTICLE}>"))


def _written(out: Outline, chunks: list[Chunk]) -> Iterator[str]:
    layout = layout_tables(out, chunks)
    stack: list[int] = []
    for chunk in chunks:
        containers = [n for n in reversed(out.ancestors(chunk.node)) if out.tags[n] in CONTAINERS and n not in layout]
        same = 0
        while same < min(len(stack), len(containers)) and stack[same] == containers[same]:
            same += 1
        for n in reversed(stack[same:]):
            yield f"</{out.tags[n]}>"
        for n in containers[same:]:
            yield _opening(out, n, f' data-node="{n}"')
        stack = containers
        about = (" data-caption" if chunk.caption else "") + _language(out, chunk)
        if about or chunk.image or any(out.tags[n] == "pre" for n in containers):
            yield f"<{CHUNK}{about}>"
            yield from _inline(out, chunk)
            yield f"</{CHUNK}>"
        else:
            yield from (part.replace(END, " ") for part in _inline(out, chunk))
            yield END
    for n in reversed(stack):
        yield f"</{out.tags[n]}>"


def _language(out: Outline, chunk: Chunk) -> str:
    """The language that the page gives the chunk within its body, as an attribute."""
    for n in out.ancestors(chunk.node) if out.languages else ():
        if out.tags[n] in ("html", "body", "main"):
            break
        if tag := out.languages.get(n):
            return f' lang="{escape(tag)}"'
    return ""


def _opening(out: Outline, node: int, extra: str = "") -> str:
    attributes = out.elements[node].attrib
    pairs = [f' {name}="{escape(attributes[name])}"' for name in _ATTRIBUTES if name in attributes]
    return f"<{out.tags[node]}{extra}{''.join(pairs)}>"


def _inline(out: Outline, chunk: Chunk) -> Iterator[str]:
    if chunk.image:
        yield _opening(out, chunk.node) if out.tags[chunk.node] == "img" else "<img>"
    stack: tuple[int, ...] = ()
    for text, around in chunk.pieces:
        inlines = tuple([n for n in around if out.tags[n] in INLINE or out.languages.get(n)]) if around else ()
        same = 0
        while same < min(len(stack), len(inlines)) and stack[same] == inlines[same]:
            same += 1
        yield from (f"</{out.tags[n]}>" for n in reversed(stack[same:]))
        yield from (_opening(out, n) for n in inlines[same:])
        stack = inlines
        yield escape(text, quote=False)
    yield from (f"</{out.tags[n]}>" for n in reversed(stack))


def layout_tables(out: Outline, chunks: list[Chunk]) -> set[int]:
    """The tables, rows and cells that arrange the page instead of holding data."""
    if "table" not in out.tags:
        return set()
    parts: dict[int, list[int]] = {}
    texts: dict[int, list[Chunk]] = {}
    for chunk in chunks:
        if not chunk.text:
            continue
        around = out.ancestors(chunk.node)
        own: list[int] = []
        for n in around:
            if out.tags[n] in ("tr", "td", "th"):
                own.append(n)
            elif out.tags[n] == "table":
                parts.setdefault(n, []).extend(own)
                texts.setdefault(n, []).append(chunk)
                own = []
    layout: set[int] = set()
    for table, members in parts.items():
        cells = {m for m in members if out.tags[m] in ("td", "th")}
        rows = {m for m in members if out.tags[m] == "tr"}
        headed = any(out.tags[m] == "th" for m in cells)
        long = any(c.words > 60 for c in texts[table])
        role = out.roles.get(table) in ("presentation", "none")
        nested = any(table in out.ancestors(other)[1:] for other in parts if other != table)
        if role or nested or (not headed and (len(rows) < 2 or len(cells) <= len(rows) or long)):
            layout |= {table, *members}
    return layout

"""The article as HTML of our own: structured, in its languages, every sentence marked, nothing fetched elsewhere.

Nothing of the page's HTML comes through. Everything is built anew from blocks and escaped; links lead only to
http(s), mailto and tel; a picture is its alternative text, because a visitor's browser talks to nobody else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final
from urllib.parse import urlencode

from markupsafe import Markup

from ...i18n import N_
from ...model import Article, Block, Container, Run, Script, Utterance
from .nesting import Frame, captions, frames, heading_levels, row_headers
from .sentences import language_attribute, text

Translate = Callable[[str], str]

PICTURE: Final = N_("Picture:")
HEAR: Final = N_("Listen")
TABLE: Final = N_("Table")

_TAGS: Final = {"row": "tr", "cell": "td", "header": "th", "quote": "blockquote", "definition": "dd", "details": "div"}
_LEAVES: Final = {"preformatted": "pre", "term": "dt", "definition": "dd"}


def render(article: Article, script: Script, translate: Translate = str, locale: str = "en") -> Markup:
    """The blocks of an article as HTML; `translate` and `locale` are those of the few words that we add."""
    page = _Page(article, script, translate, locale)
    return Markup("").join(page.html())


def render_title(article: Article, script: Script) -> Markup:
    """The title with its sentences marked, for the page's h1."""
    title = [(n, utterance) for n, utterance in enumerate(script.utterances) if utterance.block < 0]
    return text((Run(article.title),), title, article.language)


@dataclass(frozen=True)
class _Page:
    article: Article
    script: Script
    translate: Translate
    locale: str

    def html(self) -> Iterator[Markup]:
        blocks = self.article.blocks
        lines, levels = self._said(), heading_levels(blocks)
        caption_numbers, heads = captions(self.article), row_headers(self.article.tree)
        open_frames: list[Frame] = []
        for number, block in enumerate(blocks):
            if not block.text.strip() and not block.path:
                continue
            around = frames(block, captioned=number in caption_numbers)
            depth = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(open_frames, around, strict=False))))
            yield from (_close(frame) for frame in reversed(open_frames[depth:]))
            yield from (self._open(frame, heads) for frame in around[depth:])
            open_frames = around
            if block.text.strip():
                tag = _leaf(block, around, levels.get(number), captioned=number in caption_numbers)
                yield self._block(block, tag, lines.get(number, []))
        yield from (_close(frame) for frame in reversed(open_frames))

    def _said(self) -> dict[int, list[tuple[int, Utterance]]]:
        lines: dict[int, list[tuple[int, Utterance]]] = {}
        for number, utterance in enumerate(self.script.utterances):
            lines.setdefault(utterance.block, []).append((number, utterance))
        return lines

    def _open(self, frame: Frame, heads: frozenset[int]) -> Markup:
        if frame.kind == "table":
            label = self.translate(TABLE)
            return Markup('<div class="wide" role="group" aria-label="{}"><table>').format(label)
        return Markup("<{}{}>").format(_TAGS.get(frame.kind, frame.kind), _attributes(frame, heads))

    def _block(self, block: Block, tag: str, lines: list[tuple[int, Utterance]]) -> Markup:
        inner = text(block.runs, lines, block.language)
        if block.kind == "image":
            label = Markup('<span class="label" lang="{}">{}</span> ').format(self.locale, self.translate(PICTURE))
            inner = label + inner
        if tag == "pre" and inner.startswith("\n"):
            inner = Markup("\n") + inner  # a parser drops the first line break of a pre
        language = language_attribute(block.language, self.article.language)
        onward = self._onward(block) if self.article.links else Markup("")
        if onward and tag.startswith("h"):
            onward = Markup("<p>{}</p>").format(onward)
            return Markup("<{0}{1}{2}>{3}</{0}>{4}").format(tag, _classes(block, tag), language, inner, onward)
        return Markup("<{0}{1}{2}>{3}{4}</{0}>").format(tag, _classes(block, tag), language, inner, onward)

    def _onward(self, block: Block) -> Markup:
        """On a page of links, a way to hear the page that a line leads to."""
        link = next((run.link for run in block.runs if run.link and run.link.startswith("http")), None)
        if link is None:
            return Markup("")
        label = Markup('<span lang="{}">{}</span><span class="unseen">: {}</span>')
        inner = label.format(self.locale, self.translate(HEAR), block.text)
        return Markup(' <a class="onward" data-fetches href="?{}#play">{}</a>').format(urlencode({"url": link}), inner)


def _close(frame: Frame) -> Markup:
    if frame.kind == "table":
        return Markup("</table></div>")
    return Markup("</{}>").format(_TAGS.get(frame.kind, frame.kind))


def _attributes(frame: Frame, heads: frozenset[int]) -> Markup:
    container = frame.container
    if frame.kind == "details":
        return Markup(' class="details"')
    if container is None:
        return Markup("")
    if container.kind == "ol":
        start = Markup(' start="{}"').format(container.start) if container.start != 1 else Markup("")
        return start + (Markup(' type="{}"').format(container.numbering) if container.numbering != "1" else Markup(""))
    if container.kind == "li" and container.number is not None:
        return Markup(' value="{}"').format(container.number)
    if container.kind in ("cell", "header"):
        return _cell(container, heads)
    return Markup("")


def _cell(cell: Container, heads: frozenset[int]) -> Markup:
    spans = (("colspan", cell.columns), ("rowspan", cell.rows))
    html = Markup("").join(Markup(' {}="{}"').format(name, count) for name, count in spans if count > 1)
    if cell.kind == "header":
        html += Markup(' scope="{}"').format("row" if cell.key in heads else "col")
    return html


def _leaf(block: Block, around: list[Frame], level: int | None, *, captioned: bool) -> str:
    if captioned:
        return "caption" if around[-1].kind == "table" else "figcaption"
    if level and not any(frame.kind == "header" for frame in around):
        return f"h{level}"
    return _LEAVES.get(block.kind, "p")


def _classes(block: Block, tag: str) -> Markup:
    names = [
        name
        for name, applies in (
            ("picture", block.kind == "image"),
            ("heading", block.kind == "heading" and tag == "p"),
            (block.role, block.role != "body"),
        )
        if applies
    ]
    return Markup(' class="{}"').format(" ".join(names)) if names else Markup("")

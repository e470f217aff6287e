"""Page to Article."""
from urllib.parse import urlsplit

from lxml import etree

from ..model import Article, Page
from .clean import clean
from .markup import markup
from .parse import parse
from .reading import blocks
from .region import choose
from .walk import outline


def extract(page: Page) -> Article:
    """The page's article."""
    root = parse(page.html)
    out = outline(root)
    kept, _ = clean(out, choose(out).kept, titles(root))
    found = [block for _, block in blocks(markup(out, kept), page.final_address, page.language or "sv")]
    return Article(address=page.final_address, title="", language=page.language or "sv", blocks=tuple(found))


def to_text(html: str, url: str) -> str:
    """The body of the article as plain text, a block a line."""
    root = parse(html)
    out = outline(root, urlsplit(url).hostname or "")
    kept, _ = clean(out, choose(out).kept, titles(root))
    found = [block for _, block in blocks(markup(out, kept), url, "en")]
    return "\n".join(b.text for b in found if b.kind not in ("caption", "image") and not (b.kind == "heading" and b.level == 1))


def titles(root: etree._Element) -> frozenset[str]:
    found = set()
    for text in root.xpath("//title/text() | //meta[@property='og:title' or @name='title' or @name='twitter:title']/@content | //h1//text()"):
        folded = " ".join(text.split()).casefold()
        found.add(folded)
        for mark in (" | ", " - ", " – ", " — ", " :: ", " » "):
            found.add(folded.rpartition(mark)[0])
            found.add(folded.partition(mark)[0])
    return frozenset(t for t in found if len(t) > 8)

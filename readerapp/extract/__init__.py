"""Page to Article."""
from lxml import etree

from ..model import Article, Page
from .markup import markup
from .reading import blocks
from .region import choose
from .walk import outline


def parse(html: str) -> etree._Element:
    p = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(html.encode(), p)


def extract(page: Page) -> Article:
    """The page's article."""
    out = outline(parse(page.html))
    kept = choose(out)
    found = [block for _, block in blocks(markup(out, kept), page.final_address, page.language or "sv")]
    return Article(address=page.final_address, title="", language=page.language or "sv", blocks=tuple(found))


def to_text(html: str, url: str) -> str:
    """The body of the article as plain text, a block a line."""
    out = outline(parse(html))
    found = [block for _, block in blocks(markup(out, choose(out)), url, "en")]
    return "\n".join(b.text for b in found if b.kind not in ("caption", "image") and not (b.kind == "heading" and b.level == 1))

"""One door for documents of every form: the extractor of its media type makes the article of each."""

from collections.abc import Mapping
from typing import Final, Protocol

from ..errors import NoArticle, PageBrokeOff, PageEmpty, RegionMissing
from ..model import Article, Document, MediaType
from . import html, plain
from .rules import Region, SiteRules
from .switches import ALL_ON, Switches


class Extractor(Protocol):
    """Makes articles of one form. Pure: the same gives the same. What the form knows nothing of, it leaves alone."""

    def __call__(
        self,
        document: Document,
        *,
        region: Region | None = None,
        rules: SiteRules | None = None,
        site: frozenset[int] | None = None,
        switches: Switches = ALL_ON,
    ) -> tuple[Article, tuple[int, ...]]:
        """The document's article, and the traces that are compared with other documents of its site.

        Raises PageEmpty where it holds no text, NoArticle where none of it reads as an article, or where the region
        is not in it.
        """


EXTRACTORS: Final[Mapping[MediaType, Extractor]] = {"text/html": html.extracted, "text/plain": plain.extracted}
"""Every form that can be read has one."""


def extracted(
    document: Document,
    *,
    region: Region | None = None,
    rules: SiteRules | None = None,
    site: frozenset[int] | None = None,
    switches: Switches = ALL_ON,
) -> tuple[Article, tuple[int, ...]]:
    """The document's article and traces, as the extractor of its form makes them.

    Raises what that raises; RegionMissing where it is the region that is not there, PageBrokeOff where nothing is
    and the site broke off.
    """
    make = EXTRACTORS[document.media_type]
    try:
        return make(document, region=region, rules=rules, site=site, switches=switches)
    except (NoArticle, PageEmpty) as problem:
        if document.cut:
            raise PageBrokeOff from problem
        if region and isinstance(problem, NoArticle):
            raise RegionMissing from None
        raise


def extract(document: Document, *, region: Region | None = None, rules: SiteRules | None = None) -> Article:
    """The document's article, as it is read without knowing its site."""
    return extracted(document, region=region, rules=rules)[0]

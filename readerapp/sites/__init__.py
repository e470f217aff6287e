"""What the pages of a host have in common: the best witness of what is frame.

Every stretch of a page's text leaves a trace, a number that stands for its text and its place. What several pages of a
host have left is likely the site's frame, what one has left is likely its own. Nothing here reads pages or keeps files:
`extract` makes the traces and weighs what is shared, `narration` keeps what is known of a site.
"""

from .knowledge import KnownPage, Site, known_pages, shared, taught
from .names import host_of, page_name
from .robots import Robots, robots
from .sitemaps import addresses, spread

__all__ = [
    "KnownPage", "Robots", "Site", "addresses", "host_of", "known_pages", "page_name", "robots", "shared", "spread",
    "taught",
]  # fmt: skip

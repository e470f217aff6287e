"""What a site's robots.txt lets us read (RFC 9309)."""

from typing import Final, NamedTuple
from urllib.robotparser import RobotFileParser

_LONGEST: Final = 500_000
AGENT: Final = "readerapp"


class Robots(NamedTuple):
    """A site's wishes."""

    rules: RobotFileParser
    pause: float
    """Seconds between two pages, as the site asks; 0 where it does not."""
    sitemaps: tuple[str, ...]

    def allow(self, address: str) -> bool:
        """Whether the page may be read by a program that nobody sits in front of."""
        return self.rules.can_fetch(AGENT, address)


def robots(text: str) -> Robots:
    """The wishes that a file states; an empty one forbids nothing."""
    rules = RobotFileParser()
    rules.parse(text[:_LONGEST].lstrip("\ufeff").splitlines())
    pause = rules.crawl_delay(AGENT)
    return Robots(rules, float(pause or 0), tuple(rules.site_maps() or ()))

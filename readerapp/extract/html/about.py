"""What a page says of itself, read once: its head's elements, its claims, its headline."""

from dataclasses import dataclass

from .claims import Claims, claims
from .heads import Heads
from .titles import title, title_forms


@dataclass(frozen=True, slots=True)
class About:
    """A page's own words about itself."""

    heads: Heads
    claims: Claims
    headline: str
    """Without the site's name."""
    address: str

    def forms(self) -> frozenset[str]:
        """The ways in which the page may repeat its headline, in case-folded form."""
        return title_forms(self.headline, self.heads, self.claims)


def about(heads: Heads, address: str) -> About:
    """What the page at an address says of itself."""
    page_claims = claims(heads)
    return About(heads, page_claims, title(heads, page_claims, address), address)

"""How much one fetch may cost, and where it may go."""

from dataclasses import dataclass
from typing import Final

import idna

MEGABYTE: Final = 1_000_000


@dataclass(frozen=True)
class Limits:
    """What one fetch may cost, redirects included."""

    size: int = 10 * MEGABYTE
    """Bytes, both as sent and after decompression."""
    seconds: float = 15.0
    """From the look-up of the name to the last byte, all redirects together."""
    redirects: int = 5

    @property
    def megabytes(self) -> str:
        """The size as PageTooLarge tells it."""
        return f"{self.size / MEGABYTE:g}"


@dataclass(frozen=True)
class Policy:
    """Where a fetch may go: public addresses, unless the operator names a place by host and port."""

    private: frozenset[tuple[str, int]] = frozenset()
    """Hosts as they stand in an address, each with its port, that may be read wherever they lead."""
    sites: tuple[str, ...] = ("*",)
    """Hosts that may be read: a name, `*.name` for every host under a name, or `*` for all."""
    ports: frozenset[int] = frozenset({80, 443})
    user_agent: str = "Mozilla/5.0 (compatible; readerapp)"

    def trusts(self, host: str, port: int) -> bool:
        """Whether the operator named this very place; no other rule holds there."""
        return (host, port) in self.private

    def admits(self, host: str, port: int) -> bool:
        """Whether the host and port may be read at all, whatever its name turns out to mean."""
        return self.trusts(host, port) or (port in self.ports and self.lists(host))

    def lists(self, host: str) -> bool:
        """Whether the host is among the sites."""
        return any(_matches(host, _ascii(site)) for site in self.sites)


def _matches(host: str, site: str) -> bool:
    if site == "*":
        return True
    return host.endswith(site[1:]) if site.startswith("*.") else host == site


def _ascii(site: str) -> str:
    """The pattern in the form that cleaned addresses have. One that is no host name matches nothing."""
    stem, star = (site[2:], "*.") if site.startswith("*.") else (site, "")
    try:
        return star + (stem if stem.isascii() else idna.encode(stem, uts46=True).decode()).lower().rstrip(".")
    except idna.IDNAError:
        return ""

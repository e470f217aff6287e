"""How much one fetch may cost, and where it may go."""

import ipaddress
from dataclasses import dataclass
from typing import Final

import idna

from .guard import carried_4, public

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

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
    closed: tuple[Network, ...] = ()
    """The operator's own networks, never connected to, public though they are."""
    proxy: str = ""
    """Through which pages are fetched. Names are then looked up there, and it is there that inside ones are refused;
    here only those are that stand in the address as a number."""
    user_agent: str = "Mozilla/5.0 (compatible; readerapp)"

    def trusts(self, host: str, port: int) -> bool:
        """Whether the operator named this very place; no other rule holds there."""
        return (host, port) in self.private

    def admits(self, host: str, port: int) -> bool:
        """Whether the host and port may be read at all, whatever its name turns out to mean."""
        return self.trusts(host, port) or (port in self.ports and self.lists(host))

    def opens(self, address: str) -> bool:
        """Whether a numeric address may be connected to."""
        return public(address) and not any(_inside(address, network) for network in self.closed)

    def closes(self, host: str, port: int) -> bool:
        """Whether the host is a number, or a name for this very machine, that must not be connected to."""
        own = is_own_name(host) or (is_number(host) and not self.opens(host))
        return own and not self.trusts(host, port)

    def lists(self, host: str) -> bool:
        """Whether the host is among the sites."""
        return any(_matches(host, _ascii(site)) for site in self.sites)


def is_number(host: str) -> bool:
    """Whether a clean host is a numeric address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_own_name(host: str) -> bool:
    """Whether every machine calls itself so."""
    return host == "localhost" or host.endswith(".localhost")


def _inside(address: str, network: Network) -> bool:
    number = ipaddress.ip_address(address)
    inner = carried_4(number) if isinstance(number, ipaddress.IPv6Address) else None
    return any(each.version == network.version and each in network for each in (number, inner) if each)


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

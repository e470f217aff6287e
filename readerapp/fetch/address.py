"""What a visitor typed, made into the one form of an address that the rest of the room works with.

Everything odd is refused here rather than interpreted: two readers of a strange address seldom agree on
which host it names, and the one that checks must be the one that connects.
"""

import functools
import ipaddress
import re
from typing import Final
from urllib.parse import quote, urlsplit

import idna

from ..errors import AddressMalformed, AddressMissing

LONGEST: Final = 4096
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_PORT_FOLLOWS: Final = re.compile(r"[^:/?#]+:\d+(?:[/?#]|$)")
_LABEL: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER: Final = re.compile(r"\d+|0x[0-9a-f]*")
_QUAD: Final = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}")
_LONGEST_NAME: Final = 253
_HIGHEST_PORT: Final = 65535
_PORTS: Final = {"http": 80, "https": 443}
_KEPT: Final = "/:@!$&'()*+,;=-._~%"


def clean(address: str) -> str:
    """Return the address in canonical form: scheme, host in ASCII, no default port, no fragment.

    A missing scheme becomes https. Raises AddressMissing for nothing, AddressMalformed for anything but an
    http(s) address of a host without user name: another scheme, odd IP notations, control characters.
    """
    text = address.strip()
    if not text:
        raise AddressMissing
    try:
        return _canonical(text)
    except ValueError as odd:  # idna, ipaddress, urlsplit and quote all tell it this way
        raise AddressMalformed(address=shown(text)) from odd


def candidates(text: str) -> tuple[str, ...]:
    """The clean addresses that somebody may mean, best first: a bare name is one over https, else over http.

    An address that was typed with its scheme is meant as it stands. Raises what `clean` raises.
    """
    best = clean(text)
    bare = text.strip()
    if _with_scheme(bare) == bare:
        return (best,)
    return best, f"http{best.removeprefix('https')}"


def shown(address: str) -> str:
    """The address as an error may repeat it: short, and free of what would not print or encode."""
    text = "".join(char if char.isprintable() else "�" for char in address)
    return text if len(text) <= 200 else text[:199] + "…"


def readable(host: str) -> str:
    """A clean host as people write it: "xn--rv-via.se" is "räv.se"."""
    try:
        return idna.decode(host) if "xn--" in host else host
    except idna.IDNAError:
        return host


def place(address: str) -> tuple[str, int]:
    """The host and port of a clean address; an IPv6 host stands without brackets."""
    parts = urlsplit(address)
    return parts.hostname or "", parts.port or _PORTS[parts.scheme]


@functools.lru_cache(1024)  # each visit to a known page asks twice for the same
def _canonical(text: str) -> str:
    if len(text) > LONGEST or "\\" in text or any(not char.isprintable() for char in text):
        raise ValueError(text)
    parts = urlsplit(_with_scheme(text))
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or "@" in parts.netloc:
        raise ValueError(scheme)
    host, port = _split(parts.netloc)
    where = f"[{host}]" if ":" in host else host
    if port not in (None, _PORTS[scheme]):
        where += f":{port}"
    query = f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else ""
    return f"{scheme}://{where}{quote(parts.path or '/', safe=_KEPT)}{query}"


def _with_scheme(text: str) -> str:
    if text.startswith("//"):
        return f"https:{text}"
    match = _SCHEME.match(text)
    return f"https://{text}" if not match or _PORT_FOLLOWS.match(text) else text


def _split(netloc: str) -> tuple[str, int | None]:
    """Take host and port apart, each checked."""
    parts = re.fullmatch(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:]+)(?::(\d{0,5}))?", netloc, re.ASCII)
    if not parts:
        raise ValueError(netloc)
    port = int(parts[2]) if parts[2] else None
    if port is not None and not 0 < port <= _HIGHEST_PORT:
        raise ValueError(port)
    if parts[1].startswith("["):
        return ipaddress.IPv6Address(parts[1][1:-1]).compressed, port
    return _host(parts[1]), port


def _host(name: str) -> str:
    """The host in lower-case ASCII. A last label that is a number makes it an IPv4 address, written plainly."""
    host = name if name.isascii() else idna.encode(name, uts46=True).decode()
    host = host.lower().removesuffix(".")
    labels = host.split(".")
    if len(host) > _LONGEST_NAME or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueError(name)
    if _NUMBER.fullmatch(labels[-1]):
        if not _QUAD.fullmatch(host):
            raise ValueError(name)
        return str(ipaddress.IPv4Address(host))
    for label in labels:
        if label.startswith("xn--"):
            idna.decode(label)
    return host

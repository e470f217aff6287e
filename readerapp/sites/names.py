"""Tells when two addresses name one page: what is asked for beside its name counts for nothing."""

import re
from typing import Final
from urllib.parse import parse_qsl, urlsplit

_LONGEST: Final = 2000
_NAMES_PAGE: Final = re.compile(r"(?:[a-z_-]{0,20}id|p)", re.IGNORECASE)
"""What a parameter is called by whose number old systems tell their pages apart."""
_NUMBER: Final = re.compile(r"\d{1,9}", re.ASCII)


def host_of(address: str) -> str:
    """The host of an address, with its port where that is an own one; nothing for what is not of the web."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    return f"{host}:{port}" if host and port else host


def page_name(address: str) -> str:
    """What of an address tells a page of a host from its others.

    A page that a site gives out under a thousand questions (campaigns, sessions, orders of a list) is one page: it
    must not speak with a thousand tongues.
    """
    try:
        parts = urlsplit(address[:_LONGEST])
        query = parse_qsl(parts.query, max_num_fields=50)
    except ValueError:
        return ""
    path = parts.path.partition(";")[0].rstrip("/")
    telling = sorted(f"{name}={value}" for name, value in query if _NAMES_PAGE.fullmatch(name) and _tells(value))
    return "?".join((path or "/", *telling[:3]))


def _tells(value: str) -> bool:
    return _NUMBER.fullmatch(value) is not None

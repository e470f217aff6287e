"""How much one client may ask for, and what is refused before a door sees it."""

import ipaddress
from functools import lru_cache

import structlog
from flask import Flask, abort, request

from ..errors import Fault, HostWrong, SettingsWrong
from ..i18n import N_
from ..serving.environ import REFUSED
from .counting import place
from .rates import Rates

log = structlog.get_logger(__name__)

_ONE_CLIENT = 64
"""Bits of an IPv6 address that one household or office has: the rest is theirs to choose."""


def check(storage: str) -> None:
    """Raise SettingsWrong where requests cannot be counted, because the place to count them in does not answer."""
    if not answers(storage):
        raise SettingsWrong(
            [Fault("READERAPP_RATE_STORAGE", N_("nothing answers there; start it, or mend the address"))]
        )


def answers(storage: str) -> bool:
    """Whether the place to count requests in answers."""
    try:
        return bool(place(storage).check())
    except Exception:  # drivers of other people's databases raise what they like
        log.exception("rate storage failed")
        return False


def install(app: Flask, storage: str) -> Rates:
    """Refuse what is to be refused; return what doors hang their limits on.

    While the storage does not answer, each process counts for itself.
    """
    app.before_request(_refuse)

    return Rates(storage, client)


def client() -> str:
    """Who asks: an IPv4 address, or the network of 64 bits that an IPv6 address lies in."""
    return _client(request.remote_addr or "")


@lru_cache(1024)
def _client(address: str) -> str:
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(number, ipaddress.IPv6Address):
        inside = number.ipv4_mapped
        return str(inside or ipaddress.ip_network((int(number), _ONE_CLIENT), strict=False))
    return str(number)


def _refuse() -> None:
    match request.environ.get(REFUSED):
        case None:
            return
        case 400:
            raise HostWrong
        case status:
            abort(status)

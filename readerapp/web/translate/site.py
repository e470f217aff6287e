"""As what the visitor's browser knows this service, and whether that is enough for passkeys."""

import ipaddress
from functools import cache
from importlib.util import find_spec
from typing import Final
from urllib.parse import urlsplit

from flask import request

from ...accounts import Site

_NEAR: Final = "localhost"


def site() -> Site | None:
    """The name and the origin that passkeys are bound to; None where there can be none."""
    return _site() if installed() else None


def _site() -> Site | None:
    """Browsers give passkeys to a name, not to a number, and only where nobody on the way can change the page."""
    origin = f"{request.scheme}://{request.host}"
    name = urlsplit(origin).hostname or ""
    secure = request.scheme == "https" or name == _NEAR or name.endswith(f".{_NEAR}")
    return Site(name, origin) if secure and not _is_number(name) else None


@cache
def installed() -> bool:
    """Whether what reads passkeys is installed."""
    return find_spec("webauthn") is not None


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True

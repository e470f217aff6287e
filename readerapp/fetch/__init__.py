"""Address to Page: one request with limits, where the address is checked at the moment of connecting."""

from .address import candidates, clean
from .policy import Limits, Policy
from .reading import Read, Received, from_bytes, from_file, read
from .request import fetch
from .turns import Turns, asker

__all__ = [
    "Limits", "Policy", "Read", "Received", "Turns", "asker", "candidates", "clean", "fetch", "from_bytes", "from_file",
    "read",
]  # fmt: skip

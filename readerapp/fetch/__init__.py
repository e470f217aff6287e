"""Address to Document: one request with limits, where the address is checked at the moment of connecting."""

from .address import candidates, clean
from .limiter import FetchLimiter
from .policy import Limits, Policy
from .reading import Read, Received, from_bytes, from_file, read
from .request import fetch

__all__ = [
    "FetchLimiter", "Limits", "Policy", "Read", "Received", "candidates", "clean", "fetch", "from_bytes", "from_file",
    "read",
]  # fmt: skip

"""Address to Page: one request with limits, where the address is checked at the moment of connecting."""

from .address import clean
from .policy import Limits, Policy
from .reading import from_bytes, from_file
from .request import fetch

__all__ = ["Limits", "Policy", "clean", "fetch", "from_bytes", "from_file"]

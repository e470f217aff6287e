"""A self-hosted service that reads Swedish and Russian web pages aloud."""

from .compiled import use

__version__ = "0.1.0"

COMPILED = use()

"""A self-hosted service that reads Swedish and Russian web pages aloud."""

__version__ = "0.1.0"

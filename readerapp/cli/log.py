"""The log of a command: on standard error, since standard output may carry what was asked for."""

import sys


def start_logging() -> None:
    """Set up the log of the rooms that are loaded; where none of them logs, nothing is loaded for it."""
    if "structlog" in sys.modules:
        from .logs import configure

        configure()

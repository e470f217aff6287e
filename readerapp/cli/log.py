"""The log of a command: on standard error, since standard output may carry what was asked for."""

import sys


def logging_to_terminal() -> None:
    """Set up the log of the rooms that are loaded; where none of them logs, the logger is not loaded for it."""
    structlog = sys.modules.get("structlog")
    if structlog is None:
        return
    told = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper("%Y-%m-%d %H:%M:%S"), told],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )

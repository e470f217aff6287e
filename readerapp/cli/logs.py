"""One log in one form: lines for people on a terminal, JSON a line for what collects logs elsewhere, on standard error.

What libraries and the server tell goes the same way as our own.
"""

import logging
import sys
from typing import Final, TextIO

import structlog
from structlog.typing import Processor

_TIME: Final = structlog.processors.TimeStamper("iso", utc=True)
_SHARED: Final[tuple[Processor, ...]] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    _TIME,
)
_TRACEBACKS: Final = structlog.processors.ExceptionRenderer(
    structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
)
"""Without the values of variables: among them are addresses of clients, and what they read."""


def configure(stream: TextIO | None = None) -> None:
    """Have everything told to `stream`, standard error unless another is given."""
    target = stream or sys.stderr
    form = _form(people=target.isatty())
    whole = structlog.WriteLoggerFactory(target)  # a line and its end at once: other processes write there too
    structlog.configure(processors=[*_SHARED, *form], logger_factory=whole)
    handler = logging.StreamHandler(target)
    strip = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[strip, *form], foreign_pre_chain=[*_SHARED, structlog.stdlib.add_logger_name]
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def _form(*, people: bool) -> list[Processor]:
    if people:
        plain = structlog.dev.plain_traceback
        return [structlog.dev.ConsoleRenderer(exception_formatter=plain)]
    return [_TRACEBACKS, structlog.processors.JSONRenderer(ensure_ascii=False)]

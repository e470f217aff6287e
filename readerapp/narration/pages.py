"""The page that is meant: from the store while it is fresh, else from its site."""

from contextlib import suppress
from datetime import UTC, datetime

from ..errors import HostClosed, ReaderError
from ..fetch import candidates
from ..model import Page
from .dependencies import Dependencies


def read(typed: str, using: Dependencies) -> Page:
    """The page at what somebody typed: a bare name over https, or over http where nothing answers there."""
    first, *others = candidates(typed)
    try:
        return _at(first, using)
    except HostClosed as closed:
        for other in others:
            with suppress(HostClosed):
                return _at(other, using)
        raise closed from None


def _at(address: str, using: Dependencies) -> Page:
    """The page, from the store while fresh, else from the site; the stored one where the site is down."""
    kept = using.store.page(address)
    if kept and datetime.now(UTC) - kept.checked_at < using.fresh:
        return kept
    try:
        page = using.fetch(address, kept)
    except ReaderError as problem:
        if kept and problem.recoverable:
            return kept
        raise
    using.store.keep_page(page)
    return page

"""What goes with each error at each door."""

from collections.abc import Iterator

from readerapp.cli.exits import EXITS, exit_of
from readerapp.errors import EngineBusy, ReaderError
from readerapp.web.statuses import STATUSES, status_of


def kinds(kind: type[ReaderError] = ReaderError) -> Iterator[type[ReaderError]]:
    """An error and all that are kinds of it."""
    yield kind
    for narrower in kind.__subclasses__():
        yield from kinds(narrower)


def test_every_error_has_both() -> None:
    """A status for visitors and an exit code for scripts, each said in one table, for every error there is."""
    ours = {kind for kind in kinds() if kind.__module__.startswith("readerapp.errors.")}
    assert len(ours) > 35
    assert set(STATUSES) == set(EXITS) == ours
    assert set(STATUSES.values()) <= {400, 403, 404, 405, 409, 413, 415, 416, 422, 429, 500, 502, 503, 504, 507}
    assert set(EXITS.values()) <= set(range(1, 7))
    assert len({kind.code for kind in ours}) >= len(ours) - 3, "but for kinds that are told alike"


def test_an_error_of_somebody_else() -> None:
    """An engine's own kind of failure is told as what it is a kind of."""

    class Hoarse(EngineBusy):
        """A stranger's."""

    assert (status_of(Hoarse()), exit_of(Hoarse())) == (503, 5)

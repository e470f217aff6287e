"""`readerapp cache`: how large it is, making room, forgetting a page."""

import click
from rich.console import Console
from rich.table import Table

from ..fetch import clean
from ..i18n import N_
from ..settings import load
from ..store import Store, contents
from ..wiring import MEGABYTE
from .terminal import gettext as _


@click.group()
def cache() -> None:
    """Look after the folder of fetched pages and sound."""


@cache.command()
def size() -> None:
    """Show how much is kept."""
    settings = load()
    table = Table(_("Kept"), _("Files"), "MB")
    usage = contents.usage(Store(settings.cache))
    for part in usage:
        table.add_row(part.room, str(part.files), f"{part.bytes / MEGABYTE:.1f}")
    total = sum(part.bytes for part in usage)
    table.add_row(_("In all"), str(sum(part.files for part in usage)), f"{total / MEGABYTE:.1f}")
    Console(markup=False).print(table)


@cache.command()
@click.option(
    "--megabytes", type=click.IntRange(0), help=N_("How much to leave; the setting cache_megabytes if not given.")
)
def prune(megabytes: int | None) -> None:
    """Delete the least recently heard until the rest fits."""
    settings = load()
    limit = settings.cache_megabytes if megabytes is None else megabytes
    _report(Store(settings.cache).pruning.prune(limit * MEGABYTE))


@cache.command()
@click.argument("address", required=False)
@click.option("--all", "everything", is_flag=True, help=N_("Forget everything."))
def clear(address: str | None, *, everything: bool) -> None:
    """Forget one page and its sound, or everything."""
    store = Store(load().cache)
    if everything:
        _report(contents.clear_all(store))
    elif address:
        _report(contents.clear(store, clean(address)))
    else:
        raise click.UsageError(_("Give the address of a page, or --all."))


def _report(amount: int) -> None:
    click.echo(_("%(megabytes)s MB freed") % {"megabytes": f"{amount / MEGABYTE:.1f}"})

"""`readerapp cache`: how large it is, making room, forgetting a page."""

import click

from ..fetch import clean
from ..i18n import N_
from ..settings import load
from ..store import Store, contents
from ..wiring import MEGABYTE
from .tables import print_table
from .terminal import gettext as _


@click.group()
def cache() -> None:
    """Look after the folder of fetched pages and sound."""


@cache.command()
def size() -> None:
    """Show how much is kept."""
    settings = load()
    usage = contents.usage(Store(settings.cache))
    rows = [(part.room, part.files, part.bytes) for part in usage]
    rows.append((_("In all"), sum(part.files for part in usage), sum(part.bytes for part in usage)))
    headers = (_("Kept"), _("Files"), "MB")
    print_table(headers, ((name, str(files), f"{size / MEGABYTE:.1f}") for name, files, size in rows))


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

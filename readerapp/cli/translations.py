"""`readerapp translations`: gathering, updating, compiling and checking the catalogues."""

from pathlib import Path

import click

from .. import catalogs
from ..errors import CatalogueWrong, FileUnreadable
from ..i18n import N_, SHIPPED_TEXTS, here
from ..settings import load
from .tables import print_table
from .terminal import gettext as _

_PACKAGE = Path(__file__).parents[1]


@click.group(invoke_without_command=True)
@click.pass_context
def translations(context: click.Context) -> None:
    """Look after the catalogues; by itself, show how far each has come."""
    if not context.invoked_subcommand:
        context.invoke(status)


@translations.command()
def status() -> None:
    """Show how far each catalogue has come."""
    languages = catalogs.languages(_folder())
    counts = ((language, catalogs.progress(_folder(), language)) for language in languages)
    rows = (
        (language, str(count.total), f"{count.translated} ({count.share:.0%})", str(count.fuzzy))
        for language, count in counts
    )
    print_table((_("Language"), _("Texts"), _("Translated"), _("To be checked")), rows)


@translations.command()
def extract() -> None:
    """Gather the texts of the program into messages.pot."""
    template = catalogs.template_path(_folder())
    state = _("changed") if catalogs.extract(_PACKAGE, template) else _("unchanged")
    click.echo(f"{template}: {state}")


@translations.command()
def update() -> None:
    """Bring every catalogue in step with messages.pot; nothing translated is lost."""
    _list(catalogs.update(_folder()))


@translations.command(name="compile")
@click.option("--quiet", is_flag=True, help=N_("Say nothing when all is well."))
def compile_(*, quiet: bool) -> None:
    """Compile the catalogues for a faster start. Without it they are read as they are."""
    files = catalogs.compile_all(_folder())
    if not quiet:
        _list(files)


@translations.command()
def merge() -> None:
    """Bring a folder of your own in step with the shipped catalogues, as a start of the service does."""
    merges = catalogs.merge(SHIPPED_TEXTS, _folder())
    for each in merges:
        click.echo(_("%(language)s: %(count)s texts taken") % {"language": each.language, "count": each.taken})
        for name in each.differing:
            click.echo(
                _("%(language)s: changed here and in the upgrade, yours stays: %(text)s")
                % {"language": each.language, "text": name}
            )
    if not merges:
        click.echo(_("unchanged"))


_ARCHIVE = click.argument("archive", type=click.Path(dir_okay=False, path_type=Path))


@translations.command()
@_ARCHIVE
def backup(archive: Path) -> None:
    """Write catalogues, lexicons and the database of accounts, edits and reports to one .tar.gz archive."""
    from ..wiring import room
    from .archive import write

    if not write(archive, _folder(), room(load())().database):
        click.echo(_("The database is a server's: back it up with pg_dump."), err=True)
    click.echo(str(archive))


@translations.command()
@_ARCHIVE
def restore(archive: Path) -> None:
    """Put back what a backup holds. Stop the service first; what was there is kept, and its archive named."""
    from ..wiring import room
    from .archive import put_back

    if not archive.exists():
        raise FileUnreadable(path=archive)
    before, whole = put_back(archive, _folder(), room(load())().database)
    if not whole:
        click.echo(
            _("The database is a server's, or not in the archive: put it back with psql or pg_restore."), err=True
        )
    click.echo(_("What was there before: %(path)s") % {"path": before})


@translations.command()
def check() -> None:
    """Name every text that is missing, unsure or broken, with file and line; exit 2 if there is any."""
    problems = catalogs.check(_folder())
    if problems:
        raise CatalogueWrong(path=_folder(), problems="\n".join(map(str, problems)))
    click.echo(_("The catalogues are complete."))


def _folder() -> Path:
    return here(load().translations)


def _list(files: tuple[Path, ...]) -> None:
    for file in files:
        click.echo(str(file))
    if not files:
        click.echo(_("unchanged"))

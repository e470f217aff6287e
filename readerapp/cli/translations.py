"""`readerapp translations`: gathering, updating, compiling and checking the catalogues."""

import tarfile
from pathlib import Path
from typing import Final

import click

from .. import catalogs
from ..errors import CatalogueWrong
from ..i18n import N_, SHIPPED_TEXTS, here
from ..settings import load
from ..text.files import PARTIAL
from .tables import print_table
from .terminal import gettext as _
from .terminal import write_out

_PACKAGE = Path(__file__).parents[1]
DATABASE: Final = "readerapp.db"
"""Its name in the archive."""


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


@translations.command()
@click.argument("archive", type=click.Path(dir_okay=False, path_type=Path))
def backup(archive: Path) -> None:
    """Write catalogues, lexicons and the database of accounts, edits and reports to one .tar.gz archive."""
    import tempfile

    from ..wiring import room

    with tempfile.TemporaryDirectory() as aside:
        copy, bundle = Path(aside) / DATABASE, Path(aside) / "archive"
        copied: bool = room(load())().database.copy(copy)
        with tarfile.open(bundle, "w:gz") as target:
            target.add(_folder(), "translations", filter=_no_drafts)
            if copied:
                target.add(copy, DATABASE)
        write_out(archive, bundle.read_bytes())
    click.echo(str(archive))
    if not copied:
        click.echo(_("The database is a server's: back it up with pg_dump."), err=True)


def _no_drafts(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Leave out what is being written, and what is made of the rest."""
    return None if member.name.endswith((PARTIAL, ".mo")) else member


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

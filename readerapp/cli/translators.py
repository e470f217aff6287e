"""`readerapp translators`: who may translate, and what."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import click

from ..accounts import EVERY, Edit, Happening, Person, Stretch
from ..catalogs import is_language
from ..i18n import N_
from ..settings import Settings, bracketed
from .terminal import gettext as _
from .terminal import settings

if TYPE_CHECKING:
    from ..accounts.people import Accounts


class _Languages(click.ParamType):
    """Tags of languages with commas between; * for all of them."""

    name = "languages"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The tags."""
        tags = tuple(str(value).replace(",", " ").split())
        for tag in tags:
            if tag != EVERY and not is_language(tag):
                self.fail(
                    _("“%(name)s” is no language; give tags such as sv,ru, or * for all.") % {"name": tag}, param, ctx
                )
        return tags


_LANGUAGES = click.option(
    "--languages", type=_Languages(), required=True, help=N_("What they may change: sv,ru, or * for everything.")
)


_DAY: Final = click.DateTime(["%Y-%m-%d"])
_SHOWN: Final = 60
"""Characters of a text that stand in a line of the log."""


@click.group(invoke_without_command=True)
@click.pass_context
def translators(context: click.Context) -> None:
    """Look after the accounts of translators; by itself, list them."""
    if not context.invoked_subcommand:
        _list()


@translators.command()
@click.argument("name")
@_LANGUAGES
def add(name: str, languages: tuple[str, ...]) -> None:
    """Make an account, and print the link by which its owner chooses a passphrase."""
    _print_link(_accounts().add(name, languages))


@translators.command()
@click.argument("name")
def invite(name: str) -> None:
    """Print a new link for an account; its passphrase and sessions are no more."""
    _print_link(_accounts().invite(name))


@translators.command()
@click.argument("name")
@_LANGUAGES
def allow(name: str, languages: tuple[str, ...]) -> None:
    """Change which languages an account may change."""
    _accounts().allow(name, languages)


@translators.command()
@click.argument("name")
def remove(name: str) -> None:
    """Let an account sign in no more. What it wrote stays, under its name."""
    _accounts().remove(name)


@translators.command()
@click.option("--lines", type=click.IntRange(1), default=50, show_default=True, help=N_("How many."))
@click.option("--name", default="", help=N_("Only what this account did, or what was done to it."))
@click.option("--since", type=_DAY, help=N_("From this day on, such as 2026-11-01 (UTC)."))
@click.option("--until", type=_DAY, help=N_("Up to the end of this day."))
def log(lines: int, name: str, since: datetime | None, until: datetime | None) -> None:
    """Show what happened lately: links, sign-ins and refusals, and who saved what. It is kept for a year."""
    from ..wiring import room

    ends = until + timedelta(days=1) if until else None
    stretch = Stretch(name, _seconds(since, Stretch().since), _seconds(ends, Stretch().until))
    database_room = room(settings())()
    happenings = [
        *database_room.accounts.happenings(lines, stretch),
        *map(_happening, database_room.edits.made(lines, stretch)),
    ]
    for each in sorted(happenings, key=lambda happening: happening.at)[-lines:]:
        cells = (f"{datetime.fromtimestamp(each.at, UTC):%Y-%m-%d %H:%M:%S}Z", each.who, each.what, each.detail)
        click.echo("\t".join(map(_shown, cells)))


def _shown(cell: str) -> str:
    """On one line, and with nothing that a terminal would obey."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in cell).split())


def _happening(edit: Edit) -> Happening:
    """A change as a line of the log."""
    change = edit.change
    which = f" {change.subject}: {change.msgid[:_SHOWN]}" if change.msgid else ""
    return Happening(edit.at, edit.author, edit.kind, change.language + which)


def _seconds(day: datetime | None, otherwise: float) -> float:
    return day.replace(tzinfo=UTC).timestamp() if day else otherwise


def _list() -> None:
    from .tables import print_table

    def state(person: Person) -> str:
        return _("removed") if not person.open else _("has a link") if person.invited else _("active")

    people = _accounts().all()
    if people:
        rows = ((person.name, " ".join(person.languages), state(person)) for person in people)
        print_table((_("Name"), _("Languages"), _("State")), rows)
    else:
        from ..accounts.database import shown

        advice = _("There is no account yet in %(place)s. Make one: readerapp translators add NAME --languages ru")
        click.echo(advice % {"place": shown(settings().database)}, err=True)


def _print_link(token: str) -> None:
    click.echo(f"{_address(settings())}/translate/invitation/{token}")
    click.echo(_("It works once, for three days. Send it where only its owner reads it."), err=True)


def _address(configuration: Settings) -> str:
    """Where the service is reached: the first name that it answers to, else this machine."""
    names = [name for name in configuration.hosts if "*" not in name]
    return (
        f"https://{names[0]}" if names else f"http://{bracketed(configuration.host)}:{configuration.port}"
    ) + configuration.prefix


def _accounts() -> "Accounts":
    from ..wiring import room

    return room(settings())().accounts

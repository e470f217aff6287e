"""What is read aloud, as options of a command."""

from dataclasses import fields
from typing import Final, get_args

import click

from ..i18n import N_
from ..speech import Tables, Verbosity
from .terminal import gettext as _

_SWITCHES: Final = {field.name: field.default for field in fields(Verbosity) if isinstance(field.default, bool)}


class _Things(click.ParamType):
    """Names of things that can be said or left out, with commas between."""

    name = "things"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The names; one that is not known is told together with those that are."""
        names = tuple(str(value).replace(",", " ").split())
        for name in names:
            if name not in _SWITCHES:
                fault = _("“%(name)s” is none of these: %(known)s.")
                self.fail(fault % {"name": name, "known": ", ".join(_SWITCHES)}, param, ctx)
        return names


def _listed(*, usual: bool) -> str:
    return ",".join(name for name, default in _SWITCHES.items() if default is usual)


SAY: Final = click.option(
    "--say",
    metavar=_listed(usual=False),
    type=_Things(),
    default="",
    help=N_("Say also what the eye sees by itself: that a heading or a list comes, and so on."),
)
LEAVE_OUT: Final = click.option(
    "--leave-out", metavar=_listed(usual=True), type=_Things(), default="", help=N_("Leave these out.")
)
TABLES: Final = click.option(
    "--tables",
    type=click.Choice(get_args(Tables)),
    default=Verbosity.tables,
    show_default=True,
    help=N_("Each cell with its column's header, the cells alone, or no tables."),
)


def verbosity(say: tuple[str, ...], leave_out: tuple[str, ...], tables: Tables) -> Verbosity:
    """What the options make. Raises UsageError where one thing is both wanted and not."""
    if both := sorted({*say} & {*leave_out}):
        raise click.UsageError(_("“%(name)s” cannot be both said and left out.") % {"name": both[0]})
    return Verbosity(**dict.fromkeys(say, True) | dict.fromkeys(leave_out, False), tables=tables)

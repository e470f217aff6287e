"""`readerapp reports`: words that listeners say are read wrongly, for the editors of the lexicons."""

from typing import get_args

import click

from ..i18n import N_
from ..reports import Report, State
from .terminal import gettext as _
from .terminal import settings

_STATES = click.Choice(get_args(State))


@click.group(invoke_without_command=True)
@click.option("--state", type=_STATES, help=N_("Only those in this state."))
@click.option("--json", "as_json", is_flag=True, help=N_("As JSON, one report a line."))
@click.pass_context
def reports(context: click.Context, state: State | None, *, as_json: bool) -> None:
    """Show the words that listeners say are read wrongly; by itself, all of them, undecided ones first."""
    if context.invoked_subcommand:
        return
    import msgspec

    from ..wiring import reports as kept

    every = kept(settings()).all(state)
    for report in every:
        click.echo(msgspec.json.encode(report).decode() if as_json else _told(report))
    if not every:
        click.echo(_("No word is reported.") if state is None else _("No report is in that state."), err=True)


@reports.command()
@click.argument("key")
@click.argument("state", type=_STATES)
def decide(key: str, state: State) -> None:
    """Write what has become of a report: its key or the beginning of it, and its new state."""
    from ..wiring import reports as kept

    room = kept(settings())
    fitting = [each.key for each in room.all() if each.key.startswith(key)]
    if len(fitting) != 1:
        raise click.UsageError(_("No single report has a key that begins so: %(key)s") % {"key": key})
    room.decide(fitting[0], state)


def _told(report: Report) -> str:
    """One report in a few lines."""
    about = (report.key[:12], report.state, f"{report.last:%Y-%m-%d}", f"×{report.times}", report.voice)
    head = "  ".join(about)
    lines = [head, f"    {report.word}", f"    {report.sentence}", f"    {report.page}"]
    return "\n".join([*lines, f"    “{report.comment}”"] if report.comment else lines)

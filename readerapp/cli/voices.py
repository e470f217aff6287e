"""`readerapp voices`: who can speak, what each needs, and how each sounds."""

import click
from rich.console import Console
from rich.table import Table

from ..languages import READ
from ..wiring import House
from .say import say
from .talk import gettext as _
from .talk import house


@click.group(invoke_without_command=True)
@click.pass_context
def voices(context: click.Context) -> None:
    """Show every voice: its language, its licence, whether it needs the network, and what it lacks."""
    if context.invoked_subcommand:
        return
    with house() as built:
        Console().print(_table(built))


@voices.command(name="try")
@click.argument("voice", metavar="ID")
@click.argument("text")
@click.option("-o", "--output", metavar="FILE", default="sample.mp3", show_default=True, help="Where to write the MP3.")
@click.pass_context
def try_(context: click.Context, voice: str, text: str, output: str) -> None:
    """Write a sample of one voice."""
    with house() as built:
        language = built.parts.roster.voice(voice).language
    context.invoke(say, text=text, language=language, voice=voice, output=output, explain=False)


def _table(built: House) -> Table:
    roster = built.parts.roster
    chosen = {language: [voice.id for voice in roster.preferred(language)] for language in READ}
    table = Table(_("Voice"), _("Language"), _("Licence"), _("Network"), _("Order"), _("State"))
    for voice in roster.voices():
        order = chosen.get(voice.language, [])
        table.add_row(
            voice.id,
            voice.language,
            voice.licence,
            _("sends the text to %(provider)s") % {"provider": voice.provider} if voice.online else _("not needed"),
            str(order.index(voice.id) + 1) if voice.id in order else "",
            _(roster.why_unavailable(voice) or "ready"),
        )
    return table

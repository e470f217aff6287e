"""`readerapp voices`: who can speak, what each needs, and how each sounds."""

from collections.abc import Iterator
from pathlib import Path

import click
import httpx
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from ..engines import piper_install
from ..i18n import N_
from ..languages import READ
from ..wiring import Services
from .say import say
from .tables import print_table
from .terminal import gettext as _
from .terminal import services, settings


@click.group(invoke_without_command=True)
@click.pass_context
def voices(context: click.Context) -> None:
    """Show every voice: its language, its licence, whether it needs the network, and what it lacks."""
    if context.invoked_subcommand:
        return
    with services() as service:
        headers = (_("Voice"), _("Language"), _("Licence"), _("Network"), _("Order"), _("State"))
        print_table(headers, _rows(service))
        for engine in service.dependencies.voices.engines.values():
            if not engine.voices() and (why := engine.why_unavailable()):
                click.echo(f"{engine.name}: {_(why)}")
            if failure := service.dependencies.voices.failures.last(engine.name):
                facts = {"voice": failure.voice, "when": f"{failure.at:%Y-%m-%d %H:%M} UTC", "reason": failure.reason}
                click.echo(_("%(voice)s failed last at %(when)s: %(reason)s") % facts)


@voices.command(name="try")
@click.argument("voice", metavar="ID")
@click.argument("text")
@click.option(
    "-o", "--output", metavar="FILE", default="sample.mp3", show_default=True, help=N_("Where to write the MP3.")
)
@click.pass_context
def try_(context: click.Context, voice: str, text: str, output: str) -> None:
    """Write a sample of one voice."""
    with services() as service:
        language = service.dependencies.voices.voice(voice).language
    context.invoke(say, text=text, language=language, voice=voice, output=output, explain=False)


@voices.command()
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "--from", "base", default=piper_install.VOICES, help=N_("Address that holds voices.json."), show_default=True
)
@click.option("--yes", is_flag=True, help=N_("Agree to the voice's licence without being asked."))
def install(name: str | None, base: str, *, yes: bool) -> None:
    """Fetch a Piper voice such as sv_SE-nst-medium; without a name, list those of our languages."""
    with piper_install.open_list(base) as client:
        if name is None:
            for offer in piper_install.offers(client, READ):
                click.echo(f"{offer.name}\t{offer.size / 1e6:.0f} MB")
            return
        _install(client, name, agreed=yes)


def _install(client: httpx.Client, name: str, *, agreed: bool) -> None:
    offer = piper_install.find_offer(client, name)
    card = piper_install.read_licence(client, offer)
    click.echo(card or _("The voice names no licence."))
    if not agreed:
        click.confirm(_("Install the voice under these terms?"), abort=True)
    columns = TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(offer.name, total=offer.size)
        folder = Path(settings().voices_folder)
        piper_install.install(client, offer, folder, card, lambda here, _all: bar.update(task, completed=here))
    click.echo(_("The voice piper:%(name)s is installed.") % {"name": offer.name})


def _rows(service: Services) -> Iterator[tuple[str, ...]]:
    registry = service.dependencies.voices
    orders = {language: [voice.id for voice in registry.preferred(language)] for language in READ}
    for voice in registry.voices():
        order = orders.get(voice.language, [])
        yield (
            voice.id,
            voice.language,
            _(voice.licence),
            _("sends the text to %(provider)s") % {"provider": voice.provider} if voice.online else _("not needed"),
            str(order.index(voice.id) + 1) if voice.id in order else "",
            _(registry.why_unavailable(voice) or "ready"),
        )

"""`readerapp say`: one text, aloud or explained."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ..i18n import N_
from ..languages import READ
from .terminal import gettext as _
from .terminal import services, words, write_out

if TYPE_CHECKING:
    from ..narration.views import Explanation

_CYRILLIC: Final = ("\u0400", "\u04ff")


@click.command()
@click.argument("text")
@click.option(
    "--language",
    type=click.Choice(READ),
    help=N_("The text's language; where not given, Swedish, or Russian where most letters are Russian."),
)
@click.option("--voice", metavar="ID", help=N_("A voice from “readerapp voices”."))
@click.option("-o", "--output", metavar="FILE", help=N_("Write it as MP3; - is standard output."))
@click.option("--explain", is_flag=True, help=N_("Show what is read how, and by which rule."))
def say(text: str, language: str | None, voice: str | None, output: str | None, *, explain: bool) -> None:
    """Show how one text is said, and with -o say it."""
    if not text.strip():
        raise click.UsageError(_("There is nothing to say: the text is empty."))
    language = language or _language(text)
    if not (explain or output):
        click.echo(words(text, language))
        return
    with services() as service:
        if explain:
            _print(service.narration.explain(text, language, voice))
        else:
            click.echo(service.narration.words(text, language), err=output == "-")
        if output:
            _write(service.narration.speak(text, language, voice).audio, output)


def _language(text: str) -> str:
    """Swedish, or Russian by its letters: nobody asks how a Swede reads those."""
    cyrillic = sum(_CYRILLIC[0] <= letter <= _CYRILLIC[1] for letter in text)
    return "ru" if 2 * cyrillic > sum(map(str.isalpha, text)) else READ[0]


def _print(explanation: "Explanation") -> None:
    from .tables import print_table

    rows = ((row.displayed, row.spoken, row.rule) for row in explanation.rows)
    print_table((_("Displayed"), _("Said"), _("Rule")), rows)


def _write(mp3: bytes, output: str) -> None:
    if output == "-":
        sys.stdout.buffer.write(mp3)
    else:
        write_out(Path(output), mp3)

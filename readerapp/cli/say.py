"""`readerapp say`: one text, aloud or explained."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from .. import audio, speech
from ..i18n import N_
from ..languages import READ
from ..narrate import Parts
from .talk import gettext as _
from .talk import house, write_out


@click.command()
@click.argument("text")
@click.option(
    "--language", type=click.Choice(READ), default=READ[0], show_default=True, help=N_("The text's language.")
)
@click.option("--voice", metavar="ID", help=N_("A voice from “readerapp voices”."))
@click.option("-o", "--output", metavar="FILE", help=N_("Write it as MP3; - is standard output."))
@click.option("--explain", is_flag=True, help=N_("Show what is read how, and by which rule."))
def say(text: str, language: str, voice: str | None, output: str | None, *, explain: bool) -> None:
    """Show how one text is said, and with -o say it."""
    with house() as built:
        lexicons = built.shelf.lexicons().get(language, ())
        said = speech.utterance(text, language, lexicons)
        if explain:
            _explain(text, language, lexicons, built.parts, voice)
        else:
            click.echo(speech.render(said).text, err=output == "-")
        if output:
            roster = built.parts.roster
            chosen = roster.choose(language, wanted=voice)
            spoken = speech.render(said, roster.engine(chosen.id).style, built.parts.accent)
            _write(audio.encode(roster.speak(spoken, chosen.id), "sample").audio, output)


def _explain(text: str, language: str, lexicons: Sequence[speech.Lexicon], parts: Parts, voice: str | None) -> None:
    """Print what is read how; where stress is told to voices, as it is told to the one that would speak."""
    table = Table(_("Displayed"), _("Said"), _("Rule"))
    style = parts.roster.engine(parts.roster.choose(language, wanted=voice).id).style if parts.accent else "words"
    for row in speech.explain(text, language, lexicons, style, parts.accent):
        table.add_row(row.displayed, row.spoken, row.rule)
    Console(markup=False).print(table)


def _write(mp3: bytes, output: str) -> None:
    if output == "-":
        sys.stdout.buffer.write(mp3)
    else:
        write_out(Path(output), mp3)

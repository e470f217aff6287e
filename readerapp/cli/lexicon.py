"""`readerapp lexicon`: checking and changing how words are said, and finding the pages that say them."""

from pathlib import Path

import click

from .. import speech
from ..errors import LexiconWrong
from ..i18n import N_
from ..languages import READ
from .terminal import describe, services, settings, write_out
from .terminal import gettext as _

_FILE = click.Path(dir_okay=False, path_type=Path)
_FILE_OR_FOLDER = click.Path(path_type=Path)
_LANGUAGE = click.option("--language", type=click.Choice(READ), default=READ[0], show_default=True)


@click.group()
def lexicon() -> None:
    """Look after your own pronunciation lexicons (W3C PLS files named by the setting “lexicons”)."""


@lexicon.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
def check(files: tuple[Path, ...]) -> None:
    """Name every fault of lexicon files, with its line; exit 2 if there is any."""
    wrong: list[LexiconWrong] = []
    for file in files:
        if faults := speech.check(file):
            wrong.append(LexiconWrong(path=file, faults=faults))
        else:
            click.echo(_("%(path)s is in order.") % {"path": file})
    for problem in wrong[:-1]:
        click.echo(describe(problem), err=True)
    if wrong:
        raise wrong[-1]


@lexicon.command()
@click.argument("word")
@click.option("--alias", default="", help=N_("Other spelling that every voice says right."))
@click.option("--phonemes", default="", help=N_("IPA, for voices that take it."))
@click.option(
    "--file",
    type=_FILE_OR_FOLDER,
    help=N_("The lexicon to change, or its folder; the last one of the setting “lexicons” if not given."),
)
@click.option(
    "--language", type=click.Choice(READ), help=N_("The file's language; Swedish for a new file if not given.")
)
def add(word: str, alias: str, phonemes: str, file: Path | None, language: str | None) -> None:
    """Say a word another way from now on; only the sentences with that word are made again."""
    own = settings().lexicons
    if not (alias or phonemes):
        raise click.UsageError(_("Give --alias or --phonemes."))
    if not (file or own):
        raise click.UsageError(_("Give --file, or name a lexicon in the setting “lexicons”."))
    target = file or Path(own[-1])
    if target.is_dir():
        target /= f"{language or READ[0]}.pls"
    speech.add(target, word, alias=alias, phonemes=phonemes, language=language)
    click.echo(_("“%(word)s” is in %(path)s.") % {"word": word, "path": target})
    if not {target.resolve(), target.resolve().parent} & {Path(name).resolve() for name in own}:
        click.echo(_("Nothing reads that file yet: name it in the setting “lexicons”."))


@lexicon.command()
@click.argument("word")
@click.option("--voice", metavar="ID", help=N_("A voice from “readerapp voices”."))
@click.option(
    "-o", "--output", type=_FILE, default=Path("sample.mp3"), show_default=True, help=N_("Where to write the MP3.")
)
@_LANGUAGE
def say(word: str, voice: str | None, output: Path, language: str) -> None:
    """Write how a word sounds with the lexicons in force."""
    with services() as service:
        sample = service.narration.speak(word, language, voice)
    write_out(output, sample.audio)
    click.echo(f"{sample.words} ({sample.voice.id}): {output}")


@lexicon.command()
@click.argument("word")
def where(word: str) -> None:
    """List the pages in the cache that say a word, and in which sentences."""
    from ..store import Store, contents

    texts = {
        (plan.address, plan.utterances[number].utterance.text): None
        for plan in contents.plans(Store(settings().cache))
        for number in speech.mentions([line.utterance for line in plan.utterances], word)
    }
    for address, text in texts:
        click.echo(f"{address}\t{text}")
    if not texts:
        click.echo(_("No page in the cache says “%(word)s”.") % {"word": word})

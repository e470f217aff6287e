"""`readerapp read`: a page as an MP3 file, as Markdown, as what will be said, or as JSON."""

import shutil
import sys
from pathlib import Path
from typing import Any, BinaryIO

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from ..errors import StoreFull
from ..extract import markdown, named
from ..fetch import from_file
from ..i18n import N_
from ..languages import READ
from ..model import Article, Recording
from ..narration.request import NarrationRequest, ReadingPreferences
from ..narration.service import NarrationService
from ..narration.views import Finished, OpenedPage
from ..speech import Tables
from .tables import print_table
from .terminal import gettext as _
from .terminal import services, write_out
from .verbosity import LEAVE_OUT, SAY, TABLES, verbosity

_STDOUT = "-"


@click.command()
@click.argument("source", metavar="ADDRESS_OR_FILE")
@click.option("--language", type=click.Choice(READ), help=N_("The page's language, where it says the wrong one."))
@click.option("--voice", metavar="ID", help=N_("A voice from “readerapp voices”."))
@click.option("--readid", metavar="IDS", default="", help=N_("Read only the elements with these ids (a,b,c)."))
@click.option("--readclass", metavar="CLASSES", default="", help=N_("Read only the elements with these classes (a,b)."))
@click.option(
    "--region", metavar="CSS", default="", help=N_("Read only what this selector names, as --explain prints it.")
)
@click.option("-o", "--output", metavar="FILE", help=N_("Where to write the MP3; - is standard output."))
@click.option("--article", "shape", flag_value="article", help=N_("Print the article as Markdown; make no sound."))
@click.option("--text", "shape", flag_value="text", help=N_("Print what will be said; make no sound."))
@click.option(
    "--engine-text",
    "shape",
    flag_value="engine-text",
    help=N_("Print what the voice is given, spelled so that it says it right; make no sound."),
)
@click.option(
    "--json", "shape", flag_value="json", help=N_("Print the recording with its cues; with -o made, else planned.")
)
@click.option("--explain", "shape", flag_value="explain", help=N_("List what of the page is left out, and why."))
@SAY
@LEAVE_OUT
@TABLES
@click.option("--offline", is_flag=True, help=N_("Use no voice that sends the text away."))
def read(  # the options have the types of `_preferences`
    source: str,
    output: str | None,
    shape: str | None,
    *,
    offline: bool,
    **options: Any,  # noqa: ANN401 - each has the type of the field of `ReadingPreferences` that it becomes
) -> None:
    """Read one page aloud: write an MP3 of it, named after the page unless -o says otherwise."""
    overrides: dict[str, object] = {"page_workers": 0}  # one page of the operator's own choice, and nobody else waits
    if offline:
        overrides["offline"] = True
    with services(**overrides) as service:
        preferences = _preferences(**options)
        page = service.narration.open(_request(source, preferences))
        _tell_cut(page)
        if shape and not output:
            _print(shape, page)
            return
        name = output or f"{_slug(page.article.title)}.mp3"
        recording = _record(service.narration, page, name)
        if not output:
            click.echo(_("File: %(file)s") % {"file": name}, err=True)
        _tell_unused(preferences.voice, page)
        if shape:
            _print(shape, page, recording)


def _preferences(  # noqa: PLR0913 - one argument for each option
    *,
    language: str | None,
    voice: str | None,
    readid: str,
    readclass: str,
    region: str,
    say: tuple[str, ...],
    leave_out: tuple[str, ...],
    tables: Tables,
) -> ReadingPreferences:
    return ReadingPreferences(
        language=language,
        voice=voice,
        region=named(readid, readclass, region),
        verbosity=verbosity(say, leave_out, tables),
    )


def _tell_cut(page: OpenedPage) -> None:
    if page.document.cut:
        warning = _(
            "Only the beginning of the page came from its site, and that is what is read here. "
            "Open it again for the rest."
        )
        click.echo(warning, err=True)


def _tell_unused(voice: str | None, page: OpenedPage) -> None:
    if page.voice_idle:
        warning = _("The voice %(voice)s is not used: nothing on the page is in its language.")
        click.echo(warning % {"voice": voice}, err=True)


def _request(source: str, preferences: ReadingPreferences) -> NarrationRequest:
    if _names_file(source):
        return NarrationRequest(preferences=preferences, document=from_file(Path(source)))
    return NarrationRequest(source, preferences)


def _names_file(source: str) -> bool:
    """Whether a file is meant: one that is there, or a name that no address has."""
    if "://" in source or not source.strip():
        return False
    return source.endswith((".html", ".htm", ".txt")) or "/" in source[:2] or Path(source).exists()


def _print(shape: str, page: OpenedPage, recording: Recording | None = None) -> None:
    if shape == "article":
        click.echo(markdown(page.article))
    elif shape == "text":
        click.echo("\n".join(page.spoken()))
    elif shape == "engine-text":
        click.echo("\n".join(page.engine_text()))
    elif shape == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(recording or page.plan), indent=2))
    else:
        _explain(page.article)


def _explain(article: Article) -> None:
    rows = ((_(part.rule), str(part.words), part.text, part.path) for part in article.skipped)
    print_table((_("Rule"), _("Words"), _("Begins with"), _("Selector")), rows)


def _record(narration: NarrationService, page: OpenedPage, name: str) -> Recording:
    """Make what is missing, write the file, say what was done."""
    ready = narration.state(page.key).made
    if page.recording is None:
        _make(narration, page)
    sound, recording = narration.sound(page.key), narration.recording(page.key)
    if not isinstance(sound, Finished) or recording is None:
        raise StoreFull
    _write(sound.file.path, name)
    _report(page, recording, ready)
    if recording.provisional:
        warning = _("The preferred voice did not answer; another one finished the page.")
        Console(stderr=True, highlight=False, markup=False).print(warning, style="yellow")
    return recording


def _report(page: OpenedPage, recording: Recording, ready: int) -> None:
    report = Console(stderr=True, highlight=False, markup=False)
    report.print(recording.title, style="bold")
    length, all_of = round(recording.milliseconds / 1000), len(recording.cues)
    report.print(_("Voice: %(voice)s (%(id)s)") % {"voice": page.voice.name, "id": page.voice.id})
    report.print(_("Length: %(minutes)d min %(seconds)d s") % {"minutes": length // 60, "seconds": length % 60})
    report.print(_("Sentences: %(all)d, of which %(cached)d from the cache") % {"all": all_of, "cached": ready})


def _make(narration: NarrationService, page: OpenedPage) -> None:
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    )
    with bar:
        task = bar.add_task(_("Speaking"), total=len(page.plan.utterances))
        for number in range(len(page.plan.utterances)):
            narration.sentence(page.key, number)
            bar.advance(task)


def _write(file: Path, name: str) -> None:
    if name == _STDOUT:
        _copy(file, sys.stdout.buffer)
    else:
        write_out(Path(name), file.read_bytes())


def _copy(file: Path, target: BinaryIO) -> None:
    with file.open("rb") as source:
        shutil.copyfileobj(source, target)


def _slug(title: str) -> str:
    letters = "".join(letter if letter.isalnum() else " " for letter in title)
    return "-".join(letters.lower().split())[:80] or "page"

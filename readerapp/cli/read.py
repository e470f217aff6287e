"""`readerapp read`: a page as an MP3 file, as Markdown, as what will be said, or as JSON."""

import shutil
import sys
from pathlib import Path
from typing import Any, BinaryIO

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from .. import narrate
from ..engines.roster import Roster
from ..errors import StoreFull
from ..extract import markdown, named
from ..fetch import from_file
from ..i18n import N_
from ..jobs import Narrator
from ..languages import READ
from ..model import Page, Plan, Recording
from ..speech import Tables
from .choices import LEAVE_OUT, SAY, TABLES, choices
from .talk import gettext as _
from .talk import house, write_out

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
    "--json", "shape", flag_value="json", help=N_("Print the recording with its cues; with -o made, else planned.")
)
@click.option("--explain", "shape", flag_value="explain", help=N_("List what of the page is left out, and why."))
@SAY
@LEAVE_OUT
@TABLES
@click.option("--offline", is_flag=True, help=N_("Use no voice that sends the text away."))
def read(  # the wishes have the types of `_ask`
    source: str,
    output: str | None,
    shape: str | None,
    *,
    offline: bool,
    **wishes: Any,  # noqa: ANN401 - each has the type of the field of `Ask` that it becomes
) -> None:
    """Read one page aloud: write an MP3 of it, named after the page unless -o says otherwise."""
    given = {"offline": True} if offline else {}
    with house(**given) as built:
        page = _page(source, built.parts)
        ask = _ask(**wishes)
        told = narrate.prepare(page, ask, built.parts)
        if shape and not output:
            _print(shape, told)
            return
        name = output or f"{_slug(told.plan.title)}.mp3"
        recording = _record(built.narrator, told.plan, name)
        _tell_unused(ask.voice, told.plan, built.parts.roster)
        if shape:
            _print(shape, told, recording)


def _ask(  # noqa: PLR0913 - one argument for each option
    *,
    language: str | None,
    voice: str | None,
    readid: str,
    readclass: str,
    region: str,
    say: tuple[str, ...],
    leave_out: tuple[str, ...],
    tables: Tables,
) -> narrate.Ask:
    return narrate.Ask(
        language=language,
        voice=voice,
        region=named(readid, readclass, region),
        choices=choices(say, leave_out, tables),
    )


def _tell_unused(voice: str | None, plan: Plan, roster: Roster) -> None:
    if voice and roster.voice(voice).language not in {line.utterance.language for line in plan.lines}:
        told = _("The voice %(voice)s is not used: nothing on the page is in its language.")
        click.echo(told % {"voice": voice}, err=True)


def _page(source: str, parts: narrate.Parts) -> Page:
    return from_file(Path(source)) if _names_file(source) else narrate.read_typed(source, parts)


def _names_file(source: str) -> bool:
    """Whether a file is meant: one that is there, or a name that no address has."""
    if "://" in source or not source.strip():
        return False
    return source.endswith((".html", ".htm")) or "/" in source[:2] or Path(source).exists()


def _print(shape: str, told: narrate.Narration, recording: Recording | None = None) -> None:
    if shape == "article":
        click.echo(markdown(told.article))
    elif shape == "text":
        click.echo("\n".join(line.spoken.text for line in told.plan.lines))
    elif shape == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(recording or told.plan), indent=2))
    else:
        _explain(told)


def _explain(told: narrate.Narration) -> None:
    table = Table(_("Rule"), _("Words"), _("Begins with"), _("Selector"))
    for part in told.article.skipped:
        table.add_row(_(part.rule), str(part.words), part.text, part.path)
    Console(markup=False).print(table)


def _record(narrator: Narrator, plan: Plan, name: str) -> Recording:
    """Make what is missing, write the file, say what was done."""
    store = narrator.parts.store
    store.keep_plan(plan)
    ready = sum(store.has_clip(line.clip) for line in plan.lines)
    recording = store.recording(plan.key) or _make(narrator, plan)
    file = store.audio(recording.key)
    if file is None:
        raise StoreFull
    _write(file, name)
    report = Console(stderr=True, highlight=False, markup=False)
    report.print(recording.title, style="bold")
    voice, length = narrator.parts.roster.voice(recording.voice), round(recording.milliseconds / 1000)
    report.print(_("Voice: %(voice)s (%(id)s)") % {"voice": voice.name, "id": voice.id})
    report.print(_("Length: %(minutes)d min %(seconds)d s") % {"minutes": length // 60, "seconds": length % 60})
    report.print(
        _("Sentences: %(all)d, of which %(cached)d from the cache") % {"all": len(plan.lines), "cached": ready}
    )
    if recording.provisional or plan.provisional:
        report.print(_("The preferred voice did not answer; another one finished the page."), style="yellow")
    return recording


def _make(narrator: Narrator, plan: Plan) -> Recording:
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    )
    with bar:
        task = bar.add_task(_("Speaking"), total=len(plan.lines))
        for number in range(len(plan.lines)):
            narrator.clip(plan, number)
            bar.advance(task)
    return narrate.finish(narrator.settled(plan), narrator.parts)


def _write(file: Path, name: str) -> None:
    if name == _STDOUT:
        _copy(file, sys.stdout.buffer)
    else:
        write_out(Path(name), file.read_bytes())


def _copy(file: Path, target: BinaryIO) -> None:
    with file.open("rb") as source:
        shutil.copyfileobj(source, target)


def _slug(title: str) -> str:
    kept = "".join(letter if letter.isalnum() else " " for letter in title)
    return "-".join(kept.lower().split())[:80] or "page"

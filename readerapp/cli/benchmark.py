"""`readerapp benchmark`: what each voice costs on this machine."""

import os
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from statistics import median

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from .. import audio
from ..engines.voice_registry import VoiceRegistry
from ..i18n import N_
from ..model import SpokenText, Voice
from .tables import print_table
from .terminal import gettext as _
from .terminal import services

SENTENCES = {
    "sv": (
        "Biblioteket i Flen håller öppet till klockan åtta på kvällen, och alla är välkomna.",
        "Bussen går var tjugonde minut från torget.",
        "När isen lägger sig på sjön i januari flyttar fiskarna sina nät till den norra viken.",
        "Är det långt dit?",
    ),
    "ru": (
        "Библиотека в Тихвине открыта до восьми часов вечера, и там рады каждому.",
        "Автобус отходит от площади каждые двадцать минут.",
        "Когда в январе озеро замерзает, рыбаки переносят сети в северный залив.",
        "Далеко ли это?",
    ),
    "en": (
        "The library in the old town stays open until eight in the evening, and everyone is welcome.",
        "A bus leaves the square every twenty minutes.",
        "When the lake freezes in January, the fishermen move their nets to the northern bay.",
        "Is it far?",
    ),
}
FIRSTS = 9
"""How often the first sentence is said by itself; the median counts."""
AT_LEAST_SECONDS = 2.0
"""For how long sentences are said, to learn how fast."""


class Cost(msgspec.Struct, frozen=True):
    """What one voice takes: seconds of clips a second, ms to the first clip, megabytes of its processes.

    `megabytes` is None for a voice that speaks elsewhere, and where the system does not tell.
    """

    voice: str
    realtime: float
    first_ms: float
    megabytes: float | None


@click.group()
def benchmark() -> None:
    """Measure this machine."""


@benchmark.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help=N_("Write JSON."))
def voices(ids: tuple[str, ...], *, as_json: bool) -> None:
    """Measure speed, first sound and memory of each ready voice, or of those named.

    A voice that sends text to somebody is measured only when it is named.
    """
    with services() as service:
        registry = service.dependencies.voices
        selection = [_ready(registry, name) for name in ids] or [
            voice for voice in registry.ready() if not voice.online
        ]
        costs = _costs(registry, selection, service.settings.workers)
    if as_json:
        click.echo(msgspec.json.encode(costs))
    else:
        headers = (_("Voice"), _("× realtime"), _("First sound (ms)"), _("Memory (MB)"))
        print_table(headers, map(_row, costs))


def _ready(registry: VoiceRegistry, name: str) -> Voice:
    voice = registry.voice(name)
    if why := registry.why_unavailable(voice):
        raise click.ClickException(f"{name}: {_(why)}")
    return voice


def _costs(registry: VoiceRegistry, selection: list[Voice], threads: int) -> list[Cost]:
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    processes: dict[str, set[int]] = {}
    costs = []
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=len(selection))
        for voice in selection:
            bar.update(task, description=voice.id)
            before = _children()
            realtime, first = _speed(registry, voice, threads)
            ours = processes.setdefault(voice.engine, set())
            ours |= _children() - before
            costs.append(Cost(voice.id, round(realtime, 1), round(first, 1), _megabytes(ours)))
            bar.advance(task)
    return costs


def _speed(registry: VoiceRegistry, voice: Voice, threads: int) -> tuple[float, float]:
    """Seconds of clips a second with every thread at work, and milliseconds to a lone caller's first clip, warm."""
    sentences = SENTENCES.get(voice.language, SENTENCES["en"])

    def say(text: str) -> float:
        clip = audio.encode(registry.speak(SpokenText(text, voice.language), voice.id), "benchmark")
        return audio.milliseconds(clip.audio)

    say(sentences[0])
    first = median(_milliseconds(lambda: say(sentences[0])) for _ in range(FIRSTS))
    length, start = 0.0, time.perf_counter()
    with ThreadPoolExecutor(2 * threads) as pool:
        while time.perf_counter() - start < AT_LEAST_SECONDS:
            length += sum(pool.map(say, sentences * threads))
    return length / 1000 / (time.perf_counter() - start), first


def _milliseconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return 1000 * (time.perf_counter() - start)


def _children() -> set[int]:
    """The processes that this one has started; none where the system does not tell."""
    speakers: set[int] = set()
    for file in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        with suppress(OSError):  # a thread that has just ended
            speakers.update(map(int, file.read_text().split()))
    return speakers


def _megabytes(processes: Iterable[int]) -> float | None:
    """What the processes hold in memory, shared pages counted in part."""
    kilobytes = 0
    for process in processes:
        with suppress(OSError):
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
            kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return round(kilobytes / 1024, 1) or None


def _row(cost: Cost) -> tuple[str, ...]:
    memory = "" if cost.megabytes is None else f"{cost.megabytes:.0f}"
    return cost.voice, f"{cost.realtime:.0f}", f"{cost.first_ms:.1f}", memory

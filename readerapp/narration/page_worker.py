"""A process that prepares strangers' pages within its limits: `processes/main.py` runs this file.

Its arguments are JSON: the settings that decide what is said, and the limits.
"""

import resource
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from readerapp import speech
from readerapp.errors import PageTooCostly, ReaderError
from readerapp.fetch import Received, read
from readerapp.narration.page_work import Work
from readerapp.narration.preparing import Preparation, prepare
from readerapp.narration.speaking import accent, speech_options

Answer = tuple[dict[str, Any], bytes]


def start(facts: str) -> Callable[[dict[str, Any]], Answer]:
    """The function that reads bytes as pages and prepares pages, one after the other."""
    work = msgspec.json.decode(facts, type=Work)
    making = partial(
        prepare,
        options=speech_options(Path(work.translations), [Path(name) for name in work.lexicons]),
        accent=accent(stress=work.stress),
    )
    resource.setrlimit(resource.RLIMIT_AS, (work.memory_bytes, work.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    body_of, preparation_of = msgspec.msgpack.Decoder(Received).decode, msgspec.msgpack.Decoder(Preparation).decode
    works: dict[str, Callable[[bytes], object]] = {
        "read": lambda body: read(body_of(body)),
        "prepare": lambda body: making(preparation_of(body)),
        "warm": lambda _: speech.warm(),
    }

    def answer(question: dict[str, Any]) -> Answer:
        work_on = works.get(question.get("work", ""))
        if work_on is None:
            return {}, b""
        _limit_cpu(work.cpu_seconds)
        try:
            return {}, msgspec.msgpack.encode(work_on(question.get("body", b"")))
        except ReaderError as problem:
            return {"problem": type(problem).__name__, "facts": problem.facts}, b""
        except MemoryError:
            return {"problem": PageTooCostly.__name__, "facts": {}}, b""

    return answer


def _limit_cpu(seconds: int) -> None:
    """End this process when it has worked for so long from now on."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + 1 + seconds, most))

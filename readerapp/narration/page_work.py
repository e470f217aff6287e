"""What a process that prepares pages has to know from the start."""

from pathlib import Path
from typing import Final

import msgspec

PAGE_WORKER: Final = Path(__file__).with_name("page_worker.py")
"""The script that such a process runs."""


class Work(msgspec.Struct, frozen=True):
    """What a worker has to know from the start."""

    translations: str
    lexicons: tuple[str, ...]
    stress: bool
    cpu_seconds: int
    memory_bytes: int

"""The store: what is kept, under which name, and how it is read back."""

import fcntl
import os
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from ..model import Clip, Fallback, Mark, Page, Plan, Recording
from .files import full_disk_told, read_or_none, touch, write_whole
from .keys import address_key

T = TypeVar("T")

_HEADER = struct.Struct(">II")
"""A clip's file: the CRC-32 of all after the header, the length of the marks, the marks as JSON, the MP3 frames."""


class Store:
    """A folder of pages, plans, clips and recordings. Methods return None for what is not kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    # --- clips -------------------------------------------------------------------------------------

    def clip(self, key: str) -> Clip | None:
        """The clip, noted as heard just now."""
        path = self._path("clips", key, "clip")
        body = read_or_none(path) or b""
        if len(body) < _HEADER.size:
            return None
        check, length = _HEADER.unpack_from(body)
        kept = memoryview(body)[_HEADER.size :]
        marks = _decoded(kept[:length], tuple[Mark, ...]) if zlib.crc32(kept) == check else None
        if marks is None:
            return None
        touch(path)
        return Clip(key, bytes(kept[length:]), marks)

    def has_clip(self, key: str) -> bool:
        """Whether the clip is kept."""
        return self._path("clips", key, "clip").exists()

    def keep_clip(self, clip: Clip) -> None:
        """Keep audio and marks together. Raises StoreFull.

        Nothing waits for the disk: a clip that a power cut damages is found out by its check, and made again.
        """
        marks = msgspec.json.encode(clip.marks)
        check = zlib.crc32(clip.audio, zlib.crc32(marks))
        pieces = (_HEADER.pack(check, len(marks)), marks, clip.audio)
        write_whole(self._path("clips", clip.key, "clip"), pieces, durable=False)

    @contextmanager
    def making(self, key: str) -> Iterator[None]:
        """Hold the right to make what has this key; others, in any process, wait here.

        The operating system lets go of it when the holder dies. Keys share 4,096 locks, so a holder must
        not ask for a second one.
        """
        path = self.folder / "locks" / key[:3]
        with full_disk_told():
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    # --- plans and recordings ----------------------------------------------------------------------

    def plan(self, key: str, *, heard: bool = True) -> Plan | None:
        """The plan of a recording, whether or not its sound is made; noted as heard just now if it is."""
        path = self._path("plans", key, "json")
        if heard:
            touch(path)
        return _decoded(read_or_none(path), Plan)

    def keep_plan(self, plan: Plan) -> None:
        """Keep the plan. Raises StoreFull."""
        write_whole(self._path("plans", plan.key, "json"), [msgspec.json.encode(plan)])

    def fallback(self, key: str) -> Fallback | None:
        """What another voice had to say of the plan with this key."""
        return _decoded(read_or_none(self._path("plans", key, "fallback")), Fallback)

    def keep_fallback(self, key: str, fallback: Fallback) -> None:
        """Keep which voices really speak. Raises StoreFull."""
        write_whole(self._path("plans", key, "fallback"), [msgspec.json.encode(fallback)])

    def forget_fallback(self, key: str) -> None:
        """Go back to the plan as it was."""
        self._path("plans", key, "fallback").unlink(missing_ok=True)

    def recording(self, key: str) -> Recording | None:
        """A finished recording with its cues."""
        path = self._path("recordings", key, "json")
        touch(path)
        return _decoded(read_or_none(path), Recording) if self.audio(key) else None

    def audio(self, key: str) -> Path | None:
        """The MP3 file of a finished recording, noted as heard just now."""
        path = self._path("recordings", key, "mp3")
        if not path.exists() or not self._path("recordings", key, "json").exists():
            return None
        touch(path)
        return path

    def keep_audio(self, key: str, frames: Iterable[bytes]) -> int:
        """Keep a recording's audio; it counts as there only once `keep_recording` follows. Bytes written."""
        return write_whole(self._path("recordings", key, "mp3"), frames)

    def keep_recording(self, recording: Recording) -> None:
        """Keep a recording's description, whose audio is kept already. Raises StoreFull."""
        write_whole(self._path("recordings", recording.key, "json"), [msgspec.json.encode(recording)])

    # --- pages -------------------------------------------------------------------------------------

    def page(self, address: str) -> Page | None:
        """The page as it was last fetched."""
        path = self._path("pages", address_key(address), "json")
        touch(path)
        return _decoded(read_or_none(path), Page)

    def keep_page(self, page: Page) -> None:
        """Keep the page under the address that was asked for."""
        path = self._path("pages", address_key(page.address), "json")
        write_whole(path, [msgspec.json.encode(page)])

    def _path(self, room: str, key: str, suffix: str) -> Path:
        return self.folder / room / key[:2] / f"{key}.{suffix}"


def _decoded(body: bytes | memoryview | None, kind: type[T]) -> T | None:
    """What the file says; a missing file and one that an older version wrote are both "not kept"."""
    try:
        return None if body is None else msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError:
        return None

"""The store: what is kept, under which name, and how it is read back."""

import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, TypeVar

import msgspec
import structlog

from ..errors import StoreFull
from ..model import Article, Clip, Document, Fallback, Mark, Plan, Recording
from ..seldom import Seldom
from .contract import Entry, Kind, LocalFile, ObjectStore
from .keys import address_key
from .kinds import ARTICLES, CLIPS, FALLBACKS, PAGES, PLANS, RECORDINGS, SOUND
from .local import LocalFolder
from .locks import LocalLocks
from .pruning import Pruning

T = TypeVar("T")

log = structlog.get_logger(__name__)

_HEADER: Final = struct.Struct(">II")
"""A clip's file: the CRC-32 of all after the header, the length of the marks, the marks as JSON, the MP3 frames."""


_EFFORT: Final = 3
"""Of zlib: more makes a plan a tenth smaller and takes three times as long."""


class Store:
    """Pages, plans, clips and recordings, and whatever else has a kind and a key.

    Methods return None for what is not kept. What is kept is given whatever the disk says; only who must have
    something new kept hears of a full disk (StoreFull) or one that cannot be written to (StoreUnwritable).
    """

    def __init__(self, folder: Path, limit: int | None = None) -> None:
        """Keep things in a local folder, of at most `limit` bytes."""
        self.folder = folder
        self.objects: ObjectStore = LocalFolder(folder, self._make_room)
        self._locks = LocalLocks(folder)
        self.pruning = Pruning(self.objects, self._locks, limit)
        self._seldom = Seldom()

    # --- anything ----------------------------------------------------------------------------------

    def get(self, kind: Kind, key: str) -> bytes | None:
        """The bytes that are kept, noted as used just now."""
        body = self.objects.get(kind, key)
        if body is not None:
            self.objects.touch(kind, key)
        return body

    def load(self, kind: Kind, key: str, form: type[T], *, used: bool = True) -> T | None:
        """What was saved, noted as used just now if it is; None too for what an older version wrote in another form."""
        body = self.get(kind, key) if used else self.objects.get(kind, key)
        return _unpacked(body, form) if kind.packed else _decoded(body, form)

    def has(self, kind: Kind, key: str) -> bool:
        """Whether it is kept; it does not count as used."""
        return self.objects.has(kind, key)

    def put(self, kind: Kind, key: str, body: bytes) -> None:
        """Keep the bytes in place of what was there; nothing is written where they are there already.

        Raises StoreFull, unless it is of a kind that is not needed or something is kept there to go on with.
        """
        if self.objects.get(kind, key) == body:
            self.objects.touch(kind, key)
        else:
            self._write(kind, key, [body])

    def amend(self, kind: Kind, key: str, place: int, piece: bytes) -> bool:
        """Change some bytes of what is kept, where it is that long; whether that was done. Others may do so as well."""
        return self.objects.amend(kind, key, place, piece)

    def save(self, kind: Kind, key: str, thing: object) -> None:
        """Keep something typed. Raises as `put`."""
        self.put(kind, key, packed(thing) if kind.packed else msgspec.json.encode(thing))

    def forget(self, kind: Kind, key: str) -> int:
        """Keep it no longer; the bytes freed."""
        gain = self.objects.delete(kind, key)
        self.pruning.wrote(-gain)
        return gain

    def entries(self, kind: Kind | None = None) -> Iterator[Entry]:
        """What is kept, or what is kept in the room of one kind."""
        return self.objects.entries(kind.room if kind else None)

    def making(self, key: str) -> AbstractContextManager[None]:
        """Hold the right to make what has this key; others, in any process, wait here. One at a time for a holder."""
        return self._locks.lock(key)

    def trouble(self) -> str | None:
        """Why nothing can be written, in the system's words; None where all is well."""
        return self.objects.trouble()

    def _make_room(self, size: int) -> bool:
        return self.pruning.make_room(size)

    def _write(self, kind: Kind, key: str, pieces: Iterable[bytes]) -> None:
        try:
            size = self.objects.put(kind, key, pieces)
        except StoreFull as full:
            if kind.needed and not self.objects.has(kind, key):
                raise
            if self._seldom(kind):
                log.warning("not kept", kind=kind.room, reason=full.code)
        else:
            self.pruning.wrote(size)

    # --- clips -------------------------------------------------------------------------------------

    def clip(self, key: str) -> Clip | None:
        """The clip, noted as heard just now."""
        body = self.objects.get(CLIPS, key) or b""
        if len(body) < _HEADER.size:
            return None
        check, length = _HEADER.unpack_from(body)
        content = memoryview(body)[_HEADER.size :]
        marks = _decoded(content[:length], tuple[Mark, ...]) if zlib.crc32(content) == check else None
        if marks is None:
            return None
        self.objects.touch(CLIPS, key)
        return Clip(key, bytes(content[length:]), marks)

    def has_clip(self, key: str) -> bool:
        """Whether the clip is kept."""
        return self.objects.has(CLIPS, key)

    def keep_clip(self, clip: Clip) -> None:
        """Keep audio and marks together. Raises StoreFull.

        Nothing waits for the disk: a clip that a power cut damages is found out by its check, and made again.
        """
        marks = msgspec.json.encode(clip.marks)
        check = zlib.crc32(clip.audio, zlib.crc32(marks))
        self._write(CLIPS, clip.key, (_HEADER.pack(check, len(marks)), marks, clip.audio))

    # --- plans and recordings ----------------------------------------------------------------------

    def plan(self, key: str, *, heard: bool = True) -> Plan | None:
        """The plan of a recording, whether or not its sound is made; noted as heard just now if it is."""
        return self.load(PLANS, key, Plan, used=heard)

    def keep_plan(self, plan: Plan) -> None:
        """Keep the plan. Raises StoreFull."""
        self.save(PLANS, plan.key, plan)

    def article(self, key: str) -> Article | None:
        """What the plan with this key says, as it was on its page."""
        return self.load(ARTICLES, key, Article)

    def keep_article(self, key: str, article: Article) -> None:
        """Keep what the plan with this key says. Raises StoreFull."""
        self.save(ARTICLES, key, article)

    def noted(self, key: str) -> bool:
        """Whether a plan is kept, and what it says; both noted as heard just now if they are."""
        kept = all(self.objects.has(kind, key) for kind in (PLANS, ARTICLES))
        for kind in (PLANS, ARTICLES) if kept else ():
            self.objects.touch(kind, key)
        return kept

    def fallback(self, key: str) -> Fallback | None:
        """What another voice had to say of the plan with this key."""
        return self.load(FALLBACKS, key, Fallback)

    def keep_fallback(self, key: str, fallback: Fallback) -> None:
        """Keep which voices really speak. Raises StoreFull."""
        self.save(FALLBACKS, key, fallback)

    def forget_fallback(self, key: str) -> None:
        """Go back to the plan as it was."""
        self.forget(FALLBACKS, key)

    def recording(self, key: str) -> Recording | None:
        """A finished recording with its cues."""
        return self.load(RECORDINGS, key, Recording) if self.sound(key) else None

    def sound(self, key: str) -> LocalFile | None:
        """Where the MP3 of a finished recording can be sent from, noted as heard just now."""
        file = self.objects.address(SOUND, key)
        if file is None or not self.objects.has(RECORDINGS, key):
            return None
        for kind in (SOUND, RECORDINGS):
            self.objects.touch(kind, key)
        return file

    def keep_audio(self, key: str, frames: Iterable[bytes]) -> int:
        """Keep a recording's audio; it counts as there only once `keep_recording` follows. Bytes written."""
        size = self.objects.put(SOUND, key, frames)
        self.pruning.wrote(size)
        return size

    def keep_recording(self, recording: Recording) -> None:
        """Keep a recording's description, whose audio is kept already. Raises StoreFull."""
        self.save(RECORDINGS, recording.key, recording)

    # --- documents ---------------------------------------------------------------------------------

    def document(self, address: str) -> Document | None:
        """What was last fetched from there."""
        return self.load(PAGES, address_key(address), Document)

    def has_document(self, address: str) -> bool:
        """Whether anything from there is kept."""
        return self.has(PAGES, address_key(address))

    def keep_document(self, document: Document) -> None:
        """Keep it under the address that was asked for, where there is room for it."""
        self.save(PAGES, address_key(document.address), document)


def _decoded(body: bytes | memoryview | None, form: type[T]) -> T | None:
    """What the file says; a missing file and one that an older version wrote are both "not kept"."""
    try:
        return None if body is None else msgspec.json.decode(body, type=form)
    except msgspec.DecodeError:
        return None


def packed(thing: object) -> bytes:
    """A typed thing in few bytes, that tell whether they are whole."""
    return zlib.compress(msgspec.msgpack.encode(thing), _EFFORT)


def _unpacked(body: bytes | None, form: type[T]) -> T | None:
    """What was packed; damaged bytes and those of an older version are both "not kept"."""
    try:
        return None if body is None else msgspec.msgpack.decode(zlib.decompress(body), type=form)
    except (zlib.error, msgspec.DecodeError):
        return None

"""Fetching Piper voices into a folder: the list, the licence, and the files, each checked before it counts."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import httpx

from ..errors import StoreFull, VoiceNotInstalled, VoiceUnknown
from ..text.files import write_whole

VOICES: Final = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
"""Where Piper's own downloader finds them."""

Progress = Callable[[int, int], None]
"""Told how many bytes have come, and how many there will be."""

_NAME: Final = re.compile(r"[a-z]{2,3}_[A-Z]{2}-[\w]+-[a-z_]+")
_SECONDS: Final = 30.0


@dataclass(frozen=True)
class VoiceFile:
    """One file of a voice: where it lies below the list, its name, and what must come."""

    path: str
    name: str
    size: int
    md5: str


@dataclass(frozen=True)
class Offer:
    """A voice that can be installed."""

    name: str
    language: str
    """BCP 47 primary subtag."""
    files: tuple[VoiceFile, ...]
    """The model, then its description: only both together are a voice."""
    card: VoiceFile | None
    """The model card, which names the licence."""

    @property
    def size(self) -> int:
        """Bytes of all that must come."""
        return sum(file.size for file in self.files)


def open_list(base: str = VOICES) -> httpx.Client:
    """A client for the functions below; `base` is the address that voices.json lies under. Close it."""
    return httpx.Client(base_url=base.rstrip("/") + "/", timeout=_SECONDS, follow_redirects=True)


def offers(client: httpx.Client, languages: Sequence[str] = ()) -> list[Offer]:
    """Every voice of the languages (all without any), by name. Raises VoiceNotInstalled when there is no list."""
    try:
        index = client.get("voices.json").raise_for_status().json()
        offers = [_offer(name, entry) for name, entry in index.items() if _NAME.fullmatch(name)]
    except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise VoiceNotInstalled(voice="voices.json", reason=error) from error
    return sorted((each for each in offers if not languages or each.language in languages), key=lambda each: each.name)


def find_offer(client: httpx.Client, name: str) -> Offer:
    """The voice of that name. Raises VoiceUnknown."""
    for offer in offers(client):
        if offer.name == name:
            return offer
    raise VoiceUnknown(voice=name)


def read_licence(client: httpx.Client, offer: Offer) -> str:
    """The model card, to be shown before anything is installed; empty where there is none."""
    if offer.card is None:
        return ""
    try:
        return client.get(offer.card.path).raise_for_status().text
    except httpx.HTTPError as error:
        raise VoiceNotInstalled(voice=offer.name, reason=error) from error


def install(client: httpx.Client, offer: Offer, folder: Path, card: str, progress: Progress = lambda *_: None) -> None:
    """Fetch the voice's files, going on where an earlier attempt stopped, and put them in place once they are right.

    `card` is what `read_licence` gave and was agreed to; it stays with the voice. Raises VoiceNotInstalled.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        position = 0
        for file in offer.files:
            _fetch(client, file, folder, partial(_further, progress, position, offer.size))
            position += file.size
        write_whole(folder / f"{offer.name}.card.md", [card.encode()])
        for file in offer.files:
            (folder / f"{file.name}.part").replace(folder / file.name)
    except (httpx.HTTPError, OSError, StoreFull, _Wrong) as error:
        raise VoiceNotInstalled(voice=offer.name, reason=error) from error


class _Wrong(Exception):
    """What came is not what the list promised."""


def _offer(name: str, entry: Mapping[str, Any]) -> Offer:
    """Only files with a voice's own names are taken from a list that somebody else wrote."""
    files = {Path(path).name: (path, facts) for path, facts in entry["files"].items() if ".." not in path}
    model, config = (_file(file, *files[file]) for file in (f"{name}.onnx", f"{name}.onnx.json"))
    card = _file("MODEL_CARD", *files["MODEL_CARD"]) if "MODEL_CARD" in files else None
    return Offer(name, str(entry["language"]["family"]), (model, config), card)


def _file(name: str, path: str, facts: Mapping[str, Any]) -> VoiceFile:
    return VoiceFile(path.lstrip("/"), name, int(facts["size_bytes"]), str(facts["md5_digest"]))


def _further(progress: Progress, before: int, size: int, here: int) -> None:
    """Tell how far the voice has come, from how far one of its files has."""
    progress(before + here, size)


def _fetch(client: httpx.Client, file: VoiceFile, folder: Path, progress: Callable[[int], None]) -> None:
    """Bring the whole file to NAME.part, going on with what is there."""
    part = folder / f"{file.name}.part"
    if not (part.exists() and part.stat().st_size == file.size):
        _go_on(client, file, part, progress)
    if part.stat().st_size != file.size or _digest(part) != file.md5:
        part.unlink()
        raise _Wrong(f"{file.name} is not the file that the list promises")
    progress(file.size)


def _go_on(client: httpx.Client, file: VoiceFile, part: Path, progress: Callable[[int], None]) -> None:
    have = part.stat().st_size if part.exists() else 0
    have = have if have < file.size else 0
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    with client.stream("GET", file.path, headers=headers) as answer:
        answer.raise_for_status()
        if answer.status_code != httpx.codes.PARTIAL_CONTENT or not _continues(answer, have):
            have = 0
        with part.open("ab" if have else "wb") as target:
            for piece in answer.iter_bytes():
                have += len(piece)
                if have > file.size:
                    raise _Wrong(f"{file.name} is longer than the list says")
                target.write(piece)
                progress(have)


def _continues(answer: httpx.Response, have: int) -> bool:
    return bool(answer.headers.get("Content-Range", "").startswith(f"bytes {have}-"))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()

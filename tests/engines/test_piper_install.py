"""Tests of fetching a voice from a loopback copy of the place where Piper's voices lie."""

import hashlib
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from readerapp.engines.piper import PiperEngine
from readerapp.engines.piper_install import find_offer, install, offers, open_list, read_licence
from readerapp.errors import VoiceNotInstalled, VoiceUnknown
from tests.engines.tiny_piper import make_voice
from tests.listening import listening

NAME = "sv_SE-tiny-x_low"
FOLDER = "sv/sv_SE/tiny/x_low"
CARD = "# Model card for tiny\n\n* Language: sv_SE\n* License: CC0\n"


class Copy(ThreadingHTTPServer):
    """`files` by path; `cut` breaks the connection after so many bytes of a model; `ranges` switches them off."""

    daemon_threads = True

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = files
        self.cut: int | None = None
        self.ranges = True
        self.asked: list[tuple[str, str | None]] = []

    @property
    def address(self) -> str:
        """Where the list lies, below a path as in the field."""
        return f"http://127.0.0.1:{self.server_address[1]}/voices/resolve/main"

    def handle_error(self, request: object, client_address: object) -> None:
        """Connections are cut on purpose."""


class Handler(BaseHTTPRequestHandler):
    """Answers through a redirect, as the real place does."""

    server: Copy

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        if self.path.startswith("/voices/"):
            self.send_response(302)
            self.send_header("Location", self.path.replace("/voices/resolve/main/", "/store/"))
            self.end_headers()
            return
        name = self.path.removeprefix("/store/")
        self.server.asked.append((name, self.headers["Range"]))
        if name not in self.server.files:
            self.send_error(404)
            return
        body, start = self.server.files[name], 0
        if self.headers["Range"] and self.server.ranges:
            start = int(self.headers["Range"].removeprefix("bytes=").rstrip("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        cut = self.server.cut if name.endswith(".onnx") else None
        self.wfile.write(body[start:] if cut is None else body[start : start + cut])


@pytest.fixture(scope="module")
def voice_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A whole voice and the list that names it."""
    folder = tmp_path_factory.mktemp("voice")
    model = make_voice(folder, NAME, "sv")
    files = {
        f"{FOLDER}/{NAME}.onnx": model.read_bytes(),
        f"{FOLDER}/{NAME}.onnx.json": Path(f"{model}.json").read_bytes(),
        f"{FOLDER}/MODEL_CARD": CARD.encode(),
    }
    facts = {
        path: {"size_bytes": len(data), "md5_digest": hashlib.md5(data, usedforsecurity=False).hexdigest()}
        for path, data in files.items()
    }
    entry = {"key": NAME, "language": {"code": "sv_SE", "family": "sv"}, "name": "tiny", "files": facts}
    other = {**entry, "key": "de_DE-x-low", "language": {"family": "de"}, "files": {
        f"de/{path.replace(NAME, 'de_DE-x-low')}": each for path, each in facts.items()
    }}  # fmt: skip
    return files | {"voices.json": json.dumps({NAME: entry, "de_DE-x-low": other}).encode()}


@pytest.fixture
def copy(voice_files: dict[str, bytes]) -> Iterator[Copy]:
    """A running copy of the place."""
    server = Copy(dict(voice_files))
    with listening(server):
        yield server


def fetch(copy: Copy, folder: Path) -> list[tuple[int, int]]:
    """Install the voice; what the progress said."""
    said: list[tuple[int, int]] = []
    with open_list(copy.address) as client:
        offer = find_offer(client, NAME)
        install(client, offer, folder, read_licence(client, offer), lambda here, whole: said.append((here, whole)))
    return said


def test_a_voice_is_listed_with_its_language_size_and_licence(copy: Copy) -> None:
    """The list is read as Piper writes it, and can be narrowed to languages."""
    with open_list(copy.address) as client:
        assert [offer.name for offer in offers(client)] == ["de_DE-x-low", NAME]
        (offer,) = offers(client, ["sv", "ru"])
        assert offer.size == sum(len(copy.files[f"{FOLDER}/{NAME}.{end}"]) for end in ("onnx", "onnx.json"))
        assert read_licence(client, offer) == CARD


def test_an_installed_voice_is_found_by_the_engine(copy: Copy, tmp_path: Path) -> None:
    """Both files are there and nothing half; the engine shows it with its licence; progress ends at the whole."""
    said = fetch(copy, tmp_path)
    assert said[-1] == (said[-1][1], said[-1][1])
    assert [here for here, _ in said] == sorted(here for here, _ in said)
    assert not list(tmp_path.glob("*.part"))
    (voice,) = PiperEngine(tmp_path).voices()
    assert (voice.id, voice.language, voice.licence) == (f"piper:{NAME}", "sv", "CC0")


@pytest.mark.parametrize("ranges", [True, False])
def test_a_broken_download_goes_on_where_it_stopped(copy: Copy, tmp_path: Path, ranges: bool) -> None:  # noqa: FBT001
    """The second attempt asks for the rest only, and starts over where the server knows no ranges."""
    copy.cut = 3000
    with pytest.raises(VoiceNotInstalled):
        fetch(copy, tmp_path)
    assert not PiperEngine(tmp_path).voices()
    kept = (tmp_path / f"{NAME}.onnx.part").stat().st_size
    assert 0 < kept <= 3000
    copy.cut, copy.ranges = None, ranges
    fetch(copy, tmp_path)
    assert (f"{FOLDER}/{NAME}.onnx", f"bytes={kept}-") in copy.asked
    assert (tmp_path / f"{NAME}.onnx").read_bytes() == copy.files[f"{FOLDER}/{NAME}.onnx"]


def test_a_file_that_is_not_the_promised_one_is_thrown_away(copy: Copy, tmp_path: Path) -> None:
    """One changed byte: refused, nothing left of it, and the right file is fetched the next time."""
    right = copy.files[f"{FOLDER}/{NAME}.onnx"]
    copy.files[f"{FOLDER}/{NAME}.onnx"] = right[:-1] + bytes([right[-1] ^ 1])
    with pytest.raises(VoiceNotInstalled):
        fetch(copy, tmp_path)
    assert not list(tmp_path.glob("*.onnx*"))
    copy.files[f"{FOLDER}/{NAME}.onnx"] = right
    fetch(copy, tmp_path)


def test_a_list_cannot_choose_where_files_go(copy: Copy, tmp_path: Path) -> None:
    """Names with paths in them, and voices called otherwise than voices are, are not offered."""
    listed = json.loads(copy.files["voices.json"])
    listed["../../etc/x"] = listed[NAME]
    copy.files["voices.json"] = json.dumps(listed).encode()
    with open_list(copy.address) as client:
        assert len(offers(client)) == 2
        with pytest.raises(VoiceUnknown):
            find_offer(client, "../../etc/x")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("listed", [b"<html>", b"[]", b'{"sv_SE-a-low": {}}'])
def test_a_list_that_is_none_is_said_to_be_so(copy: Copy, listed: bytes) -> None:
    """Whatever answers in place of the list."""
    copy.files["voices.json"] = listed
    with open_list(copy.address) as client, pytest.raises(VoiceNotInstalled):
        offers(client)


def test_no_network_is_said_to_be_so() -> None:
    """Nothing listens."""
    with open_list("http://127.0.0.1:9") as client, pytest.raises(VoiceNotInstalled):
        offers(client)

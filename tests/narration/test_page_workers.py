"""Strangers' pages in processes of their own: a page that takes for ever is ended, told, and nobody else notices."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from readerapp.engines.espeak import EspeakEngine
from readerapp.errors import FetchBusy, NoArticle, NotAPage, NoVoice, PageTooCostly
from readerapp.fetch import Received, from_bytes, read
from readerapp.model import Voice
from readerapp.narration import page_workers
from readerapp.narration.page_work import PAGE_WORKER, Work
from readerapp.narration.page_workers import PageWorkers
from readerapp.narration.preparing import Preparation, Speaker
from readerapp.narration.request import ReadingPreferences
from readerapp.processes import worker_command
from tests.web.conftest import article

ROOT = Path(__file__).parents[2]
VOICE = Voice(id="espeak:sv", engine="espeak", language="sv", name="eSpeak NG")
PLANTED = '''
import runpy, sys
import readerapp.fetch.reading as reading
import readerapp.narration.preparing as preparing

honest = preparing.extracted

def extracted(page, **how):
    """What the page's text asks for, before the real extractor."""
    while "för evigt" in page.text:
        pass
    held = []
    while "för mycket" in page.text:
        held.append(bytearray(50_000_000))
    return honest(page, **how)

preparing.extracted = extracted
plain = reading.from_bytes

def from_bytes(body, **how):
    """What the bytes ask for, before the real decoder."""
    while b"byte for ever" in body:
        pass
    held = []
    while b"byte for all" in body:
        held.append(bytearray(50_000_000))
    return plain(body, **how)

reading.from_bytes = from_bytes
start = runpy.run_path(r"{worker}")["start"]
'''


def planted(folder: Path) -> Path:
    """The real worker with an extractor that some pages lead into a trap."""
    script = folder / "planted.py"
    script.write_text(PLANTED.replace("{worker}", str(PAGE_WORKER)))
    return script


def work(cpu_seconds: int = 1) -> str:
    """What the worker is told at its start."""
    limits = Work(
        translations=str(ROOT / "translations"),
        lexicons=(),
        stress=False,
        cpu_seconds=cpu_seconds,
        memory_bytes=600_000_000,
    )
    return msgspec.json.encode(limits).decode()


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[PageWorkers]:
    """Two of them."""
    command = worker_command(planted(tmp_path), work(), packages=True)
    with closing(PageWorkers(command, 2, 30, forget_after=60)) as pool:
        yield pool


def page(text: str, speakers: dict[str, Speaker] | None = None) -> Preparation:
    """A page to prepare with this text in it."""
    html = article().replace("</article>", f"<p>{text}</p></article>").encode()
    found = from_bytes(html, address="https://a.se/", content_type="text/html; charset=utf-8")
    given = {"sv": Speaker(VOICE, EspeakEngine.diction, "1")} if speakers is None else speakers
    return Preparation(found, ReadingPreferences(), given, "mp3")


def test_a_page_comes_back_prepared(workers: PageWorkers) -> None:
    """Article, script and plan are those of the real stages, with a line for each sentence."""
    prepared = workers(page("Det här är sista meningen."), "a")
    assert prepared.article.language == "sv"
    assert [planned.utterance for planned in prepared.plan.utterances] == list(prepared.script.utterances)
    assert prepared.script.utterances[-1].text == "Det här är sista meningen."
    assert prepared.voices == ("espeak:sv",)


@pytest.mark.parametrize("trap", ["för evigt", "för mycket"])
def test_a_page_past_a_limit_is_ended_and_the_next_one_is_prepared(workers: PageWorkers, trap: str) -> None:
    """Endless work and endless memory are told as such; the next page finds a process that works."""
    with pytest.raises(PageTooCostly):
        workers(page(trap), "a")
    assert workers(page("Allt är väl."), "b").script.utterances


def test_a_costly_page_is_not_worked_on_again(workers: PageWorkers) -> None:
    """Who asks for it once more is told at once: no process works on it, and the same text may be tried later."""
    with pytest.raises(PageTooCostly):
        workers(page("för evigt"), "a")
    asked: list[object] = []
    workers._workers.ask = lambda *given, **_: asked.append(given)
    with pytest.raises(PageTooCostly):
        workers(page("för evigt"), "a")
    assert not asked


@pytest.mark.parametrize("trap", [b"byte for ever", b"byte for all"])
def test_bytes_are_decoded_within_the_same_limits(workers: PageWorkers, trap: bytes) -> None:
    """Bytes that take for ever end their process, are told, and are not worked on again; the next ones are read."""
    received = Received(body=b"<html><p>" + trap, address="https://a.se/", content_type="text/html")
    with pytest.raises(PageTooCostly):
        workers.read(received)
    fine = msgspec.structs.replace(received, body="<html><meta charset=koi8-r><p>Это область.".encode("koi8-r"))
    there, here = workers.read(fine).document, read(fine).document
    assert (there.text, there.charset) == (here.text, "koi8-r")
    if trap == b"byte for ever":
        workers._workers.ask = lambda *_, **__: pytest.fail("worked on again")
        with pytest.raises(PageTooCostly):
            workers.read(received)


def test_what_is_wrong_with_bytes_is_raised_here(workers: PageWorkers) -> None:
    """With its facts; and where a page sends a browser on, that comes along."""
    with pytest.raises(NotAPage) as caught:
        workers.read(Received(body=b"%PDF-1.7", address="https://a.se/", content_type="text/html"))
    assert caught.value.facts == {"kind": "PDF"}
    onward = b"<html><head><meta http-equiv=refresh content='0; url=/new'></head><p>Hej."
    assert workers.read(Received(body=onward, address="https://a.se/", content_type="text/html")).onward == "/new"


def test_one_client_leaves_a_process_for_the_others(workers: PageWorkers, monkeypatch) -> None:
    """While a client's endless page runs, its second one waits its turn, and a stranger's is prepared meanwhile."""
    with ThreadPoolExecutor(1) as pool:
        endless = pool.submit(workers, page("för evigt"), "a", "client")
        while not workers._running["client"]:
            time.sleep(0.01)
        with monkeypatch.context() as impatient:
            impatient.setattr(page_workers, "QUEUE_SECONDS", 0.05)
            with pytest.raises(FetchBusy):
                workers(page("Hej."), "b", "client")
        assert workers(page("Hej."), "c", "stranger").plan.utterances
        assert workers(page("Hej."), "b", "client").plan.utterances, "when it is its turn"
        assert isinstance(endless.exception(60), PageTooCostly)


def test_one_client_does_not_fill_the_processes_with_what_is_decoded(workers: PageWorkers, monkeypatch) -> None:
    """While the bytes of a client's page take for ever, its other pages wait, and a stranger's do not."""
    endless = Received(body=b"<html><p>byte for ever", address="https://a.se/", content_type="text/html")
    fine = msgspec.structs.replace(endless, body=b"<html><p>Hej.")
    with ThreadPoolExecutor(1) as pool:
        trapped = pool.submit(workers.read, endless, "client")
        while not workers._running["client"]:
            time.sleep(0.01)
        with monkeypatch.context() as impatient:
            impatient.setattr(page_workers, "QUEUE_SECONDS", 0.05)
            for ask in (lambda: workers.read(fine, "client"), lambda: workers(page("Hej."), "b", "client")):
                with pytest.raises(FetchBusy):
                    ask()
        assert workers.read(fine, "stranger").document.body
        assert isinstance(trapped.exception(60), PageTooCostly)
        assert workers.read(fine, "client").document.body, "when it is its turn"


def test_what_is_wrong_with_a_page_is_raised_here(workers: PageWorkers) -> None:
    """The errors of preparing keep their kind and their facts on the way out of the process."""
    empty = page("Hej.")
    body = b"<html lang=sv><body><nav><a href=/a>Ett</a></nav></body></html>"
    menu = msgspec.structs.replace(empty.document, body=body)
    with pytest.raises(NoArticle):
        workers(msgspec.structs.replace(empty, document=menu), "a")
    with pytest.raises(NoVoice) as caught:
        workers(page("Hej.", {}), "b")
    assert caught.value.facts == {"language": "sv"}


def test_the_other_end_needs_nothing_of_the_doors() -> None:
    """A worker starts without the web, the settings and the engines: it holds what it needs, and little more."""
    code = (
        "import sys, runpy; runpy.run_path(sys.argv[1]); "
        "print(*sorted({name.split('.')[1] for name in sys.modules if name.startswith('readerapp.')}))"
    )
    loaded = subprocess.run([sys.executable, "-c", code, str(PAGE_WORKER)], capture_output=True, text=True, check=True)
    assert not {"web", "settings", "wiring", "engines", "audio", "cli"} & set(loaded.stdout.split())

"""Opening a known page computes nothing twice; whatever decides the outcome makes it new."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from readerapp import extract as extraction
from readerapp.fetch import from_bytes
from readerapp.model import Document
from readerapp.narration.dependencies import Dependencies
from readerapp.narration.request import NarrationRequest, ReadingPreferences
from readerapp.narration.service import NarrationService
from readerapp.speech import Verbosity
from readerapp.store import contents
from readerapp.store.kinds import PLANS, PREPARED
from tests.hummer import Hummer, parts_with
from tests.web.conftest import article

Service = Callable[..., NarrationService]


@pytest.fixture
def service() -> Iterator[Service]:
    made: list[NarrationService] = []

    def make(parts: Dependencies) -> NarrationService:
        made.append(NarrationService(parts, 1))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The address of every page that is worked on."""
    worked: list[str] = []
    honest = extraction.extracted

    def extracted(page: Document, **how: object) -> object:
        worked.append(page.address)
        return honest(page, **how)  # type: ignore[arg-type]

    monkeypatch.setattr("readerapp.narration.preparing.extracted", extracted)
    return worked


def page(number: int = 0, paragraphs: int = 5) -> Document:
    html = article(paragraphs, title=f"Möte {number}").encode()
    return from_bytes(html, address=f"https://a.se/{number}", content_type="text/html; charset=utf-8")


def test_a_known_page_is_worked_on_once(tmp_path: Path, service: Service, extracted: list[str]) -> None:
    """A second visit, another process and a restart find what was prepared, with the same key and the same plan."""
    parts = parts_with(tmp_path, Hummer())
    first = service(parts).open(NarrationRequest(document=page()))
    again = service(parts).open(NarrationRequest(document=page()))
    here = service(parts)
    twice = [here.open(NarrationRequest(document=page())) for _ in range(2)]
    assert len(extracted) == 1
    assert {opened.key for opened in (first, again, *twice)} == {first.key}
    assert twice[1].script is twice[0].script, "at hand, not read again"
    assert again.article == first.article


def test_whatever_decides_the_outcome_prepares_anew(tmp_path: Path, service: Service, extracted: list[str]) -> None:
    """Another text, wish, language or voice, and other lexicons, are each worked on; then all are known."""
    hummer = Hummer()
    stamps = ["one"]
    parts = msgspec.structs.replace(parts_with(tmp_path, hummer, Hummer("other")), stamp=lambda: stamps[0])
    here = service(parts)
    changes = [
        NarrationRequest(document=page()),
        NarrationRequest(document=page(1)),
        NarrationRequest(document=page(), preferences=ReadingPreferences(verbosity=Verbosity(headings=True))),
        NarrationRequest(document=page(), preferences=ReadingPreferences(language="ru")),
        NarrationRequest(document=page(), preferences=ReadingPreferences(voice="other:sv")),
    ]
    for _ in range(2):
        for request in changes:
            here.open(request)
    assert len(extracted) == len(changes)
    stamps[0] = "two"
    here.open(changes[0])
    hummer.version = "2"
    here.open(changes[0])
    assert len(extracted) == len(changes) + 2


def test_what_is_gone_is_made_again(tmp_path: Path, service: Service, extracted: list[str]) -> None:
    """A plan that was pruned is there again when its page is opened, and a damaged prepared page is made anew."""
    parts = parts_with(tmp_path, Hummer())
    here = service(parts)
    key = here.open(NarrationRequest(document=page())).key
    parts.store.forget(PLANS, key)
    here.open(NarrationRequest(document=page()))
    assert parts.store.plan(key)
    (file,) = (tmp_path / PREPARED.room).rglob("*.page")
    file.write_bytes(file.read_bytes()[:-20])
    service(parts).open(NarrationRequest(document=page()))
    assert len(extracted) == 2


def test_clearing_a_page_leaves_what_is_prepared_of_others(
    tmp_path: Path, service: Service, extracted: list[str]
) -> None:
    """All wishes of the page that is forgotten go; a restart works on that page alone, and not on the other one."""
    parts = parts_with(tmp_path, Hummer())
    wishes = [ReadingPreferences(), ReadingPreferences(verbosity=Verbosity(headings=True))]
    requests = [NarrationRequest(document=page(number), preferences=wish) for number in (0, 1) for wish in wishes]
    for request in requests:
        service(parts).open(request)
    contents.clear(parts.store, page(0).address)
    extracted.clear()
    again = service(parts)
    for request in requests:
        again.open(request)
    assert extracted == [page(0).address] * len(wishes)


def test_clearing_a_page_forgets_what_cannot_be_read(tmp_path: Path, service: Service) -> None:
    """What an older version prepared, or what is damaged, may be of any page."""
    parts = parts_with(tmp_path, Hummer())
    service(parts).open(NarrationRequest(document=page(1)))
    (file,) = (tmp_path / PREPARED.room).rglob("*.page")
    file.write_bytes(file.read_bytes()[:-20])
    contents.clear(parts.store, page(0).address)
    assert not file.exists()


def test_memory_is_bounded(tmp_path: Path, service: Service) -> None:
    """However many pages are opened, those at hand stay within the limit, and the last one is among them."""
    parts = msgspec.structs.replace(parts_with(tmp_path, Hummer()), prepared_bytes=400_000)
    here = service(parts)
    for number in range(12):
        here.open(NarrationRequest(document=page(number)))
    assert here._prepared._held <= 400_000
    assert 1 <= len(here._prepared._at_hand) < 12


def test_a_plan_is_smaller_than_its_page(tmp_path: Path, service: Service) -> None:
    """What is kept of a page beside its text takes less room than the text."""
    parts = parts_with(tmp_path, Hummer())
    long = page(0, paragraphs=200)
    service(parts).open(NarrationRequest(document=long))
    kept = sum(entry.size for kind in (PLANS, PREPARED) for entry in parts.store.entries(kind))
    assert kept < len(long.text.encode())

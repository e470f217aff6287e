"""What pages teach of their site: those that were fetched, within bounds, under keys of their own."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from readerapp.model import Document
from readerapp.narration.dependencies import Dependencies
from readerapp.narration.request import NarrationRequest
from readerapp.narration.service import NarrationService
from readerapp.narration.sites import Sites
from readerapp.narration.views import OpenedPage
from tests.hummer import Hummer, parts_with

FRAME = "<div class=f><p>Kommunen samarbetar med föreningar och företag för ett gott liv i hela kommunen.</p></div>"


def page(name: str, host: str = "a.se") -> Document:
    html = (
        f"<html lang=sv><title>{name}</title><body><div><h1>Om {name}</h1>"
        f"<p>Den som arbetar med {name} ska ha utbildning för det.</p></div>{FRAME}</body></html>"
    )
    now = datetime.now(UTC)
    address = f"https://{host}/{name}"
    return Document.of(html, address, now)


def using(folder: Path) -> Dependencies:
    """Parts that fetch invented pages."""

    def fetch(address: str, _previous: Document | None, _client: str) -> Document:
        host, name = address.removeprefix("https://").split("/")
        return page(name, host)

    return msgspec.structs.replace(parts_with(folder, Hummer()), fetch=fetch)


@pytest.fixture
def service(tmp_path: Path):
    made = NarrationService(using(tmp_path), 1)
    yield made
    made.close()


def framed(opened: OpenedPage) -> bool:
    return any("gott liv" in block.text for block in opened.article.blocks)


def visit(service: NarrationService, name: str, host: str = "a.se") -> OpenedPage:
    return service.open(NarrationRequest(f"https://{host}/{name}"))


def test_the_second_page_is_read_better_and_then_the_first(service: NarrationService) -> None:
    """A page that was read before its site was known is prepared anew when another page shows what is frame."""
    first = visit(service, "is")
    assert framed(first)
    assert not framed(visit(service, "brand"))
    again = visit(service, "is")
    assert not framed(again)
    assert again.key != first.key
    assert service.outline(first.key), "who listens to the first reading goes on listening"


def test_another_page_of_the_site_leaves_known_ones_as_they_are(service: NarrationService) -> None:
    """What is learnt of the site makes a page new only where it is said on this very page."""
    for name in ("is", "brand", "snö"):
        visit(service, name)
    before = visit(service, "is")
    for name in ("regn", "hagel", "dimma"):
        visit(service, name)
    assert visit(service, "is").script is before.script


def test_what_a_visitor_sends_teaches_nothing(service: NarrationService) -> None:
    """A page from a browser is read with what is known of its site, and tells nothing of it."""
    sent = [service.open(NarrationRequest(document=page(name))) for name in ("is", "brand", "snö")]
    assert all(framed(opened) for opened in sent)
    assert framed(visit(service, "regn"))
    assert not framed(service.open(NarrationRequest(document=page("hagel"))))


def test_sites_know_nothing_of_each_other(service: NarrationService) -> None:
    """The same text on another host is no witness."""
    visit(service, "is")
    assert framed(visit(service, "brand", host="b.se"))


def test_another_process_finds_what_was_learnt(tmp_path: Path, service: NarrationService) -> None:
    """Sites are kept in the store, looked up again after a while, and forgotten on demand."""
    visit(service, "is")
    here = Sites(using(tmp_path).store)
    assert [known.name for known in here.known("a.se").pages] == ["/is"]
    assert here.shared(page("brand"))
    assert here.forget("a.se")
    assert not here.shared(page("brand"))
    assert not here.known("a.se").pages

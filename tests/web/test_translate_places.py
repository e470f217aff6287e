"""Where a text is used: the link leads to a page on which people read it, and it is lit there."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from markupsafe import escape

from readerapp.app import create_app
from readerapp.catalogs import Entry, Wish
from readerapp.settings import Settings
from readerapp.web.translate import places
from tests.web.translating import Translator, key

NOWHERE = "readerapp/web/guards.py"
"""Of the files that have to do with pages, the one whose text only the operator's terminal shows."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("places")
    settings = Settings(
        page_workers=0,
        cache=folder / "cache",
        reports=folder / "reports",
        translations=folder / "translations",
        database=str(folder / "readerapp.db"),
        offline=True,
        voices=("espeak",),
    )
    made = create_app(settings)
    yield made
    made.extensions["services"].narration.close()
    made.extensions["services"].room().database.close()


@pytest.fixture(scope="module")
def anna(app: Flask) -> Translator:
    return Translator(app, "Anna", ("*",)).join()


def plain(html: str) -> str:
    """What is read on a page, without the texts of fields and scripts."""
    soup = BeautifulSoup(html, "html.parser")
    for each in soup.find_all(["script", "style", "textarea", "title"]):
        each.decompose()
    return " ".join(soup.get_text().split()).casefold()


def links(app: Flask, locale: str, language: str) -> list[tuple[Entry, places.Place]]:
    every = app.extensions["catalogue_texts"].of(language)
    with app.test_request_context(f"/{locale}/translate/", base_url="http://localhost"):
        return [(entry, place) for entry in every for place in places.of(entry, locale, language)]


@pytest.mark.parametrize("language", ["sv", "ru"])
def test_every_text_of_a_page_is_lit_on_it(app: Flask, anna: Translator, language: str) -> None:
    """Whatever must have happened for it to be there, and though it be the name of a button that is only heard."""
    pages: dict[str, str] = {}
    dark = []
    for entry, place in links(app, language, language):
        address, _, fragment = place.address.partition("#")
        if not address:
            assert "/web/" not in place.file or place.file == NOWHERE
        elif fragment == "lit":
            dark += [] if '<mark id="lit"' in anna.client.get(address).text else [(place, entry.ids)]
        else:
            if address not in pages:
                pages[address] = plain(anna.client.get(address, base_url="http://localhost").text)
            words = unquote(fragment.removeprefix(":~:text=")).casefold()
            dark += [] if words and " ".join(words.split()) in pages[address] else [(place, entry.ids)]
    assert dark == []
    assert len(pages) > 10


def test_the_text_itself_is_lit_and_not_its_like(app: Flask, anna: Translator) -> None:
    """Once, in the words of the language that is translated, the page in that language too, whatever the interface."""
    entry, place = next(each for each in links(app, "sv", "ru") if each[0].ids[0] == "Put this in its place")
    page = anna.client.get(place.address).text
    assert '<html lang="ru">' in page
    lights = re.findall("<mark[^>]*>(.*?)</mark>", page)
    assert set(lights) == {entry.forms[0]}
    assert "<script" not in page
    assert {href for href in re.findall(' (?:href|src|action|plan)="([^"]*)"', page) if "…" in href} == set()
    assert str(escape("Вернуться к тексту")) in page


def test_what_is_to_be_reviewed_is_not_shown_as_approved(app: Flask, anna: Translator) -> None:
    """Its page has the original, as visitors' pages have; a tag in it never becomes one."""
    text = next(
        each for each in app.extensions["catalogue_texts"].of("sv") if each.ids[0] == "An editor is looking at it."
    )
    wish = Wish("sv", text.key, ("<b>Ett</b> \ue000utkast",), review=True, seen=text.mark)
    app.extensions["services"].bench.texts.save(wish, "Anna", "saved")
    place = next(place for entry, place in links(app, "sv", "sv") if entry.key == text.key)
    page = anna.client.get(place.address).text
    assert re.search("<mark[^>]*>An editor is looking at it.</mark>", page)
    assert "utkast" not in page


def test_a_page_that_there_is_none_of_is_not_there(app: Flask, anna: Translator) -> None:
    """A number that no file has, a text of the command line, a text that is none."""
    words = key(anna.client, "Look after the catalogues")
    for address in (
        f"{words}/specimen/0",
        f"{key(anna.client, 'Put it right')}/specimen/99",
        f"{words[:-3]}abc/specimen/0",
    ):
        assert anna.client.get(urlsplit(address).path).status_code == 404

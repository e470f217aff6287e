"""Pages and lines that strangers send cost what their length costs, whatever their shape."""

from collections.abc import Callable
from functools import partial

import pytest

from readerapp.errors import ReaderError
from readerapp.extract import extract
from readerapp.fetch import from_bytes
from readerapp.fetch.charset import charset_of
from readerapp.speech import normalize
from tests.growth import LINEAR, glance, seconds

SENTENCE = "Kommunen har beslutat att bygga en ny skola vid torget i vår. "
PAGES: dict[str, Callable[[int], str]] = {
    "open tags": lambda n: "<div><span><a " * n,
    "open scripts": lambda n: "<script>x<svg><style " * n,
    "deep": lambda n: "<div>" * n + SENTENCE * 3,
    "deep inline": lambda n: ("<b><i>x " * 400 + "</i></b>" * 400) * (1 + n // 200),
    "attributes": lambda n: "<p " + " ".join(f"a{i}=x" for i in range(n * 4)) + f">{SENTENCE}",
    "one text": lambda n: SENTENCE * n,
    "tiny blocks": lambda n: "<p>x</p>" * n,
    "paragraphs": lambda n: f"<p>{SENTENCE}</p>" * n,
    "cells": lambda n: "<table>" + "<tr><td>ett<td>två" * n,
    "tables in tables": lambda n: "<table><tr><td>x" * n,
    "tables": lambda n: "<table><tr><td>ett<td>två<tr><td>tre<td>fyra</table>" * n,
    "lists in lists": lambda n: "<ul><li>x y z" * n,
    "headings": lambda n: "<h2>Om oss</h2><p>text och mer text.</p>" * n,
    "only headings": lambda n: "<h2>Relaterade artiklar</h2>" * n,
    "ids": lambda n: "".join(f"<p id=n{i} class='c{i} d{i}'>{SENTENCE}" for i in range(n)),
    "anchors": lambda n: "<a href=/x>läs mer om det</a> " * n,
    "figures": lambda n: "<figure><img src=a alt='En bild'><figcaption>Foto: A</figcaption></figure>" * n,
    "comments": lambda n: f"<!-- x --><p>{SENTENCE}" * n,
    "open comments": lambda n: "<!--" * n,
    "entities": lambda n: "<p>&amp;&nbsp;&auml;&#x10ffff;&zzz; " * n,
    "doctype": lambda n: "<!DOCTYPE [<!ENTITY a 'b'>" * n + SENTENCE,
    "breaks": lambda n: "text<br><br>" * n,
    "long word": lambda n: "<p>" + "skola" * n,
    "languages": lambda n: "<p lang=sv>Skolan är ny.<p lang=ru>Школа новая.<p lang=en>The school is new.<p>学校" * n,
    "right to left": lambda n: "<p dir=rtl>بيت\u202eמדרסה " * n,
    "combining": lambda n: "<p>a" + "\u0301" * n,
    "nul": lambda n: "<p>x\0y</p>" * n,
    "hidden": lambda n: f"<div hidden id=a aria-controls=b>x</div><p style='display:none'>{SENTENCE}" * n,
    "menus": lambda n: "<nav><ul><li><a href=/a>Start</a></ul></nav>" * n + SENTENCE * 5,
    "definitions": lambda n: "<dl><dt>a<dd>b c d</dl>" * n,
    "open noscripts": lambda n: "<noscript><div><a>x</noscript>" * n + SENTENCE * 3,
    "all in a noscript": lambda n: "<noscript>" + "<div><a></b>x" * n + f"</noscript><p>{SENTENCE * 3}",
    "headlines": lambda n: "<div class=widget><article><h1>Om oss</h1><p>kort</article></div>" * n,
    "mains": lambda n: "<main><p>kort</p></main>" * n,
    "forms": lambda n: "<form><label>Namn<input name=a></label><button>Sänd</button></form>" * n + SENTENCE,
    "dates": lambda n: "<p>Publicerad 2026-11-29 av Anna Berg</p>" * n,
    "contacts": lambda n: "<h2>Kontakt</h2><p>Anna Berg, anna@a.se, 08-123 45 67</p>" * n,
    "linked data": lambda n: "<script type='application/ld+json'>" + "[" * n + f"</script><p>{SENTENCE * 3}",
}
LINES = {
    "years": "2010, 2011, 2012 och 2013–2015, ",
    "paragraphs of law": "1, 2 och 14 §§, 3 kap. 4 § 2 st. ",
    "law": "п. 3 ст. 15 ч. 2 Федерального закона № 44-ФЗ от 05.04.2013, ",
    "clock": "06:15 – 06:45, kl. 13.30, с 9-00 до 18.00 ",
    "phones": "08-123 45 67, +7 (812) 123-45-67, ",
    "digits": "1234567890",
    "grouped digits": "000 ",
    "address": "https://www.a.se/x/y?z=1&å=2/",
    "mail": "a.b-c@",
    "quotes": "\"»”'« ",
    "brackets": "([{)]}",
    "roman": "XVIII, IV och ",
    "dots": "... ",
    "only dots": ".",
    "dashes": "-–— ",
    "mixed": "аbвcДd-5xй ",
    "capitals": "SKR KOMMUN ГОСТ ",
    "one capital": "Ж",
    "initials": "А. С. ",
    "abbreviations": "т.е. д. 5 ул. bl.a. t.ex. ",
    "units": "5 км/ч, 3 m², 10 °C, 5 kr/mån ",
    "slashes": "1/2/3 и/или ",
    "dates": "29.11.2026, 1–3 maj, 5 мая 2026 г., ",
    "spaces": " ",
    "lines": "\n",
    "words": "och så vidare и так далее ",
    "prose": SENTENCE + "В 1990 г. школа открыта. ",
    "combining": "a\u0301",
    "stress": "за\u0301мок ",
}
_SHORTEST_PAGE = 40


def _page(html: str) -> Callable[[], object]:
    body = f"<title>Ny skola</title>{html}".encode()

    def run() -> object:
        try:
            return extract(from_bytes(body, address="https://a.example/", content_type="text/html"))
        except ReaderError as told:
            return told

    return run


@pytest.mark.parametrize("name", PAGES)
def test_reading_a_page_grows_with_it(name: str) -> None:
    """From bytes to article: no shape costs more than n^1.4, where n² would cost 2."""
    assert glance(lambda n: seconds(_page(PAGES[name](n))), _SHORTEST_PAGE) <= LINEAR


@pytest.mark.parametrize("name", PAGES)
def test_telling_the_charset_grows_with_the_page(name: str) -> None:
    """Of bytes in UTF-8 and in none."""
    for charset in ("utf-8", "utf-16-le", "cp1251"):
        assert glance(partial(_decoding, PAGES[name], charset), 16_000) <= LINEAR


def _decoding(shape: Callable[[int], str], charset: str, size: int) -> float:
    body = shape(size).encode(charset, "replace")
    return seconds(lambda: charset_of(body))


@pytest.mark.parametrize("language", ["sv", "ru", "en"])
@pytest.mark.parametrize("name", LINES)
def test_reading_a_line_grows_with_it(name: str, language: str) -> None:
    """What is said of a text in one block: no rule looks at all of it from each place."""

    def cost(n: int) -> float:
        text = LINES[name] * n
        return seconds(lambda: normalize(text, language))

    assert glance(cost, 20) <= LINEAR

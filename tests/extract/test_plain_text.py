"""Plain text as articles: what writers set with nothing but lines."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readerapp.errors import NoArticle, NotAPage, PageEmpty
from readerapp.extract import Region, extract
from readerapp.extract.limits import BLOCKS, CHARACTERS, TOO_LONG
from readerapp.fetch import from_bytes, from_file
from readerapp.model import Article, Document
from tests.extract.pages_form import line
from tests.growth import LINEAR, exponent

ADDRESS = "https://example.se/filer/Protokoll_2026.txt"
PROSE = "Kommunstyrelsen sammanträdde i går och fattade beslut om vägarna, skolorna och isbanan i Malmberget."


def read(text: str, address: str = ADDRESS, **facts: Any) -> Article:
    """The article of a text at an address."""
    return extract(Document.of(text, address, media_type="text/plain", **facts))


def lines(text: str) -> list[str]:
    """Its blocks in the form of tests/pages, the title first."""
    article = read(text)
    return [f"title: {article.title}", *(line(block, article.language) for block in article.blocks)]


CASES = {
    "wrapped lines are one paragraph": (
        """
        Protokoll

        Skolan ska stå färdig till höstterminen 2028. Byggkostnaden beräknas
        till 145 mnkr enligt 17 kap. plan- och bygglagen, och entreprenören
        utses den 3 maj.
        Det andra stycket börjar på egen rad, fast ingen tom rad skiljer dem
        åt.
        """,
        [
            "title: Protokoll",
            (
                "paragraph: Skolan ska stå färdig till höstterminen 2028. Byggkostnaden beräknas till 145 mnkr enligt "
                "17 kap. plan- och bygglagen, och entreprenören utses den 3 maj."
            ),
            "paragraph: Det andra stycket börjar på egen rad, fast ingen tom rad skiljer dem åt.",
        ],
    ),
    "lines that were broken on purpose stay apart": (
        f"""
        Kontakt

        {PROSE}

        Kiruna kommun
        Box 123
        981 85 Kiruna
        """,
        [
            "title: Kontakt",
            f"paragraph: {PROSE}",
            "paragraph: Kiruna kommun",
            "paragraph: Box 123",
            "paragraph: 981 85 Kiruna",
        ],
    ),
    "long lines are paragraphs as they are": (
        f"Rubrik\n\n{PROSE} {PROSE}\n{PROSE} {PROSE}\n",
        ["title: Rubrik", f"paragraph: {PROSE} {PROSE}", f"paragraph: {PROSE} {PROSE}"],
    ),
    "words that the margin parted are whole, and hyphens that belong to a word stay": (
        """
        Rubrik

        Nämnden ansvarar för förskolan, grundskolan och kultur-
        verksamheten i kommunens alla delar. Barn-
        och ungdomsvården flyttar, och SJ-
        tågen står stilla tills vidare enligt det e-
        brev som kom.
        """,
        [
            "title: Rubrik",
            (
                "paragraph: Nämnden ansvarar för förskolan, grundskolan och kulturverksamheten i kommunens alla delar. "
                "Barn- och ungdomsvården flyttar, och SJ-tågen står stilla tills vidare enligt det e-brev som kom."
            ),
        ],
    ),
    "Russian words too": (
        """
        О внесении изменений

            В соответствии со статьёй 17 Федерального закона админи-
        страция постановляет внести изменения. Это касается кого-
        то из жителей, а из-
        за погоды работы отложены.
            Второй абзац начинается с отступа и продолжается на следующей
        строке.
        """,
        [
            "title: О внесении изменений",
            (
                "paragraph: В соответствии со статьёй 17 Федерального закона администрация постановляет внести "
                "изменения. Это касается кого-то из жителей, а из-за погоды работы отложены."
            ),
            "paragraph: Второй абзац начинается с отступа и продолжается на следующей строке.",
        ],
    ),
    "headings by strokes, marks, capitals, and alone above a paragraph": (
        f"""
        Protokoll
        =========
        {PROSE}

        Så gör du
        ---------
        {PROSE}

        ## Avgifter

        {PROSE}

        ÖVRIGA FRÅGOR

        Inga.

        Nästa möte

        {PROSE}
        """,
        [
            "title: Protokoll",
            f"paragraph: {PROSE}",
            "heading 3: Så gör du",
            f"paragraph: {PROSE}",
            "heading 2: Avgifter",
            f"paragraph: {PROSE}",
            "heading 2: ÖVRIGA FRÅGOR",
            "paragraph: Inga.",
            "heading 2: Nästa möte",
            f"paragraph: {PROSE}",
        ],
    ),
    "what may be a heading, and may not, is none": (
        f"""
        Hej Anna,

        {PROSE}

        Kiruna den 3 maj 2026

        {PROSE}

        vi ses

        {PROSE}

        Med vänliga hälsningar

        Anna Berg
        """,
        [
            "title: Protokoll 2026",
            "paragraph: Hej Anna,",
            f"paragraph: {PROSE}",
            "paragraph: Kiruna den 3 maj 2026",
            f"paragraph: {PROSE}",
            "paragraph: vi ses",
            f"paragraph: {PROSE}",
            "paragraph: Med vänliga hälsningar",
            "paragraph: Anna Berg",
        ],
    ),
    "lists, one in the other": (
        """
        Ansökan

        1. Fyll i blanketten, som finns på kommunens webbplats och på alla
           bibliotek.
        2. Bifoga:
           - en kopia av legitimationen
           - kvitton
        3. Vänta.

        * * *

        4. Vem bestämmer?
        """,
        [
            "title: Ansökan",
            "paragraph ol/li: Fyll i blanketten, som finns på kommunens webbplats och på alla bibliotek.",
            "paragraph ol/li: Bifoga:",
            "paragraph ol/li/ul/li: en kopia av legitimationen",
            "paragraph ol/li/ul/li: kvitton",
            "paragraph ol/li: Vänta.",
            "paragraph ol/li: Vem bestämmer?",
        ],
    ),
    "a number that begins a wrapped line, and a mark alone, are no lists": (
        """
        Rubrik

        Mötet hölls i Folkets hus i Kiruna på eftermiddagen den
        12. maj och varade i fyra timmar, trots att stormen drog in.

        1. Ensam.

        – Det här är en seger, säger Anna Berg.
        – Ja, säger Bo.
        """,
        [
            "title: Rubrik",
            (
                "paragraph: Mötet hölls i Folkets hus i Kiruna på eftermiddagen den 12. maj och varade i fyra timmar, "
                "trots att stormen drog in."
            ),
            "paragraph: 1. Ensam.",
            "paragraph: – Det här är en seger, säger Anna Berg.",
            "paragraph: – Ja, säger Bo.",
        ],
    ),
    "rows of a table are not run together": (
        "Telefoner\n\nNamn              Telefon\nAnna Berg         0980-123 45\nBo Ek\t0980-123 46\n",
        [
            "title: Telefoner",
            "paragraph: Namn Telefon",
            "paragraph: Anna Berg 0980-123 45",
            "paragraph: Bo Ek 0980-123 46",
        ],
    ),
}


@pytest.mark.parametrize("fact", CASES)
def test_what_lines_mean(fact: str) -> None:
    """Paragraphs, headings and lists come out as they were meant, and nothing else is made of them."""
    text, expected = CASES[fact]
    margin = " " * 8
    plain = "\n".join(row.removeprefix(margin) for row in text.split("\n"))
    assert lines(plain) == expected


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_end_in_every_way(ends: str) -> None:
    """Unix, Windows, old Macs and Unicode."""
    assert lines("Rubrik\n\nEtt stycke här.\n\nEtt till.\n".replace("\n", ends)) == [
        "title: Rubrik",
        "paragraph: Ett stycke här.",
        "paragraph: Ett till.",
    ]


def test_languages_are_guessed_block_by_block() -> None:
    """The article's by all of its text, a paragraph's by its own."""
    russian = "Администрация района сообщает жителям о том, что дорога будет закрыта для движения до конца месяца."
    article = read(f"Nyheter\n\n{PROSE} {PROSE}\n\n{russian}\n\n{PROSE}")
    assert (article.language, [block.language for block in article.blocks]) == ("sv", ["sv", "ru", "sv"])
    assert read(russian).language == "ru"


def test_addresses_are_links() -> None:
    """A web address in the text leads there, without the full stop that follows it."""
    (block,) = read("Läs mer på https://example.se/a?b=c. Välkommen!").blocks
    assert [(run.text, run.link) for run in block.runs if run.link] == [("https://example.se/a?b=c",) * 2]
    assert block.text == "Läs mer på https://example.se/a?b=c. Välkommen!"


def test_a_text_without_a_headline_is_called_as_its_file() -> None:
    """Its name without the ending; where it has none, it has no title."""
    assert read("Ett stycke. Ett till.", "file:///hem/%C3%85rets_brev.txt").title == "Årets brev"
    assert read("Ett stycke. Ett till.", "https://example.se/").title == ""
    assert [block.text for block in read("Bara en rad", "https://example.se/").blocks] == ["Bara en rad"]


def test_a_text_has_no_parts_by_name_and_an_empty_one_says_so() -> None:
    """A region is on no text; strokes and white space are none."""
    with pytest.raises(NoArticle):
        extract(Document.of(PROSE, ADDRESS, media_type="text/plain"), region=Region(ids=("main",)))
    for empty in ("----\n\n* * *", " \n\t\n", "\ufeff"):
        with pytest.raises(PageEmpty):
            read(empty)


@pytest.mark.parametrize(
    ("charset", "header"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("windows-1251", ""),
        ("koi8-r", ""),
        ("windows-1251", "; charset=windows-1251"),
        ("windows-1251", "; charset=utf-8"),
        ("iso-8859-5", "; charset=iso-8859-5"),
        ("cp866", ""),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
        ("utf-16-le", "; charset=utf-16le"),
        ("utf-16-be", "; charset=windows-1251"),
        ("windows-1251", "; charset=x-cp1251"),
        ("koi8-u", "; charset=koi8-ru"),
        ("mac-cyrillic", "; charset=x-mac-cyrillic"),
    ],
)
def test_the_alphabet_is_found_out(charset: str, header: str) -> None:
    """By the mark, the header or the letters themselves, in whatever order they agree."""
    text = "Администрация сообщает\n\nДорога закрыта до конца месяца, объезд через Кировск.\n"
    document = from_bytes(text.encode(charset), address=ADDRESS, content_type=f"text/plain{header}")
    assert (document.media_type, document.text) == ("text/plain", text)
    assert extract(document).title == "Администрация сообщает"


@pytest.mark.parametrize("content_type", [None, "", "unknown/unknown", "application/unknown", "*/*"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1251"])
def test_bytes_without_a_type_are_a_text_where_they_can_be_one(charset: str, content_type: str | None) -> None:
    """A server that does not know what it sends is helped as by browsers: without control characters it is a text."""
    text = "Расписание\n\nАвтобус до Мги отходит в 8.15 и в 17.40, кроме выходных.\n"
    document = from_bytes(text.encode(charset), address=ADDRESS, content_type=content_type)
    assert (document.media_type, document.text) == ("text/plain", text)
    with pytest.raises(NotAPage):
        from_bytes(text.encode("windows-1251") + b"\x01", address=ADDRESS, content_type=content_type)
    with pytest.raises(NotAPage):
        from_bytes(text.encode(charset), address=ADDRESS, content_type="application/octet-stream")


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5", "cp866"])
def test_capitals_are_letters_of_their_alphabet(charset: str) -> None:
    """The small letters of one alphabet are the capitals of another: a notice in capitals is told by its letters."""
    text = "ВНИМАНИЕ! ОТКЛЮЧЕНИЕ ВОДЫ\n\nС 3 ПО 5 ИЮНЯ В ДОМАХ ПО УЛИЦЕ ПОБЕДЫ НЕ БУДЕТ ГОРЯЧЕЙ ВОДЫ.\n"
    assert from_bytes(text.encode(charset), address=ADDRESS, content_type="text/plain").text == text
    assert from_bytes(text.lower().encode(charset), address=ADDRESS, content_type="text/plain").text == text.lower()


def test_a_text_that_speaks_of_markup_is_no_markup() -> None:
    """A charset that a text tells of is not its own; tags in running text are words."""
    text = "Så anges teckenkod\n\nSkriv <meta charset=koi8-r> i huvudet, då visas å, ä och ö rätt i alla läsare.\n"
    document = from_bytes(text.encode("windows-1252"), address=ADDRESS, content_type="text/plain")
    assert (document.charset, document.text) == ("windows-1252", text)
    assert "<meta charset=koi8-r>" in extract(document).blocks[0].text


def test_a_page_under_the_label_of_a_text_is_a_page(tmp_path: Path) -> None:
    """What begins as HTML is read as such, whatever its label or its file's name."""
    html = b"<!doctype html><title>Sidan</title><p>Det h\xc3\xa4r \xc3\xa4r en sida."
    assert from_bytes(html, address=ADDRESS, content_type="text/plain").media_type == "text/html"
    for name, media_type in (("a.txt", "text/plain"), ("a.TXT", "text/plain"), ("a.html", "text/html")):
        (tmp_path / name).write_text("Hej på er.", "utf-8")
        assert from_file(tmp_path / name).media_type == media_type


def test_more_than_is_read_is_told() -> None:
    """Past so many paragraphs, or so many characters, the rest is counted and shown."""
    many = read("\n\n".join(f"Stycke {n}." for n in range(BLOCKS + 3)))
    assert len(many.blocks) == BLOCKS
    assert [(part.rule, part.words, part.text) for part in many.skipped] == [
        (TOO_LONG, 6, "Stycke 5000. Stycke 5001. Stycke 5002.")
    ]
    (long,) = read("x" * CHARACTERS + " slut").skipped
    assert (long.words, long.text) == (1, "slut")


SHAPES = {
    "one line": "ord ",
    "lines": "ord\n",
    "full lines": "ordet som står här fyller ut raden nästan helt, men ändå inte,\n",
    "paragraphs": "ord\n\n",
    "items": "- ord\n",
    "numbers": "1. ord\n",
    "strokes": "---\n",
    "headings": "ORDET\n===\n",
    "hyphens": "ord-\n",
    "tabs": "\t",
    "columns": "a   ",
    "links": "http://",
    "dots": "http://a.....",
    "soft hyphens": "ord\u00ad\n",
    "deeper": "{n}- ord\n",
    "control": "\x00\x0c",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_hostile_texts_cost_little(shape: str) -> None:
    """The time for a text that is made to slow something down grows no faster than the text."""

    def work(size: int) -> None:
        piece = SHAPES[shape]
        deep = "".join(piece.replace("{n}", " " * (n % 300)) for n in range(size // len(piece)))
        try:
            read(deep)
        except PageEmpty:
            return

    assert exponent(work, 40_000) < LINEAR


@given(st.lists(st.text("ab å\t-–*#=1.2)\n\r\x0c,A", max_size=60), max_size=12).map("\n".join))
def test_no_letter_is_lost(text: str) -> None:
    """Every letter of a text is in its article, in its order."""
    try:
        article = read(text, "https://example.se/")
    except PageEmpty:
        assert not any(map(str.isalnum, text))
        return
    whole = "".join([article.title, *(block.text for block in article.blocks)])
    letters = partial(filter, str.isalpha)
    assert "".join(letters(whole)) == "".join(letters(text))

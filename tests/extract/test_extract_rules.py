"""What publishers, visitors and pages themselves say about what to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from readerapp.errors import NoArticle
from readerapp.extract import Region, SiteRules, extract, for_host, markdown, to_text
from readerapp.extract.dates import claimed, written
from readerapp.extract.html.selecting import select
from readerapp.extract.html.selectors import escaped, plain
from readerapp.extract.html.titles import without_site
from readerapp.extract.html.vocabulary import HIDDEN, MENU, PUBLISHER
from readerapp.extract.language import article_language, block_language
from readerapp.model import Article
from readerapp.model.tree import numbered
from tests.extract.pages_form import page

ADDRESS = "https://www.kommun.example.se/sida"
LONG = "Kommunen har beslutat att bygga en ny skola vid torget, och arbetet börjar redan i vår enligt planen."
FRAME = "<!DOCTYPE html><html lang=sv><title>Ny skola - Kommunen</title><body>{}"


def read(body: str, **named: Region | SiteRules) -> Article:
    """The article of a page with this body."""
    return extract(page(FRAME.format(body), ADDRESS), **named)  # type: ignore[arg-type]


def texts(article: Article) -> list[str]:
    """The texts of its blocks."""
    return [block.text for block in article.blocks]


def test_region_by_id_class_and_selector() -> None:
    """A named region is read whole, in page order, and nothing else is."""
    body = f"<div id=a>Ett.</div><p>{LONG}</p><div class='x b'>Två.</div><aside data-k=v>Tre.</aside>"
    region = Region(ids=("a",), classes=("b",), selectors=("aside[data-k=v]",))
    assert texts(read(body, region=region)) == ["Ett.", "Två.", "Tre."]


def test_region_that_is_not_there_is_told() -> None:
    """A region that the page does not hold gives no article, rather than the wrong one."""
    with pytest.raises(NoArticle):
        read(f"<p>{LONG}</p>", region=Region(ids=("gone",)))


def test_what_was_left_out_can_be_read_after_all() -> None:
    """The path of a skipped part, given as a region, reads that part, even a hidden one."""
    body = (
        f"<nav><ul><li><a href=/>Start</a></ul></nav><main><p>{LONG}</p><div hidden><p>Gömd text här.</p></div></main>"
    )
    article = read(body)
    rules = {skipped.rule: skipped for skipped in article.skipped}
    assert {MENU, HIDDEN} <= rules.keys()
    again = read(body, region=Region(selectors=(rules[HIDDEN].path,)))
    assert texts(again) == ["Gömd text här."]
    assert texts(read(body, region=Region(selectors=(rules[MENU].path,)))) == ["Start"]


def test_publishers_marks() -> None:
    """rs_skip, rs_skip_always and data-lyssna="skip" are not read; data-lyssna="read" is, wherever it stands."""
    body = (
        f"<main><p>{LONG}</p><p class='a rs_skip'>Ett.</p><div class=rs_skip_always>Två.</div>"
        f"<p data-lyssna=skip>Tre.</p>"
        f"<p class=rs_skipping>{LONG} Igen.</p></main><footer><p data-lyssna=read>Fyra.</p></footer>"
        f"<nav data-lyssna=read>Fem.</nav>"
    )
    article = read(body)
    assert [t for t in texts(article) if len(t) < 10] == ["Fem."]
    assert [s.text for s in article.skipped if s.rule == PUBLISHER] == ["Ett.", "Två.", "Tre."]


def test_site_rules_read_and_skip() -> None:
    """A host's rules name what to read and what to skip, by CSS selector."""
    body = f"<div class=text><p>{LONG}</p><p class=ad>Köp nu.</p></div><div class=extra>Mer text.</div>"
    assert texts(read(body, rules=SiteRules(read=(".text",), skip=(".text > p.ad",)))) == [LONG]


@pytest.mark.parametrize(
    ("address", "chosen"),
    [("https://www.example.se/a", "www.example.se"), ("https://WWW.Example.se.:8443/", "www.example.se"),
     ("https://a.b.example.se/", "*.example.se"), ("https://a.ny.example.se/", "*.ny.example.se"),
     ("https://example.se/", "*"), ("https://notexample.se/", "*"), ("https://xn--80aswg.xn--p1ai/", "сайт.рф"),
     ("https://сайт.рф/", "сайт.рф"), ("https://[/", None), ("", None)],
)  # fmt: skip
def test_the_most_specific_rules_are_a_hosts(address: str, chosen: str | None) -> None:
    """A host's own rules win over those of the longest name it stands under, and these over everybody's."""
    patterns = ("*", "*.example.se", "*.ny.example.se", "www.example.se", "сайт.рф")
    rules = {pattern: SiteRules(skip=(f"#n{number}",)) for number, pattern in enumerate(patterns)}
    assert for_host(rules, address) == (rules[chosen] if chosen else None)


def test_a_host_without_rules_has_none() -> None:
    """Rules for other hosts say nothing of this one."""
    assert for_host({"example.se": SiteRules(skip=("p",))}, "https://www.example.se/") is None


@pytest.mark.parametrize(
    "hidden",
    ["<p hidden>X y z.</p>", "<p aria-hidden=true>X y z.</p>", "<p style='DISPLAY : none'>X y z.</p>",
     "<p style='visibility:hidden'>X y z.</p>", ("<span class=sr-only>X y z.</span>"
     ""), "<p class='visually-hidden'>X y z.</p>",
     "<template>X y z.</template>", "<noscript>X y z.</noscript>"],
)  # fmt: skip
def test_hidden_text_is_never_read(hidden: str) -> None:
    """Whatever way a page hides a text, it is not in the article."""
    assert texts(read(f"<main><p>{LONG}</p>{hidden}<p>{LONG}</p></main>")) == [LONG, LONG]


def test_collapsed_panels_are_read() -> None:
    """What a click unfolds is content, however it is hidden until then."""
    body = (
        f"<main><p>{LONG}</p><button aria-expanded=false aria-controls=p1>Mer</button><div id=p1 hidden><p>"
        f"Panel ett är här.</p></div>"
        "<div class=accordion-body style='display:none'><p>Panel två är här.</p></div>"
        "<div hidden=until-found><p>Panel tre är här.</p></div></main>"
    )
    assert [t for t in texts(read(body)) if t.startswith("Panel")] == [
        "Panel ett är här.", "Panel två är här.", "Panel tre är här."
    ]  # fmt: skip


def test_markdown_keeps_the_structure() -> None:
    """Title, headings, nested lists, quotes, tables, links and emphasis are in the Markdown."""
    body = (
        f"<h1>Ny skola</h1><main><p>{LONG}</p><h2>Så går det till</h2><ol start=3><li>Rita <em>fort</em><ul>"
        f"<li>och bra</ul>"
        f"<li>Bygg</ol><blockquote><p>Äntligen en skola här hos oss.</p></blockquote><table><tr><th>År<th>"
        f"Kostnad<tr><td>2021<td>5 kr</table>"
        f"<p>Läs <a href=/plan>hela planen</a> hos oss, den är lång.</p></main>"
    )
    assert markdown(read(body)) == (
        f"# Ny skola\n\n{LONG}\n\n## Så går det till\n\n3. Rita *fort*\n\n   - och bra\n\n4. Bygg\n\n"
        "> Äntligen en skola här hos oss.\n\n| År | Kostnad |\n| --- | --- |\n| 2021 | 5 kr |\n\n"
        "Läs [hela planen](https://www.kommun.example.se/plan) hos oss, den är lång.\n"
    )


@pytest.mark.parametrize(("numbering", "marks"), [("a", "a. b."), ("A", "A. B."), ("i", "1. 2."), ("disc", "1. 2.")])
def test_a_list_by_letters_stays_one(numbering: str, marks: str) -> None:
    """Other texts speak of its point b."""
    items = "".join(f"<li>Den som har rätt till stöd enligt punkt {n} ansöker hos nämnden." for n in range(2))
    text = markdown(read(f"<main><p>{LONG}</p><ol type={numbering}>{items}</ol><p>{LONG}</p></main>"))
    assert [line.split()[0] for line in text.splitlines() if "ansöker" in line] == marks.split()


def test_empty_cells_keep_the_columns() -> None:
    """A cell without text is a block without text: Markdown keeps its column, and plain text says nothing of it."""
    body = (
        f"<main><p>{LONG}</p><table><tr><td><th>År<th>Kostnad<tr><th>Skola<td><td>5 kr"
        f"<tr><th>Park<td>2021<td></table><p>{LONG}</p></main>"
    )
    article = read(body)
    assert texts(article)[1:-1] == ["", "År", "Kostnad", "Skola", "", "5 kr", "Park", "2021", ""]
    assert "|  | År | Kostnad |\n| --- | --- | --- |\n| Skola |  | 5 kr |\n| Park | 2021 |  |\n" in markdown(article)
    assert "\n\n" not in to_text(FRAME.format(body), ADDRESS)
    empty = article.blocks[5]
    assert empty.locator
    assert (empty.locator.before[-5:], empty.locator.after[:4]) == ("Skola", "5 kr")


def test_tables_for_layout_get_no_empty_cells() -> None:
    """Spacers in a table that only arranges the page are nothing to read."""
    body = f"<table><tr><td></td><td><p>{LONG}</p></td><td></td></tr></table>"
    assert texts(read(body)) == [LONG]


def test_a_cell_of_many_paragraphs_is_no_data() -> None:
    """Where one cell of a table has most of its paragraphs, the table arranges the page."""
    letter = "Hej alla barn!<br><br>Vi har ritat vitsippor.<br><br>Ta med cykel.<br><br>Trevlig helg!"
    body = f"<table><tr><td>Brev</td><td>{letter}</td><td>Maj</td></tr><tr><td colspan=3>Skolan</td></tr></table>"
    assert not any(block.path for block in read(body).blocks)


def test_plain_text_is_the_body_alone() -> None:
    """Plain text has no title, captions or pictures."""
    html = FRAME.format(
        f"<h1>Ny skola</h1><p>{LONG}</p><figure><img src=a alt=Skolan><figcaption>Bilden</figcaption></figure><p>{LONG}"
    )
    assert to_text(html, ADDRESS) == f"{LONG}\n{LONG}"


@pytest.mark.parametrize(
    ("text", "day"),
    [("Uppdaterad: 2017-05-04", "2017-05-04"), ("Опубликовано 2 апреля 2019", "2019-04-02"),
     ("12 maj 2020 kl. 9.05", "2020-05-12T09:05"),
     ("May 3, 2021", "2021-05-03"), ("03.04.2019", "2019-04-03"),
     ("den 31 februari 2020", None), ("inget datum", None)],
)  # fmt: skip
def test_dates_as_pages_write_them(text: str, day: str | None) -> None:
    """Swedish, Russian and English dates are read; what is no date is not."""
    assert written(text) == day


@given(st.text(max_size=40))
def test_claimed_dates_never_fail(text: str) -> None:
    """A date from metadata is ISO 8601 or nothing."""
    assert claimed(text) is None or claimed(text)


def test_language_is_detected_only_where_it_must() -> None:
    """A declared language stands, unless a long text is plainly in another; short Latin text is left alone."""
    assert article_language("sv-SE", ["Hej"]) == "sv"
    assert article_language("en", ["Сегодня в городе прошёл праздник урожая для всех жителей."]) == "ru"
    assert article_language("fi", ["Tervetuloa kaupunkiin, täällä on kaunista."]) == "fi"
    assert article_language(None, [LONG]) == "sv"
    assert block_language("Opening hours for the town hall and the public library in summer", "sv") == "en"
    assert block_language("Taxi Stockholm", "sv") == "sv"


@pytest.mark.parametrize(
    ("whole", "title"),
    [("Bygglov - Granby kommun", "Bygglov"), ("Granby kommun | Bygglov", "Bygglov"),
     ("Bygglov – råd – Granby kommun", "Bygglov – råd"),
     ("Bygglov", "Bygglov")],
)  # fmt: skip
def test_the_sites_name_is_not_in_the_title(whole: str, title: str) -> None:
    """The headline is without the site's name, in front or behind."""
    assert without_site(whole, "Granby kommun", "https://www.granby.example.se/") == title


def test_a_heading_with_the_sites_name_is_not_the_title() -> None:
    """Where the only h1 is the site's name, the headline comes from the page's title."""
    html = "<title>En ny skola byggs vid torget | Byabloggen</title><h1>Byabloggen</h1>"
    html += f"<h2>En ny skola byggs vid torget</h2><p>{LONG}"
    assert extract(page(html, ADDRESS)).title == "En ny skola byggs vid torget"


SMALL = "<div id=a class='x y'><p class=y>1</p><p lang=sv>2<b id='1 ö'>3</b></p><ul><li>4<li>5</ul></div><p>6</p>"


@pytest.mark.parametrize(
    ("selector", "count"),
    [("p", 3), ("#a > p", 2), ("div p.y", 1), (".x.y", 1), ("p[lang]", 1), ("[lang=sv]", 1),
     ("[class~='y']", 2), ("[class^=x]", 1),
     ("li:nth-of-type(2)", 1), ("li, b", 3), ("*[id$='ö']", 1), ("ul > p", 0), ("#\\31 \\20 ö", 1)],
)  # fmt: skip
def test_selectors(selector: str, count: int) -> None:
    """The part of CSS that rules are written in finds what a browser would."""
    assert len(select(etree.HTML(SMALL), (selector,))) == count


@pytest.mark.parametrize("selector", ["", ">", "p >", "p::before", "p:hover", "a b,", "[x", "p + p", ")", "a" * 5000])
def test_selectors_outside_that_part_are_refused(selector: str) -> None:
    """What is not understood is refused, not guessed."""
    with pytest.raises(ValueError, match=r"^"):
        select(etree.HTML(SMALL), (selector,))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\\"), min_size=1, max_size=20))
def test_escaped_names_come_back(name: str) -> None:
    """Any id or class survives being written as CSS."""
    assert plain(escaped(name)) == name


def test_contacts_at_the_head_of_a_page_are_read() -> None:
    """Numbers and an address that is a link, under the first heading, belong to the text as those further down do."""
    numbers = "Tfn: 0940-123 45<br>E-post: <a href='mailto:post@kommun.example.se'>post@kommun.example.se</a>"
    manager = "Karl-Erik Sjödin<br>Tel. +46 940 123 46<br>karl-erik.sjodin@kommun.example.se"
    body = (
        f"<main><h1>Kontakta oss</h1><h2>Kontaktcenter</h2><p>{numbers}</p>"
        "<address>Besöksadress: Storgatan 1 A<br>Postadress: Box 12, 915 00 Ljungsele</address>"
        "<p>Org.nr: 212000-1234. Öppet mån–fre kl. 8–16.30, lunchstängt 12–13.</p>"
        f"<h2>Kommundirektör</h2><p>{manager}</p>"
        "<h2>Jour</h2><dl><dt>VA-jour</dt><dd>0940-555 00 (dygnet runt)</dd></dl></main>"
    )
    titled = FRAME.replace("Ny skola", "Kontakta oss").format(
        f"<nav><a href='/a'>Omsorg</a></nav>{body}<footer><p>Kommunen, Storgatan 1</p></footer>"
    )
    assert texts(extract(page(titled, ADDRESS)))[:2] == [
        "Kontaktcenter",
        "Tfn: 0940-123 45\nE-post: post@kommun.example.se",
    ]


def test_items_are_numbered_as_the_page_numbers_them() -> None:
    """An item may tell its number, and a list may count down, from its length or from where it begins."""

    def numbers(attributes: str, *items: str) -> list[int | None]:
        rows = "".join(f"<li{own}>Tag båten till ön nummer {i} och gå i land.</li>" for i, own in enumerate(items))
        article = extract(page(f"<main><h1>Öar</h1><p>{LONG}</p><ol{attributes}>{rows}</ol></main>", "https://a.se/"))
        return [number for node in article.tree.of("ol") for _, number in numbered(node)]

    assert numbers("", "", ' value="7"', "") == [1, 7, 8]
    assert numbers(" reversed", "", "", "") == [3, 2, 1]
    assert numbers(' reversed start="10"', "", ' value="4"', "") == [10, 4, 3]
    assert numbers("", "", ' value="x"', ' value="٣"') == [1, 2, 3]

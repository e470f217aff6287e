"""One everyday mark-up a page, as public bodies publish it: what must be read, in this order, and what must not."""

import pytest

from readerapp.extract import extract, to_text
from tests.extract.pages_form import page

_ADDRESS = "https://www.granby.se/sida"
_A = "Kommunen har öppnat den nya gångbron över ån, och den är upplyst hela natten."
_B = "Bron är tre meter bred, så att den som går och den som cyklar kan mötas utan att stanna."
_TEXT = f"<p>{_A}</p><p>{_B}</p>"
_MENU = '<header><a href="/">Granby kommun</a><nav><ul><li><a href="/b">Bygga</a></li></ul></nav></header>'
_IMPRINT = "<footer><p>Granby kommun, Torget 1, 000 00 Granby</p></footer>"


def _page(body: str, head: str = "") -> str:
    return (
        f'<html lang="sv"><head><title>Gångbron - Granby kommun</title>{head}</head>'
        f"<body>{_MENU}{body}{_IMPRINT}</body></html>"
    )


def _main(inner: str, head: str = "") -> str:
    return _page(f"<main><h1>Gångbron</h1>{inner}</main>", head)


_HIDDEN = "Den här rutan syns inte för någon som läser."
_LAW = "<pre>1 § Lagen gäller alla broar.\n\n2 § Den som äger en bro ska sköta den.\n</pre>"
_TEASERS = "".join(
    f'<div class="puff"><h2><a href="/{n}">{name} bygger ut</a></h2><p>{name} får fler platser i höst.</p></div>'
    for n, name in enumerate(["Ekskolan", "Björkskolan", "Lindskolan", "Almskolan", "Alskolan"])
)
_CARDS = "".join(
    f'<div class="card"><h3>{name}</h3><p>Handläggare</p><p>Telefon: <a href="tel:{number}">{number}</a></p></div>'
    for name, number in [("Anna Ek", "0123-45 67 01"), ("Bo Alm", "0123-45 67 02"), ("Cia Lind", "0123-45 67 03")]
)
_HOURS = "<table><tr><th>Måndag</th><td>06.30–20.00</td></tr><tr><th>Lördag</th><td>09.00–15.00</td></tr></table>"
_JSON_LD = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{_A} {_B}"}}</script>'

_PAGES: dict[str, tuple[str, list[str], list[str]]] = {
    "tag classes": (
        _page(f'<article class="post tag-share tag-print category-widget"><h1>Gångbron</h1>{_TEXT}</article>'),
        [_A, _B],
        [],
    ),
    "ids from headings": (
        _main(
            f'{_TEXT}<h2 id="sok-dela">Sök och dela</h2><p>Sök en plats.</p><h2 id="h-Meny">Meny</h2><p>Ärtsoppa.</p>'
        ),
        [_A, "Sök och dela", "Sök en plats.", "Meny", "Ärtsoppa."],
        [],
    ),
    "readspeaker": (_page(f'<div id="readspeaker-content"><h1>Gångbron</h1>{_TEXT}</div>'), [_A, _B], []),
    "header with lead": (
        _page(f"<article><header><h1>Gångbron</h1><p>Nu kan alla gå över ån.</p></header>{_TEXT}</article>"),
        ["Nu kan alla gå över ån.", _A],
        [],
    ),
    "several h1": (
        _main(f"{_TEXT}<h1>Belysning</h1><p>Lamporna tänds i skymningen.</p>"),
        [_A, "Belysning", "Lamporna"],
        [],
    ),
    "addresses": (_main(f"{_TEXT}<p>Storgatan 1<br>123 45 Granby</p>"), ["Storgatan 1\n", "123 45 Granby"], []),
    "law": (_main(_LAW), ["1 § Lagen", "\n2 § Den som äger"], []),
    "note marks": (
        _main(
            f"{_TEXT}<p>Bron kostade tio miljoner.<sup>[4]</sup> "
            'Den höll<sup><a href="#n1">1</a></sup> hela vintern.</p>'
        ),
        ["tio miljoner. Den höll hela"],
        ["[4]", "höll1"],
    ),
    "ways back from notes": (
        _main(
            f'{_TEXT}<ol><li id="n1">Jfr Ek 1998, s. 4. <a href="#r1">↩</a></li><li><a href="#r2">^</a> Mätt.</li></ol>'
        ),
        [_A, "Jfr Ek 1998, s. 4.", "Mätt."],
        ["↩", "^"],
    ),
    "struck out": (
        _main(f"{_TEXT}<p>Öppet till <del>klockan fem</del> <s>halv sex</s> klockan sju.</p>"),
        [_A, "klockan sju"],
        ["fem", "halv sex"],
    ),
    "formula": (
        _main(f'{_TEXT}<p>Arean är <math alttext="a gånger b"><mi>a</mi><mi>b</mi></math> meter.</p>'),
        ["Arean är a gånger b meter."],
        [],
    ),
    "ruby": (
        _main(f"{_TEXT}<p>Staden <ruby>東京<rp>(</rp><rt>Tokyo</rt><rp>)</rp></ruby> är vänort.</p>"),
        [_A, "Staden 東京 (Tokyo) är vänort."],
        [],
    ),
    "ruby in letters that no voice of ours knows": (
        _main(f"{_TEXT}<p>Staden <ruby>東京<rt>とうきょう</rt></ruby> är vänort.</p>"),
        [_A, "Staden 東京 är vänort."],
        ["とうきょう"],
    ),
    "drop cap": (
        _main(f'<p><span class="dropcap">B</span>ron invigs på söndag av landshövdingen.</p>{_TEXT}'),
        ["Bron invigs", _A],
        [],
    ),
    "custom elements": (
        _main("<gb-rad>Bron är öppen.</gb-rad><gb-rad>Vägen är stängd.</gb-rad>" + _TEXT),
        ["Bron är öppen.", "Vägen är stängd.", _A],
        ["öppen.Vägen"],
    ),
    "hidden": (
        _main(
            f'{_TEXT}<p hidden>{_HIDDEN}</p><p class="d-none">{_HIDDEN}</p>'
            f'<p class="is-hidden">{_HIDDEN}</p><p class="x">{_HIDDEN}</p>',
            "<style>.x{display:none}</style>",
        ),
        [_A, _B],
        [_HIDDEN],
    ),
    "read aloud instead": (
        _main(
            f'{_TEXT}<p>Avgift <span aria-hidden="true">50:-</span>'
            '<span class="sr-only">femtio kronor</span> per år.</p>'
        ),
        ["Avgift femtio kronor per år."],
        ["50:-"],
    ),
    "behind a button": (
        _main(f'{_TEXT}<button>Läs mer</button><div class="collapse"><p>Bron ska målas om vart tionde år.</p></div>'),
        [_A, "Bron ska målas om"],
        [],
    ),
    "noscript": (_page(f"<div id=app></div><noscript><h1>Gångbron</h1>{_TEXT}</noscript>"), [_A, _B], []),
    "json-ld": (_page("<div id=app></div>", _JSON_LD), [_A, _B], []),
    "shadow root": (
        _page(f'<gb-sida><template shadowrootmode="open"><h1>Gångbron</h1>{_TEXT}</template></gb-sida>'),
        [_A, _B],
        [],
    ),
    "short noscript": (
        f"<html lang=sv><title>Gångbron</title><body><noscript><div><h1>Gångbron</h1><p>{_A}</p></noscript><div></div>",
        [_A],
        [],
    ),
    "unclosed noscript": (
        _page(f"<noscript><div>Slå på skript.</noscript><main><h1>Gångbron</h1>{_TEXT}</main>"),
        [_A, _B],
        [],
    ),
    "answers under links that a script handles": (
        _main(
            '<a href="javascript:void(0)">Vem äger bron?</a><div style="display:none">Kommunen äger den.</div>'
            '<h3><a href="#">När tvättas den?</a></h3><div hidden>Varje vår.</div>'
        ),
        ["Vem äger bron?", "Kommunen äger den.", "När tvättas den?", "Varje vår."],
        [],
    ),
    "a line right under the headline": (
        _page(f"<div class=t1><h1>Gångbron</h1><div>Gratis för alla barn</div></div><div class=t2>{_TEXT}</div>"),
        ["Gratis för alla barn", _A],
        [],
    ),
    "a time in a box under the headline": (
        _page(
            '<article><h1>Gångbron</h1><div class="alert"><div class="alert__body"><strong>Planerat arbete</strong><br>'
            f"Tisdag 9 februari klockan 8.00–15.00</div></div><div>{_TEXT}</div></article>"
        ),
        ["Planerat arbete", "Tisdag 9 februari klockan 8.00–15.00", _A],
        [],
    ),
    "a slogan under the site's name": (
        _page(f"<div><h1>Granby</h1><p>Kommunen där alla trivs</p></div><div><h2>Gångbron</h2>{_TEXT}</div>"),
        [_A],
        ["där alla trivs"],
    ),
    "a button over the text": (
        _main(f'<a href="javascript:window.print()">Utskriftsvänlig sida</a><div>{_TEXT}</div>'),
        [_A, _B],
        ["Utskriftsvänlig"],
    ),
    "buttons that a script handles": (
        _main(f'{_TEXT}<p><a href="javascript:print()">Skriv ut sidan</a> <a href="javascript:x()">Tipsa</a></p>'),
        [_A, _B],
        ["Skriv ut", "Tipsa"],
    ),
    "a menu in a cell": (
        _page(
            '<table><tr><td><h1>Gångbron</h1></td></tr><tr><td><a href="/a">Start</a><br><a href="/b">Bilder</a><br>'
            f'<a href="/c">Gästbok</a></td><td>{_TEXT}</td></tr></table>'
        ),
        [_A, _B],
        ["Bilder"],
    ),
    "links in a row of data": (
        _main(
            '<table><tr><th>Plats</th><th>Länkar</th></tr><tr><td>Eksta</td><td><a href="/a">Karta</a> '
            '<a href="/b">Tider</a> <a href="/c">Priser</a></td></tr></table>'
        ),
        ["Eksta", "Karta", "Tider", "Priser"],
        [],
    ),
    "contents in boxes": (
        _main(
            '<div class="x"><div><p>Innehåll</p></div><div><a href="#a">Läge</a><br><a href="#b">Bredd</a></div></div>'
            f'<h2 id="a">Läge</h2><p>{_A}</p><h2 id="b">Bredd</h2><p>{_B}</p>'
        ),
        ["Läge", _A, "Bredd", _B],
        ["Innehåll"],
    ),
    "teasers": (
        _page(f"<main><h1>Nyheter</h1>{_TEASERS}</main>"),
        ["Ekskolan bygger ut", "Alskolan bygger ut"],
        ["Torget 1"],
    ),
    "one sentence": (_main("<p>Bron är stängd i dag.</p>"), ["Bron är stängd i dag."], ["Torget 1"]),
    "headings as paragraphs": (_main(f"<h2>{_A}</h2><h2>{_B}</h2>"), [_A, _B], []),
    "contact cards": (
        _main(f"<p>Ring oss om bron.</p>{_CARDS}"),
        ["Anna Ek", "45 67 01", "Bo Alm", "45 67 02", "Cia Lind", "45 67 03"],
        [],
    ),
    "opening times": (_main(f"<h2>Öppettider</h2>{_HOURS}"), ["Måndag", "06.30–20.00", "Lördag", "09.00–15.00"], []),
    "emergency": (
        _main("<p>Det brinner i hamnen.</p><p>Stäng dörrar, fönster och ventilation.</p>"),
        ["Det brinner", "Stäng dörrar, fönster"],
        [],
    ),
    "comment": (_main(f"{_TEXT}<p>Kommentera gärna förslaget före den 1 maj.</p>"), [_A, "Kommentera gärna"], []),
    "cookies": (
        _main("<p>Vi använder kakor för att räkna besök.</p><p>Kakorna sparas i ett år.</p>"),
        ["Vi använder kakor", "Kakorna sparas"],
        [],
    ),
}


@pytest.mark.parametrize("name", _PAGES)
def test_an_everyday_markup_is_read(name: str) -> None:
    """What a visitor sees is read in its order, and what is not for reading is left."""
    html, expected, forbidden = _PAGES[name]
    text, at = to_text(html, _ADDRESS), 0
    for part in expected:
        at = text.find(part, at)
        assert at >= 0, (part, text)
    assert not [part for part in forbidden if part in text], text


def test_a_page_of_links_tells_how_many() -> None:
    """A page that leads to others says to how many; a text with links, and cards with numbers to call, do not."""
    items = "".join(f'<li><a href="/{n}">Blankett {name}</a></li>' for n, name in enumerate(["A", "B", "C", "D"]))
    numbers = "".join(f'<li><a href="tel:0123{n}">Växel {n}</a></li>' for n in range(4))
    pages = [_main(f"<ul>{items}</ul>"), _main(f"{_TEXT}<ul>{items}</ul>"), _main(f"<ul>{numbers}</ul>")]
    assert [extract(page(html, _ADDRESS)).links for html in pages] == [4, 0, 0]

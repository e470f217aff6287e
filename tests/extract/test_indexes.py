"""An index is read whole, also where some of its entries are links alone and others say more."""

import itertools

import pytest

from readerapp.extract import to_text
from tests.growth import LINEAR, exponent

_ADDRESS = "https://www.eksta.se/a-o"
_ENTRIES = {
    "A": ["Arkiv", "Avfall", "Avlopp", "Anhörigstöd"],
    "B": ["Badhus", "Barnomsorg (förskola och fritidshem)", "Biblioteket", "Bygglov, rivningslov och marklov"],
    "D": ["Dagverksamhet", "Detaljplaner", "Djurskydd", "Dricksvatten (även egen brunn)"],
    "F": ["Fiske", "Fjärrvärme", "Flyttning till en annan kommun", "Föreningar"],
    "K": ["Kollektivtrafik", "Konsumentvägledning", "Kultur (scener, kurser och stipendier)", "Kyrkogårdar"],
}


def _entry(text: str) -> str:
    name, _, rest = text.partition(" ")
    return f"<li><a href='/{name.lower()}'>{name}</a>{' ' if rest else ''}{rest}</li>"


_LEAD = (
    "<p>Här står alla tjänster som kommunen har för dig som bor här, i ordning efter alfabetet. Under varje tjänst "
    "står vem du kan vända dig till och när du kan ringa, och vad den kostar.</p>"
)
_FLOW = "".join(f"<h2>{a}</h2><ul class='lista'>{''.join(map(_entry, each))}</ul>" for a, each in _ENTRIES.items())
_FOLDS = "".join(
    f"<div class='fold'><h2>{a}</h2><div><ul>{''.join(map(_entry, each))}</ul></div></div>"
    for a, each in _ENTRIES.items()
)
_PLAIN = "".join(map(_entry, itertools.chain(*_ENTRIES.values())))
_MINUTES = "".join(f"<p><a href='/{day}'>Protokoll från nämndens möte den {day} mars</a></p>" for day in range(2, 20))


def _page(main: str) -> str:
    return (
        "<html><head><title>Våra tjänster A–K</title></head><body><nav><ul><li><a href='/'>Start</a></li></ul></nav>"
        f"<main><h1>Våra tjänster A–K</h1>{main}</main></body></html>"
    )


@pytest.mark.parametrize(
    "main",
    [
        _LEAD + _FLOW,
        f"<div class='ingress'>{_LEAD}</div><div class='alla'>{_FOLDS}</div>",
        f"{_LEAD}<ul>{_PLAIN}</ul>",
        f"{_LEAD}<div class='lista'><ul>{_PLAIN}</ul></div>",
    ],
)
def test_every_entry_is_read(main: str) -> None:
    """Those that are links alone stand beside others that are not; a lead of any length stands before them."""
    text = to_text(_page(main), _ADDRESS)
    assert text.startswith("Här står alla")
    assert [line for line in itertools.chain(*_ENTRIES.values()) if line not in text] == []


@pytest.mark.parametrize("lead", [_LEAD, "<p>Logga in med e-legitimation, eller skriv ut en blankett.</p>"])
def test_every_letter_of_an_index_of_links_is_read(lead: str) -> None:
    """However few stand under a letter, in whatever order, and with as many words as headlines have."""
    entries = {
        "A": ["Anmälan om kompostering", "Autogiro för barnomsorgens avgifter", "Ansökan om ekonomiskt bistånd"],
        "F": ["Felanmälan av gator och parker", "Förskola, säg upp din plats"],
        "Ö": ["Överklaga ett beslut av nämnden", "Öppen förskola, boka din tid"],
    }
    lists = "".join(
        f"<h2>{letter}</h2><ul>{''.join(f'<li><a href=/{len(text)}>{text}</a></li>' for text in texts)}</ul>"
        for letter, texts in entries.items()
    )
    text = to_text(_page(lead + lists), _ADDRESS)
    assert [line for line in itertools.chain(*entries.values()) if line not in text] == []


def test_a_row_of_links_under_a_lead_is_read() -> None:
    """A page of minutes, each link in a paragraph of its own."""
    text = to_text(_page(_LEAD + _MINUTES), _ADDRESS)
    assert text.count("Protokoll från nämndens möte den") == 18


def test_other_pages_beside_it_are_not() -> None:
    """A list of its own, of which nothing is read, stays out."""
    links = "".join(f"<li><a href='/nyhet-{n}'>Nyhet nummer {n} från kommunens sidor</a></li>" for n in range(5))
    text = to_text(
        _page(f"{_LEAD}{_FLOW}<aside class='relaterat'><h2>Läs också</h2><ul>{links}</ul></aside>"), _ADDRESS
    )
    assert "Nyhet nummer" not in text
    assert "Arkiv" in text


def test_boxes_beside_a_notice_are_no_index() -> None:
    """Some lists of links under headings, each in a box of its own, are not read along with a short notice."""
    boxes = "".join(
        f"<div class='box {name.lower()}'><h2>{name}</h2><ul>{''.join(map(_entry, entries))}</ul></div>"
        for name, entries in zip(("Nyheter", "Kalender", "Snabblänkar", "Hitta"), _ENTRIES.values(), strict=False)
    )
    text = to_text(_page(f"<div class='text'>{_LEAD}</div>{boxes}"), _ADDRESS)
    assert "Avfall" not in text
    assert text.startswith("Här står alla")


@pytest.mark.parametrize("heading", ["Läs också", "Mest läst", "Senaste nytt", "Nyheter", "Читайте также"])
@pytest.mark.parametrize("tag", ["li", "p"])
def test_other_news_under_a_short_notice_are_no_index(heading: str, tag: str) -> None:
    """Their heading says that they lead elsewhere, however many there are and whatever they are called."""
    links = "".join(f"<{tag}><a href='/n{i}'>Kommunen bygger ny skola i område {i}</a></{tag}>" for i in range(12))
    notice = (
        "<p>Bron över ån är klar och öppnas för trafik i morgon bitti, säger kommunens ingenjör.</p>"
        "<p>Den är tjugo meter lång och bred nog för två cyklar.</p>"
    )
    rows = f"<ul>{links}</ul>" if tag == "li" else links
    page = f"<title>Bron är klar</title><main><h1>Bron är klar</h1>{notice}<h2>{heading}</h2>{rows}</main>"
    text = to_text(page, "https://www.eksta.se/bro")
    assert "Bron över ån" in text
    assert "ny skola" not in text


_HEADLINES = (
    "Sommarjobb för unga i Eksta",
    "Vattnet stängs av på Norra vägen",
    "Ny chef för räddningstjänsten i länet",
    "Isbanan är öppen hela lovet",
    "Så röstar du i förväg i år",
    "Grönt ljus för bron till Sele",
)
_NOTICE = "<p>Bron över ån är klar och öppnas för trafik i morgon bitti.</p><p>Den är tjugo meter lång och bred.</p>"


def _row(*names: str) -> str:
    return "".join(f"<li><a href='/{i}'>{name}</a></li>" for i, name in enumerate(names))


def test_headlines_under_a_notice_are_no_entries() -> None:
    """Lines of several words, each unlike the next, lead to other pages also where nothing is written over them."""
    html = f"<title>Bron är klar</title><main><h1>Bron är klar</h1>{_NOTICE}<ul>{_row(*_HEADLINES)}</ul></main>"
    text = to_text(html, _ADDRESS)
    assert "tjugo meter" in text
    assert "Sommarjobb" not in text


@pytest.mark.parametrize(
    "names",
    [
        ("Bygglov", "Eldstad", "Rivning", "Marklov", "Strandskydd", "Brunnar"),
        tuple(
            f"Ansökan om stöd för {what}" for what in ("resor", "hjälpmedel i hemmet", "skola", "lek", "sång", "bad")
        ),
        tuple(sorted(_HEADLINES)),
    ],
)
def test_short_names_and_names_that_begin_alike_or_stand_in_order_are(names: tuple[str, ...]) -> None:
    """They are what a page is for that says something over them."""
    html = f"<title>Lov och stöd</title><main><h1>Lov och stöd</h1>{_NOTICE}<ul>{_row(*names)}</ul></main>"
    text = to_text(html, _ADDRESS)
    assert [name for name in names if name not in text] == []


def test_a_row_of_parts_is_read_evenly() -> None:
    """What is read of most parts is read of the one that says least, too."""
    items = "".join(
        f'<div class="status"><span class="badge">{badge}</span><h3><a href="/{i}">{name}</a></h3><p>{said}</p></div>'
        for i, (badge, name, said) in enumerate(
            (
                ("Nytt", "Telefonerna på Norra vårdcentralen", "Det går inte att ringa oss just nu."),
                ("Pågår", "E-tjänsten för recept", "Tjänsten är långsam i dag."),
                ("Åtgärdat", "Trygghetslarmen", "Larmen fungerar igen."),
            )
        )
    )
    text = to_text(f"<title>Drift</title><main><h1>Drift</h1>{items}</main>", _ADDRESS)
    assert "Pågår" in text
    assert "E-tjänsten för recept" in text
    assert "Tjänsten är långsam i dag." in text


@pytest.mark.parametrize("shape", ["teasers", "entries", "rows", "posts"])
def test_a_list_costs_what_its_length_says(shape: str) -> None:
    """Four times the items cost no more than four times the work."""
    item = {
        "teasers": '<div class="t"><a href="/{0}">Bron {0} är klar</a><p>Den öppnades för trafik i går {0}.</p></div>',
        "entries": '<li><a href="/{0}">Bygglov {0}</a></li>',
        "rows": '<div class="s"><b class="b">Nu {0}</b><h3><a href="/{0}">Larm {0}</a></h3><p>Det gick {0}.</p></div>',
        "posts": '<tr><td class="user">Rut {0}</td><td>{0} maj 2026</td></tr><tr><td>Medlem</td><td class="post">'
        "Jag satte tomaterna i mitten av maj {0}.</td></tr>",
    }[shape]

    def read(n: int) -> str:
        return to_text(_page(f"{_LEAD}{''.join(map(item.format, range(n)))}"), _ADDRESS)

    assert exponent(read, 100) < LINEAR

"""What a listener would miss of a published article: its lead, its lists with what heads them, its own text."""

import pytest

from readerapp.extract import to_text
from readerapp.extract.html.choice import Choice
from readerapp.extract.html.claims import claims
from readerapp.extract.html.doubts import doubtful, unlikely
from readerapp.extract.html.heads import Heads
from readerapp.extract.html.leads import read_leads
from readerapp.extract.html.outline import Chunk, Outline
from readerapp.extract.html.parse import parse
from readerapp.extract.html.region import appraise
from readerapp.extract.html.rows import heads_of_lists
from readerapp.extract.html.walk import outline
from tests.growth import LINEAR, exponent

_ADDRESS = "https://www.eksta.se/nyhet"
_ARTICLE = "<meta property='og:type' content='article'>"
_TITLES = frozenset(("bron är klar",))
_SAYS = "Bron är {} meter lång och så bred att den som går och den som cyklar kan mötas utan att stanna."
_TEXT = "".join(f"<p>{_SAYS.format(n)}</p>" for n in range(20, 30))
_MENU = "".join(
    f"<div><a href='/{n}'>Bygga, bo och miljö</a> <span>Lov och tillsyn {n}</span></div>" for n in range(60)
)


def _outline(lead: str, body: str = _TEXT) -> Outline:
    heads = Heads(
        parse(
            "<html><head><meta property='og:type' content='article'><title>Bron är klar</title></head><body>"
            f"<main><article><header><h1>Bron är klar</h1>{lead}</header><div class='text'>{body}</div></article>"
        )
    )
    out = outline(heads, "www.eksta.se")
    appraise(out)
    out.published = claims(heads).article
    return out


def _left(out: Outline, c: Chunk, likely: float) -> bool:
    """Whether a line is left out of a story where it is as likely as that to belong to it."""
    return c in unlikely(out, Choice(list(out.chunks)), {c: likely}, _TITLES)


@pytest.mark.parametrize(
    "lead",
    [
        "<p class='ingress'>Efter två år av buller och omvägar kan alla gå torrskodda till jobbet igen.</p>",
        "<div class='preamble'>Nu är den klar, bron som alla har väntat på så länge.</div>",
        "<div class='lid'><p>Мост, которого ждали два года, открыли в понедельник утром.</p></div>",
    ],
)
def test_a_lead_is_no_scrap_beside_a_story(lead: str) -> None:
    """What stands right under the headline says what is new: as long as one in three speaks for it, it is read."""
    out = _outline(lead)
    first = out.chunks[1]
    assert not _left(out, first, 0.4)
    assert _left(out, first, 0.3)


@pytest.mark.parametrize(
    "line",
    [
        "<div>Publicerad av redaktionen den 2 mars 2026 klockan 10.</div>",
        "<figcaption>Bron som den såg ut på morgonen innan alla kom.</figcaption>",
        "<div>Läs alla våra texter om bron på <a href='/bron'>sidan om bron</a> i dag.</div>",
    ],
)
def test_a_date_a_caption_and_a_pointer_are_no_lead(line: str) -> None:
    """Under a headline they stand too, and say nothing of what is new."""
    out = _outline(line)
    assert not read_leads(out, Choice(list(out.chunks)), _TITLES)


@pytest.mark.parametrize("tag", ["li", "td", "dd"])
def test_a_paragraph_in_an_item_is_not_doubted(tag: str) -> None:
    """Editors put paragraphs into items and cells: the last of a list is no sentence apart."""
    around = {"li": "ul", "td": "table", "dd": "dl"}[tag]
    item = f"<{around}><{tag}><p>Bron stängs för alla fordon varje natt från och med april.</p></{tag}></{around}>"
    out = _outline("", _TEXT + item)
    last = out.chunks[-1]
    assert "varje natt" in last.text
    assert last not in doubtful(out, Choice(list(out.chunks)), {})
    apart = _outline("", f"{_TEXT}<div class='b'>Eksta kommun har funnits sedan år 1863.</div>")
    assert apart.chunks[-1] in doubtful(apart, Choice(list(apart.chunks)), {})


@pytest.mark.parametrize(
    "line", ["Frågor: Anna Berg, 0123-456 78", "Anmälan till bygg@eksta.se", "Приёмная: +7 (0742) 33-44-55"]
)
def test_whom_to_reach_is_not_doubted_under_the_text(line: str) -> None:
    """A number or an address in a paragraph of the text is why many open the page; a name alone may be doubted."""
    for said, tells in ((line, True), ("Foto: Maria Lind", False)):
        out = _outline("", f"{_TEXT}<p>{said}</p>")
        assert (out.chunks[-1] not in doubtful(out, Choice(list(out.chunks)), {})) is tells


@pytest.mark.parametrize("answer", ["Vemodigt.", "Нет!", "Till vintern?"])
def test_a_short_answer_in_a_box_of_its_own_needs_little(answer: str) -> None:
    """What ends as a sentence is said, however short; a label of as many words is not."""
    for said, left in ((answer, False), (answer[:-1], True)):
        out = _outline("", f"{_TEXT}<div><div>{said}</div></div>{_TEXT}")
        assert _left(out, next(c for c in out.chunks if c.text == said), 0.3) is left


@pytest.mark.parametrize(
    "listed", ["<ul><li>10–18</li></ul>", "<table><tr><td>Socker</td></tr></table>", "<dl><dt>Pris</dt></dl>"]
)
def test_a_list_is_read_with_its_heading(listed: str) -> None:
    """Hours and ingredients say nothing without it; a headline, a link and what heads no text are left out."""
    heads = "<h2>Bron är klar</h2>", "<h2><a href='/b'>Badet</a></h2>", "<h2>Badet</h2>"
    for head, tells in zip(heads, (False, False, True), strict=True):
        out = _outline("", f"{_TEXT}<div>{head}{listed}</div>")
        rest = {out.chunks[-2]}
        read = out.chunks[:-2] + out.chunks[-1:]
        assert heads_of_lists(out, read, rest, _TITLES) == (rest if tells else set())
        assert not heads_of_lists(out, out.chunks[:-2], rest, _TITLES)


@pytest.mark.parametrize(
    "name", ["<span class='cms_wrapper_meta_field'>", "<span class='author-text'>", "<span class='post meta'>"]
)
def test_a_name_for_bylines_does_not_silence_the_text_under_a_long_menu(name: str) -> None:
    """Most of a page's sentences are nobody's name; a line of that name is, and is not read."""
    body = _TEXT + "<ul><li>Bron öppnar den 1 april.</li></ul><h2>Så går det till</h2>" + _TEXT
    end = "</span>" if name.startswith("<span") else "</div>"
    page = (
        "<html><head><meta property='og:type' content='article'><title>Bron är klar</title></head><body>"
        f"<div class='top'>{_MENU}</div><h1>Bron är klar</h1><div class='meta'>Maria Lind, redaktionen</div>"
        f"<div class='entry'>{name}{body}{end}</div>"
        "<div class='terms'><p>Texten på den här sidan får användas av alla som säger varifrån den är hämtad, och den "
        "som vill kan också få bilderna i full storlek av den som tog dem, om det sker i god tid.</p></div></body>"
    )
    text = to_text(page, _ADDRESS)
    assert text.count("meter lång") == 20
    assert "öppnar den 1 april" in text
    assert "Så går det till" in text
    assert "Maria Lind" not in text


@pytest.mark.parametrize(
    "part",
    [
        "<div>Efter två år av buller kan alla gå till jobbet igen.</div>",
        "<div><h2>Badet</h2><ul><li><p>Öppet klockan tio.</p></li></ul></div>",
        "<p>Frågor: 0123-456 78 – 0-</p>",
    ],
)
def test_what_is_kept_is_found_in_time_that_grows_as_the_page(part: str) -> None:
    """Leads, headings over lists and telephone numbers are looked for once a line, however many a page has."""

    def read(n: int) -> None:
        to_text(f"<html><head>{_ARTICLE}</head><body><h1>Bron är klar</h1>{part * n}{_TEXT}", _ADDRESS)

    assert exponent(read, 200) < LINEAR

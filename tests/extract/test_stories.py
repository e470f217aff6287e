"""On a story, as news and weblogs have them, what stands apart from the text is doubted more; no other page is."""

import pytest

from readerapp.extract import to_text
from readerapp.extract.html.choice import Choice
from readerapp.extract.html.claims import claims
from readerapp.extract.html.doubts import doubtful, unlikely
from readerapp.extract.html.heads import Heads
from readerapp.extract.html.outline import Outline
from readerapp.extract.html.parse import parse
from readerapp.extract.html.region import appraise
from readerapp.extract.html.stories import is_story
from readerapp.extract.html.walk import outline
from tests.extract.everyday_pages import Everyday, everyday
from tests.extract.test_everyday_pages import test_an_everyday_page_is_read as reads

_ADDRESS = "https://www.eksta.se/nyhet"
_ARTICLE = "<meta property='og:type' content='article'>"
_SAYS = {
    "Bron är klar": "Bron är {} meter lång och så bred att den som går och den som cyklar kan mötas utan att stanna.",
    "Мост открыт": "Мост длиной {} метров, и он такой широкий, что велосипедисты могут разойтись на нём без остановки.",
    "The bridge": "The bridge is {} metres long, and wide enough for those who walk and those who ride to pass.",
}


def _page(title: str, begin: str = "", end: str = "", head: str = _ARTICLE) -> str:
    body = "".join(f"<p>{_SAYS[title].format(n)}</p>" for n in range(20, 30))
    return (
        f"<html><head>{head}<title>{title}</title></head><body><div><a href='/'>Eksta</a></div><main><article>"
        f"<h1>{title}</h1><div class='text'>{begin}{body}{end}</div></article></main><footer>© Eksta</footer></body>"
    )


def _outline(html: str) -> Outline:
    heads = Heads(parse(html))
    out = outline(heads, "www.eksta.se")
    appraise(out)
    out.published = claims(heads).article
    return out


@pytest.mark.parametrize("title", _SAYS)
def test_a_story_has_two_witnesses(title: str) -> None:
    """What it calls itself, and paragraphs of one make: neither alone makes a story."""
    story, other = _outline(_page(title)), _outline(_page(title, head=""))
    notice = _outline(
        f"<html><head>{_ARTICLE}</head><body><h1>{title}</h1><p>{_SAYS[title]}</p><ul><li>10–18</li></ul>"
    )
    parts = "".join(f"<div class='a{n}'><p>{_SAYS[title]}</p></div>" for n in range(8))
    boxes = _outline(f"<html><head>{_ARTICLE}</head><body><h1>{title}</h1>{parts}")
    assert [is_story(out, out.chunks) for out in (story, other, notice, boxes)] == [True, False, False, False]


@pytest.mark.parametrize(("head", "kept"), [(_ARTICLE, False), ("", True)])
def test_a_sentence_apart_is_left_out_of_a_story_as_soon_as_that_is_likelier(head: str, *, kept: bool) -> None:
    """Of other pages one in three is enough for it to be read: a lost sentence costs more than a stray line."""
    out = _outline(_page("Bron är klar", end="<div class='b'>Eksta kommun har funnits sedan år 1863.</div>", head=head))
    choice = Choice(list(out.chunks))
    apart = next(c for c in out.chunks if "1863" in c.text)
    likely = dict.fromkeys(doubtful(out, choice, {}), 0.4)
    assert apart in likely
    assert (apart not in unlikely(out, choice, likely)) == kept


def test_a_page_of_parts_is_no_story_whatever_it_calls_itself() -> None:
    """Systems call each of their pages an article, services too: of those one in three is enough to be read."""
    says = _SAYS["Bron är klar"]
    parts = "".join(f"<div class='a{n}'><h2>Del {n}</h2><p>{says.format(n)}</p></div>" for n in range(8))
    last = "<div class='b'>Eksta kommun har funnits sedan år 1863.</div>"
    out = _outline(f"<html><head>{_ARTICLE}</head><body><main><h1>Bron</h1>{parts}{last}</main></body></html>")
    choice = Choice(list(out.chunks))
    likely = dict.fromkeys(doubtful(out, choice, {}), 0.4)
    assert out.chunks[-1] in likely
    assert not unlikely(out, choice, likely)


@pytest.mark.parametrize(
    ("title", "line"), [("Bron är klar", "Vårt omdöme"), ("Мост открыт", "Наш вывод"), ("The bridge", "Our ruling")]
)
def test_a_short_line_amid_the_paragraphs_heads_what_follows(title: str, line: str) -> None:
    """It stands in their row and leads nowhere: no likelihood outweighs that; at an end or linked it may."""
    middle, end = f"<div class='u'>{line}</div><p>{_SAYS[title]}</p>", f"<div class='u'>{line}</div>"
    linked = f"<div class='u'><a href='/a'>{line}</a></div><p>{_SAYS[title]}</p>"
    for part, kept in ((middle, True), (end, False), (linked, False)):
        out = _outline(_page(title, end=part))
        short = next(c for c in out.chunks if c.text == line)
        assert (short not in unlikely(out, Choice(list(out.chunks)), {short: 0.05})) == kept


@pytest.mark.parametrize(
    ("title", "part"),
    [
        (
            "Bron är klar",
            "<div class='fakta'><h2>Öppettider</h2><p>Bron är bemannad klockan 10–18.</p><p>Lördag 11–15.</p></div>",
        ),
        ("Bron är klar", "<div class='x'><p>Bron stängs helt natten mot torsdag.</p></div>"),
        ("Bron är klar", "<div class='b'><p>Rättelse: I en tidigare version var bron 30 meter lång.</p></div>"),
        ("Bron är klar", "<p>Frågor besvaras av Karin Ek på <a href='tel:0101234567'>010-123 45 67</a>.</p>"),
        ("Мост открыт", "<div class='q'><blockquote>Мы ждали этот мост десять лет.</blockquote></div>"),
        ("Мост открыт", "<div class='x'><p>В ночь на четверг мост будет закрыт.</p></div>"),
        ("Мост открыт", "<div class='n'><p>Уточнение: в первой версии заметки мост был длиной 30 метров.</p></div>"),
        ("The bridge", "<div class='c'><em>This story was corrected: it is 25 metres long, not 30.</em></div>"),
        ("The bridge", "<p>Call the town on <a href='tel:112'>0800 1234</a> before you cross with a heavy load.</p>"),
        ("The bridge", "<blockquote><p>We have waited for ten years.</p>— Ann Lee (@ann) 3 May 2026</blockquote>"),
    ],
)
@pytest.mark.parametrize("where", ["begin", "end"])
def test_what_matters_is_read_of_a_story(title: str, part: str, where: str) -> None:
    """Hours, warnings, corrections, numbers to call and quotations, though they stand apart from the paragraphs."""
    text = to_text(_page(title, **{where: part}), _ADDRESS)
    words = [line for tagged in part.split(">")[1:] if (line := tagged.partition("<")[0].strip()) and len(line) > 1]
    assert all(line in text for line in words), text


_LESS: dict[str, str] = {
    "vanliga-ru05-muzey-vystavka": "Выставка бисквитного фарфора",
    "vanliga-ru19-sotszashchita-forma": "Бесплатно для семей",
    "vanliga-sv16-kvarnens-historia": "Vattenhjulet är nära",
}
"""Pages that lose a line by it, as news would lose a by-line there: two under the headline, one over a picture."""


@pytest.mark.parametrize("asked", list(everyday()), ids=lambda asked: asked.name)
def test_everyday_pages_are_read_though_they_call_themselves_articles(asked: Everyday) -> None:
    """Many systems say so of each of their pages: of hours, notices and lists nothing is lost by it, but on a few."""
    line = _LESS.get(asked.name, "\n")
    expect = [part for part in asked.expect if not part.startswith(line)]
    assert len(expect) == len(asked.expect) - (asked.name in _LESS)
    html = asked.html.replace("<head>", f"<head>{_ARTICLE}", 1)
    reads(asked._replace(html=html, expect=expect))

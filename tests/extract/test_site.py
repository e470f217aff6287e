"""The site's other pages as a witness: they need a second one, and say so."""

from datetime import UTC, datetime

import pytest

from benchmarks.invented_sites import INVENTED, WAYS, WORDLESS, pages, scored
from readerapp.extract import RULES, Switches, extracted
from readerapp.model import Article, Document
from readerapp.sites import Site, page_name, shared, taught

SITE = "Text that stands on other pages of the site too"
NOW = datetime(2026, 11, 29, tzinfo=UTC)


def page(body: str, path: str = "/x", title: str = "Sidan") -> Document:
    html = f"<html lang=sv><title>{title}</title><body><div class=a>{body}</div></body></html>"
    address = f"https://a.se{path}"
    return Document.of(html, address, NOW)


def read(*before: str, then: str) -> Article:
    """The last of several pages of a site, read with what the ones before it taught."""
    site = Site("a.se")
    for number, body in enumerate(before):
        whole = page(body, f"/{number}")
        site = taught(site, f"/{number}", extracted(whole, site=frozenset())[1], 1)
    return extracted(page(then), site=shared(site, "/x", 1))[0]


def said(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)


FRAME = "<div class=f><p>Kommunen samarbetar med föreningar och företag för ett gott liv i hela kommunen.</p></div>"
INSTRUCTION = "<p>Ring genast 112 om någon är i fara och vänta på hjälp utomhus.</p>"


def text(own: str, repeated: str = INSTRUCTION) -> str:
    return f"<div class=t><h1>Om {own}</h1><p>Den som arbetar med {own} ska ha utbildning för det.</p>{repeated}</div>"


def test_frame_is_left_out_from_the_second_page_on() -> None:
    """A part beside the text that stands on another page too is not read, and told with that reason."""
    assert "gott liv" in said(read(then=text("brand") + FRAME))
    article = read(text("is") + FRAME, then=text("brand") + FRAME)
    assert "gott liv" not in said(article)
    assert "arbetar med brand" in said(article)
    assert any(part.rule == SITE and "gott liv" in part.text for part in article.skipped)


def test_the_same_instruction_on_ten_pages_is_content() -> None:
    """A paragraph within the text is read however many pages have it: nothing else speaks against it."""
    article = read(*(text(f"ämne {n}") + FRAME for n in range(9)), then=text("brand") + FRAME)
    assert "Ring genast 112" in said(article)
    assert "gott liv" not in said(article)


def test_the_card_of_an_office_stays_a_contact() -> None:
    """Contacts within the text's part are read as contacts on every page that has them."""
    card = (
        "<div class=k><h2>Kontakt</h2><p>Anna Ek, telefon 010-555 14 00, <a href='mailto:a@a.se'>a@a.se</a></p></div>"
    )
    article = read(*(text(f"ämne {n}", card) for n in range(4)), then=text("brand", card))
    assert [block.role for block in article.blocks if "010-555 14 00" in block.text] == ["contact"]


def test_a_copy_of_a_page_is_read_whole() -> None:
    """Where all of a page stands on another one, as on its version for print, the other one proves nothing."""
    whole = text("brand") + FRAME
    assert said(read(whole, then=whole)) == said(read(then=whole))


POSTS = ("bassängen", "biblioteket", "parken", "bron")
COMMENTS = "<section class=c><h2>Kommentarer</h2><p>Anna säger: Det har vi väntat på länge.</p></section>"
LATEST = "<aside><h2>Senaste</h2><ul>" + "".join(f"<li><a href=/{p}>Om {p}</a>" for p in POSTS) + "</ul></aside>"


def post(about: str, heading: str = "h1", sentences: str = "") -> str:
    """A post as weblogs have it; on the pages of several posts its heading is a lesser one."""
    return (
        f"<article class=p><header><{heading}>Om {about}</{heading}></header><div class=e>"
        f"<p>Kommunen öppnar {about} igen på måndag efter sommarens stora renovering.</p>"
        f"<p>Invigningen av {about} börjar klockan tio och alla är välkomna dit.</p>{sentences}</div></article>"
    )


@pytest.mark.parametrize("beside", [LATEST, COMMENTS])
@pytest.mark.parametrize("heading", ["h1", "h2"])
def test_a_post_that_pages_of_several_posts_have_in_full_is_read(beside: str, heading: str) -> None:
    """Front page, month and subject show the post as its own page does: that makes it no frame."""
    lists = ["".join(post(about, heading) for about in POSTS)] * 3
    read_all = said(read(*lists, then=post(POSTS[0]) + beside))
    assert "öppnar bassängen" in read_all
    assert "Invigningen av bassängen" in read_all


def test_what_heads_no_text_of_the_page_stays_frame() -> None:
    """The name of a site and what it says of itself is frame though an h1 heads it."""
    top = "<header><h1>Eksta</h1><p>Välkommen till en kommun där alla har plats och trivs.</p></header>"
    pages_read = [f"{top}<main>{text(own)}</main>".replace("<h1>Om", "<h2>Om") for own in ("is", "snö", "brand")]
    html = "<html lang=sv><title>Sidan</title><body>{}</body></html>"
    site = Site("a.se")
    for number, body in enumerate(pages_read):
        whole = Document.of(html.format(body), f"https://a.se/{number}", NOW)
        article, traces = extracted(whole, site=shared(site, f"/{number}", 1))
        site = taught(site, f"/{number}", traces, 1)
    assert "arbetar med brand" in said(article)
    assert "alla har plats" not in said(article)


def test_a_lead_that_lists_show_as_well_is_read() -> None:
    """A list of news shows the leads of its pages, at the same place: a lead is none the less the article's."""

    def news(about: str, heading: str, rest: str) -> str:
        lead = f"<p>Kommunen öppnar {about} igen på måndag efter sommarens stora renovering.</p>"
        return f"<article><{heading}>Om {about}</{heading}><div class=i>{lead}</div>{rest}</article>"

    lists = ["<h1>Nyheter</h1>" + "".join(news(about, "h2", "") for about in POSTS)] * 3
    rest = "<div class=b><p>Arbetet har tagit ett halvt år.</p><p>Nu är det klart och alla är välkomna dit.</p></div>"
    assert "öppnar bassängen" in said(read(*lists, then=news(POSTS[0], "h1", rest)))


@pytest.mark.parametrize("hides", ["<div class=hidden>{}</div>", "<noscript>{}</noscript>"])
def test_text_that_is_found_at_the_second_look_is_compared_too(hides: str) -> None:
    """Where a page shows its text only by a script, or only without any, frame is known by the site's other pages."""
    other, whole = (hides.format(text(own, INSTRUCTION * 3) + FRAME) for own in ("is", "brand"))
    assert "gott liv" in said(read(then=whole))
    article = read(other, then=whole)
    assert "gott liv" not in said(article)
    assert "arbetar med brand" in said(article)


def test_the_same_page_and_site_give_the_same_article() -> None:
    """Nothing else is remembered: reading other pages in between changes nothing."""
    first = read(text("is") + FRAME, then=text("brand") + FRAME)
    read(text("snö"), then=text("regn"))
    assert read(text("is") + FRAME, then=text("brand") + FRAME) == first


def test_the_witness_is_worth_it_on_invented_sites() -> None:
    """From the second page on every page of seven sites is read right, with the lists of words and without them."""
    for file in sorted(INVENTED.glob("*.toml")):
        for name, switches, witness in WAYS:
            scores = [score for _, _, score in scored(pages(file), switches, witness=witness)]
            if witness:
                assert all(score.right for score in scores[1:]), (file.stem, name)
            assert not any(score.lost for score in scores), (file.stem, name)


def test_every_rule_has_a_switch() -> None:
    """Each rule can be off by itself, and all at once; a name that no rule has is refused."""
    whole = page(text("brand") + FRAME)
    for name in RULES:
        assert "arbetar med brand" in said(extracted(whole, switches=Switches(frozenset((name,))))[0])
    assert "arbetar med brand" in said(extracted(whole, switches=Switches(frozenset(RULES)))[0])
    with pytest.raises(ValueError, match="nams"):
        Switches(frozenset(("nams",)))
    assert WORDLESS.off < RULES.keys()


def test_pages_are_named_by_their_addresses() -> None:
    """The invented pages are all different pages, or they would teach nothing."""
    for file in INVENTED.glob("*.toml"):
        found = pages(file)
        assert len({page_name(one.address) for one in found}) == len(found) >= 8


@pytest.mark.parametrize(
    ("title", "role"), [("Öppettider och kontakt", "body"), ("Öppettider och avgifter", "contact")]
)
def test_contacts_are_the_text_of_a_page_about_them(title: str, role: str) -> None:
    """Where the headline promises contacts they stand and are said in their place, not last."""
    hours = "<h2>Öppettider</h2><p>Kommunhuset har öppet vardagar mellan klockan åtta och sexton hela året.</p>"
    fees = "<h2>Avgifter</h2><p>Avgiften för bygglov beror på hur stort huset är och betalas i förskott.</p>"
    card = "<h2>Kontakt</h2><p>Tfn: 010-555 14 00, <a href='mailto:a@a.se'>a@a.se</a></p>"
    article = read(then=f"<h1>{title}</h1>{hours}{card}{fees}")
    assert [block.role for block in article.blocks if "010-555 14 00" in block.text] == [role]

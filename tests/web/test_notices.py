"""What a visitor is told of a page before its sound: its language, and where its site has it in theirs."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import HTML, SiteServer, article

Reading = Callable[..., str]
SWEDISH = {"ru": "русского перевода нет", "en": "There is no sound in English"}
"""What a visitor in a language is told of a Swedish page."""


def before_the_sound(page: str) -> str:
    """What stands in the page's content before the player."""
    return page.partition("<main")[2].partition("<lyssna-player")[0]


def with_links(*links: tuple[str, str], language: str = "sv") -> bytes:
    told = "".join(f'<link rel="alternate" hreflang="{tag}" href="{address}">' for tag, address in links)
    return article(language=language).replace("</head>", f"{told}</head>").encode()


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_a_page_in_another_language(client: FlaskClient, reading: Reading, locale: str) -> None:
    """It is told before the player, in the visitor's language, that there is no sound in it."""
    page = client.get(reading("/good", locale=locale)).text
    assert SWEDISH[locale] in before_the_sound(page)


def test_a_page_in_the_visitors_language(client: FlaskClient, reading: Reading) -> None:
    """There is nothing to tell: the listen button comes first."""
    assert 'class="notice"' not in client.get(reading("/good")).text


def test_the_sites_own_page_is_offered_first(client: FlaskClient, reading: Reading, site: SiteServer) -> None:
    """A counterpart that the page names by hreflang is a link before the player, whatever its region."""
    site.answers["/tva"] = (200, HTML, with_links(("sv", "/tva"), ("ru-RU", "/dva"), ("x-default", "/")))
    told = before_the_sound(client.get(reading("/tva", locale="ru")).text)
    [link] = re.findall(r'href="(/ru/read\?url=[^"]+)"', told)
    assert link.endswith("/dva")
    assert SWEDISH["ru"] not in told
    assert 'class="notice"' not in client.get(reading("/tva")).text


def test_a_counterpart_that_is_the_page_itself_is_none(client: FlaskClient, reading: Reading, site: SiteServer) -> None:
    """A page that names itself under every language offers nothing."""
    site.answers["/tva"] = (200, HTML, with_links(("ru", "/tva/"), ("en", "javascript:alert(1)")))
    for locale in ("ru", "en"):
        told = before_the_sound(client.get(reading("/tva", locale=locale)).text)
        assert "href" not in told
        assert SWEDISH[locale] in told


def test_the_language_by_hand(client: FlaskClient, reading: Reading) -> None:
    """The form names the language that was found; another is told with the way back, and changes text and voice."""
    page = client.get(reading("/good")).text
    assert '<option value="sv" selected>' in page
    assert "Byt bara om sidan läses upp på fel språk" in page
    other = client.get(reading("/good", language="ru")).text
    assert '<option value="ru" selected>' in other
    assert '<article id="article" class="text" lang="ru">' in other
    told = before_the_sound(other)
    assert "som du har valt" in told
    [back] = re.findall(r'href="([^"]+)"', told)
    assert "language" not in back


def test_what_was_left_out_is_grouped(client: FlaskClient, reading: Reading, site: SiteServer) -> None:
    """Each reason stands once, over the parts that it left out; each part can be read by itself."""
    menus = "".join(f"<nav><ul><li><a href=/{n}>Ett {n}</a><li><a href=/b{n}>Två {n}</a></ul></nav>" for n in range(3))
    site.answers["/menyer"] = (200, HTML, article().replace("<main>", f"{menus}<main>").encode())
    left = client.get(reading("/menyer")).text.partition('<section class="skipped"')[2]
    reasons = re.findall(r"<h3>([^<]+)</h3>", left)
    assert len(reasons) == len(set(reasons)) >= 1
    parts = re.findall(r'href="([^"]+region=[^"]+)"', left)
    assert len(parts) >= len(reasons)
    only = client.get(parts[0].replace("&amp;", "&")).text.partition('<section class="skipped"')[2]
    assert "i stället" not in left
    whole, others = only.split("<details>")
    assert "i stället" in whole, "from a part the way back to the article stands in sight, over what is left out of it"
    [back] = re.findall(r'href="([^"]+)"', whole)
    assert "region" not in back
    assert others


def test_only_the_text(client: FlaskClient, reading: Reading) -> None:
    """The article stands there as it is read, without player, choices or facts, and one link leads back."""
    whole = client.get(reading("/good")).text
    assert re.search(r'href="([^"]+only=text)"', whole)
    text = client.get(reading("/good", only="text")).text
    article = re.compile(r'<article id="article".*?</article>', re.DOTALL)
    assert article.findall(text) == article.findall(whole)
    assert not re.search(r"<lyssna-player|<details|<audio", text)
    main = text.partition("<main")[2]
    assert "only=" not in main
    assert 'href="/sv/read?url=' in main

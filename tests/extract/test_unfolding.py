"""What a page unfolds over a name in a line is not read in the midst of the sentence; links that the line lists are."""

import re

import pytest

from readerapp.extract import extracted, to_text
from tests.extract.pages_form import page
from tests.growth import LINEAR, exponent

_ADDRESS = "https://www.eksta.se/nyhet"
_BODY = "".join(
    f"<p>Bron är {n} meter lång och så bred att den som går och den som cyklar kan mötas på den utan att stanna.</p>"
    for n in range(20, 26)
)


def _page(line: str) -> str:
    return f"<html><body><article><h1>Bron är klar</h1><p>{line}</p>{_BODY}</article></body></html>"


def _card(href: str, titles: tuple[str, ...], tag: str = "span") -> str:
    links = " ".join(f"<a href='/n/{n}'>{title}</a>" for n, title in enumerate(titles))
    return f"<{tag} class='q'><{tag}><img src='x.jpg' alt=''><a href='{href}'>Mer</a>{links}</{tag}></{tag}>"


@pytest.mark.parametrize(
    ("before", "name", "titles", "after"),
    [
        ("Beslutet togs av", "Karin Ek", ("Ek lovar en bro till", "Skolan i Eksta byggs ut"), "i går kväll."),
        ("Об этом сказала", "Анна Белова", ("Белова открыла мост", "Школу построят к осени"), "на встрече с жителями."),
        ("The vote was led by", "Ann Lee", ("Lee promises one more bridge", "School opens in May"), "of Oakham."),
    ],
)
@pytest.mark.parametrize("tag", ["span", "em"])
def test_a_card_over_a_name_is_not_read(before: str, name: str, titles: tuple[str, ...], after: str, tag: str) -> None:
    """It leads where the name does, and to other pages; the sentence goes on behind it, and the card is told."""
    html = _page(f"{before} <span><a href='/p/1'>{name}</a>{_card('/p/1', titles, tag)}</span> {after}")
    assert to_text(html, _ADDRESS).startswith(f"{before} {name} {after}\n")
    article = extracted(page(html, _ADDRESS))[0]
    assert any(titles[0] in skipped.text for skipped in article.skipped)


@pytest.mark.parametrize(
    "line",
    [
        "Läs <span>{} <a href='/b'>vad den kostar</a> och <a href='/a'>när den öppnar</a></span> här.",
        "Звоните: <span>{} <a href='/b'>запись на анализы</a> <a href='/c'>справочная поликлиники</a></span> и касса.",
        "Ask {} or <em><a href='/b'>the bridge office</a> <a href='/c'>the master</a> <a href='/d'>it</a></em> now.",
    ],
)
def test_links_that_a_line_lists_are_read(line: str) -> None:
    """Words between them, or no link to the page that the name leads to: each is part of what is said."""
    html = line.format("<a href='/a'>Ann Lee Berg</a>")
    assert to_text(_page(html), _ADDRESS).startswith(re.sub("<[^>]*>", "", html))


def test_many_cards_take_no_longer_than_they_are_long() -> None:
    """Cards in a line, and elements around them."""
    card = _card("/p/1", ("Ek lovar en bro till", "Skolan byggs ut"))
    assert exponent(lambda n: to_text(_page(f"Av <a href='/p/1'>Ek</a>{card} och " * n), _ADDRESS), 200) < LINEAR
    nested = f"{'<span>' * 70}{card}{'</span>' * 70}"
    assert exponent(lambda n: to_text(_page(f"Av <a href='/p/1'>Ek</a>{nested} och " * n), _ADDRESS), 20) < LINEAR

"""Other articles on a page are told from its own by where the page's headline stands, whatever heading it is in."""

import pytest

from readerapp.extract import extract, to_text
from tests.extract.pages_form import page

_ADDRESS = "https://www.eksta.se/nyhet"
_BODY = "".join(
    f"<p>Bron är {n} meter lång och så bred att den som går och den som cyklar kan mötas på den utan att stanna.</p>"
    for n in range(20, 26)
)
_OTHER = (
    "Skolan i Eksta byggs ut till hösten, och barnen går under tiden i baracker vid torget.",
    "Школу в Эксте построят к осени, а пока дети учатся в старом здании у самой площади.",
    "The school will be larger by autumn, and until then its pupils walk to the old hall.",
)


def _page(heading: str, others: str) -> str:
    return (
        f"<html><head><title>Bron är klar | Eksta</title></head><body><section><article><{heading}>Bron är klar"
        f"</{heading}><div>{_BODY}</div></article></section><section>{others}</section></body></html>"
    )


@pytest.mark.parametrize("other", _OTHER)
@pytest.mark.parametrize("heading", ["h1", "h2", "h3"])
def test_other_articles_are_not_read(heading: str, other: str) -> None:
    """Not even where the first of them has the only h1, and they say more than the page's own does."""
    first = f"<article><h1><a href='/0'>En annan nyhet</a></h1><p>{other}</p></article>"
    rest = "".join(f"<article><h2><a href='/{n}'>Nyhet {n}</a></h2><p>{other} {n}</p></article>" for n in range(12))
    text = to_text(_page(heading, first + rest), _ADDRESS)
    assert text.startswith("Bron är 20 meter")
    assert other[:30] not in text


@pytest.mark.parametrize("heading", ["h1", "h2"])
def test_sections_that_are_articles_are_read(heading: str) -> None:
    """Where the headline stands over them all: a text is parted into articles, as some systems do with its sections."""
    parts = "".join(f"<article><h2>Del {n}</h2>{_BODY}<p>Slut på del {n}.</p></article>" for n in range(3))
    html = (
        f"<html><head><title>Bron är klar</title></head><body><main><{heading}>Bron är klar</{heading}>{parts}</main>"
    )
    text = to_text(html, _ADDRESS)
    assert all(f"Slut på del {n}." in text for n in range(3))


@pytest.mark.parametrize("part", ["<aside>{}</aside>", "<div class=sidebar>{}</div>"])
def test_whom_to_contact_is_read_beside_the_main_part(part: str) -> None:
    """A card with a number stands beside what the page calls its main part as often as in it."""
    card = part.format("<h2>Kontakt</h2><p>Byggenheten</p><p>Telefon: 0123-555 55</p>")
    html = (
        "<html lang=sv><title>Bygglov</title><body><main><h1>Bygglov</h1><p>Du behöver bygglov för att bygga nytt.</p>"
        f"<p>Ansök i god tid innan du börjar bygga, helst ett halvår.</p></main>{card}</body></html>"
    )
    blocks = extract(page(html, "https://a.se/x")).blocks
    assert [block.role for block in blocks if "0123-555 55" in block.text] == ["contact"]

"""What a name says counts where another witness agrees; what looks like a copy, or is moved by a script, is read."""

import pytest

from readerapp.extract import to_text
from tests.growth import LINEAR, exponent

_TEXT = (
    "<p>Simhallen öppnar klockan sju varje vardag, och bassängen är uppvärmd hela vintern för alla som vill simma.</p>"
)
_ADDRESS = "https://www.eksta.se/sida"


def _page(body: str) -> str:
    return f"<html><head><title>Simhallen</title></head><body><main><h1>Simhallen</h1>{body}</main></body></html>"


def test_a_paragraph_said_twice_is_read_twice() -> None:
    """Equal neighbours under the same name are the author's own words; with another class they are one copy."""
    assert to_text(_page(_TEXT * 2), _ADDRESS).count("öppnar klockan sju") == 2
    parts = f'<div class="smal">{_TEXT}</div><div class="bred">{_TEXT}</div>'
    assert to_text(_page(parts), _ADDRESS).count("öppnar klockan sju") == 1


def test_what_is_streamed_behind_the_page_is_read() -> None:
    """A part that a script moves into sight as it arrives is the page's text; another hidden part is not."""
    streamed = f'<html><body><div id="B:0"></div><div hidden id="S:0"><h1>Simhallen</h1>{_TEXT * 3}</div></body></html>'
    assert "öppnar klockan sju" in to_text(streamed, _ADDRESS)
    hidden = _page(f"{_TEXT * 2}<div hidden><p>Den här rutan visas aldrig för någon som besöker sidan.</p></div>")
    assert "visas aldrig" not in to_text(hidden, _ADDRESS)


def test_the_photographer_of_a_figure_is_not_read() -> None:
    """A name such as credit counts where it stands in a figure, and not around sentences of the text."""
    figure = '<figure><img src="a.jpg"><div class="figure-credit">(Eksta kommun)</div></figure>'
    assert "(Eksta kommun)" not in to_text(_page(f"{_TEXT * 2}{figure}{_TEXT * 2}"), _ADDRESS)
    told = '<div class="credit"><p>Studenter får kredit för kursen när de har lämnat in alla uppgifter i tid.</p></div>'
    assert "Studenter får kredit" in to_text(_page(f"{_TEXT * 2}{told}{_TEXT * 2}"), _ADDRESS)


def test_a_counter_of_shares_inside_the_text_is_not_read() -> None:
    """A word or two under a name for sharing are no text; a sentence under such a name is."""
    counter = '<div class="share-wrapper">12 delningar</div>'
    assert "12 delningar" not in to_text(_page(f"{_TEXT * 2}{counter}{_TEXT * 2}"), _ADDRESS)
    told = '<div class="share"><p>Dela bilen med en granne, så blir det billigare för er båda två.</p></div>'
    assert "Dela bilen" in to_text(_page(f"{_TEXT * 2}{told}{_TEXT * 2}"), _ADDRESS)


def test_a_line_that_leads_into_rows_of_links_does_not_stand_for_the_page() -> None:
    """A page of links under one sentence is read as that sentence and its links; a notice keeps links beside it out."""
    rows = "".join(f'<li><a href="/s/{n}">Ansök om plats på förskola nummer {n} i kommunen</a></li>' for n in range(30))
    lead = "<p>Här hittar du alla förskolor i kommunen.</p>"
    text = to_text(_page(f"{lead}<ul>{rows}</ul>"), _ADDRESS)
    assert "alla förskolor" in text
    assert text.count("Ansök om plats") == 30
    notice = _page(_TEXT * 2).replace("</main>", f"</main><nav><ul>{rows}</ul></nav>")
    assert "Ansök om plats" not in to_text(notice, _ADDRESS)


def test_no_text_is_a_caption_or_a_note_for_its_name_alone() -> None:
    """Most of a page, or a part with a heading, is no picture's text whatever its class; a line in such a part is."""
    for name in ("post format-image", "text-and-picture", "bildtext", "footnotes", "note-page"):
        text = to_text(_page(f"<div class='{name}'>{_TEXT * 4}</div>"), _ADDRESS)
        assert text.count("öppnar klockan sju") == 4, name
    said = "<p>Den stora bassängen är 25 meter lång och har sex banor.</p>"
    part = f"<div class='image-block'><h2>Bassängen</h2>{said}</div>"
    assert "25 meter lång" in to_text(_page(f"{_TEXT * 4}{part}"), _ADDRESS)
    caption = "<div class='image-caption'><p>Den stora bassängen i maj, innan hallen öppnade för säsongen.</p></div>"
    assert "innan hallen" not in to_text(_page(f"{_TEXT * 2}{caption}{_TEXT * 2}"), _ADDRESS)


def test_a_last_line_without_a_mark_at_its_end_is_read() -> None:
    """Beside the paragraphs a line as long as a sentence is text, whatever holds it; a few words are not."""
    for line in (
        "Vid frågor ring växeln eller kom förbi",
        "Öppet igen första vardagen efter trettonhelgen som vanligt",
        "Приём ведётся только в порядке живой очереди",
    ):
        assert line in to_text(_page(f'{_TEXT * 3}<div class="rad">{line}</div>'), _ADDRESS)
    assert "Bäst i" not in to_text(_page(f'{_TEXT * 3}<div class="rad">Bäst i Netscape</div>'), _ADDRESS)


_SAID = (
    "Jag tycker att bassängen är för kall för den som vill simma länge.",
    "Äntligen öppnar den så tidigt att man hinner före arbetet.",
    "Vad kostade det egentligen, och vem betalade för det?",
    "Den gamla hallen var vackrare men den var kall om vintern.",
)


@pytest.mark.parametrize(
    "around",
    [
        '<div class="comments-area">{}</div>',
        '<section id="kommentarer">{}</section>',
        '<div class="commentlist"><div class="inner">{}</div></div>',
    ],
)
@pytest.mark.parametrize("name", ["inlagg", "comment-{}", "inlagg post_{}", "inlagg-{} synlig"])
def test_parts_with_a_number_of_their_own_are_a_row(around: str, name: str) -> None:
    """Comments are left out under a name for them, be each called by its number or all alike."""
    parts = "".join(f'<div class="{name.format(4711 + n)}"><b>Anna</b><p>{s}</p></div>' for n, s in enumerate(_SAID))
    text = to_text(_page(_TEXT * 6 + around.format(parts)), _ADDRESS)
    assert text.count("öppnar klockan sju") == 6
    assert not any(line in text for line in _SAID)


def test_parts_with_names_of_their_own_are_no_row() -> None:
    """A number within a name, or another word in it, tells parts apart: under a lone name they are read."""
    for name in ("p{}", "{}-del", "del{}x"):
        parts = "".join(f'<div class="{name.format(n)}"><p>{s}</p></div>' for n, s in enumerate(_SAID))
        text = to_text(_page(f'{_TEXT * 6}<div class="comments-area">{parts}</div>'), _ADDRESS)
        assert all(line in text for line in _SAID)


@pytest.mark.parametrize("name", ["-1", "-1 ", "_", "-11x"])
def test_a_long_name_costs_what_its_length_asks_for(name: str) -> None:
    """However many numbers it holds."""

    def read(times: int) -> object:
        parts = "".join(f'<div class="a{name * times}"><p>{s}</p></div>' for s in _SAID)
        return to_text(_page(f'{_TEXT * 6}<div class="comments-area">{parts}</div>'), _ADDRESS)

    assert exponent(read, 1000) < LINEAR

"""Threads of posts: every post is heard with the name over it, and not since when its writer is a member."""

import pytest

from readerapp.extract import Switches, extract, extracted, to_text
from tests.extract.pages_form import page
from tests.growth import LINEAR, exponent

_ADDRESS = "https://www.eksta.se/forum/4"
_POSTS = [
    ("Rut", "Jag sätter alltid ut tomaterna i mitten av maj, aldrig tidigare."),
    ("Nils Ek", "Hos oss i Ramsele är det frost till midsommar, så vi väntar."),
    ("Rut", "Det låter klokt, jag lägger fiberduk över mina."),
    ("Cia", "Täck dem på natten, då klarar de två minusgrader."),
]


def _thread(name: str, after: str = "") -> str:
    posts = "".join(
        f'<div class="inlagg"><div class="{name}"><b>{who}</b><div>Medlem</div><div>Inlägg: {len(who)}</div>'
        f'<div>Gick med 3 maj 20{10 + len(who)}</div></div><div class="sagt">{said}</div></div>'
        for who, said in _POSTS
    )
    return f"<html><head><title>Tomater</title></head><body><h1>Tomater</h1>{posts}{after}</body></html>"


@pytest.mark.parametrize("name", ["userinfo", "x7f"])
def test_a_post_is_heard_with_its_writers_name(name: str) -> None:
    """Labels that stand beside every post are left out, called so or not, and what anybody said is not."""
    text = to_text(_thread(name), _ADDRESS)
    at = 0
    for who, said in _POSTS:
        at = text.index(said, text.index(who, at))
    assert "Medlem" not in text
    assert "Inlägg" not in text
    assert "Gick med" not in text


def test_what_is_left_out_of_posts_is_told_and_can_be_read() -> None:
    """It is listed as what was left out, and stays where the rule is off."""
    assert any("Medlem" in part.text for part in extract(page(_thread("x7f"), _ADDRESS)).skipped)
    whole, _ = extracted(page(_thread("x7f"), _ADDRESS), switches=Switches(frozenset(("profiles",))))
    assert any("Medlem" in block.text for block in whole.blocks)


def test_facts_beside_events_are_no_profiles() -> None:
    """Two events at the same time and place keep both: their facts begin with a label, and with nobody's name."""
    events = "".join(
        f'<div class="handelse"><h2>{name}</h2><p>Kom och lyssna på {name.lower()} i höst, alla är välkomna.</p>'
        '<div class="fakta"><div>Tid: 18.00</div><div>Plats: Biblioteket</div><div>Inträde: 40</div></div></div>'
        for name in ("Kören", "Storbandet", "Kvartetten", "Duon")
    )
    text = to_text(f"<html><head><title>Musik</title></head><body><h1>Musik</h1>{events}</body></html>", _ADDRESS)
    assert text.count("Plats: Biblioteket") == 4


def test_a_thread_costs_what_its_length_says() -> None:
    """Four times the posts cost no more than four times the work."""

    def read(n: int) -> str:
        post = '<div class="i"><div class="u"><b>Rut {0}</b><i>Medlem</i><div>Medlem</div><div>Inlägg: {0}</div></div>'
        said = "<div>Jag sätter alltid ut tomaterna i mitten av maj.</div></div>"
        return to_text("<h1>Tomater</h1>" + "".join(post.format(i) + said for i in range(n)), _ADDRESS)

    assert exponent(read, 100) < LINEAR


@pytest.mark.parametrize("name", ["member", "user-card"])
def test_cards_of_people_beside_their_words_are_no_profiles(name: str) -> None:
    """How to reach somebody is what a page of a council is for, whatever its system calls the card."""
    cards = "".join(
        f'<div class="person"><div class="{name}"><h3>{who}</h3><p>Parti: S</p><p>Telefon: 08-508 27 0{i}</p>'
        f"<p>Ledamot i: nämnden</p></div><p>{who} har suttit i fullmäktige sedan valet och arbetar med skola.</p></div>"
        for i, who in enumerate(("Anna Berg", "Bo Lind", "Cia Holm", "Dan Ek"))
    )
    text = to_text(
        f"<html><head><title>Ledamöter</title></head><body><h1>Ledamöter</h1>{cards}</body></html>", _ADDRESS
    )
    assert text.count("Telefon") == 4
    assert text.count("Ledamot i: nämnden") == 4

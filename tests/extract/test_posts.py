"""Threads of posts: every post is heard with the name over it, and not since when its writer is a member."""

import gc
import tracemalloc
from collections.abc import Mapping

import pytest

from readerapp.extract import Switches, extract, extracted, to_text
from readerapp.extract.html import slots
from readerapp.extract.html.outline import Outline
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


def test_comments_under_an_article_are_no_thread() -> None:
    """Where an article stands over them it is what the page is for, however many comments follow."""
    notice = "".join(
        f"<p>{said}</p>"
        for said in (
            "Från och med måndag bjuder skolan i Sele på frukost mellan klockan sju och åtta på morgonen.",
            "Den som vill äta frukost behöver inte anmäla sig, säger rektor Anna Berg om försöket.",
        )
    )
    comments = "".join(
        f'<li class="comment"><span class="author">{who}</span><time>{i} maj 2026</time><p>{said}</p><a>Svara</a></li>'
        for i, (who, said) in enumerate(_POSTS, 1)
    )
    html = (
        f"<title>Ny frukost</title><main><article><h1>Ny frukost</h1>{notice}</article>"
        f'<section id="comments"><h2>4 kommentarer</h2><ul>{comments}</ul></section></main>'
    )
    text = to_text(html, _ADDRESS)
    assert "rektor Anna Berg" in text
    assert "fiberduk" not in text


def test_a_published_article_in_one_place_is_no_thread() -> None:
    """A page that calls itself an article may have a box around it, and boxes for comments, that are called posts.

    Its sentences stand in one place, which those of a thread do not; a thread that calls itself an article is one.
    """
    told = "".join(
        f"<p>Bron är {n} meter lång, så att den som går och den som cyklar kan mötas på den.</p>" for n in "678"
    )
    names = "<b class='author'>{}</b><p>{}</p><span>Svara</span><span>3 maj 2026</span>"
    boxes = f"<div class='post'><b class='author'>Anna Berg</b><div>{told}</div></div>" + "".join(
        f"<div class='post'>{names.format(*post)}</div>" for post in (("Rut", "Fin bro."), ("Nils Ek", "Äntligen."))
    )
    head = "<title>Bron är klar</title><meta property='og:type' content='article'>"
    assert "meter lång" in to_text(f"{head}<h1>Bron är klar</h1>{boxes}", _ADDRESS)
    thread = _thread("userinfo").replace("<head>", "<head><meta property='og:type' content='article'>")
    assert to_text(thread, _ADDRESS) == to_text(_thread("userinfo"), _ADDRESS)


def test_one_line_of_name_and_day_and_number_is_heard_as_name_and_day() -> None:
    """The name is cut out of the line that it stands in, and so is the day; the number and the buttons are not said."""
    posts = "".join(
        f'<div class="message"><div class="head"><a class="nick" href="/u">{who}</a><span>{i} maj 2026 08:12</span>'
        f'<a href="#{i}">#{i}</a></div><div class="text">{said}</div><p class="foot"><a href="/q">Citera</a></p></div>'
        for i, (who, said) in enumerate(_POSTS, 1)
    )
    lines = to_text(f"<title>Tomater</title><h1>Tomater</h1>{posts}", _ADDRESS).splitlines()
    assert lines == [line for i, (who, said) in enumerate(_POSTS, 1) for line in (who, f"{i} maj 2026 08:12", said)]


def test_teasers_with_writers_are_no_thread() -> None:
    """Each has a headline of its own beside the writer's name, so that nothing of it is taken for a post's frame."""
    teasers = "".join(
        f'<div class="post"><h2><a href="/{i}">Så blev det med det stora huset nummer {i}</a></h2>'
        f'<span class="author">{who}</span><time>{i} maj 2026</time><p>{said}</p></div>'
        for i, (who, said) in enumerate(_POSTS, 1)
    )
    text = to_text(f"<title>Bloggen</title><h1>Bloggen</h1>{teasers}", _ADDRESS)
    assert text.count("det stora huset nummer") == 4


@pytest.mark.parametrize(
    "card",
    [
        (
            '<article class="post-{i} post"><h3 class="member-name">{who}</h3><p>{own}</p><p>0500-12 34 5{i}</p>'
            '<div class="bio"><p>{said}</p></div><a href="/{i}">Visa profil</a></article>'
        ),
        (
            '<div class="post"><div class="creator">{who}</div><div class="date">{i} maj 2026</div>'
            '<div class="text"><p>{said}</p></div><div class="pris">{own}</div>'
            "<div>Sal {i}, 0500-12 34 5{i}</div></div>"
        ),
        (
            '<blockquote class="comment"><p>{said}</p><footer><cite class="author">{who}</cite><span>{own}</span>'
            '<span class="tel">0500-12 34 5{i}</span></footer><a href="/mer">Läs mer</a></blockquote>'
        ),
    ],
    ids=["staff", "exhibitions", "quotes"],
)
def test_cards_that_each_tell_their_own_are_no_posts(card: str) -> None:
    """A title, a price, a room or a number that each card has for itself is heard, whatever its system calls it."""
    owns = ("Rektor", "Kurator för årskurs nio", "Inträde 40 kr", "Vaktmästare")
    people = ("Anna Lind", "Bo Ek", "Cia Holm", "Dan Berg")
    told = list(zip(people, owns, (said for _, said in _POSTS), strict=True))
    cards = "".join(card.format(i=i, who=who, own=own, said=said) for i, (who, own, said) in enumerate(told, 1))
    text = to_text(f"<title>På skolan</title><h1>På skolan</h1>{cards}", _ADDRESS)
    assert [part for i, (_, own, said) in enumerate(told, 1) for part in (own, said) if part not in text] == []
    assert text.count("0500-12 34 5") == 4


def test_answers_and_debates_are_read_whole() -> None:
    """“Svar” over an answer is no counter of a forum, and who speaks twice in a debate has a title and a motion."""
    answers = "".join(
        f'<div class="question"><h3>Hur gör {who}</h3><div class="answer"><p><b>Svar</b></p><p>{said}</p></div>'
        f'<div class="info">Gäller barn {i} år</div></div>'
        for i, (who, said) in enumerate(_POSTS, 1)
    )
    debate = "".join(
        f'<div class="debate-post"><div class="member-name">{who}</div><div class="roll">Ersättare {who[0]}</div>'
        f'<div class="yrkande">Yrkar {own}</div><div class="tal"><p>{said}</p></div></div>'
        for (who, said), own in zip(_POSTS, ("bifall", "avslag", "bifall", "återremiss"), strict=True)
    )
    asked = to_text(f"<title>Frågor</title><h1>Frågor</h1>{answers}", _ADDRESS)
    assert (asked.count("Svar"), asked.count("Gäller barn")) == (4, 4)
    spoken = to_text(f"<title>Debatt</title><h1>Debatt</h1>{debate}", _ADDRESS)
    assert (spoken.count("Ersättare"), spoken.count("Yrkar")) == (4, 4)


def test_classes_of_posts_do_not_fill_the_memory() -> None:
    """A page of posts with classes as long as books leaves little of them behind when it has been read."""
    posts = "".join(
        f'<div class="post {chr(97 + i) * 100_000}"><b class="{chr(97 + i) * 100_000} author">{who}</b>'
        f"<span>Medlem sedan: 2014</span><p>{said}</p></div>"
        for i, (who, said) in enumerate(_POSTS * 5)
    )
    html = f"<title>Tomater</title><h1>Tomater</h1>{posts}"
    to_text(_thread("warm"), _ADDRESS)
    tracemalloc.start()
    try:
        to_text(html, _ADDRESS)
        gc.collect()
        assert tracemalloc.get_traced_memory()[0] < 2_000_000
    finally:
        tracemalloc.stop()


def test_replies_within_replies_cost_what_their_number_says() -> None:
    """Posts that stand in each other, under names that differ from post to post, cost no more than their number."""

    def read(n: int) -> str:
        post = (
            '<div class="comment c{0} by-{0}"><b class="author">Rut {1}</b><span>Medlem sedan: {0}</span>'
            "<p>Jag sätter alltid ut tomaterna i mitten av maj.</p>"
        )
        nests = "".join(
            "".join(post.format(i * 20 + k, "ABC"[k % 3]) for k in range(20)) + "</div>" * 20 for i in range(n // 20)
        )
        return to_text(f"<h1>Tomater</h1>{nests}", _ADDRESS)

    assert exponent(read, 100) < LINEAR


def test_rows_that_stand_in_each_other_are_not_all_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each level of them might be a thread of its own, and each look at one goes through the page."""
    looks: list[int] = []
    make = slots._make

    def seen(out: Outline, owners: Mapping[int, int]) -> slots.Make:
        looks.append(len(owners))
        return make(out, owners)

    monkeypatch.setattr(slots, "_make", seen)
    row = '<div class="a"><b class="author">{}</b></div><div class="b">'
    level = row.format("Rut") + "<p>Jag sätter ut tomaterna i maj.</p></div>" + row.format("Nils")
    to_text(f'<h1>Tomater</h1><div class="forum">{level * 60}', _ADDRESS)
    assert 0 < len(looks) <= 16

"""What stands at the beginning and the end of a text is told from scraps by what stands amid it and by its links."""

import pytest

from readerapp.extract import to_text

_ADDRESS = "https://www.eksta.se/nyhet"
_SAYS = {
    "sv": "Bron är {} meter lång och så bred att den som går och den som cyklar kan mötas på den utan att stanna.",
    "ru": "Мост длиной {} метров, и он такой широкий, что пешеходы и велосипедисты могут разойтись на нём.",
    "en": "The bridge is {} metres long and wide enough for those who walk and those who ride to pass.",
}


def _page(body: str) -> str:
    return (
        "<html><head><title>Bro</title></head><body><div><a href='/'>Eksta</a></div>"
        f"<article class='a'><h1>Bro</h1><div class='text'>{body}</div></article></body></html>"
    )


def _paragraphs(language: str) -> list[str]:
    return [f"<p>{_SAYS[language].format(n)}</p>" for n in range(20, 26)]


@pytest.mark.parametrize(
    ("language", "source"), [("sv", "Ekstabladet"), ("ru", "Вечерний Эксту"), ("en", "The Oakham Post")]
)
def test_the_last_line_of_a_row_is_read_as_the_others_are(language: str, source: str) -> None:
    """A source under each quotation: of the last one too, though nothing but its link follows it."""
    link = f"<p>[<a href='https://tidning.example/{{}}'>{source}</a>]</p>"
    body = "".join(f"{p}{link.format(n)}" for n, p in enumerate(_paragraphs(language)))
    assert to_text(_page(body), _ADDRESS).count(source) == 6


@pytest.mark.parametrize(("language", "link"), [("sv", "Bron på film"), ("ru", "Мост на видео"), ("en", "The film")])
def test_a_link_at_the_end_that_is_like_nothing_before_is_not_read(language: str, link: str) -> None:
    """Once is no row."""
    body = "".join(_paragraphs(language))
    assert link not in to_text(_page(f"{body}<p><a href='https://film.example/1'>{link}</a></p>"), _ADDRESS)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("sv", "Byggd av: Brobygge i Norr, {} Längd: 25 meter Bredd: 4 meter Pris: 9 miljoner"),
        ("ru", "Строитель: {} Длина: 25 метров Ширина: 4 метра Цена: 9 миллионов"),
        ("en", "Built by: Northern Bridges {} Length: 25 metres Width: 4 metres Cost: £900,000"),
    ],
)
def test_facts_before_the_text_are_read_though_one_is_a_link(language: str, line: str) -> None:
    """They stand beside its paragraphs, and one word in four or more leads elsewhere at most."""
    facts = line.format("<a href='https://bro.example/'>bro.example</a>")
    text = to_text(_page(f"<p>{facts}</p>{''.join(_paragraphs(language))}"), _ADDRESS)
    assert text.startswith(line.format("bro.example"))


def test_a_sentence_ends_in_the_signs_of_its_script() -> None:
    """The last one of a Japanese page is no scrap."""
    body = "<p>橋は二十五メートルの長さで、歩く人も自転車の人も止まらずにすれ違うことができる広さがあります。</p>" * 5
    assert to_text(_page(f"{body}<p>※「iPhone」は、Apple Inc.の商標です。</p>"), _ADDRESS).endswith("商標です。")


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "Karin Ek på bron"), ("ru", "Анна Белова на мосту"), ("en", "Ann Lee at the bridge")]
)
def test_what_an_inner_element_calls_a_caption_is_one(language: str, words: str) -> None:
    """Around all of a line, and not the outermost; where it is around a part, the line is text."""
    begin, *rest = _paragraphs(language)
    caption = (
        f"<span class='w'><img src='b.jpg' alt=''><span class='caption'><i>© N N</i> {words} i går kväll.</span></span>"
    )
    assert words not in to_text(_page(f"{begin}{caption}{''.join(rest)}"), _ADDRESS)
    part = f"<p><span class='w'>{_SAYS[language]} <span class='caption'>{words}</span></span></p>"
    assert words in to_text(_page(f"{begin}{part}{''.join(rest)}"), _ADDRESS)


@pytest.mark.parametrize(
    ("language", "line"), [("sv", "Lördag 11–15."), ("ru", "Суббота 11–15."), ("en", "Saturday 11–15.")]
)
def test_a_short_sentence_beside_a_longer_one_is_no_scrap(language: str, line: str) -> None:
    """The hours of Saturday stand where those of the other days do."""
    first = {
        "sv": "Bron är bemannad klockan 10–18.",
        "ru": "Мост открыт с 10 до 18.",
        "en": "It is staffed from 10 to 18.",
    }
    box = f"<div class='fakta'><h2>10–18</h2><p>{first[language]}</p><p>{line}</p></div>"
    assert to_text(_page(f"{''.join(_paragraphs(language))}{box}"), _ADDRESS).endswith(line)


@pytest.mark.parametrize(
    ("language", "line"),
    [("sv", "Biljetter www.eksta.se"), ("ru", "Билеты www.eksta.se"), ("en", "Tickets https://www.eksta.se/tickets")],
)
def test_an_address_that_is_shown_is_no_mere_link(language: str, line: str) -> None:
    """It is said so that somebody can go there, be it the site's own."""
    name, address = line.split()
    link = f"<p>{name} <a href='https://www.eksta.se/biljetter'>{address}</a></p>"
    begin, *rest = _paragraphs(language)
    assert line in to_text(_page(f"{begin}{link}{''.join(rest)}"), _ADDRESS)
    bare = f"<p><a href='/b'>{name} till bron i kväll</a></p>"
    assert f"{name} till" not in to_text(_page(f"{begin}{bare}{''.join(rest)}"), _ADDRESS)


@pytest.mark.parametrize(
    ("language", "name", "about"),
    [
        ("sv", "Karin Ek", "Karin Ek bor i Eksta och skriver om broar, båtar och ibland om sin trädgård."),
        ("ru", "Анна Белова", "Анна Белова живёт в Эксте и пишет о мостах, о лодках и иногда о своём саде."),
        ("en", "Ann Lee", "Ann Lee lives in Oakham and writes about bridges, boats and sometimes her garden."),
    ],
)
def test_a_box_about_the_author_is_not_read(language: str, name: str, about: str) -> None:
    """Its name says so and its link to the author's page does; the name alone is none, nor is such a link."""
    body = "".join(_paragraphs(language))
    more = "".join(f"<div class='c'><p>{_SAYS[language].format(n)}</p></div>" for n in range(30, 33))
    link = f"<h5><a href='/skribent/1' rel='author'>{name}</a></h5>"
    assert about not in to_text(_page(f"{body}<div class='author-box'>{link}<p>{about}</p></div>{more}"), _ADDRESS)
    assert about in to_text(_page(f"{body}<div class='author-box'><p>{about}</p></div>{more}"), _ADDRESS)
    assert about in to_text(_page(f"{body}<div class='b'>{link}<p>{about}</p></div>{more}"), _ADDRESS)


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("sv", "fredagen den 22 oktober år 2010 klockan 20.13"),
        ("ru", "в пятницу, 22 октября 2010 года, в 20 часов"),
        ("en", "on Friday the 22nd of October 2010 at 20:13"),
    ],
)
def test_the_date_of_publication_is_no_text(language: str, day: str) -> None:
    """Its mark-up says so, before the text; the day of an event is read, and so is a date within the text."""
    body = "".join(_paragraphs(language))
    stamp = f"<span itemprop='datePublished'>{day}</span>"
    assert day not in to_text(_page(f"{stamp}{body}"), _ADDRESS)
    assert day in to_text(_page(f"<p><time itemprop='startDate'>{day}</time></p>{body}"), _ADDRESS)
    assert day in to_text(_page(f"{body}<p>{stamp}</p>{body}"), _ADDRESS)

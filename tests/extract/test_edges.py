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

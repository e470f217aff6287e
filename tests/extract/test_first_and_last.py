"""What the first and the last line of a short text say is heard, however it begins; what tells of the page is not."""

import pytest

from readerapp.extract import to_text
from readerapp.extract.html.phrases import phrase
from readerapp.extract.html.roles import line_role
from readerapp.extract.html.vocabulary import BYLINE

_ADDRESS = "https://www.eksta.se/sida"
_AMID = "<p>Bussen stannar vid skolan.</p><p>Föraren säljer inga biljetter.</p>"


def _text(body: str) -> str:
    menu = '<header><a href="/">Eksta kommun</a><nav><ul><li><a href="/a">Bygga</a></li></ul></nav></header>'
    return to_text(f"<html lang=sv><title>Sida</title><body>{menu}<main><h1>Sida</h1>{body}</main></body>", _ADDRESS)


@pytest.mark.parametrize(
    "line",
    [
        "Изменено расписание автобуса № 4.",
        "Изменено расписание автобуса № 4",
        "Опубликован список дежурных аптек на 1 июня.",
        "Обновлена схема движения с 5 мая.",
        "Размещены 12 новых скамеек на набережной.",
        "Publicerad karta gäller till 2030.",
        "Ändrad taxa för 2027 är beslutad.",
        "Ändrad taxa för 2027",
        "Granskad av länsstyrelsen blir planen först efter den 3 juni 2027.",
    ],
)
def test_news_of_what_was_changed_is_read(line: str) -> None:
    """A participle and a number make no line about the page: that tells when, right behind, or by whom."""
    assert phrase(line, len(line.split())) is None
    assert line_role(line, len(line.split())) is None
    assert line in _text(f"<p>{line}</p>{_AMID}")


@pytest.mark.parametrize(
    "line",
    [
        "Uppdaterad 3 mars 2026",
        "Uppdaterad: i går",
        "Senast ändrad den 3 mars 2026 klockan 12.15.",
        "Publicerad måndag 2 mars 2026 av Anna Ek",
        "Publicerad av Anna Ek | 3 mars 2026",
        "Granskad av Anna Ek",
        "Publicerad",
        "Опубликовано 3 марта 2026 г.",
        "Дата публикации: 03.03.2026",
        "Изменено сегодня в 12:15",
        "Updated March 3, 2026",
        "Published on Monday 3 March 2026.",
        "Updated 5 hours ago",
    ],
)
def test_lines_about_the_page_are_told(line: str) -> None:
    """When and by whom a page was changed, in each language and order."""
    assert phrase(line, len(line.split())) == BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "Följ oss till datorsalen varje torsdag klockan tio.",
        "Prenumerera på tidningen hemma, eller läs den här.",
        "Поделитесь местом на полке с другими.",
        "Подпишитесь в журнале у дежурной, когда приносите коробку.",
    ],
)
def test_a_last_line_that_bids_to_something_is_read(line: str) -> None:
    """What is followed or shared is no channel, and the line stands among the text's own paragraphs."""
    assert line in _text(f"{_AMID}<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "Följ oss på Facebook och Instagram!",
        "Prenumerera på vårt nyhetsbrev.",
        "Поделитесь ссылкой в Telegram и ВКонтакте.",
        "Подпишитесь на наш канал.",
        'Prenumerera <a href="/p">här</a>.',
    ],
)
def test_a_last_line_that_bids_to_a_channel_is_not(line: str) -> None:
    """Its name, a link or its shape tells so."""
    assert line.split("<", maxsplit=1)[0].strip() not in _text(f"{_AMID}<p>{line}</p>")

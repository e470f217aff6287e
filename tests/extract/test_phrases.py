"""What lines say that nobody wants to hear is known by how they begin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.extract.html.phrases import OPENINGS, may_open, phrase
from readerapp.extract.html.vocabulary import BYLINE, DECORATION, FEEDBACK


@pytest.mark.parametrize("pattern", [pattern for _, pattern in OPENINGS])
@settings(max_examples=25)
@given(data=st.data())
def test_no_opening_is_passed_over_unread(pattern: str, data: st.DataObject) -> None:
    """Whatever an opening's pattern matches begins with one of the words, in capitals too, and behind signs."""
    line = data.draw(st.from_regex(rf"\A(?:{pattern})", fullmatch=True))
    sign = data.draw(st.sampled_from(("", "– ", "«", "_")))
    assert may_open((sign + line).lower())
    assert may_open(line.upper().lower())


def test_other_lines_are_passed_over() -> None:
    """A line that begins otherwise is not looked at more closely."""
    assert not may_open("beslutet gäller från i går")
    assert not may_open("")


@pytest.mark.parametrize(
    "line",
    [
        "Hjälpte informationen på sidan dig?",
        "Hade du nytta av den här sidan?",
        "Var informationen till hjälp?",
        "Hittade du det du sökte?",
        "Была ли эта информация полезна?",
        "Информация помогла вам?",
        "Вы нашли то, что искали?",
        "Was this page helpful?",
    ],
)
def test_a_question_about_the_page_is_none_of_the_article(line: str) -> None:
    """What buttons under an article ask is left out by its wording, whatever the element is called."""
    assert phrase(line, len(line.split())) == FEEDBACK


@pytest.mark.parametrize(
    "line",
    [
        "Hade du hjälp av en jurist när avtalet skrevs?",
        "Var sidan av huset som vetter mot sjön målad?",
        "Информация помогла полиции найти водителя.",
        "Hjälpte informationen dig att välja skola, eller behöver du mer stöd?",
    ],
)
def test_other_questions_are_the_article_s(line: str) -> None:
    """A question that only begins so is read."""
    assert phrase(line, len(line.split())) is None


@pytest.mark.parametrize(
    "line",
    [
        "Ändrad 3 maj 2026",
        "Senast uppdaterad: 2026-11-29 kl. 8",
        "Publicerad av webbredaktionen",
        "Обновлено 3.05.2026.",
    ],
)
def test_a_line_that_dates_the_page_is_no_sentence_of_it(line: str) -> None:
    """It begins with what was done to the page, and has a day or is no sentence."""
    assert phrase(line, len(line.split())) == BYLINE


@pytest.mark.parametrize(
    "line",
    ["Uppdaterad information om vattnet ges varje timme.", "Granskad ved är torr ved.", "Размещены новые скамейки."],
)
def test_a_sentence_may_begin_as_such_a_line_does(line: str) -> None:
    """What ends as a sentence and has no day tells of something else than the page."""
    assert phrase(line, len(line.split())) is None


@pytest.mark.parametrize(
    "line",
    [
        "Просмотров: 77",
        "12.05.2026 | Просмотров: 1 024",
        "12 мая 2026 г., 77 просмотров",
        "12.05.2026 09:14 · 3 просмотра",
        "Visningar: 12",
    ],
)
def test_how_often_a_page_was_opened_is_none_of_it(line: str) -> None:
    """A count is left out by its wording, alone and behind the day."""
    assert phrase(line, len(line.split())) == DECORATION


@pytest.mark.parametrize(
    "line",
    [
        "Просмотров стало больше: 77 тысяч в месяц.",
        "Запись собрала 77 просмотров",
        "Три показа моды за 12 дней",
        "Показы: 20 мая, 18:00",
    ],
)
def test_what_is_told_of_a_count_is_read(line: str) -> None:
    """A line that says more than a number and what it counts is the article's."""
    assert phrase(line, len(line.split())) is None

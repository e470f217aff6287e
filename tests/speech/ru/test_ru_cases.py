"""Russian, what no table can tell: places, rules' names and full stops."""

from readerapp.speech.ru import LANGUAGE

normalize, readings, sentences = LANGUAGE.normalize, LANGUAGE.read, LANGUAGE.sentences


def test_a_forgotten_space_still_ends_a_sentence() -> None:
    """Pages often lack the space after a full stop."""
    text = "Это конец.Начинаем снова."
    assert [text[a:b] for a, b in sentences(text)] == ["Это конец.", "Начинаем снова."]


def test_the_last_full_stop_stays() -> None:
    """An abbreviation's dot that also ends the text is left for the voice to pause at."""
    text = "Цена — 5 руб."
    (reading,) = readings(text)
    assert text[reading.start : reading.end] == "5 руб"
    assert normalize(text).endswith("рублей.")


def test_each_reading_names_its_rule_and_its_place() -> None:
    """Highlighting and "why does it say that?" need the exact characters and the rule."""
    text = "В\u00a02023\u00a0г. на ул. Мира — 5\u202f%"
    said = [(text[r.start : r.end], r.spoken, r.rule) for r in readings(text)]
    assert said == [
        ("2023\u00a0г.", "две тысячи двадцать третьем году", "year"),
        ("ул.", "улице", "place"),
        ("5\u202f%", "пять процентов", "percent"),
    ]

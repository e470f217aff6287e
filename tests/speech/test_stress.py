"""Russian stress and ё: told to the engines that obey the mark, by readings that keep the way back."""

import re
from collections.abc import Sequence
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readerapp.model import Article, Block, Container, Run
from readerapp.speech import Entry, Lexicon, Silero, SpeechOptions, Verbosity, explain, render, script, utterance
from readerapp.speech.rendering import accented
from tests.speech.dictions import DICTIONS

MARK = "\u0301"
VOWEL = re.compile("[аоуыэиеяюАОУЫЭИЕЯЮ]")


def first_vowels(text: str) -> str:
    """Mark the first vowel of each Russian word, and make ё of a last е: rules that can be foretold anywhere."""

    def marked(word: re.Match[str]) -> str:
        said = VOWEL.sub(r"+\g<0>", word.group(), count=1)
        return said[:-1] + "ё" if said.endswith("е") and not said.endswith("+е") else said

    return re.sub("[А-Яа-яЁё]+", marked, text)


def rows(text: str, lexicons: Sequence[Lexicon] = ()) -> list[tuple[str, str, str]]:
    """What is said otherwise than it is displayed: displayed, said, rule."""
    found = explain(text, "ru", lexicons, DICTIONS["piper"], first_vowels)
    assert "".join(row.displayed for row in found) == text
    return [(row.displayed, row.spoken, row.rule) for row in found if row.rule]


def test_a_word_that_is_marked_is_a_reading() -> None:
    """Each word has a reading of its own, named “stress”; what is between words is as displayed."""
    assert rows("Это замок, море.") == [
        ("Это", f"Э{MARK}то", "stress"),
        ("замок", f"за{MARK}мок", "stress"),
        ("море", f"мо{MARK}рё", "stress"),
    ]


def test_a_word_in_another_reading_is_marked_there() -> None:
    """A number's words carry their marks in the number's reading, which is named after both rules."""
    ((shown, said, rule), *_) = rows("5 домов")
    assert (shown, said) == ("5", f"пя{MARK}ть")
    assert rule.endswith(" + stress")


def test_what_is_given_is_left() -> None:
    """A stress on the page and a word of the lexicon, with its mark or in IPA, stay as they are."""
    assert rows(f"па{MARK}мять") == []
    lexicon = Lexicon("ru", [Entry("Умео", f"У{MARK}мео", "ˈumʲiʌ"), Entry("Охта", phonemes="ˈoxtʌ")])
    assert [row[2] for row in rows("Умео Охта", [lexicon])] == ["lexicon", "lexicon"]


def test_what_the_eye_does_not_see_is_no_border() -> None:
    """A soft hyphen in a word, an emoji after it and a plus sign change nothing."""
    assert rows("за\u00adмок🎉 + 🎉море") == [
        ("за\u00adмок", f"за{MARK}мок", "stress"),
        ("море", f"мо{MARK}рё", "stress"),
    ]


def test_other_languages_and_other_engines_hear_nothing_of_it() -> None:
    """Swedish is left, and so is what is said by espeak-ng and by engines that want words."""
    for text, language, style in (("vitt море", "sv", "piper"), ("море", "ru", "espeak"), ("море", "ru", "words")):
        said = utterance(text, language)
        assert render(said, DICTIONS[style], first_vowels) == render(said, DICTIONS[style])


@pytest.mark.parametrize("broken", ["", "+", "м+оре и", "mоре", "м+ор"])
def test_an_answer_that_is_not_the_text_is_not_used(broken: str) -> None:
    """Where the model changed more than it may, the sentence is said as without it."""
    said = utterance("море", "ru")
    assert render(said, DICTIONS["piper"], lambda _: broken) == render(said, DICTIONS["piper"])


@settings(max_examples=150)
@given(st.text(st.sampled_from("аеёмоРЭ\u0301+ -.,5№%\u00ad\u00a0🎉[e«"), max_size=30))
def test_the_displayed_text_is_never_touched(text: str) -> None:
    """Over any text: readings in order inside it, pieces that cover it, and the same letters but for marks and ё."""
    plain = utterance(text, "ru")
    marked = accented(plain, DICTIONS["piper"], first_vowels)
    at = 0
    for reading in marked:
        assert at <= reading.start <= reading.end <= len(text)
        at = reading.end
    said, before = render(plain, DICTIONS["piper"], first_vowels), render(plain, DICTIONS["piper"])
    displayed = spoken = 0
    for piece in said.pieces:
        assert (piece.displayed[0], piece.spoken[0]) == (displayed, spoken)
        displayed, spoken = piece.displayed[1], piece.spoken[1]
    assert (displayed, spoken) == (len(text), len(said.text))
    assert _bare(said.text) == _bare(before.text)


def _bare(text: str) -> str:
    return text.replace(MARK, "").replace("ё", "е").replace("Ё", "Е")


def test_structure_is_marked_too() -> None:
    """The words that structure adds are said by the same voice, and still stand at no displayed character."""
    item = Block("paragraph", (Run("Войдите."),), "ru", path=(Container("ol", 1), Container("li", 2)))
    made = script(
        Article(address="https://example.se/", title="Т", language="ru", blocks=(item,)),
        SpeechOptions(verbosity=Verbosity(numbers=True)),
    ).utterances[-1]
    said = accented(made, DICTIONS["piper"], first_vowels)
    assert [(r.start, r.end, r.spoken, r.rule) for r in said] == [
        (0, 0, f"о{MARK}дин: ", "structure + stress"),
        (0, 7, f"Во{MARK}йдитё", "stress"),
    ]


@pytest.fixture(scope="module")
def silero() -> Silero:
    """The real model, where the extra “stress” is installed."""
    if find_spec("silero_stress") is None:
        pytest.skip("silero-stress is not installed: pip install readerapp[stress]")
    return Silero()


def said_by(silero: Silero, text: str) -> str:
    return render(utterance(text, "ru"), DICTIONS["piper"], silero).text


def test_homographs_are_told_apart(silero: Silero) -> None:
    """The same letters are stressed by what the sentence says."""
    assert f"за{MARK}мок" in said_by(silero, "На холме стоит старинный замок XII века.")
    assert f"замо{MARK}к" in said_by(silero, "Он повесил на дверь тяжёлый замок и ушёл.")
    assert f"Доро{MARK}га" in said_by(silero, "Дорога к озеру закрыта.")


def test_yo_is_restored(silero: Silero) -> None:
    """A page without ё is said with it; words of one syllable and ё itself carry no mark."""
    said = said_by(silero, "Самолет прилетел, елка стоит, а он еще пьет мед.")
    assert all(word in said for word in ("Самолёт", "ёлка", "ещё", "пьёт", "мёд"))
    assert f"ё{MARK}" not in said
    assert f"о{MARK}н" not in said


def test_the_real_model_changes_only_marks(silero: Silero) -> None:
    """Quotation marks, numbers, Latin letters and line breaks come through as they were."""
    for text in (
        "«Всё», — сказал\u00a0он… 5 + 3, C++ и кафе-бар\nвторая",
        "e\u0301 И\u0306ога [x] МОСКВА",
        "",
        "№ 5 %",
    ):
        said = utterance(text, "ru")
        assert _bare(render(said, DICTIONS["piper"], silero).text) == _bare(render(said, DICTIONS["piper"]).text)


def test_piper_obeys_what_the_model_says(silero: Silero, piper) -> None:
    """The two castles and locks sound as they should in the engine that obeys the mark."""
    castle = said_by(silero, "На холме стоит старинный замок.").rstrip(".").split()[-1]
    lock = said_by(silero, "Он повесил на дверь тяжёлый замок.").rstrip(".").split()[-1]
    assert piper("ru", [castle]) == ["zˈɑmʌk"]
    assert piper("ru", [lock]) == ["zamˈok"]


def test_the_same_sentence_is_asked_for_once(silero: Silero) -> None:
    """A page that is opened again costs the model nothing."""
    text = "Этот вопрос задаётся один раз."
    silero(text)
    before = silero._remembered.cache_info()
    assert silero(text) == silero(text)
    assert silero._remembered.cache_info().misses == before.misses


def test_a_word_of_the_real_model_is_a_reading(silero: Silero) -> None:
    """A reading for each word that is said otherwise, at its place in what is displayed."""
    marked = accented(utterance("Еще раз, Петр!", "ru"), DICTIONS["piper"], silero)
    assert [(r.start, r.end, r.spoken, r.rule) for r in marked] == [(0, 3, "Ещё", "stress"), (9, 13, "Пётр", "stress")]

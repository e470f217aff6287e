"""The editor of how words are said, with real sound and kept pages."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask

from readerapp.app import create_app
from readerapp.model import Sound, SpokenText, Voice
from readerapp.settings import Settings
from tests.web.conftest import SiteServer, article
from tests.web.translating import Translator


@pytest.fixture
def app(started_once: Path, site: SiteServer) -> Iterator[Flask]:
    made = create_app(
        Settings(
            page_workers=0,
            cache=started_once / "cache",
            offline=True,
            voices=("espeak",),
            private_hosts=(f"127.0.0.1:{site.server_port}",),
            translations=started_once / "translations",
            database=str(started_once / "readerapp.db"),
        )
    )
    yield made
    made.extensions["services"].narration.close()
    made.extensions["services"].room().database.close()


@pytest.fixture
def hire(app: Flask) -> Callable[..., Translator]:
    return lambda name="Åsa", *languages: Translator(app, name, languages or ("sv", "ru")).join()


def place(word: str, language: str = "sv") -> str:
    return f"/sv/translate/{language}/words?word={quote(word)}"


def said(app: Flask, text: str, language: str = "sv") -> str:
    words: str = app.extensions["services"].narration.words(text, language)
    return words


def listening(app: Flask) -> list[str]:
    """What the voice is given to say from now on; of phonemes, those."""
    heard: list[str] = []
    engine = app.extensions["services"].dependencies.voices.engines["espeak"]
    speak = engine.speak

    def noted(spoken: SpokenText, voice: Voice) -> Sound:
        heard.append("".join(piece.phonemes for piece in spoken.pieces) or spoken.text)
        sound: Sound = speak(spoken, voice)
        return sound

    engine.speak = noted
    return heard


def test_a_word_is_put_right_everywhere(hire, app: Flask, site: SiteServer) -> None:
    """Its page tells how it is said and who says it; once saved, the pages that say it have other sound, others not."""
    site.answers["/by"] = (200, {"Content-Type": "text/html"}, article(title="Möte i Bjärkeby").encode())
    visitor = app.test_client()

    def sounds() -> tuple[str, list[bytes]]:
        read = visitor.get("/sv/read", query_string={"url": f"http://127.0.0.1:{site.server_port}/by"})
        recording = re.search(r"/audio/([0-9a-f]{64})", read.text)[1]
        return recording, [visitor.get(f"/audio/{recording}/{number}.mp3").data for number in (0, 1)]

    before = sounds()
    asa = hire()
    page = asa.client.get(place("Bjärkeby")).text
    assert "Möte i Bjärkeby" in page
    assert f"127.0.0.1:{site.server_port}/by" in page
    answer = asa.send(place("Bjärkeby"), word="Bjärkeby", alias="Berkeby", action="save")
    assert answer.status_code == 303
    assert said(app, "Möte i Bjärkeby") == "Möte i Berkeby"
    after = sounds()
    assert after[0] != before[0]
    assert after[1][0] != before[1][0]
    assert after[1][1] == before[1][1]
    page = asa.client.get(answer.location).text
    assert "Åsa, " in page
    assert "Berkeby</ins>" in page
    assert asa.send(place("Bjärkeby"), word="Bjärkeby", action="remove").status_code == 303
    assert said(app, "Möte i Bjärkeby") == "Möte i Bjärkeby"


def test_a_word_is_heard_before_it_is_saved(hire, app: Flask) -> None:
    """As it would be said, by itself and in a sentence; nothing is written."""
    asa = hire()
    hear = "/sv/translate/sv/words/say"
    heard = listening(app)
    for fields in (
        {},
        {"alias": "Berkeby"},
        {"phonemes": "bˈɛrkebˌyː"},
        {"alias": "Berkeby", "hear": "sentence", "sentence": "Vi bor i Bjärkeby nu."},
    ):
        answer = asa.send(place("Bjärkeby"), to=hear, word="Bjärkeby", **{"hear": "word", **fields})
        assert answer.mimetype == "audio/mpeg"
        assert len(answer.data) > 3000
    assert heard == ["Bjärkeby", "Berkeby", "bˈɛrkebˌyː", "Vi bor i Berkeby nu."]
    assert said(app, "Bjärkeby") == "Bjärkeby"


def test_the_stress_is_marked_by_choosing_a_vowel(hire, app: Flask) -> None:
    """A Russian word is offered with each of its vowels stressed; what is chosen is what is said."""
    olga = hire()
    page = olga.client.get(place("Грасьон", "ru")).text
    offered = re.findall(r'name="stress" value="(\d)"', page)
    assert offered == ["2", "5"]
    assert "Грасьо\u0301н" in page
    hear = "/sv/translate/ru/words/say"
    heard = listening(app)
    for each in offered:
        assert olga.send(place("Грасьон", "ru"), to=hear, word="Грасьон", stress=each, hear="word").status_code == 200
    assert len(heard) == 2
    assert ["ˈɑ" in heard[0], "ˈo" in heard[1]] == [True, True]
    olga.send(place("Грасьон", "ru"), word="Грасьон", stress="5", action="save")
    assert app.extensions["services"].narration.explain("Грасьон", "ru").rows[0].spoken == "Грасьо\u0301н"
    assert ">Грасьо\u0301н ɡ" in olga.client.get(place("Грасьон", "ru")).text
    assert 'name="stress"' not in olga.client.get(place("Bjärkeby")).text


def test_two_who_change_a_word_at_once(hire) -> None:
    """The second sees what the first wrote, and saves again knowingly."""
    asa, olle = hire("Åsa"), hire("Olle")
    old = re.search(r'name="seen" value="([^"]+)"', olle.client.get(place("Sund")).text)[1]
    asa.send(place("Sund"), word="Sund", alias="Sundd", action="save")
    clash = olle.send(place("Sund"), word="Sund", alias="Sönd", action="save", seen=old)
    assert clash.status_code == 409
    assert "Sundd" in clash.text
    assert 'value="Sönd"' in clash.text


@pytest.mark.parametrize("word", ["<b>x</b>", "a\x01b", "”x” & y", "x" * 1000])
def test_odd_words_break_nothing(hire, word: str) -> None:
    """What XML cannot hold is refused with the reason; the rest is text in page and file."""
    asa = hire()
    answer = asa.send(place("Sund"), word=word, alias="ord", action="save")
    assert answer.status_code in {303, 409, 422}
    page = asa.client.get("/sv/translate/sv/words").text
    assert "<b>x" not in page


def test_words_are_of_languages_that_are_spoken(hire) -> None:
    """Others have no such page, and without the right a word can only be heard."""
    olga = hire("Olga", "ru")
    assert olga.client.get("/sv/translate/fi/words").status_code == 404
    assert olga.send(place("Sund"), word="Sund", alias="x", action="save").status_code == 403
    assert 'name="action"' not in olga.client.get(place("Sund")).text


def test_a_change_of_a_word_is_undone(hire, app: Flask) -> None:
    """Each with its author and time; one that somebody else changed meanwhile is not taken back unseen."""
    asa, olle = hire("Åsa"), hire("Olle")
    asa.send(place("Bjärkeby"), word="Bjärkeby", alias="Berkeby", action="save")
    olle.send(place("Bjärkeby"), word="Bjärkeby", alias="Bjerkebi", phonemes="bˈɛrkebˌiː", action="save")
    assert said(app, "Bjärkeby") == "Bjerkebi"
    page = asa.client.get(place("Bjärkeby")).text
    newest, oldest = re.findall(r'name="edit" value="(\d+)"', page)
    undo = "/sv/translate/sv/words/undo"
    assert asa.send(place("Bjärkeby"), to=undo, word="Bjärkeby", edit=newest, seen="0" * 16).status_code == 409
    assert asa.send(place("Bjärkeby"), to=undo, word="Bjärkeby", edit=newest).status_code == 303
    assert said(app, "Bjärkeby") == "Berkeby"
    assert asa.send(place("Bjärkeby"), to=undo, word="Bjärkeby", edit=oldest).status_code == 303
    assert said(app, "Bjärkeby") == "Bjärkeby"
    page = asa.client.get(place("Bjärkeby")).text
    assert re.findall(r'<span class="quiet">(\w+), ', page) == ["Åsa", "Åsa", "Olle", "Åsa"]
    assert asa.send(place("Sund"), to=undo, word="Sund", edit=newest).status_code == 404
    assert hire("Olga", "ru").send(place("Bjärkeby"), to=undo, word="Bjärkeby", edit=newest).status_code == 403
    home = asa.client.get("/sv/translate/").text
    assert asa.client.get(re.search(r'href="([^"]+words\?word=[^"]+)"', home)[1]).status_code == 200


def test_a_lexicon_broken_by_hand_is_named(hire, app: Flask, tmp_path: Path) -> None:
    """Its pages tell file, line and what to do; words are said as before, and mending is enough."""
    asa = hire()
    asa.send(place("Sund"), word="Sund", alias="Sunnd", action="save")
    token, seen = (
        re.search(rf'name="{name}" value="([^"]+)"', asa.client.get(place("Sund")).text)[1]
        for name in ("form_token", "seen")
    )
    file = tmp_path / "translations" / "lexicons" / "sv.pls"
    whole = file.read_text("utf-8")
    file.write_text(whole.replace("</lexeme>", "", 1), "utf-8")
    for address in (place("Sund"), "/sv/translate/sv/words"):
        answer = asa.client.get(address)
        assert answer.status_code == 503
        assert "lexicons/sv.pls" in answer.text
        assert re.search(r"Rad \d+:", answer.text)
    data = {"form_token": token, "seen": seen, "word": "Sund", "alias": "Sönd", "action": "save"}
    answer = asa.client.post(place("Sund"), data=data)
    assert answer.status_code == 503
    assert "Sönd" in answer.text
    assert said(app, "Sund") == "Sunnd"
    assert asa.client.get("/sv/translate/ru/words").status_code == 200
    file.write_text(whole, "utf-8")
    assert asa.client.get(place("Sund")).status_code == 200

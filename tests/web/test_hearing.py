"""From an address to decoded sound, through a real site, the real extractor and the real espeak-ng."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from readerapp import audio
from readerapp.app import create_app
from readerapp.settings import Settings
from readerapp.web.demo import ARTICLES
from tests.web.conftest import HTML, article

LINKS = ("Förskola Grundskola Gymnasium", "Äldreomsorg Hemtjänst")


def heard(client: FlaskClient, address: str, headers: dict[str, str] | None = None) -> TestResponse:
    """The whole answer, its file closed."""
    return client.get(address, headers=headers, buffered=True)


def key_of(html: str) -> str:
    found = re.search(r"/audio/([0-9a-f]{64})/plan\.json", html)
    assert found, html[:2000]
    return found[1]


@pytest.mark.parametrize(("language", "path"), [("sv", "/demo/sv/"), ("ru", "/demo/ru/")])
def test_an_article_becomes_sound(app: Flask, client, site, language: str, path: str) -> None:
    """The demo articles give minutes of speech at the right loudness, with every cue inside the file."""
    html = client.get(path + ARTICLES[language]).data
    site.answers["/demo"] = (200, HTML, html)
    shown = client.get(f"/{language}/read?url=http://127.0.0.1:{site.server_port}/demo")
    assert shown.status_code == 200
    key = key_of(shown.text)
    mp3 = heard(client, f"/audio/{key}.mp3").data
    samples, rate = audio.decode(mp3)
    seconds = len(samples) / rate
    plan = heard(client, f"/audio/{key}/plan.json").json
    characters = sum(utterance["characters"] for utterance in plan["utterances"])
    assert 8 < characters / seconds < 20
    loudness = pyloudnorm.Meter(rate).integrated_loudness(np.asarray(samples, dtype=float))
    assert -24 < loudness < -22
    assert np.abs(samples).max() < 1


def test_a_text_becomes_sound(client, reading, site) -> None:
    """A text file of a site, in the alphabet of its letters, is shown with its structure and heard in its language."""
    paragraph = "Дорога закрыта до 12 мая 2026 г., объезд идёт через посёлок Кировск и\nстанцию Мга."
    text = f"Объявление\n\n{paragraph}\n\n- школа\n- почта\n"
    site.answers["/a.txt"] = (200, {"Content-Type": "text/plain"}, text.encode("windows-1251"))
    shown = client.get(reading("/a.txt", "ru"))
    assert shown.status_code == 200
    assert shown.text.count("<li") - client.get(reading("/good", "ru")).text.count("<li") >= 2
    key = key_of(shown.text)
    plan = heard(client, f"/audio/{key}/plan.json").json
    assert {utterance["language"] for utterance in plan["utterances"]} == {"ru"}
    assert len(plan["utterances"]) == 4
    samples, rate = audio.decode(heard(client, f"/audio/{key}.mp3").data)
    assert 6 < len(samples) / rate < 25
    assert heard(client, f"/audio/{key}/1.json").json["marks"]


def test_a_page_of_links_says_so(client, reading, site) -> None:
    """The visitor is told, in their language, that the page is a list of so many links; a page of text says nothing."""
    school, care = ("".join(f'<li><a href="/{name}">{name}</a></li>' for name in names.split()) for names in LINKS)
    parts = f"<h2>Skola</h2><ul>{school}</ul><h2>Omsorg</h2><ul>{care}</ul>"
    page = f"<html lang=sv><title>Ämnen</title><main><h1>Ämnen</h1>{parts}</main>"
    site.answers["/links"] = (200, HTML, page.encode())
    assert "en lista med 5 länkar" in client.get(reading("/links")).text
    assert "список, в нём 5 ссылок" in client.get(reading("/links", "ru")).text
    assert "en lista med" not in client.get(reading("/good")).text


def test_a_page_without_text_is_said_to_be_read_by_its_description(client, reading, site) -> None:
    """Over the player, in the visitor's language, and in the sound, in the page's."""
    told = "Här anmäler du fel på gator, belysning och parker i Eksta, dygnet runt."
    page = f'<html lang=sv><title>Felanmälan</title><meta name=description content="{told}"><div id=app></div>'
    site.answers["/shell"] = (200, HTML, page.encode())
    shown = client.get(reading("/shell")).text
    assert told in shown
    assert "sidans egen beskrivning av sig själv" in shown.partition("<main")[2].partition("<lyssna-player")[0]
    assert "как страница описывает себя сама" in client.get(reading("/shell", "ru")).text
    assert "sidans egen beskrivning" not in client.get(reading("/good")).text
    plan = heard(client, f"/audio/{key_of(shown)}/plan.json").json
    assert len(plan["utterances"]) == 2


def test_a_finished_recording_has_captions_and_chapters(client, reading) -> None:
    """As WebVTT for other players, once it is finished: the words, the headings, and links to download them."""
    address = reading("/good")
    shown = client.get(address).text
    key = key_of(shown)
    assert ".vtt" not in shown
    assert heard(client, f"/audio/{key}/chapters.vtt").status_code == 404
    heard(client, f"/audio/{key}.mp3")
    heard(client, f"/audio/{key}.mp3")
    chapters, captions = (heard(client, f"/audio/{key}/{name}.vtt") for name in ("chapters", "captions"))
    assert (chapters.status_code, chapters.mimetype) == (200, "text/vtt")
    assert re.fullmatch(r"WEBVTT\n\n00:00:00\.000 --> 00:\d\d:\d\d\.\d{3}\nMöte om samarbete\n", chapters.text)
    assert captions.text.count(" --> ") == len(heard(client, f"/audio/{key}/plan.json").json["utterances"])
    links = re.findall(r'href="(/audio/[^"]+\.vtt[^"]*)"', client.get(address).text)
    files = [heard(client, unescape(link)) for link in links]
    assert [file.data for file in files] == [captions.data, chapters.data]
    assert [file.headers["Content-Disposition"] for file in files] == [
        f"attachment; filename*=UTF-8''M%C3%B6te%20om%20samarbete.{ending}" for ending in ("vtt", "chapters.vtt")
    ]


def test_the_second_time_comes_from_the_cache(app: Flask, client, reading) -> None:
    """Once heard, a page costs no speech: the same bytes come back with ranges, an ETag and a lasting address."""
    key = key_of(client.get(reading("/good")).text)
    first = heard(client, f"/audio/{key}.mp3").data
    app.extensions["services"].dependencies.voices.speak = None
    whole = heard(client, f"/audio/{key}.mp3")
    assert whole.data == first
    assert whole.headers["Accept-Ranges"] == "bytes"
    assert "immutable" in whole.headers["Cache-Control"]
    part = heard(client, f"/audio/{key}.mp3", {"Range": "bytes=144-287"})
    assert (part.status_code, part.data) == (206, first[144:288])
    assert part.headers["Content-Range"] == f"bytes 144-287/{len(first)}"
    past = heard(client, f"/audio/{key}.mp3", {"Range": f"bytes={len(first)}-"})
    assert past.status_code == 416
    assert past.headers["Content-Range"] == f"bytes */{len(first)}"
    same = heard(client, f"/audio/{key}.mp3", {"Range": "bytes=0-9", "If-Range": whole.headers["ETag"]})
    other = heard(client, f"/audio/{key}.mp3", {"Range": "bytes=0-9", "If-Range": '"another"'})
    assert (same.status_code, other.status_code) == (206, 200)
    assert heard(client, f"/audio/{key}.mp3", {"If-None-Match": whole.headers["ETag"]}).status_code == 304


def test_sentences_joined_are_the_recording(client, reading) -> None:
    """What the player is given sentence by sentence is byte for byte what the whole file holds."""
    key = key_of(client.get(reading("/good")).text)
    plan = heard(client, f"/audio/{key}/plan.json").json
    clips = [heard(client, f"/audio/{key}/{u['n']}.mp3").data for u in plan["utterances"]]
    cues = [heard(client, f"/audio/{key}/{u['n']}.json").json for u in plan["utterances"]]
    assert b"".join(clips) == heard(client, f"/audio/{key}.mp3").data
    assert [cue["milliseconds"] for cue in cues] == [audio.milliseconds(clip) for clip in clips]
    kept = heard(client, f"/audio/{key}/plan.json").json
    assert kept["complete"]
    assert [u["milliseconds"] for u in kept["utterances"]] == pytest.approx([cue["milliseconds"] for cue in cues])


def test_only_changed_sentences_are_spoken_again(app: Flask, client, reading, site) -> None:
    """A page that changed in one sentence is asked for with its validators and costs one new sentence."""
    answers, asked = site.answers, site.asked
    answers["/news"] = (200, {**HTML, "ETag": '"one"'}, article().encode())
    first = key_of(client.get(reading("/news")).text)
    heard(client, f"/audio/{first}.mp3")
    spoken: list[str] = []
    registry = app.extensions["services"].dependencies.voices
    speak = registry.speak
    registry.speak = lambda text, voice: (spoken.append(text.text), speak(text, voice))[1]

    answers["/news"] = (304, {}, b"")
    assert key_of(client.get(reading("/news")).text) == first
    assert asked[-1][1]["If-None-Match"] == '"one"'

    changed = article().replace("hålls till våren.</p></article", "hålls i höst.</p></article")
    answers["/news"] = (200, {**HTML, "ETag": '"two"'}, changed.encode())
    second = key_of(client.get(reading("/news")).text)
    assert second != first
    heard(client, f"/audio/{second}.mp3")
    assert spoken == ["Nästa möte hålls i höst."]


def test_a_site_that_is_down_does_not_silence_a_page_we_have(client, reading, site) -> None:
    """The stored page is shown, with the moment it was fetched, when the site answers 500."""
    answers = site.answers
    client.get(reading("/good"))
    answers["/good"] = (500, HTML, b"down")
    assert client.get(reading("/good")).status_code == 200


def test_a_hundred_visitors_cost_one_narration(app: Flask, reading) -> None:
    """A hundred requests for the same unread page speak each sentence once."""
    spoken: list[str] = []
    registry = app.extensions["services"].dependencies.voices
    speak = registry.speak
    registry.speak = lambda text, voice: (spoken.append(text.text), speak(text, voice))[1]
    key = key_of(app.test_client().get(reading("/good")).text)
    with ThreadPoolExecutor(100) as visitors:
        answers = set(visitors.map(lambda _: heard(app.test_client(), f"/audio/{key}.mp3").data, range(100)))
    assert len(answers) == 1
    assert len(spoken) == len(set(spoken))


def test_a_quotation_is_read_by_a_voice_of_its_language(app: Flask, client, site) -> None:
    """A Russian quotation in a Swedish page is spoken by the Russian voice and marked as Russian in the page."""
    quotation = '<blockquote lang="ru"><p>Мы очень довольны этой встречей.</p></blockquote></article>'
    quoted = article().replace("</article>", quotation)
    site.answers["/quote"] = (200, HTML, quoted.encode())
    shown = client.get(f"/sv/read?url=http://127.0.0.1:{site.server_port}/quote").text
    plan = app.extensions["services"].dependencies.store.plan(key_of(shown))
    voices = {planned.utterance.text: planned.voice for planned in plan.utterances}
    assert voices["Мы очень довольны этой встречей."] == "espeak:ru"
    assert 'lang="ru"' in shown
    assert {voice for text, voice in voices.items() if "Мы" not in text} == {"espeak:sv"}


def test_the_first_sentence_of_a_long_page_comes_early(client, site) -> None:
    """For 20,000 characters the first sentence is there while most of the page is still unmade."""
    site.answers["/long"] = (200, HTML, article(paragraphs=110).encode())
    key = key_of(client.get(f"/sv/read?url=http://127.0.0.1:{site.server_port}/long").text)
    assert heard(client, f"/audio/{key}/0.mp3").data
    state = heard(client, f"/audio/{key}/state.json").json
    assert state["made"] < state["of"] / 2


def test_the_download_bears_the_pages_name(client, reading) -> None:
    """A Russian title becomes a file name that HTTP can carry, and a line break in it is no header."""
    key = key_of(client.get(reading("/good")).text)
    heard(client, f"/audio/{key}.mp3")
    named = heard(client, f"/audio/{key}.mp3?download=%D0%92%D1%8B%D0%B1%D0%BE%D1%80%D0%B3%0d%0aX-Evil:%201")
    said = named.headers["Content-Disposition"]
    assert said.startswith("attachment")
    said.encode("latin-1")
    assert "X-Evil" not in named.headers


def test_rules_for_a_site_are_followed(tmp_path: Path, site) -> None:
    """What the operator's file says to skip on a host is neither shown nor spoken."""
    rules = tmp_path / "sites.toml"
    rules.write_text('["127.0.0.1"]\nskip = ["p:nth-of-type(1)"]\n')
    place = f"127.0.0.1:{site.server_port}"
    app = create_app(
        Settings(cache=tmp_path / "own", offline=True, page_workers=0, private_hosts=(place,), site_rules=rules)
    )
    shown = app.test_client().get(f"/sv/read?url=http://{place}/good").text
    app.extensions["services"].narration.close()
    body = shown.partition("<article")[2].partition("</article>")[0]
    assert "21 deltagare" in body
    assert "20 deltagare" not in body

"""The translators' workbench as a browser without scripts sees it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import escape

from readerapp.app import create_app
from readerapp.catalogs import check, path, read
from readerapp.settings import Settings
from tests.web.translating import WORDS, Translator, key

SHOWN = "Hear a web page"
PLURAL = "%(num)s text"


@pytest.fixture
def app(started_once: Path) -> Iterator[Flask]:
    settings = Settings(
        page_workers=0,
        cache=started_once / "cache",
        offline=True,
        voices=("espeak",),
        translations=started_once / "translations",
        database=str(started_once / "readerapp.db"),
        language_percent=1,
    )
    made = create_app(settings)
    yield made
    made.extensions["services"].narration.close()
    made.extensions["services"].room().database.close()


@pytest.fixture
def hire(app: Flask) -> Callable[..., Translator]:
    return lambda name="Åsa", *languages: Translator(app, name, languages or ("sv",)).join()


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    return app.test_client()


def test_strangers_are_led_to_sign_in(visitor: FlaskClient) -> None:
    """Every page of the workbench leads there and remembers where to go on; nothing is told of what is inside."""
    assert visitor.get("/translate").location == "/translate/"
    assert visitor.get("/translate/", headers={"Accept-Language": "ru"}).location == "/ru/translate/"
    answer = visitor.get("/ru/translate/sv/?q=hej")
    assert answer.status_code == 303
    assert answer.location.startswith("/ru/translate/sign-in?next=/ru/translate/sv/")
    page = visitor.get(answer.location)
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    for address in ("/sv/translate/sign-out", "/sv/translate/begin", "/sv/translate/sv/0000000000000000/hear"):
        assert visitor.post(address).status_code == 400


@pytest.mark.parametrize("after", ["http://[", "//evil.example", "https://evil.example/", "/a\\b"])
def test_a_link_leads_nowhere_else(app: Flask, after: str) -> None:
    """What is no address of ours, or no address at all, leads to the workbench's own first page."""
    page = app.test_client().get("/sv/translate/sign-in", query_string={"next": after})
    assert page.status_code == 200
    assert 'name="next" value="/sv/translate/"' in page.text


def test_a_link_opens_the_account_once(app: Flask) -> None:
    """Its owner chooses a passphrase and is signed in; a short one is refused with the reason."""
    asa = Translator(app, "Åsa", ("sv",))
    weak = asa.send(asa.invitation, passphrase="kort")
    assert weak.status_code == 400
    assert "minst 12 tecken" in weak.text
    answer = asa.send(asa.invitation, passphrase=WORDS)
    assert (answer.status_code, answer.location) == (303, "/sv/translate/")
    cookie = next(each for each in answer.headers.getlist("Set-Cookie") if each.startswith("readerapp_session"))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Åsa" in asa.client.get("/sv/translate/").text
    over = app.test_client().get(asa.invitation)
    assert over.status_code == 404
    assert 'href="/sv/translate/sign-in">Logga in</a>' in over.text
    assert app.test_client().get(asa.invitation.removeprefix("/sv")).status_code == 303


def test_signing_in_and_out(hire, app: Flask) -> None:
    """A wrong passphrase and an unknown name get the same page; afterwards one goes on where one wanted to go."""
    hire("Åsa")
    stranger = Translator(app, "Olga", ("ru",))
    answers = [
        stranger.send("/sv/translate/sign-in", name=name, passphrase="wrong words here") for name in ("Åsa", "Nobody")
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert len({answer.text.replace("Nobody", "Åsa") for answer in answers}) == 1
    assert answers[0].text.count('aria-invalid="true"') == 2, "the name and the passphrase"
    inside = stranger.send(
        "/sv/translate/sign-in?next=/sv/translate/sv/", name="Åsa", passphrase=WORDS, next="/sv/translate/sv/"
    )
    assert inside.location == "/sv/translate/sv/"
    assert stranger.client.get("/sv/translate/sv/").status_code == 200
    stranger.send("/sv/translate/", to="/sv/translate/sign-out")
    assert stranger.client.get("/sv/translate/sv/").status_code == 303


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x"])
def test_nobody_is_led_elsewhere(hire, app: Flask, elsewhere: str) -> None:
    """Where to go on is an address of our own, whatever the link says."""
    hire("Åsa")
    other = Translator(app, "Olga", ("ru",))
    answer = other.send("/sv/translate/sign-in", name="Åsa", passphrase=WORDS, next=elsewhere)
    assert answer.location == "/sv/translate/"


def test_forms_of_others_are_refused(hire) -> None:
    """A form without the page's token, with another's, or sent by another site changes nothing."""
    asa = hire()
    place = key(asa.client, SHOWN)
    token = re.search(r'name="form_token" value="([^"]+)"', asa.client.get(place).text)[1]
    for data, headers in (
        ({}, {}),
        ({"form_token": "x" * 43}, {}),
        ({"form_token": token}, {"Sec-Fetch-Site": "cross-site"}),
    ):
        answer = asa.client.post(place, data={"form0": "Borta", **data}, headers=headers)
        assert answer.status_code == 400
    assert "Borta" not in asa.client.get(place).text


def test_a_saved_text_is_seen_at_the_next_request(hire, visitor: FlaskClient, tmp_path: Path) -> None:
    """By every visitor, in another app on the same folder too; the file and the list of changes have it."""
    asa = hire()
    second = create_app(
        Settings(page_workers=0, cache=tmp_path / "cache", offline=True, translations=tmp_path / "translations")
    )
    place = key(asa.client, SHOWN)
    answer = asa.send(place, form0="Lyssna på en webbsida nu", action="save")
    assert (answer.status_code, answer.location.partition("?")[0]) == (303, place)
    for app_client in (visitor, second.test_client()):
        assert "<h1>Lyssna på en webbsida nu</h1>" in app_client.get("/sv/").text
    second.extensions["services"].narration.close()
    page = asa.client.get(place).text
    assert "Åsa, " in page
    text = path(tmp_path / "translations", "sv").read_text("utf-8")
    assert "Last-Translator: Åsa" in text


def test_undo_and_what_was_changed_by_hand(hire, visitor: FlaskClient, tmp_path: Path) -> None:
    """A change is taken back; one that somebody made in the file is shown, taken in, and taken back like any other."""
    asa = hire()
    place = key(asa.client, SHOWN)
    before = re.search(r"<h1>(.+?)</h1>", visitor.get("/sv/").text)[1]
    asa.send(place, form0="Ett", action="save")
    number = re.search(r'name="edit" value="(\d+)"', asa.client.get(place).text)[1]
    assert asa.send(place, to=f"{place}/undo", edit=number).status_code == 303
    assert f"<h1>{before}</h1>" in visitor.get("/sv/").text
    file = path(tmp_path / "translations", "sv")
    file.write_text(file.read_text("utf-8").replace(f'msgstr "{before}"', 'msgstr "För hand"'), "utf-8")
    assert "<h1>För hand</h1>" in visitor.get("/sv/").text
    assert "i filen, " in asa.client.get(place).text
    asa.send(place, form0="Två", action="save")
    page = asa.client.get(place).text
    assert re.findall(r"<ins[^>]*>(.*?)</ins>", page) == ["Två", "För hand", before, "Ett"]


def test_undo_approves_nothing(hire, visitor: FlaskClient, tmp_path: Path) -> None:
    """What was to be reviewed before a change is so again, and not served; what would break the page stays away."""
    asa = hire()
    place = key(asa.client, SHOWN)
    asa.send(place, form0="Utkast", action="review")
    asa.send(place, form0="Färdig", action="save")
    number = re.search(r'name="edit" value="(\d+)"', asa.client.get(place).text)[1]
    assert asa.send(place, to=f"{place}/undo", edit=number).status_code == 303
    assert read(path(tmp_path / "translations", "sv"), "sv")[SHOWN].fuzzy
    assert f"<h1>{SHOWN}</h1>" in visitor.get("/sv/").text
    assert "Utkast</textarea>" in asa.client.get(place).text
    asa.send(place, form0="Färdig", action="save")
    file = path(tmp_path / "translations", "sv")
    file.write_text(file.read_text("utf-8").replace('msgstr "Färdig"', 'msgstr "<b>Tjock</b>"'), "utf-8")
    asa.send(place, form0="Färdig igen", action="save")
    number = re.search(r'name="edit" value="(\d+)"', asa.client.get(place).text)[1]
    refused = asa.send(place, to=f"{place}/undo", edit=number)
    assert refused.status_code == 422
    assert "&lt;b&gt;Tjock&lt;/b&gt;</textarea>" in refused.text


def test_two_who_write_at_once(hire) -> None:
    """The second is told, sees both, loses nothing, and saves again knowingly."""
    asa, olle = hire("Åsa"), hire("Olle")
    place = key(asa.client, SHOWN)
    old = re.search(r'name="seen" value="([^"]+)"', olle.client.get(place).text)[1]
    asa.send(place, form0="Åsas text", action="save")
    clash = olle.send(place, form0="Olles text", action="save", seen=old)
    assert clash.status_code == 409
    assert "<blockquote" in clash.text
    assert "Åsas text" in clash.text
    assert "Olles text</textarea>" in clash.text
    new = re.search(r'name="seen" value="([^"]+)"', clash.text)[1]
    assert olle.send(place, form0="Olles text", action="save", seen=new).status_code == 303


def test_what_would_break_the_page_is_not_saved(hire, tmp_path: Path) -> None:
    """A dropped placeholder is told beside the field; to be reviewed it may be saved, unserved."""
    asa = hire()
    place = key(asa.client, "There is no voice called")
    file = path(tmp_path / "translations", "sv")
    before = file.read_bytes()
    answer = asa.send(place, form0="Rösten finns inte.", action="next")
    assert answer.status_code == 422
    assert "%(voice)s saknas" in answer.text
    assert "Rösten finns inte.</textarea>" in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert file.read_bytes() == before
    assert asa.send(place, form0="Rösten finns inte.", action="review").status_code == 303
    message = read(file, "sv")["There is no voice called “%(voice)s”."]
    assert message.fuzzy
    page = asa.client.get("/sv/translate/sv/?show=review").text
    assert place in page
    checked = asa.send(place, to=f"{place}/check", form0="“%(voice)s”  finns inte").json
    assert checked["faults"] == []
    assert len(checked["remarks"]) == 2


def test_plural_forms_are_labelled_with_counts(hire) -> None:
    """Russian shows 1, 21 and 2, 3 and 5, 6; saved forms are all there."""
    olga = hire("Olga", "ru")
    place = key(olga.client, "%(num)s texts", "ru")
    page = olga.client.get(place).text
    labels = re.findall(r'<label for="form\d">(.+?)</label>', page)
    assert len(labels) == 3
    assert all(
        counts in label for counts, label in zip(("1, 21, 31, 41", "2, 3, 4, 22", "5, 6, 7, 8"), labels, strict=True)
    )
    forms = {f"form{n}": text for n, text in enumerate(["%(num)s текст!", "%(num)s текста!", "%(num)s текстов!"])}
    assert olga.send(place, action="save", **forms).status_code == 303
    assert "2 текста!" not in page
    assert olga.send(place, action="save", **{**forms, "form1": "два"}).status_code == 422


def test_rights_are_held(hire) -> None:
    """A language that is not one's own can be looked at and heard, not changed; nor can a new one be begun."""
    olga = hire("Olga", "ru")
    place = key(olga.client, SHOWN, "sv")
    page = olga.client.get(place).text
    assert "readonly" in page
    assert 'name="action"' not in page
    assert olga.send(place, form0="Borta", action="save").status_code == 403
    assert olga.send(place, to=f"{place}/undo", edit="1").status_code == 403
    assert olga.send("/sv/translate/", to="/sv/translate/begin", language="fi").status_code == 403
    assert olga.client.get("/sv/translate/xx/").status_code == 404
    assert olga.client.get("/sv/translate/sv/ffffffffffffffff").status_code == 404


def test_a_language_is_begun_here(hire, visitor: FlaskClient) -> None:
    """English msgids, its own plural forms; visitors may choose it once enough is translated."""
    anna = hire("Anna", "*")
    assert visitor.get("/fi/").status_code == 404
    answer = anna.send("/sv/translate/", to="/sv/translate/begin", language="fi")
    assert answer.location == "/sv/translate/fi/"
    listed = anna.client.get("/sv/translate/fi/?show=untranslated").text
    more = re.findall(r'lang="en">([A-Za-z ]+)</a>', listed)
    for words in (SHOWN, *more[:11]):  # a hundredth of all
        anna.send(key(anna.client, words, "fi"), form0=f"Suomeksi {words}", action="save")
    page = visitor.get("/fi/")
    assert page.status_code == 200
    assert '<html lang="fi">' in page.text
    assert "<h1>Suomeksi" in page.text
    assert 'hreflang="fi"' in visitor.get("/sv/").text
    assert anna.send("/sv/translate/", to="/sv/translate/begin", language="../x").status_code == 400


def test_a_text_is_heard_before_it_is_saved(hire) -> None:
    """In the voice of its language; where there is none it is told, and nothing is written."""
    asa = hire("Åsa", "*")
    place = key(asa.client, SHOWN)
    answer = asa.send(place, to=f"{place}/hear", form0="Det här är inte sparat", hear="0")
    assert answer.mimetype == "audio/mpeg"
    assert len(answer.data) > 3000
    assert "inte sparat" not in asa.client.get(place).text
    asa.send("/sv/translate/", to="/sv/translate/begin", language="fi")
    finnish = key(asa.client, SHOWN, "fi")
    assert asa.send(finnish, to=f"{finnish}/hear", form0="Hei", hear="0").status_code == 503


def test_stored_text_is_never_markup(hire, visitor: FlaskClient) -> None:
    """A translation with tags is refused, and one to be reviewed is shown as text to translators only."""
    asa = hire()
    place = key(asa.client, SHOWN)
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    assert asa.send(place, form0=evil, action="save").status_code == 422
    assert asa.send(place, form0=evil, action="review").status_code == 303
    for address in (place, "/sv/translate/sv/?show=review", "/sv/translate/"):
        page = asa.client.get(address).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert "alert" not in visitor.get("/sv/").text


def test_searching_and_going_on(hire) -> None:
    """The list finds words in original and translation; saving goes on to the next text that needs work."""
    asa = hire()
    assert key(asa.client, "lyssna på en webbsida") == key(asa.client, SHOWN)
    for words in (SHOWN, "About the service"):
        asa.send(key(asa.client, words), form0="Osäkert", action="review")
    listed = re.findall(
        r'href="(/sv/translate/sv/[0-9a-f]{16})\?show=review', asa.client.get("/sv/translate/sv/?show=review").text
    )
    assert len(listed) == 2
    answer = asa.send(listed[0], form0="Säkert", action="next", show="review")
    assert answer.location.startswith(f"{listed[1]}?show=review")
    assert "Sparat" in asa.client.get(answer.location).text


def test_a_list_without_texts_says_why(hire) -> None:
    """Nothing to review is work done; nothing translated, or a page behind the last one, is not."""
    anna = hire("Anna", "*")
    anna.send("/sv/translate/", to="/sv/translate/begin", language="fi")
    done = "Här finns inget kvar att göra."
    assert done in anna.client.get("/sv/translate/fi/?show=review").text
    assert "Det finns inga." in anna.client.get("/sv/translate/fi/?show=translated").text
    for address in ("?show=translated", "?show=untranslated", "?show=untranslated&page=999"):
        assert done not in anna.client.get(f"/sv/translate/fi/{address}").text
    assert "Inget hittades." in anna.client.get("/sv/translate/fi/?q=qqqqqq").text


def test_the_page_of_an_error_is_shown_to_who_translates_it(hire, app: Flask, visitor: FlaskClient) -> None:
    """Every text of an error that has a status leads to the very page, in the language that is translated."""
    asa = hire()
    entries = app.extensions["catalogue_texts"].of("sv")
    told = [entry for entry in entries if any("/errors/" in file for file in entry.files)]
    assert len(told) > 80
    for entry in told[::9]:
        page = asa.client.get(f"/ru/translate/sv/{entry.key}").text
        address = re.search(r'<a href="(/sv/translate/sv/[0-9a-f]{16}/failure)[^"]*">', page)
        assert address, entry.ids
        shown = asa.client.get(address[1])
        assert shown.status_code == 200
        assert str(escape(entry.forms[0].partition("%(")[0])) in shown.text
        assert visitor.get(address[1]).status_code == 303
    other = key(asa.client, SHOWN)
    assert asa.client.get(f"{other}/failure").status_code == 404


def test_a_file_broken_by_hand_is_named(hire, visitor: FlaskClient, tmp_path: Path) -> None:
    """Its pages tell file, line and what to do, and keep what was written; all else goes on; mending is enough."""
    asa = hire("Åsa", "*")
    place = key(asa.client, SHOWN)
    shown = re.search(r"<h1>(.+?)</h1>", visitor.get("/sv/").text)[1]
    token, seen = (
        re.search(rf'name="{name}" value="([^"]+)"', asa.client.get(place).text)[1] for name in ("form_token", "seen")
    )
    file = path(tmp_path / "translations", "sv")
    whole = file.read_text("utf-8")
    lines = whole.splitlines()
    number = next(n for n, line in enumerate(lines, 1) if n > 30 and line.startswith("msgstr "))
    lines[number - 1] = lines[number - 1].removesuffix('"')
    file.write_text("\n".join(lines), "utf-8")
    for address in ("/sv/translate/sv/", place):
        answer = asa.client.get(address)
        assert answer.status_code == 503
        assert "sv/LC_MESSAGES/messages.po" in answer.text
        assert str(tmp_path) not in answer.text
        assert f"Rad {number}:" in answer.text
    answer = asa.client.post(place, data={"form_token": token, "seen": seen, "form0": "<b>Ny</b>", "action": "save"})
    assert answer.status_code == 503
    assert "&lt;b&gt;Ny&lt;/b&gt;" in answer.text
    assert asa.client.post(f"{place}/check", data={"form_token": token, "form0": "x"}).status_code == 503
    home = asa.client.get("/sv/translate/")
    assert home.status_code == 200
    assert "går inte att läsa" in home.text
    assert asa.client.get("/sv/translate/ru/").status_code == 200
    assert asa.send(key(asa.client, SHOWN, "ru"), form0="Слушать", action="save").status_code == 303
    assert f"<h1>{shown}</h1>" in visitor.get("/sv/").text
    assert asa.send("/sv/translate/sv/", to="/sv/translate/sv/remake").status_code == 303
    assert asa.client.get("/sv/translate/sv/").status_code == 200
    assert "&lt;b&gt;Ny&lt;/b&gt;" not in asa.client.get(place).text
    assert file.with_name("messages.po.broken").exists()
    file.unlink()
    assert asa.client.get("/sv/translate/sv/").status_code == 503
    file.write_text(whole, "utf-8")
    assert asa.client.get("/sv/translate/sv/").status_code == 200


@pytest.mark.parametrize(
    ("tag", "folder", "counted", "name"),
    [("pt-BR", "pt_BR", 2, "português (Brasil)"), ("sr-Latn", "sr_Latn", 3, "srpski (latinica)")],
)
def test_a_language_of_a_region_or_an_alphabet(
    hire, visitor: FlaskClient, tmp_path: Path, tag: str, folder: str, counted: int, name: str
) -> None:
    """Begun, translated, checked and offered under its whole tag, in a folder as gettext calls it."""
    olga = hire("Olga", tag)
    assert f'value="{tag}"' in olga.client.get("/ru/translate/").text
    assert olga.send("/sv/translate/", to="/sv/translate/begin", language=tag).location == f"/sv/translate/{tag}/"
    file = tmp_path / "translations" / folder / "LC_MESSAGES" / "messages.po"
    assert f"Language: {folder}" in file.read_text("utf-8")
    page = olga.client.get(key(olga.client, "%(num)s texts", tag)).text
    assert len(re.findall(r'<label for="form', page)) == counted
    listed = olga.client.get(f"/sv/translate/{tag}/?show=untranslated").text
    for words in (SHOWN, *re.findall(r'lang="en">([A-Za-z ]+)</a>', listed)[:11]):
        assert olga.send(key(olga.client, words, tag), form0=f"X {words}", action="save").status_code == 303
    page = visitor.get(f"/{tag}/")
    assert page.status_code == 200
    assert f'<html lang="{tag}">' in page.text
    assert "<h1>X " in page.text
    assert page.headers["Content-Language"] == tag
    assert f'hreflang="{tag}"' in visitor.get("/sv/").text
    assert name.casefold() in visitor.get("/sv/").text.casefold()
    assert visitor.get(f"/{tag}/about").status_code == 200
    assert visitor.get("/", headers={"Accept-Language": tag}).location == f"/{tag}/"
    assert not [each for each in check(tmp_path / "translations") if str(file) == str(each.file)]


@pytest.mark.parametrize("tag", ["pt-br", "pt_BR", "../sv", "sv-XX-yy", "q", "sr-latn", "xx-YY", "a" * 9])
def test_what_is_no_tag_is_no_language(hire, tag: str) -> None:
    """Nothing is begun, no folder is made, no address leads anywhere."""
    anna = hire("Anna", "*")
    assert anna.send("/sv/translate/", to="/sv/translate/begin", language=tag).status_code == 400
    assert anna.client.get(f"/sv/translate/{tag}/").status_code in {404, 308}

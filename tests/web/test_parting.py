"""Where long words may be parted: what a browser without patterns is told."""

from flask.testing import FlaskClient

from readerapp.web.reader.parting import MOST


def asked(client: FlaskClient, language: str, *words: str) -> list[list[int]]:
    """The places that are told."""
    answer = client.get("/syllables.json", query_string={"language": language, "word": words})
    assert answer.status_code == 200
    places: list[list[int]] = answer.json
    return places


def test_words_are_parted_in_their_language(client: FlaskClient) -> None:
    """Each word by the patterns of the language that is named; none where it is not known, or not a word's letters."""
    assert asked(client, "sv", "kommunfullmäktige", "bok") == [[3, 6, 10, 13, 15], []]
    assert asked(client, "ru", "здравоохранение")[0]
    assert asked(client, "en", "accessibility") == [[2, 6, 8, 10]]
    assert asked(client, "xx", "kommunfullmäktige") == [[]]
    assert asked(client, "sv", "здравоохранение", "<b>", "") == [[], [], []]


def test_a_long_list_is_cut(client: FlaskClient) -> None:
    """So many words are looked at and no more, and no word that is longer than words are."""
    assert len(asked(client, "sv", *["biblioteket"] * (MOST + 1))) == MOST
    assert asked(client, "sv", "bibliotek" * 1000, "bok") == [[], []]

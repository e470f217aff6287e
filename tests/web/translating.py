"""Somebody with a browser without scripts and an account of the workbench."""

import re

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

WORDS = "fyra blå hästar i dimma"


class Translator:
    """Fills in forms as their browser would."""

    def __init__(self, app: Flask, name: str, languages: tuple[str, ...]) -> None:
        self.app, self.name, self.client = app, name, app.test_client()
        token = app.extensions["services"].room().accounts.add(name, languages)
        self.invitation = f"/sv/translate/invitation/{token}"

    def join(self) -> "Translator":
        self.send(self.invitation, passphrase=WORDS)
        return self

    def send(self, address: str, to: str = "", **fields: object) -> TestResponse:
        """Fill in the form of a page and send it."""
        page = self.client.get(address).text
        token = re.search(r'name="form_token" value="([^"]+)"', page)[1]
        seen = re.search(r'name="seen" value="([^"]+)"', page)
        kept = {"seen": seen[1]} if seen else {}
        return self.client.post(to or address, data={"form_token": token, **kept, **fields})


def key(client: FlaskClient, words: str, language: str = "sv") -> str:
    """The address of the text whose original is or holds these words."""
    page = client.get(f"/sv/translate/{language}/", query_string={"q": words}).text
    found = re.findall(rf'href="(/sv/translate/{language}/[0-9a-f]{{16}})[^"]*" lang="en">(.*?)</a>', page)
    return str(min(found, key=lambda pair: (pair[1] != words, words not in pair[1]))[0])

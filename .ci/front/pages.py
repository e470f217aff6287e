"""Writes the service's own pages in every language of the interface to a folder, for a validator to read."""

import re
import sys
import tempfile
from pathlib import Path

from flask import Flask

from readerapp.app import create_app
from readerapp.languages import SHIPPED
from readerapp.settings import Settings

PLACES = {
    "home": "",
    "about": "about",
    "accessibility": "accessibility",
    "privacy": "privacy",
    "error": "read?url=x",
    "read": "read?url=http://localhost:8000/demo/sv/{name}",
}


def main() -> None:
    """The pages of a service that is built for this."""
    folder = Path(sys.argv[1])
    translations = Path(__file__).parents[2] / "translations"
    with tempfile.TemporaryDirectory() as cache:
        database = str(Path(cache) / "readerapp.db")
        settings = Settings(
            cache=Path(cache), translations=translations, database=database, offline=True, voices=("espeak",)
        )
        app = create_app(settings)
        client = app.test_client()
        for locale in SHIPPED:
            for name, place in PLACES.items():
                address = place.format(name="samarbete-leningrad-oblast")
                answer = client.get(f"/{locale}/{address}", base_url="http://localhost:8000")
                (folder / f"{name}.{locale}.html").write_bytes(answer.data)
        _workbench(app, folder)


def _workbench(app: Flask, folder: Path) -> None:
    """The pages of a translator, from the link to a text."""
    client = app.test_client()
    link = app.extensions["services"].room().accounts.add("Olga", ["*"])
    for locale in SHIPPED:
        own = f"/{locale}/translate"
        (folder / f"sign-in.{locale}.html").write_bytes(client.get(f"{own}/sign-in").data)
    invited = client.get(f"/ru/translate/invitation/{link}").text
    token = re.search(r'name="form_token" value="([^"]+)"', invited)
    (folder / "invitation.ru.html").write_text(invited, "utf-8")
    given = {"form_token": token[1] if token else "", "passphrase": "four blue horses in fog"}
    client.post(f"/ru/translate/invitation/{link}", data=given)
    for locale in SHIPPED:
        own = f"/{locale}/translate"
        listed = client.get(f"{own}/ru/").text
        text = re.search(rf"{own}/ru/[0-9a-f]{{16}}", listed)
        places = {
            "desk": f"{own}/",
            "list": f"{own}/ru/",
            "text": text[0] if text else "",
            "word": f"{own}/ru/words?word=x",
        }
        for name, place in places.items():
            (folder / f"{name}.{locale}.html").write_bytes(client.get(place).data)


main()

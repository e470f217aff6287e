"""Writes the service's own pages in every language of the interface to a folder, for a validator to read."""

import sys
import tempfile
from pathlib import Path

from readerapp.app import create_app
from readerapp.languages import SHIPPED
from readerapp.settings import Settings

PLACES = {"home": "", "about": "about", "error": "read?url=x", "read": "read?url=http://localhost:8000/demo/sv/{name}"}


def main() -> None:
    """The pages of a service that is built for this."""
    folder = Path(sys.argv[1])
    translations = Path(__file__).parents[2] / "translations"
    with tempfile.TemporaryDirectory() as cache:
        settings = Settings(cache=Path(cache), translations=translations, offline=True, voices=("espeak",))
        app = create_app(settings)
        client = app.test_client()
        for locale in SHIPPED:
            for name, place in PLACES.items():
                address = place.format(name="samarbete-leningrad-oblast")
                answer = client.get(f"/{locale}/{address}", base_url="http://localhost:8000")
                (folder / f"{name}.{locale}.html").write_bytes(answer.data)


main()

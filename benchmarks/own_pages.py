"""The service's own pages on loopback, read by the built-in voice: for what looks at them."""

import logging
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import structlog
from werkzeug.serving import make_server

from readerapp.app import create_app
from readerapp.settings import Settings
from readerapp.web.demo import ARTICLES

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


@contextmanager
def served() -> Iterator[str]:
    """The address of the service, which runs until the end of the block and leaves nothing behind."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(
            Settings(
                page_workers=0,
                cache=Path(folder) / "cache",
                reports=Path(folder) / "reports",
                database=str(Path(folder) / "readerapp.db"),
                translations=Path(folder) / "translations",
                offline=True,
                voices=("espeak",),
                operator="Region Exempel",
                contact="tillganglighet@region.example",
                pages_per_minute=100_000,
            )
        )
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
            app.extensions["services"].narration.close()


def article(address: str, locale: str, language: str = "", **more: str) -> str:
    """The reader's address of the demo article in a language, that of the interface if none is said."""
    own = language or (locale if locale in ARTICLES else "sv")
    query = urlencode({"url": f"{address}/demo/{own}/{ARTICLES[own]}", **more})
    return f"{address}/{locale}/read?{query}"


def chromium() -> str:
    """The path of the browser."""
    found = shutil.which("chromium")
    if found is None:
        raise SystemExit("Debian's chromium is not installed (apt-get install chromium)")
    return found

"""Styles, scripts and pictures, kept by browsers for ever: their address holds a hash of all of them.

Modules import each other by relative addresses, so one folder with one hash keeps old and new ones apart: after an
upgrade a page either has all of the old ones or all of the new ones.
"""

import hashlib
from pathlib import Path
from typing import Final

from flask import Flask, Response, send_from_directory

from .bundle import bundle, sheet

FOLDER: Final = Path(__file__).parent / "static"
BUNDLES: Final = {
    "text/javascript": ("js/page.js", "js/read.js"),
    "text/css": ("css/base.css", "css/read.css", "css/text.css"),
}
"""Modules and style sheets that are sent with all that they import."""
FOR_EVER: Final = "public, max-age=31536000, immutable"


def tree_hash(folder: Path = FOLDER) -> str:
    """A hash of the names and contents of all files."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()[:16]


def install(app: Flask) -> None:
    """Serve them at /static/<hash>/…, the place that `url_for("static", filename=…)` gives."""
    join = {"text/javascript": bundle, "text/css": sheet}
    bundles = {name: (join[kind](FOLDER / name), kind) for kind, names in BUNDLES.items() for name in names}

    def static(filename: str) -> Response:
        body, kind = bundles.get(filename, (None, None))
        response = send_from_directory(FOLDER, filename) if body is None else Response(body, mimetype=kind)
        response.headers["Cache-Control"] = FOR_EVER
        return response

    app.add_url_rule(f"/static/{tree_hash()}/<path:filename>", endpoint="static", view_func=static)

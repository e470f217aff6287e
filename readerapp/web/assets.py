"""Styles, scripts and pictures, kept by browsers for ever: their address holds a hash of all of them.

Modules import each other by relative addresses, so one folder with one hash keeps old and new ones apart: after an
upgrade a page either has all of the old ones or all of the new ones.
"""

import hashlib
from pathlib import Path
from typing import Final

from flask import Flask, Response, send_from_directory

from .bundle import bundle

_SCRIPT: Final = "text/javascript"
FOLDER: Final = Path(__file__).parent / "static"
BUNDLES: Final = ("js/read.js",)
"""Modules that are sent with all that they import."""
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
    bundles = {name: bundle(FOLDER / name) for name in BUNDLES}

    def static(filename: str) -> Response:
        script = bundles.get(filename)
        response = send_from_directory(FOLDER, filename) if script is None else Response(script, mimetype=_SCRIPT)
        response.headers["Cache-Control"] = FOR_EVER
        return response

    app.add_url_rule(f"/static/{tree_hash()}/<path:filename>", endpoint="static", view_func=static)

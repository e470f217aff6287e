"""Debian's nginx in front of a running service, set up as docs/serving.md shows it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.serving.running import Serve, free_port

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
DOCUMENT = Path(__file__).parents[2] / "docs" / "serving.md"


def examples() -> list[str]:
    """The page's examples: the whole, and the server of a site of which the service is a part."""
    return re.findall(r"```nginx\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)


@contextmanager
def nginx(inner: Serve, folder: Path, path: str = "") -> Iterator[Serve]:
    """nginx in front of it, seen as another service; under a path as a part of another site."""
    if not Path(NGINX).exists():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("Debian's nginx is not installed")
    port = free_port()
    whole, part = examples()
    example = whole.partition("server {\n    listen")[0] + part if path else whole
    for told, here in {
        "127.0.0.1:8000": f"127.0.0.1:{inner.port}",
        "listen 8080": f"listen 127.0.0.1:{port}",
        "server_name www.example.se" if path else "server_name lyssna.example.se": "server_name 127.0.0.1",
        "/srv/readerapp/audio_cache/": f"{folder / 'cache'}/",
    }.items():
        assert told in example
        example = example.replace(told, here)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{name}_temp_path {folder}/{name};" for name in kinds)
    file = folder / "nginx.conf"
    file.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off; {places}\n{example}\n}}\n",
        "utf-8",
    )
    running = subprocess.Popen([NGINX, "-p", folder, "-e", folder / "error.log", "-c", file, "-g", "user root;"])
    outer = Serve(running, port, folder / "error.log", path=path)
    try:
        outer.ready()
        yield outer
    finally:
        running.terminate()
        running.wait(30)
        for client in outer.held:
            client.close()

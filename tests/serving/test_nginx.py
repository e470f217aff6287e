"""The example of docs/serving.md under Debian's nginx: everything works, and finished sound passes by Python."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.serving.running import Serve, Start

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
EXAMPLE = Path(__file__).parents[2] / "docs" / "serving.md"


@pytest.fixture
def behind(start: Start, origin: str, tmp_path: Path) -> Iterator[tuple[Serve, Serve]]:
    """The service as the page says, and nginx in front of it, seen as another one."""
    if not Path(NGINX).exists():
        pytest.skip("no nginx on this machine")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    inner = start(processes=1, proxies=1, hosts="127.0.0.1", accel="/kept/")
    (example,) = re.findall(r"```nginx\n(.*?)```", EXAMPLE.read_text("utf-8"), re.DOTALL)
    assert "tcp_nopush off;" in example, "on, it holds each range back for 44 ms"
    for told, here in {
        "127.0.0.1:8000": f"127.0.0.1:{inner.port}",
        "listen 8080": f"listen 127.0.0.1:{port}",
        "server_name lyssna.example.se": "server_name 127.0.0.1",
        "/srv/readerapp/audio_cache/": f"{tmp_path / 'cache'}/",
    }.items():
        assert told in example
        example = example.replace(told, here)
    file = tmp_path / "nginx.conf"
    places = "".join(
        f"{name}_temp_path {tmp_path}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file.write_text(
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}}\n"
        f"http {{ access_log off; {places}\n{example}\n}}\n",
        "utf-8",
    )
    command = [NGINX, "-p", str(tmp_path), "-e", f"{tmp_path}/error.log", "-c", str(file), "-g", "user root;"]
    running = subprocess.Popen(command)
    outer = Serve(running, port, tmp_path / "error.log")
    try:
        outer.ready()
        yield inner, outer
    finally:
        running.terminate()
        running.wait(30)
        for client in outer.held:
            client.close()


@pytest.mark.timeout(180)
def test_the_example_works(behind: tuple[Serve, Serve], origin: str) -> None:
    """Pages, growing and finished sound, ranges, and who is believed about names."""
    inner, outer = behind
    status, page, headers = outer.ask(f"/sv/read?url={quote(f'{origin}/25', safe='')}")
    assert status == 200
    assert len(headers["X-Request-ID"]) == 32, "nginx's own number, which stands in both logs"
    found = re.search(rb"/audio/[0-9a-f]{64}\.mp3", page)
    assert found
    path = found[0].decode()
    growing = outer.ask(path)
    assert growing[0] == 200
    end = time.monotonic() + 100
    while "X-Accel-Redirect" not in inner.ask(path)[2]:
        assert time.monotonic() < end
        time.sleep(0.2)
    status, whole, headers = outer.ask(path)
    assert (status, len(whole), headers["Accept-Ranges"]) == (200, len(growing[1]), "bytes")
    assert "immutable" in headers["Cache-Control"]
    assert headers["Content-Type"] == "audio/mpeg"
    status, part, headers = outer.ask(path, {"Range": "bytes=100-199"})
    assert (status, part) == (206, whole[100:200])
    assert inner.ask(path)[1] == b"", "the file passes by Python"
    assert outer.ask("/kept/recordings/")[0] == 404, "nobody is sent there but by the service"
    lying = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-Prefix": "/evil"}
    told = outer.ask("/sv/", lying)[1].decode()
    assert "evil" not in told
    assert "https" not in told

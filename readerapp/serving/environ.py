"""What a WSGI application is told of a request, made from what an ASGI server tells of it."""

import io
import sys
import time
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import unquote_to_bytes

LATER: Final = "readerapp.later"
"""Where the application may put an asynchronous generator of the answer's body; a list, empty at first."""
AWAITED: Final = "readerapp.awaited"
"""Where the application may put a future, in a list, empty at first: its answer is thrown away, and it is called anew
when the future is done or has been waited for long enough. It then finds the same list with the same future in it."""
AGAIN: Final = "readerapp.again"
"""Whether it is called anew."""
BEGAN: Final = "readerapp.began"
"""When the request was whole, by `time.perf_counter`."""
REFUSED: Final = "readerapp.refused"
"""The HTTP status with which the application is to refuse a request whose body the server did not take."""


def environ(scope: Mapping[str, Any], body: bytes) -> dict[str, Any]:
    """The variables of PEP 3333. Nothing in them is believed because a header says so."""
    server, client = scope.get("server") or ("", None), scope.get("client") or ("", None)
    path = unquote_to_bytes(scope.get("raw_path") or scope["path"].encode())
    variables: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": path.decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or ""),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": client[0],
        "REMOTE_PORT": str(client[1] or ""),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.input_terminated": True,
        LATER: [],
        AWAITED: [],
        BEGAN: time.perf_counter(),
    }
    variables.update(_headers(scope["headers"]))
    return variables


def _headers(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """The headers by their names as variables. One with an underscore could pass for another one, so it is dropped."""
    values: dict[str, str] = {}
    for name, value in headers:
        if b"_" in name:
            continue
        variable = name.decode("latin-1").upper().replace("-", "_")
        variable = variable if variable in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{variable}"
        text = value.decode("latin-1")
        if variable in values:
            text = values[variable] + ("; " if variable == "HTTP_COOKIE" else ",") + text
        values[variable] = text
    return values

"""Servers of the tests' own on loopback: there while a test needs them, gone at once after it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import BaseServer

_LOOK_S = 0.02
"""How often a server looks whether it is to end; left alone it does so twice a second, and every test waits for it."""


@contextmanager
def listening(server: BaseServer) -> Iterator[None]:
    """The server answers meanwhile, in a thread of its own."""
    thread = threading.Thread(target=server.serve_forever, args=(_LOOK_S,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

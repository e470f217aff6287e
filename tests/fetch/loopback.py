"""A server on loopback: what it says is a script, what it heard is kept."""

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from readerapp.fetch import Policy

Script = Callable[[socket.socket, bytes], None]
"""What to do with a connection once the head of the request has been read."""


@dataclass
class Server:
    """A listening socket on 127.0.0.1 and the heads of the requests that came."""

    port: int
    heard: list[bytes] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Its first page."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def policy(self) -> Policy:
        """The permission to read it, and nothing else that is private."""
        return Policy(private=frozenset({("127.0.0.1", self.port)}))


def listen(script: Script) -> tuple[socket.socket, Server]:
    """Start a server that runs the script for each connection, each in a thread of its own."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(listening.getsockname()[1])
    threading.Thread(target=_accept, args=(listening, script, server), daemon=True).start()
    return listening, server


def _accept(listening: socket.socket, script: Script, server: Server) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_converse, args=(connection, script, server), daemon=True).start()


def _converse(connection: socket.socket, script: Script, server: Server) -> None:
    with connection:
        head = b""
        try:
            while b"\r\n\r\n" not in head:
                piece = connection.recv(4096)
                if not piece:
                    return
                head += piece
            server.heard.append(head)
            script(connection, head)
        except OSError:
            return  # the client has gone, which is what many of the tests want

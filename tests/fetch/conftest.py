"""Servers on loopback as fixtures; they stop with the test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.fetch.loopback import Script, Server, listen


@pytest.fixture
def serve() -> Iterator[Callable[[Script], Server]]:
    """Start a server that runs the script for each connection."""
    with ExitStack() as stack:

        def start(script: Script) -> Server:
            listening, server = listen(script)
            stack.enter_context(listening)
            return server

        yield start


@pytest.fixture
def answer(serve: Callable[[Script], Server]) -> Callable[[bytes], Server]:
    """Start a server that gives one answer to everything and closes."""
    return lambda reply: serve(lambda connection, _: connection.sendall(reply))

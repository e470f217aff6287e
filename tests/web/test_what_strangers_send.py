"""What a stranger's request holds costs in proportion to its size, wherever in the request it stands."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.growth import LINEAR, exponent

SIZE = 15_000
"""Bytes of the smaller request; servers in front pass on 60,000 at most."""
GIVEN: dict[str, Callable[[int], dict[str, Any]]] = {
    "a long value": lambda n: {"path": "/sv/read?url=" + "a" * n},
    "many arguments": lambda n: {"path": "/sv/?" + "&".join(f"a{i}=1" for i in range(n // 6))},
    "many languages": lambda n: {"headers": {"Accept-Language": ",".join(f"s{i};q=0.{i % 10}" for i in range(n // 9))}},
    "one long language": lambda n: {"headers": {"Accept-Language": "sv-" * (n // 3)}},
    "many cookies": lambda n: {"headers": {"Cookie": "; ".join(f"a{i}=b" for i in range(n // 8))}},
    "a quoted cookie": lambda n: {"headers": {"Cookie": 'a="' + '\\"' * (n // 2) + '"'}},
    "many kinds": lambda n: {"path": "/sv/nothing", "headers": {"Accept": ",".join(["a/b;q=0.1"] * (n // 9))}},
    "many encodings": lambda n: {"headers": {"Accept-Encoding": "x," * (n // 2)}},
    "a long host": lambda n: {"headers": {"Host": "a." * (n // 2)}},
    "many ranges": lambda n: {"path": "/robots.txt", "headers": {"Range": "bytes=" + ",".join(["0-1"] * (n // 4))}},
    "many versions": lambda n: {"headers": {"If-None-Match": '"a",' * (n // 4)}},
    "many proxies": lambda n: {"headers": {"X-Forwarded-For": "1.2.3.4," * (n // 8)}},
    "a word of signs": lambda n: {"path": "/sv/report", "method": "POST", "data": {"key": "a" * 64, "word": "…" * n}},
}


@pytest.mark.parametrize("name", GIVEN)
def test_a_request_costs_what_its_size_asks_for(client: FlaskClient, name: str) -> None:
    """Four times as much costs no more than four times the processor's time."""
    assert exponent(lambda size: client.open(**{"path": "/sv/", **GIVEN[name](size)}), SIZE) < LINEAR

"""What `readerapp serve` tells the operator before it serves."""

from typing import Any

import pytest

from readerapp.cli import serve
from readerapp.settings import Settings


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"host": "127.0.0.1"}, False),
        ({"host": "0.0.0.0"}, True),
        ({"host": "127.0.0.1", "proxies": 1}, True),
        ({"host": "0.0.0.0", "operator": "Region Norr"}, True),
        ({"host": "0.0.0.0", "operator": "Region Norr", "contact": "hej@example.se"}, False),
    ],
)
def test_a_service_for_others_owes_them_a_name(
    capsys: pytest.CaptureFixture[str], given: dict[str, Any], *, told: bool
) -> None:
    """Where others reach it, an operator who is not named, or cannot be written to, is asked to be."""
    serve._tell_of_the_nameless(Settings(**given))
    assert ("READERAPP_CONTACT" in capsys.readouterr().err) is told

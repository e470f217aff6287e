"""What is known of a site, learnt from its pages, shown and forgotten by command."""

import pytest

from tests.cli.conftest import Run
from tests.listening import listening
from tests.narration.test_learning import Village, html


def test_a_site_is_learnt_shown_and_forgotten(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page is named as it is read, the table counts them, and after forgetting nothing is known."""
    village = Village()
    village.pages = {
        "/": (200, html("broar", "<a href='/skolor'>Skolor</a>")),
        "/skolor": (200, html("skolor", "<a href='/'>Broar</a>")),
    }
    monkeypatch.setenv("READERAPP_PRIVATE_HOSTS", f"127.0.0.1:{village.port}")
    with listening(village.server):
        code, out, told = run("site", "learn", village.at("/"))
    assert code == 0, told
    assert told.splitlines()[1].endswith("/skolor")
    assert b"pages 2, stretches of text on several of them 1" in out
    host = f"127.0.0.1:{village.port}"
    lines = run("site", "show", host)[1].decode().splitlines()
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in lines if "│" in line]
    assert [(page, stretches, shared) for page, _, stretches, shared in rows] == [
        ("/", "4", "1"),
        ("/skolor", "4", "1"),
    ]
    assert run("site", "forget", host)[1].decode() == f"“{host}” is forgotten.\n"
    assert run("site", "forget", host)[1].decode() == f"Nothing is known of “{host}”.\n"


def test_a_site_that_nobody_knows_is_told(run: Run) -> None:
    """In words, not with an empty table."""
    assert run("site", "show", "www.eksta.se") == (0, "Nothing is known of “www.eksta.se”.\n".encode(), "")

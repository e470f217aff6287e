"""From the page of the house to the code in two hops: what it points to is there, and is what runs."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from flask import Flask
from flask.testing import FlaskClient

from readerapp import speech
from readerapp.errors import EngineBusy
from tests.web.conftest import HTML, article

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "architecture.md"
HOP = re.compile(r"\[([^\]]+)\]\(([^)]+)\)(?: `([^`]+)`)?")


def rows() -> dict[str, list[tuple[Path, str]]]:
    """For each question of the page, the files that it leads to, and what to look for in them."""
    section = PAGE.read_text("utf-8").partition("## Where is …?\n")[2].partition("\n## ")[0]
    cells = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ") and "](" in line]
    return {
        question: [((PAGE.parent / link).resolve(), name) for cell in hops for _, link, name in HOP.findall(cell)]
        for question, *hops in cells
    }


Address = Callable[..., str]
ROWS = rows()


@pytest.mark.parametrize("question", ROWS)
def test_a_stranger_finds_the_place_in_two_hops(question: str) -> None:
    """Each answer leads to two files at least, and what is named beside a file is defined in it."""
    assert len(ROWS[question]) >= 2
    for file, name in ROWS[question]:
        assert name, file
        begins = rf"(?:export )?(?:async )?(?:def|class|function) {name}\b"
        defined = rf"(?m)^\s*(?:{begins}|{name}(?:: [^=\n]+)? =|{name}\([^)]*\) \{{)"
        assert re.search(defined, file.read_text("utf-8")), f"{file} {name}"


@contextmanager
def watched() -> Iterator[set[tuple[Path, str]]]:
    """The functions of the package that run meanwhile in this thread, by file and name."""
    seen: set[tuple[Path, str]] = set()

    def look(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and "readerapp" in frame.f_code.co_filename:
            seen.add((Path(frame.f_code.co_filename), frame.f_code.co_name))

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        yield seen
    finally:
        sys.setprofile(before)


def first_sentence(client: FlaskClient, address: str) -> str:
    """The address of a page's first sentence."""
    recording = re.search(r"/audio/[0-9a-f]{64}", client.get(address).text)
    assert recording
    return f"{recording[0]}/0.mp3"


def test_what_the_page_points_to_is_what_runs(app: Flask, client: FlaskClient, reading: Address, site) -> None:
    """A chapter of law that is read, a sentence that is asked for and a voice that fails go through those functions."""
    with watched() as seen:
        assert speech.normalize("Enligt 17 kap. miljöbalken", "sv") == "Enligt sjuttonde kapitlet miljöbalken"
    assert ROWS["“17 kap.” becomes words"][1] in seen
    place = first_sentence(client, reading("/good"))
    with watched() as seen:
        assert client.get(place).mimetype == "audio/mpeg"
    assert ROWS["a click on a sentence becomes sound"][1] in seen

    def broken(*_: object) -> None:
        raise EngineBusy(reason="broken")

    site.answers["/other"] = (200, HTML, article(title="Ett annat möte").encode())
    place = first_sentence(client, reading("/other"))
    app.extensions["services"].dependencies.voices.speak = broken
    with watched() as seen:
        answer = client.get(place)
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert ROWS["a voice's failure becomes a message"][1] in seen
    kind, name = ROWS["a voice's failure becomes a message"][0]
    assert EngineBusy.__mro__[1].__name__ == name
    assert Path(sys.modules[EngineBusy.__module__].__file__) == kind


def test_a_click_on_a_sentence_asks_for_its_number() -> None:
    """The player's end of it: the element that bears the number, and playing from there."""
    (script, name), *_ = ROWS["a click on a sentence becomes sound"]
    body = script.read_text("utf-8").partition(f"function {name}(event) {{")[2].partition("\n}\n")[0]
    assert 'closest("[data-n]")' in body
    assert "dataset.n" in body

"""An installation's own folder of translations through an upgrade."""

from pathlib import Path

import pytest

from readerapp.catalogs import begin, extract, merge, path, progress, read, template_path, update
from tests.catalogs.editing import edited


@pytest.fixture
def shipped(program: Path, directory: Path) -> Path:
    """What the product comes with, half translated."""
    extract(program, template_path(directory))
    update(directory)
    say(directory, "sv", {"Title": "Rubrik", "Listen to the page": "Lyssna på sidan", "Open": "Öppna"})
    return directory


def say(directory: Path, language: str, texts: dict[str, str]) -> None:
    with edited(path(directory, language), language) as catalog:
        for message in catalog:
            if message.id in texts:
                message.string = texts[message.id]


def said(directory: Path, language: str = "sv") -> dict[object, object]:
    return {message.id: message.string for message in read(path(directory, language), language) if message.id}


def test_a_new_folder_begins_with_the_shipped_ones(shipped: Path, tmp_path: Path) -> None:
    """Every catalogue is there, and merging again does nothing."""
    own = tmp_path / "own" / "translations"
    assert {merged.language for merged in merge(shipped, own)} == {"sv", "ru", "en"}
    assert said(own) == said(shipped)
    assert merge(shipped, own) == ()
    assert merge(shipped, shipped) == ()


def test_an_upgrade_takes_what_nobody_changed_here(shipped: Path, tmp_path: Path, program: Path) -> None:
    """Own work stays, new texts and bettered ones come, and what both changed is told."""
    own = tmp_path / "own"
    merge(shipped, own)
    begin(own, "fi")
    say(own, "sv", {"Title": "Namn", "Hello, %(name)s!": "Hej på dig, %(name)s!"})
    (program / "more.py").write_text('from .i18n import N_\nN_("A new text")')
    extract(program, template_path(shipped))
    update(shipped)
    say(shipped, "sv", {"Title": "Överskrift", "Open": "Öppna menyn", "A new text": "En ny text"})
    swedish = merge(shipped, own)[0]
    assert (swedish.taken, swedish.differing) == (2, ("Title",))
    now = said(own)
    assert now["Title"] == "Namn"
    assert now["Hello, %(name)s!"] == "Hej på dig, %(name)s!"
    assert now["Open"] == "Öppna menyn"
    assert now["A new text"] == "En ny text"
    assert progress(own, "fi").total == progress(own, "sv").total == 7
    assert merge(shipped, own) == ()

"""What a recording keeps beside its sound: the article that it says, with its structure, and no page for it."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from readerapp.errors import RecordingUnknown
from readerapp.fetch import from_bytes
from readerapp.model import Document
from readerapp.narration.dependencies import Dependencies
from readerapp.narration.request import NarrationRequest
from readerapp.narration.service import NarrationService
from readerapp.narration.views import Finished
from readerapp.store.kinds import ARTICLES, PAGES, PLANS, PREPARED
from tests.hummer import Hummer, parts_with

ADDRESS = "https://a.se/moten"
Service = Callable[[Dependencies], NarrationService]


@pytest.fixture
def service() -> Iterator[Service]:
    made: list[NarrationService] = []

    def make(parts: Dependencies) -> NarrationService:
        made.append(NarrationService(parts, 1))
        return made[-1]

    yield make
    for each in made:
        each.close()


def page() -> Document:
    paragraph = "<p>Kommunen och grannlänet har arbetat tillsammans i sju år. Mötet samlade tjugo deltagare.</p>"
    more = f"<h2>Nyköping</h2>{paragraph}<ul><li>kaffe<li>te</ul><h2>Kiruna</h2>{paragraph}"
    body = f"<h1>Möten i vår</h1>{paragraph}{more}"
    html = f"<html lang=sv><title>Möten i vår</title><main><article>{body}</article></main>"
    return from_bytes(html.encode(), address=ADDRESS, content_type="text/html; charset=utf-8")


def heard(service: NarrationService) -> str:
    """The key of the page's recording, finished."""
    opened = service.open(NarrationRequest(document=page()))
    for number in range(len(opened.script.utterances)):
        service.sentence(opened.key, number)
    assert isinstance(service.sound(opened.key), Finished)
    return opened.key


def forget_all_but_what_is_heard(parts: Dependencies) -> None:
    for entry in list(parts.store.entries()):
        if entry.room in {PAGES.room, PREPARED.room, "sites"}:
            parts.store.objects.drop(entry)


def test_a_recording_knows_its_article_without_its_page(tmp_path: Path, service: Service) -> None:
    """After a restart, page and what was prepared gone: blocks, levels, lists, chapters and their times."""
    key = heard(first := service(parts_with(tmp_path, Hummer())))
    article, parts = first.article(key), parts_with(tmp_path, Hummer())
    forget_all_but_what_is_heard(parts)
    again = service(parts)
    assert again.article(key) == article
    assert [b.kind for b in article.blocks] == ["paragraph", "heading", *["paragraph"] * 3, "heading", "paragraph"]
    assert article.tree.roots[0].container.kind == "ul"
    chapters = again.chapters(key)
    assert [(part.title, part.level) for part in chapters] == [("Möten i vår", 1), ("Nyköping", 2), ("Kiruna", 2)]
    recording = again.recording(key)
    assert [part.begin for part in chapters] == [recording.cues[part.n].begin for part in chapters]
    assert [part.finish for part in chapters] == [*(part.begin for part in chapters[1:]), recording.milliseconds]


def test_what_is_not_finished_or_no_longer_kept_has_no_chapters(tmp_path: Path, service: Service) -> None:
    """Both are told as a recording that is not there; opening the page again brings the article back."""
    parts = parts_with(tmp_path, Hummer())
    here = service(parts)
    key = here.open(NarrationRequest(document=page())).key
    assert here.article(key).title == "Möten i vår"
    for ask in (here.chapters, here.captions):
        with pytest.raises(RecordingUnknown):
            ask(key)
    parts.store.forget(ARTICLES, key)
    with pytest.raises(RecordingUnknown):
        here.article(key)
    here.open(NarrationRequest(document=page()))
    assert here.article(key).title == "Möten i vår"


def test_the_article_stays_as_long_as_it_is_heard(tmp_path: Path, service: Service) -> None:
    """Hearing a finished recording counts for its plan and its article too, so that pruning takes them together."""
    parts = parts_with(tmp_path, Hummer())
    here = service(parts)
    key, before = heard(here), time.time() - 1000
    for file in tmp_path.rglob(f"{key}.*"):
        os.utime(file, (before, before))
    here.finished(key)
    used = {Path(entry.name).suffix: entry.used for entry in parts.store.entries(PLANS) if entry.name.startswith(key)}
    assert used[".plan"] > before + 500
    assert used[".article"] > before + 500
    parts.store.pruning.prune(limit=0)
    assert parts.store.article(key) is None

"""Our own pages: every expected line of the article, in order, with its structure, and nothing else."""

import json
from pathlib import Path

import pytest

from tests.extract.pages_form import described

PAGES = sorted((Path(__file__).parent.parent / "pages").glob("*.json"))


@pytest.mark.parametrize("expected", PAGES, ids=lambda path: path.stem)
def test_page_gives_its_article(expected: Path) -> None:
    """The saved page gives exactly the title, language, metadata and blocks that people expect of it."""
    wanted = json.loads(expected.read_text(encoding="utf-8"))
    html = expected.with_suffix(".html").read_bytes().decode(wanted.pop("charset"))
    assert described(html, wanted.pop("address")) == wanted


def test_there_are_enough_pages() -> None:
    """At least forty pages in both languages stand behind the claim."""
    assert len(PAGES) >= 40

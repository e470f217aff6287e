"""The form in which the expected articles of tests/pages are written down."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from readerapp.errors import ReaderError
from readerapp.extract import extract
from readerapp.model import Block, Document

_FETCHED = datetime(2021, 6, 1, tzinfo=UTC)


def page(html: str, address: str, **also: Any) -> Document:
    """A page as the fetch room would give it."""
    return Document.of(html, address, _FETCHED, **also)


def described(html: str, address: str) -> dict[str, Any]:
    """An article as the expected files have it: one line a block."""
    try:
        article = extract(page(html, address))
    except ReaderError as problem:
        return {"error": problem.code}
    return {
        "title": article.title,
        "language": article.language,
        "metadata": msgspec.json.decode(msgspec.json.encode(article.metadata)),
        "blocks": [line(block, article.language) for block in article.blocks],
    }


def line(block: Block, language: str) -> str:
    """`kind [level] [role] [language] [containers]: text`, leaving out what is usual."""
    parts = [
        block.kind,
        str(block.level or ""),
        block.role if block.role != "body" else "",
        block.language if block.language != language else "",
        "/".join(container.kind for container in block.path),
    ]
    return " ".join(part for part in parts if part) + ": " + block.text

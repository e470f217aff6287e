"""The HTML of articles that were shown lately: the same for every visitor with the same interface language."""

import threading
from collections import OrderedDict
from typing import Final

from markupsafe import Markup

from ...narration.views import OpenedPage
from ..locale import current, gettext
from . import markup

LIMIT: Final = 32_000_000
"""Characters of HTML that are at hand."""

Key = tuple[str, str, str, str]


class Rendered:
    """Title and body of each article as HTML. Safe for threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._kept: OrderedDict[Key, tuple[Markup, Markup]] = OrderedDict()
        self._held = 0
        self._lock = threading.Lock()

    def html(self, opened: OpenedPage) -> tuple[Markup, Markup]:
        """Title and body, rendered now or as they were while the article, the script and our words are the same."""
        key = (opened.version, current(), gettext(markup.PICTURE), gettext(markup.TABLE))
        with self._lock:
            if known := self._kept.get(key):
                self._kept.move_to_end(key)
                return known
        title = markup.render_title(opened.article, opened.script)
        body = markup.render(opened.article, opened.script, gettext, current())
        with self._lock:
            if key not in self._kept:
                self._kept[key] = title, body
                self._held += len(title) + len(body)
            while self._held > self._limit and len(self._kept) > 1:
                _, (old_title, old_body) = self._kept.popitem(last=False)
                self._held -= len(old_title) + len(old_body)
        return title, body

"""What was shown lately, so that it is not written anew for everybody who asks for the same."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

LIMIT: Final = 24_000_000
"""Characters that are at hand."""

Text = TypeVar("Text", bound=str)


class Lately(Generic[Text]):
    """Texts by all that decides them, the least recently shown going first. Safe for threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._kept: OrderedDict[Hashable, Text] = OrderedDict()
        self._held = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Text]) -> Text:
        """The text with this key, made now if it is not at hand."""
        with self._lock:
            if (text := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return text
        text = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = text
                self._held += len(text)
            while self._held > self._limit and len(self._kept) > 1:
                self._held -= len(self._kept.popitem(last=False)[1])
        return text

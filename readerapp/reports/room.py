"""Keeps the reports in a store of their own, so that sound that is pruned takes none of them with it.

For editors: `all` lists them, the new ones first; `decide` writes what has become of one.
"""

from datetime import UTC, datetime
from pathlib import PurePath
from typing import Final

import msgspec

from ..store import Kind, Store, content_key
from ..text.cleaning import squeeze
from .report import COMMENT, WORD, Report, State

REPORTS: Final = Kind("reports", "json")
_ORDER: Final[tuple[State, ...]] = ("new", "taken", "declined", "mended")


class Reports:
    """Safe for threads and processes. What is kept is bounded by the store, which gives up the oldest first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def file(self, report: Report) -> Report:
        """Keep a report; one that is known already is counted, and new again if it had been mended.

        `key` is made here, and `word` and `comment` are cut to their lengths. Raises StoreFull, StoreUnwritable.
        """
        word = squeeze(report.word)[:WORD]
        key = content_key(report.language, word.casefold(), report.sentence)
        comment = report.comment.strip()[:COMMENT]
        with self._store.making(key):
            former = self.get(key)
            if former is None:
                entry = msgspec.structs.replace(report, key=key, word=word, comment=comment)
            else:
                entry = msgspec.structs.replace(
                    former,
                    times=former.times + 1,
                    last=report.last,
                    voice=report.voice,
                    comment=comment or former.comment,
                    state="new" if former.state == "mended" else former.state,
                )
            self._store.save(REPORTS, key, entry)
        return entry

    def get(self, key: str) -> Report | None:
        """The report with this key."""
        return self._store.load(REPORTS, key, Report)

    def all(self, state: State | None = None) -> list[Report]:
        """All of them, or those in one state: undecided ones first, then the one that was told last."""
        reports = (self.get(PurePath(entry.name).stem) for entry in list(self._store.entries(REPORTS)))
        choice = [each for each in reports if each and (state is None or each.state == state)]
        return sorted(choice, key=lambda each: (_ORDER.index(each.state), -_seconds(each.last)))

    def decide(self, key: str, state: State, editor: str = "") -> Report | None:
        """Write what has become of a report, and who says so; None where there is no such report."""
        with self._store.making(key):
            former = self.get(key)
            if former is None:
                return None
            now = datetime.now(UTC)
            entry = msgspec.structs.replace(former, state=state, editor=editor, decided=now)
            self._store.save(REPORTS, key, entry)
        return entry


def _seconds(moment: datetime) -> float:
    return moment.timestamp()

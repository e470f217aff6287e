"""The translators' lexicons of this machine, in step with the database."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .. import speech
from ..accounts import Change, Kind
from ..speech import Entry
from ..text.files import locked
from ..text.stamps import stamp
from .agreement import Agreement

if TYPE_CHECKING:
    from ..accounts.edits import Edits


class SharedWords:
    """How words are said, by language. Safe for threads and for processes."""

    def __init__(self, folder: Path, edits: "Edits") -> None:
        self._folder, self._edits = folder, edits

    def save(self, wish: Entry, language: str, mark: str, by: tuple[str, Kind]) -> bool:
        """Say a word so from now on; False where it is said otherwise by now than what its author saw, by the mark.

        `by` is the author, and whether they save or undo. Raises LexiconWrong where the file or the word is faulty,
        FileUnreadable.
        """
        while True:
            outcome = self._save(wish, language, mark, by)
            if outcome is not None:
                return outcome

    def agree(self, language: str) -> None:
        """Bring file and database in step, unless neither has changed since. Raises LexiconWrong, FileUnreadable."""
        agreement = self._of(language)
        while not agreement.stands():
            with self._held():
                if self._in_step(language, agreement) is not None:
                    return

    def file(self, language: str) -> Path:
        """The lexicon of a language."""
        return self._folder / f"{language}.pls"

    def _save(self, wish: Entry, language: str, mark: str, by: tuple[str, Kind]) -> bool | None:
        """None where another machine was quicker."""
        file, agreement = self.file(language), self._of(language)
        with self._held():
            newest = self._in_step(language, agreement)
            if newest is None:
                return None
            now = speech.own(file, wish.grapheme)
            if speech.mark(now) != mark:
                return False
            alteration = _change(language, now, wish)
            if alteration.before_mark == alteration.after_mark:
                return True
            with self._edits.keeping([(alteration, *by)], newest) as keeping:
                if keeping is None:
                    return None
                speech.put(file, wish, language, keeping.commit)
            agreement.note(keeping.number, stamp(file))
            return True

    def _of(self, language: str) -> Agreement:
        return Agreement(self._edits, self.file(language), language, "word")

    @contextmanager
    def _held(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True)
        with locked(self._folder):
            yield

    def _in_step(self, language: str, agreement: Agreement) -> int | None:
        """The number of the last edit that the file has now; None where another machine was quicker."""
        if agreement.stands():
            return self._edits.newest(language, "word")
        view, file = agreement.view(), self.file(language)
        before = stamp(file)
        entries = speech.read(file).entries if file.exists() else ()
        words = {entry.grapheme: entry._replace(line=0) for entry in entries}
        common = {change.msgid: Entry(change.msgid, change.after[0], change.after[1]) for change in view.last.values()}
        edits: list[tuple[Change, str, Kind]] = []
        others: list[Entry] = []
        for word in dict.fromkeys([*words, *common]):
            now, there = words.get(word, Entry(word)), common.get(word, Entry(word))
            verdict = view.verdict(name(word), speech.mark(now), speech.mark(Entry(word)))
            if verdict in {"hand", "clash"}:
                edits.append((_change(language, there, now), "", "outside" if verdict == "hand" else "clash"))
            if verdict in {"take", "clash"}:
                others.append(there)
        newest = view.newest
        if edits:
            with self._edits.keeping(edits, newest) as keeping:
                if keeping is None:
                    return None
                keeping.commit()
                newest = keeping.number
        for there in others:
            speech.put(file, there, language)
        agreement.note(newest, stamp(file) if others else before)
        return newest


def name(word: str) -> str:
    """What a word is called among the edits."""
    return hashlib.sha256(f"word\0{word}".encode("utf-8", "replace")).hexdigest()[:16]


def _change(language: str, before: Entry, after: Entry) -> Change:
    marks = speech.mark(before), speech.mark(after)
    contents = (before.alias, before.phonemes), (after.alias, after.phonemes)
    return Change(language, name(after.grapheme), after.grapheme, *contents, *marks, subject="word")

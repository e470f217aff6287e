"""What a file and the database have to tell each other about one text."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from ..accounts import Change, Edit, Subject
from ..errors import StoreFull
from ..text.files import write_whole
from ..text.stamps import Stamp, stamp

if TYPE_CHECKING:
    from ..accounts.edits import Edits

AGREED: Final = ".agreed"
"""The folder that tells how far this machine's files have come: not what they hold, and safe to lose."""
Verdict = Literal["same", "take", "hand", "clash"]
"""The file has what the database has; it lacks what others did; it was changed by hand; or both."""


class View(NamedTuple):
    """What the database says of the texts or words of one language."""

    newest: int
    """The number of its last edit."""
    last: Mapping[str, Change]
    """The last change of each text."""
    chains: Mapping[str, Sequence[Edit]]
    """What was done to each text since the file was written, or since this machine agreed, whichever is longer ago."""
    agreed: int
    """The last edit that this machine's file had."""

    def verdict(self, name: str, now: str, before: str | None) -> Verdict:
        """What to do about a text that the file has with the mark `now`; `before` is what it began with, if known."""
        if now == (self.last[name].after_mark if name in self.last else before or now):
            return "same"
        chain = self.chains.get(name, ())
        others = any(edit.id > self.agreed or edit.kind != "outside" for edit in chain)
        if not others:
            return "hand"
        marks = {mark for edit in chain for mark in (edit.change.before_mark, edit.change.after_mark)}
        return "take" if now in marks | {before} else "clash"


class Agreement:
    """How far the file of one language has come, and what the database has beyond it."""

    def __init__(self, edits: "Edits", file: Path, language: str, subject: Subject) -> None:
        self._edits, self._file, self._language, self._subject = edits, file, language, subject
        folder = file.parents[2] if subject == "text" else file.parent
        self._note = folder / AGREED / f"{language}.{subject}"

    def stands(self) -> bool:
        """Whether neither the file nor the database is another than when they were last in step."""
        newest = self._edits.newest(self._language, self._subject)
        return self._read() == self._told(newest, stamp(self._file))

    def note(self, edit: int, file: Stamp | None) -> None:
        """The file, as it was then, has all up to an edit. Where that cannot be noted, it is found out again."""
        place = self._told(edit, file)
        with suppress(OSError, StoreFull):
            if self._read() != place:
                write_whole(self._note, [place.encode()], durable=False)

    def forget(self) -> None:
        """The file is another one, that has nothing of the database."""
        self._note.unlink(missing_ok=True)

    def view(self, place: str = "") -> View:
        """What the database says; `place` is what the file itself tells of the edits that it has."""
        newest = self._edits.newest(self._language, self._subject)
        mine, of_file = self._number(self._read().partition(" ")[0]), self._number(place)
        common = of_file if mine is None else mine
        since = min(each for each in (common or 0, of_file, newest) if each is not None)
        chains: dict[str, list[Edit]] = {}
        for edit in self._edits.since(self._language, self._subject, since):
            chains.setdefault(edit.change.text, []).append(edit)
        return View(newest, self._edits.last(self._language, self._subject), chains, common or 0)

    def place(self, edit: int) -> str:
        """What a file tells of the edits that it has: which database, and the number of the last."""
        return f"{self._edits.name}/{edit}"

    def _told(self, edit: int, file: Stamp | None) -> str:
        return f"{self.place(edit)} {file}"

    def _number(self, place: str) -> int | None:
        """The number that was told, if it is one of this database."""
        name, _, digits = place.partition("/")
        return int(digits) if name == self._edits.name and digits.isascii() and digits.isdecimal() else None

    def _read(self) -> str:
        try:
            return self._note.read_text("ascii", "replace")
        except FileNotFoundError:
            return ""

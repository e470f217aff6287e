"""The catalogues of this machine, in step with the database."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from babel.messages.catalog import Catalog, Message

from .. import catalogs
from ..accounts import Change, Kind
from ..catalogs import MET, Clash, Draft, Refused, Saved, Wish
from .agreement import Agreement, View

if TYPE_CHECKING:
    from ..accounts.edits import Edits

BROKEN: Final = ".broken"
"""What is put behind the name of a file that was made anew."""
NewEdits = list[tuple[Change, str, Kind]]


class SharedTexts:
    """The texts of every language. Safe for threads and for processes."""

    def __init__(self, folder: Path, edits: "Edits") -> None:
        self._folder, self._edits = folder, edits

    def save(self, wish: Wish, author: str, kind: Kind) -> Saved | Clash | Refused:
        """Write a translation, here and in the database. Raises TextUnknown, and what `read` raises."""
        while True:
            outcome = self._save(wish, author, kind)
            if outcome is not None:
                return outcome

    def agree(self, language: str) -> None:
        """Bring file and database in step, unless neither has changed since. Raises what `read` raises."""
        file, agreement = self._of(language)
        while not agreement.stands():
            with catalogs.held(file, language) as draft:
                if self._in_step(draft, language, agreement) is not None:
                    return

    def remake(self, language: str) -> None:
        """Make a broken file anew from what is shipped and all edits; the broken one is kept beside it."""
        catalogs.remake(self._folder, language, BROKEN)
        self._of(language)[1].forget()
        self.agree(language)

    def _save(self, wish: Wish, author: str, kind: Kind) -> Saved | Clash | Refused | None:
        """None where another machine was quicker."""
        file, agreement = self._of(wish.language)
        with catalogs.held(file, wish.language) as draft:
            newest = self._in_step(draft, wish.language, agreement)
            if newest is None:
                return None
            outcome = catalogs.change(draft.catalog, wish)
            if not isinstance(outcome, Saved) or outcome.before.mark == outcome.after.mark:
                return outcome
            before, after = outcome
            marks = before.mark, after.mark
            alteration = Change(wish.language, wish.key, after.ids[0], before.forms, after.forms, *marks)
            with self._edits.keeping([(alteration, author, kind)], newest) as keeping:
                if keeping is None:
                    return None
                draft.write(author, agreement.place(keeping.number), keeping.commit)
            agreement.note(keeping.number, draft.stamp)
            return outcome

    def _of(self, language: str) -> tuple[Path, Agreement]:
        file = catalogs.path(self._folder, language)
        return file, Agreement(self._edits, file, language, "text")

    def _in_step(self, draft: Draft, language: str, agreement: Agreement) -> int | None:
        """The number of the last edit that the file has now; None where another machine was quicker."""
        if agreement.stands():
            return self._edits.newest(language, "text")
        view = agreement.view(draft.place)
        comparison = _Comparison(language, draft.catalog, self._begun(language), view)
        edits: NewEdits = []
        authors = [comparison.settle(message, edits) for message in draft.catalog if message.id]
        author = next((each for each in authors if each), "")
        newest = view.newest
        if edits:
            with self._edits.keeping(edits, newest) as keeping:
                if keeping is None:
                    return None
                newest = keeping.number
                _write(draft, author, agreement.place(newest), keeping.commit)
        else:
            _write(draft, author, agreement.place(newest))
        agreement.note(newest, draft.stamp)
        return newest

    def _begun(self, language: str) -> Catalog | None:
        """What every machine began with: what is shipped, or nothing; None where that folder is this very one."""
        original = catalogs.path(self._folder / MET, language)
        if original.exists():
            return catalogs.read(original, language)
        return Catalog(locale=catalogs.locale_of(language)) if (self._folder / MET).is_dir() else None


class _Comparison(NamedTuple):
    """What is known of a language while its file is brought in step."""

    language: str
    catalog: Catalog
    begun: Catalog | None
    view: View

    def settle(self, message: Message, edits: NewEdits) -> str:
        """Have a text say what it must, and put with `edits` what the database lacks; whose it is, if it is changed."""
        name, every = catalogs.key(message), catalogs.padded(message, self.catalog)
        now = Wording(every, catalogs.mark(every, review=message.fuzzy))
        start = self._start(message, every)
        verdict = self.view.verdict(name, now.mark, start.mark if start else None)
        last = self.view.last.get(name)
        if verdict in {"hand", "clash"}:
            before = Wording(last.after, last.after_mark) if last else start or now
            alteration = Change(
                self.language, name, catalogs.ids(message)[0], before.forms, now.forms, before.mark, now.mark
            )
            edits.append((alteration, "", "outside" if verdict == "hand" else "clash"))
        if last is None or verdict not in {"take", "clash"}:
            return ""
        review = last.after_mark == catalogs.mark(last.after, review=True)
        catalogs.put(message, (*last.after, *[""] * len(every))[: len(every)], review=review)
        return next((edit.author for edit in reversed(self.view.chains[name]) if edit.author), "readerapp")

    def _start(self, message: Message, every: tuple[str, ...]) -> "Wording | None":
        """What a text said before anybody changed it, if that is known."""
        if self.begun is None:
            return None
        there = self.begun.get(message.id, message.context)
        if there and there.pluralizable == message.pluralizable:
            forms = catalogs.padded(there, self.begun)
            return Wording(forms, catalogs.mark(forms, review=there.fuzzy))
        if len(self.begun):  # a text that is no longer shipped
            return None
        return Wording(("",) * len(every), catalogs.mark([""] * len(every), review=False))


class Wording(NamedTuple):
    """What a text says."""

    forms: tuple[str, ...]
    mark: str


def _write(draft: Draft, author: str, place: str, ready: Callable[[], None] = lambda: None) -> None:
    """Where something was taken; a file that only was changed by hand stays as its owner laid it out."""
    if author:
        draft.write(author, place, ready)
    else:
        ready()

"""A folder of translations of one's own: begun with the shipped catalogues, and brought up to date by an upgrade.

What was shipped when the two last met is kept beside, so that it is known who changed a text since: what only the
upgrade changed is taken, what only the translators changed is kept, and where both did theirs stays and is told.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from babel.messages.catalog import Catalog, Message

from ..languages import SHIPPED
from ..text.files import locked, write_whole
from .extraction import begin, update
from .faults import forms, ids
from .files import read, save, signed
from .layout import locale_of, path, template_path

MET: Final = ".shipped"
"""The folder inside for what was shipped last."""


class Merged(NamedTuple):
    """What an upgrade did to one catalogue."""

    language: str
    taken: int
    """Texts that are now as they are shipped."""
    differing: tuple[str, ...]
    """Msgids whose translation both sides changed; the installation's own stands."""


def merge(original: Path, own: Path) -> tuple[Merged, ...]:
    """Bring an own folder in step with the shipped one; what was done to each catalogue, nothing if it was in step.

    Raises what `read` raises, OSError.
    """
    if own.exists() and own.samefile(original):
        return ()
    own.mkdir(parents=True, exist_ok=True)
    with locked(own):
        if _met(original, own):
            return ()
        write_whole(template_path(own), [template_path(original).read_bytes()])
        merges = tuple(_merge(original, own, language) for language in SHIPPED)
        update(own)
        for source in _files(original):
            write_whole(own / MET / source.relative_to(original), [source.read_bytes()])
    return merges


def remake(own: Path, language: str, aside: str) -> None:
    """Begin a catalogue anew with what is shipped, or empty; the one that was there is kept beside it."""
    file, original = path(own, language), path(own / MET, language)
    with locked(file.parent):
        if file.exists():
            file.replace(file.with_name(file.name + aside))
        if original.exists():
            write_whole(file, [original.read_bytes()])
    begin(own, language)


def _files(folder: Path) -> list[Path]:
    return [template_path(folder), *(path(folder, language) for language in SHIPPED)]


def _met(original: Path, own: Path) -> bool:
    """Whether this very version was merged already."""
    pairs = zip(_files(original), _files(own / MET), strict=True)
    return all(copy.exists() and copy.read_bytes() == source.read_bytes() for source, copy in pairs)


def _merge(original: Path, own: Path, language: str) -> Merged:
    target, source = path(own, language), path(original, language)
    fresh = read(source, language)
    if not target.exists():
        write_whole(target, [source.read_bytes()])
        return Merged(language, sum(1 for message in fresh if message.id), ())
    with locked(target.parent):
        return _merge_into(target, path(own / MET, language), fresh, language)


def _merge_into(target: Path, base: Path, fresh: Catalog, language: str) -> Merged:
    before = read(base, language) if base.exists() else Catalog(locale=locale_of(language))
    mine = read(target, language)
    changes = list(_changes(fresh, before, mine))
    for message, theirs, _ in changes:
        _put(mine, message, theirs)
    news = [message for message, theirs, _ in changes if theirs is not None]
    if news:
        save(target, signed(mine))
    return Merged(language, len(news), tuple(ids(message)[0] for message, _, both in changes if both))


def _changes(fresh: Catalog, before: Catalog, mine: Catalog) -> Iterator[tuple[Message, Message | None, bool]]:
    """Each text that the upgrade changed: with what to take, or None and whether both sides changed it."""
    for theirs in fresh:
        if not theirs.id:
            continue
        old, here = before.get(theirs.id, theirs.context), mine.get(theirs.id, theirs.context)
        if here is None or not any(forms(here)):
            if here is None or any(forms(theirs)):
                yield theirs, theirs, False
        elif _said(theirs) not in {_said(here), _said(old)}:
            untouched = old is not None and _said(here) == _said(old)
            yield theirs, theirs if untouched else None, not untouched


def _said(message: Message | None) -> tuple[object, ...]:
    return (tuple(forms(message)), message.fuzzy) if message else ()


def _put(mine: Catalog, message: Message, theirs: Message | None) -> None:
    if theirs is None:
        return
    here = mine.get(message.id, message.context)
    if here is None:
        mine.add(message.id, theirs.string, flags=theirs.flags, context=message.context)
    else:
        here.string, here.flags = theirs.string, set(theirs.flags)

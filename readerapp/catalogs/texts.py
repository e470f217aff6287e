"""One text as a translator sees it: the original, its translation, its state, and a mark of what was seen."""

import functools
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple

from babel.messages.catalog import Catalog, Message

from ..text.stamps import Reloaded
from .faults import faults, forms, ids, plural_rule
from .files import read
from .layout import SOURCE, locale_of, path
from .placeholders import spans
from .remarks import Judged, judge

State = Literal["untranslated", "review", "faulty", "translated"]
_SAMPLES: Final = 4
_COUNTS: Final = (*range(1, 200), 0)
_DIGITS: Final = 16
_READERS: Final = (
    ("readerapp/cli/", 3),
    ("readerapp/settings/", 3),
    ("readerapp/wiring/", 3),
    ("readerapp/catalogs/", 2),
    ("readerapp/errors/accounts", 2),
    ("readerapp/web/templates/translate/", 2),
    ("readerapp/web/", 0),
    ("", 1),
)
"""Who reads what stands in a file: visitors on every page (0), visitors now and then, translators, operators (3)."""


class Entry(NamedTuple):
    """One text."""

    key: str
    """Made of msgid and context: the text's name in addresses and edits."""
    ids: tuple[str, ...]
    """The original: one string, or singular and plural."""
    context: str
    forms: tuple[str, ...]
    """The translation, as many as the language has forms where it is a plural."""
    state: State
    comments: tuple[str, ...]
    files: tuple[str, ...]
    chips: tuple[str, ...]
    """Its placeholders as they are written."""
    judged: Judged
    mark: str
    """Another one as soon as the translation or its state is another."""


class Texts:
    """The texts of every language, read again when their file has changed. Safe for threads."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._languages: dict[str, Reloaded[tuple[Entry, ...]]] = {}

    def of(self, language: str) -> tuple[Entry, ...]:
        """All of a language, what visitors read first. Raises what `read` raises."""
        if language not in self._languages:
            file = path(self._directory, language)
            self._languages.setdefault(
                language, Reloaded([file], lambda _, __: entries(read(file, language), language))
            )
        return self._languages[language]()


def entries(catalog: Catalog, language: str) -> tuple[Entry, ...]:
    """The texts of a catalogue: those of visitors, of translators, of operators; else in the order of the file."""
    return tuple(sorted((entry(message, catalog, language) for message in catalog if message.id), key=_readers))


def _readers(text: Entry) -> int:
    return min((next(rank for start, rank in _READERS if file.startswith(start)) for file in text.files), default=1)


def entry(message: Message, catalog: Catalog, language: str) -> Entry:
    """One of them."""
    every = padded(message, catalog)
    return Entry(
        key=key(message),
        ids=tuple(ids(message)),
        context=message.context or "",
        forms=every,
        state=_state(message, catalog, language),
        comments=tuple(message.auto_comments),
        files=tuple(file for file, _ in message.locations),
        chips=tuple(spans(ids(message)[-1], braces="python-brace-format" in message.flags)),
        judged=judge(message, catalog, language),
        mark=mark(every, review=message.fuzzy),
    )


def key(message: Message) -> str:
    """The name of a text."""
    return _digest([message.context or "", ids(message)[0]])


def mark(translation: Sequence[str], *, review: bool) -> str:
    """Another one as soon as a translation or its state is another."""
    return _digest([*translation, str(review)])


def padded(message: Message, catalog: Catalog) -> tuple[str, ...]:
    """The forms, as many as there should be."""
    every = tuple(forms(message))
    count = catalog.num_plurals if message.pluralizable else 1
    return (*every, *[""] * (count - len(every)))


def samples(catalog: Catalog) -> tuple[tuple[int, ...], ...]:
    """For each plural form some counts that take it: 1, 21, 31 for the first of Russian."""
    rule = plural_rule(catalog.plural_expr)
    return tuple(
        tuple(count for count in _COUNTS if rule[count] == form)[:_SAMPLES] for form in range(catalog.num_plurals)
    )


def similar(text: Entry, others: Sequence[Entry], most: int = 3) -> list[Entry]:
    """Translated texts that share many words with this one, the nearest first."""
    words = _words(text)
    likenesses = [
        (len(words & _words(each)) / len(words | _words(each)), each) for each in others if _helps(each, text)
    ]
    return [each for share, each in sorted(likenesses, key=lambda pair: -pair[0])[:most] if share >= 0.4]


def _helps(entry_: Entry, text: Entry) -> bool:
    return entry_.key != text.key and entry_.state == "translated" and all(entry_.forms)


def _words(entry_: Entry) -> set[str]:
    return set(entry_.ids[0].lower().split())


def _state(message: Message, catalog: Catalog, language: str) -> State:
    every = forms(message)
    if not any(every):
        return "translated" if language == SOURCE else "untranslated"
    if message.fuzzy:
        return "review"
    if any(faults(message, catalog)):
        return "faulty"
    return "translated" if all(every) else "untranslated"


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:_DIGITS]


@functools.lru_cache(maxsize=64)
def plural_samples(language: str) -> tuple[tuple[int, ...], ...]:
    """The same for a language as it is begun."""
    return samples(Catalog(locale=locale_of(language)))

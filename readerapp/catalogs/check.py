"""Whether the catalogues are complete and sound, with file and line for what is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural

from ..errors import CatalogueWrong, Fault
from ..languages import SHIPPED
from .faults import faults, forms, ids, plural_rule, servable
from .files import read, repeated
from .layout import SOURCE, languages, locale_of, path, template_path
from .remarks import remarks


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `what` is English: it is read beside the file."""

    file: Path
    line: int
    what: str
    message: str = ""
    """The msgid."""

    def __str__(self) -> str:
        """As compilers write it, so that editors find the place."""
        return f"{self.file}:{self.line}: {self.what}" + (f": {self.message}" if self.message else "")


@dataclass(frozen=True)
class Progress:
    """How far a catalogue has come."""

    total: int
    translated: int
    fuzzy: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.translated / self.total if self.total else 1.0


def check(directory: Path) -> tuple[Problem, ...]:
    """Every problem of every catalogue and of its agreement with the template; none if all can be served.

    A language that was begun here need not be complete.
    """
    try:
        template = read(template_path(directory))
    except (CatalogueWrong, OSError) as wrong:
        return (_unreadable(template_path(directory), wrong),)
    return tuple(
        problem for language in languages(directory) for problem in _of_language(directory, language, template)
    )


def progress(directory: Path, language: str) -> Progress:
    """Count what is translated. Raises what `read` raises."""
    catalog = read(path(directory, language), language)
    messages = [message for message in catalog if message.id]
    good = sum(_is_original(message, language) or servable(message, catalog) for message in messages)
    return Progress(len(messages), good, sum(message.fuzzy for message in messages))


def _is_original(message: Message, language: str) -> bool:
    """Whether the English catalogue leaves the msgid as it is."""
    return language == SOURCE and not any(forms(message))


def _of_language(directory: Path, language: str, template: Catalog) -> Iterator[Problem]:
    file = path(directory, language)
    try:
        catalog = read(file, language)
    except (CatalogueWrong, OSError) as wrong:
        yield _unreadable(file, wrong)
        return
    locale = locale_of(language)
    plurals = get_plural(locale)
    if catalog.num_plurals != plurals.num_plurals:
        yield Problem(file, 1, f"the header has {catalog.num_plurals} plural forms, {language} has {plurals[0]}")
    elif plural_rule(catalog.plural_expr) != plural_rule(plurals.plural_expr):
        yield Problem(file, 1, f"the header counts otherwise than {language} does: {plurals.plural_forms}")
    if catalog.locale_identifier != str(locale):
        yield Problem(file, 1, f"the header names the language {catalog.locale_identifier}")
    for line, name in repeated(file.read_text("utf-8").splitlines()):
        yield Problem(file, line, "a second time", name)
    yield from _out_of_step(file, catalog, template)
    for message in catalog:
        if message.id:
            yield from _of_message(file, message, catalog, language)


def _of_message(file: Path, message: Message, catalog: Catalog, language: str) -> Iterator[Problem]:
    line, name = message.lineno or 1, ids(message)[0]
    if message.fuzzy:
        yield Problem(file, line, "fuzzy", name)
    if not any(forms(message)):
        if language in SHIPPED and language != SOURCE:
            yield Problem(file, line, "not translated", name)
    elif not all(forms(message)):
        yield Problem(file, line, "a plural form is missing", name)
    for fault in (*faults(message, catalog), *remarks(message, language)):
        yield Problem(file, line, _told(fault), name)


def _told(fault: Fault) -> str:
    return f"form {fault.told()}" if fault.where else fault.told()


def _out_of_step(file: Path, catalog: Catalog, template: Catalog) -> Iterator[Problem]:
    for message in template:
        if message.id:
            here = catalog.get(message.id, message.context)
            if not here or here.pluralizable != message.pluralizable:
                yield Problem(file, 1, "not in the catalogue; update it", ids(message)[0])
    for message in catalog:
        if message.id and not template.get(message.id, message.context):
            yield Problem(file, message.lineno or 1, "no longer used; update the catalogue", ids(message)[0])


def _unreadable(file: Path, wrong: Exception) -> Problem:
    if isinstance(wrong, CatalogueWrong):
        return Problem(file, int(wrong.facts["line"]), wrong.facts["what"])
    return Problem(file, 1, "cannot be read")

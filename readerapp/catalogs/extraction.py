"""From the program's texts to the template, and from the template to each catalogue."""

from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

from ..text.files import locked
from .docstrings import commands
from .faults import forms
from .files import read, save, signed
from .layout import SOURCE, is_language, languages, locale_of, path, template_path

_METHODS: Final = [
    ("**/templates/**.html", "jinja2"),
    ("cli/**.py", f"{commands.__module__}:{commands.__name__}"),
    ("**.py", "python"),
]
_OPTIONS: Final = {"**/templates/**.html": {"silent": "false", "newstyle_gettext": "true"}}
"""A template that cannot be parsed stops the extraction; by default it would be left out without a word."""
_KEYWORDS: Final = {**DEFAULT_KEYWORDS, "n_": (1, 2)}
_COMMENTS: Final = ("Translators:",)
_PROJECT: Final = "readerapp"


def extract(source: Path, template: Path) -> bool:
    """Gather every text of a package into the template; return whether it changed.

    Texts are named by their file, without line: a template that is full of numbers differs with every edit.
    """
    fresh = Catalog(project=_PROJECT, charset="utf-8", fuzzy=False)
    fresh.header_comment = f"# The texts of {_PROJECT}, gathered from its code."
    texts = extract_from_dir(source, _METHODS, _OPTIONS, _KEYWORDS, _COMMENTS, strip_comment_tags=True)
    for name, _, message, comments, context in sorted(texts, key=lambda each: (each[0], each[1])):
        where = (source / name).relative_to(source.parent).as_posix()
        fresh.add(message, locations=[(where, 0)], auto_comments=comments, context=context)
    if template.exists() and _content(read(template)) == _content(fresh):
        return False
    save(template, fresh)
    return True


def update(directory: Path) -> tuple[Path, ...]:
    """Bring every catalogue in step with the template, and return those that changed.

    A text that is no longer used is kept as obsolete; a new one that resembles an old one gets the old
    translation as a fuzzy suggestion, which is never served. Raises what `read` raises.
    """
    template = read(template_path(directory))
    files = {language: path(directory, language) for language in languages(directory)}
    for file in files.values():
        file.parent.mkdir(parents=True, exist_ok=True)
    return tuple(file for language, file in files.items() if _update(file, language, template))


def _update(file: Path, language: str, template: Catalog) -> bool:
    with locked(file.parent):
        catalog = read(file, language) if file.exists() else _new(language)
        before = _content(catalog) if file.exists() else None
        catalog.update(template, no_fuzzy_matching=language == SOURCE)
        _tidy(catalog)
        if _content(catalog) == before:
            return False
        save(file, signed(catalog))
        return True


def _tidy(catalog: Catalog) -> None:
    """Put nothing aside that is in use again, or was never translated; what is in use again keeps its translation."""
    for key, aside in list(catalog.obsolete.items()):
        aside.locations = []
        live = catalog.get(aside.id, aside.context)
        if live and not any(forms(live)) and len(forms(live)) == len(forms(aside)):
            live.string = aside.string
        if live or not any(forms(aside)):
            del catalog.obsolete[key]


def begin(directory: Path, language: str) -> Path:
    """Make the catalogue of a new language, with every text to translate; one that is there stays as it is.

    Raises ValueError for what is no language, and what `read` raises.
    """
    if not is_language(language):
        raise ValueError(language)
    file = path(directory, language)
    with locked(directory):
        if not file.exists():
            catalog = _new(language)
            catalog.update(read(template_path(directory)), no_fuzzy_matching=True)
            save(file, catalog)
    return file


def _new(language: str) -> Catalog:
    catalog = Catalog(locale=locale_of(language), project=_PROJECT, charset="utf-8", fuzzy=False)
    catalog.header_comment = f"# The texts of {_PROJECT} in the language {language}."
    return catalog


def _content(catalog: Catalog) -> list[object]:
    """What makes a catalogue this one, dates left out."""
    current = [("", _of_message(message)) for message in catalog if message.id]
    return [*current, *(("obsolete", _of_message(message)) for message in catalog.obsolete.values())]


def _of_message(message: Message) -> tuple[object, ...]:
    numbered_forms = [(number, form) for number, form in enumerate(forms(message)) if form]
    files = sorted({file for file, _ in message.locations})
    comments = message.auto_comments, message.user_comments
    return message.id, message.context, numbered_forms, sorted(message.flags), files, comments

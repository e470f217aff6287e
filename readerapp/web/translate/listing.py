"""The list of texts: what is left to do, or all of them, and those that hold some words in either language."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from flask import render_template, request

from ...catalogs import Entry
from ...languages import READ
from .desk import session, texts, wanted

A_PAGE: Final = 50
SHOWN: Final = ("untranslated", "review", "faulty", "translated")


def listing(locale: str, language: str) -> str:
    """One page of it."""
    del locale
    every = texts(language)
    choice = choose(every, wanted())
    page = max(request.args.get("page", 1, type=int), 1)
    return render_template(
        "translate/list.html",
        language=language,
        counts=Counter(entry.state for entry in every),
        total=len(every),
        entries=choice[(page - 1) * A_PAGE : page * A_PAGE],
        found=len(choice),
        page=page,
        pages=max(-(-len(choice) // A_PAGE), 1),
        wanted=wanted(),
        spoken=language in READ,
        mine=session().person.may(language),
    )


def choose(every: Sequence[Entry], wish: dict[str, str]) -> list[Entry]:
    """The texts of a state that hold the words, in the original, the translation or the comment."""
    words = wish.get("q", "")[:200].casefold().split()
    state = wish.get("show", "")
    return [entry for entry in every if (not state or entry.state == state) and _holds(entry, words)]


def following(every: Sequence[Entry], wish: dict[str, str], key: str) -> Entry | None:
    """The next one after a text, round the end; where the list has no state, the next one that needs work."""
    places = {entry.key: number for number, entry in enumerate(every)}
    choice = [entry for entry in choose(every, wish) if entry.key != key]
    if not wish.get("show"):
        choice = [entry for entry in choice if entry.state != "translated"]
    here = places.get(key, -1)
    return min(choice, key=lambda entry: (places[entry.key] < here, places[entry.key]), default=None)


def _holds(entry: Entry, words: Sequence[str]) -> bool:
    content = "\n".join((*entry.ids, *entry.forms, *entry.comments, *entry.files)).casefold()
    return all(word in content for word in words)

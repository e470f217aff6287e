"""Changing one text: judged, and put only over what its author saw."""

from collections.abc import Sequence
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message

from ..errors import Fault, TextUnknown
from .remarks import judge
from .texts import Entry, entry, key


class Wish(NamedTuple):
    """What a translator asks for."""

    language: str
    key: str
    forms: tuple[str, ...]
    review: bool
    """Whether somebody shall look at it again before visitors see it."""
    seen: str
    """The mark of the text that the author saw."""


class Saved(NamedTuple):
    """The text before and after."""

    before: Entry
    after: Entry


class Clash(NamedTuple):
    """Somebody else changed the text meanwhile; nothing was written."""

    now: Entry


class Refused(NamedTuple):
    """The translation would break the page; nothing was written."""

    now: Entry
    faults: tuple[Fault, ...]


def change(catalog: Catalog, wish: Wish) -> Saved | Clash | Refused:
    """Have a catalogue say what is asked for, unless that would overwrite what its author did not see, or break a page.

    Line breaks are those of gettext, whatever the browser sends. Raises TextUnknown.
    """
    message = find(catalog, wish.key)
    now = entry(message, catalog, wish.language)
    if now.mark != wish.seen:
        return Clash(now)
    put(message, wish.forms, review=wish.review)
    verdict = judge(message, catalog, wish.language)
    if verdict.faults and not wish.review:
        put(message, now.forms, review=now.state == "review")
        return Refused(now, verdict.faults)
    return Saved(now, entry(message, catalog, wish.language))


def find(catalog: Catalog, name: str) -> Message:
    """The text with a key. Raises TextUnknown."""
    for message in catalog:
        if message.id and key(message) == name:
            return message
    raise TextUnknown


def put(message: Message, forms: Sequence[str], *, review: bool) -> None:
    """Have a message say this."""
    clean = tuple(form.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "") for form in forms)
    message.string = clean if message.pluralizable else clean[0]
    message.flags.discard("fuzzy")
    if review and any(clean):
        message.flags.add("fuzzy")
    if not review:
        message.previous_id = []

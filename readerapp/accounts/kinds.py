"""What is told of accounts and edits: plain data, for which no database is loaded."""

from typing import Final, Literal, NamedTuple

EVERY: Final = "*"
"""Stands for all languages."""


class Person(NamedTuple):
    """An account, without its secrets."""

    id: int
    name: str
    languages: tuple[str, ...]
    open: bool
    """Whether it may sign in."""
    invited: bool
    """Whether it has no passphrase yet."""

    def may(self, language: str) -> bool:
        """Whether it may change a language."""
        return EVERY in self.languages or language in self.languages


class Session(NamedTuple):
    """Who asks, and what their forms must carry."""

    person: Person
    form_token: str


class Passkey(NamedTuple):
    """A key that somebody's device or password keeper has; only its public half is here."""

    id: int
    name: str
    made_at: float
    used_at: float | None


class Site(NamedTuple):
    """As what a browser knows this service: the name that passkeys are made for, and where its pages come from."""

    name: str
    origin: str


class Question(NamedTuple):
    """What a browser is asked, as JSON, and the token under which the answer is awaited."""

    token: str
    options: str


class Happening(NamedTuple):
    """One line of what happened to accounts."""

    at: float
    who: str
    what: str
    detail: str


class Stretch(NamedTuple):
    """Of which part of what happened somebody wants to know: whose, from when on, and before when."""

    who: str = ""
    since: float = 0.0
    until: float = 1e12


Kind = Literal["saved", "undone", "outside", "clash", "begun"]
"""Saved here; taken back; seen in a file though nobody saved it here; seen there, but not taken, because somebody had
saved it here meanwhile; or a language that was begun."""


Subject = Literal["text", "word", "language"]
"""A text of the interface, how a word is said, or a language itself."""


class Change(NamedTuple):
    """What a save does to one text: its forms, and the mark of all that decides how it is shown."""

    language: str
    text: str
    """The key of the text, made of its msgid and context."""
    msgid: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    before_mark: str
    after_mark: str
    subject: Subject = "text"


class Edit(NamedTuple):
    """A change that was made."""

    id: int
    author: str
    at: float
    kind: Kind
    change: Change


class ReportRow(NamedTuple):
    """What a listener reported: of which language and state, how old, and what stands in it."""

    key: str
    language: str
    state: str
    last_at: float
    content: str

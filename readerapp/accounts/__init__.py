"""The database room: who may translate what, who is signed in, and every edit with its author. Never any sound.

What it tells is plain data; the database and its libraries are loaded with `room`.
"""

from .kinds import (
    EVERY,
    Change,
    Edit,
    Happening,
    Kind,
    Passkey,
    Person,
    Question,
    ReportRow,
    Session,
    Site,
    Stretch,
    Subject,
)

__all__ = [
    "EVERY",
    "Change",
    "Edit",
    "Happening",
    "Kind",
    "Passkey",
    "Person",
    "Question",
    "ReportRow",
    "Session",
    "Site",
    "Stretch",
    "Subject",
]

"""The database room: who may translate what, who is signed in, and every edit with its author. Never any sound."""

from .audit import Happening
from .database import Database
from .edits import Change, Edit, Edits
from .people import Accounts, Person
from .room import Room
from .sessions import Session, Sessions

__all__ = ["Accounts", "Change", "Database", "Edit", "Edits", "Happening", "Person", "Room", "Session", "Sessions"]

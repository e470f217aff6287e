"""All that the database keeps, behind one door."""

from .database import Database
from .edits import Edits
from .people import Accounts
from .sessions import Sessions


class Room:
    """The accounts, sessions and edits of one database."""

    def __init__(self, address: str) -> None:
        """As `Database` takes it."""
        self.database = Database(address)
        self.accounts = Accounts(self.database)
        self.sessions = Sessions(self.database)
        self.edits = Edits(self.database)

"""All that the database keeps, behind one door."""

from functools import cached_property
from typing import TYPE_CHECKING

from .database import Database
from .edits import Edits
from .people import Accounts
from .rows import ReportRows
from .sessions import Sessions

if TYPE_CHECKING:
    from .passkeys import Passkeys


class Room:
    """The accounts, sessions, edits and reports of one database."""

    def __init__(self, address: str) -> None:
        """As `Database` takes it."""
        self.database = Database(address)
        self.accounts = Accounts(self.database)
        self.sessions = Sessions(self.database)
        self.edits = Edits(self.database)
        self.reports = ReportRows(self.database)

    @cached_property
    def passkeys(self) -> "Passkeys":
        """The passkeys, where what reads them is installed."""
        from .passkeys import Passkeys  # noqa: PLC0415 - not everybody installs it

        return Passkeys(self.database)

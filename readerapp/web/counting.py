"""Where requests are counted: in this process, or in a place that the processes share.

In this process at the cost of a look into a table: the library's own way starts a thread for each.
"""

import threading
import time
from typing import Final

from limits.storage import MemoryStorage, Storage, storage_from_string

IN_MEMORY: Final = "memory://"
"""The setting's word for counting in each process."""
SHARED_SECONDS: Final = 0.5
"""How long a shared place may take to answer; a request waits for it so long at most."""
_ALIKE: Final = ("redis", "valkey")
"""Places whose drivers are told so by these names; left to themselves they would wait for ever."""
_PATIENCE: Final = {"socket_timeout": SHARED_SECONDS, "socket_connect_timeout": SHARED_SECONDS}
SCHEME: Final = "process"
SWEEP_SECONDS: Final = 60.0


class ProcessStorage(MemoryStorage):
    """Counts for this process alone; what has run out is swept away once a minute."""

    STORAGE_SCHEME: Final = [SCHEME]  # type: ignore[misc]

    def __init__(self, uri: str | None = None, wrap_exceptions: bool = False, **more: str) -> None:  # noqa: FBT001, FBT002 - the library's
        super().__init__(uri, wrap_exceptions=wrap_exceptions, **more)
        self._counting = threading.Lock()
        self._swept_at = time.time()

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count, and say how many there have been in this window."""
        with self._counting:
            now = time.time()
            if now - self._swept_at > SWEEP_SECONDS:
                self._sweep(now)
            count = self.get(key) + amount
            if count == amount:
                self.expirations[key] = now + expiry
            self.storage[key] = count
            return count

    def _sweep(self, now: float) -> None:
        self._swept_at = now
        for key in [key for key, end in self.expirations.items() if end <= now]:
            self.storage.pop(key, None)
            self.expirations.pop(key, None)


def place(address: str) -> Storage:
    """The place to count in at this address. Raises what its driver raises, and TypeError for an asynchronous one."""
    name = f"{SCHEME}://" if address == IN_MEMORY else address
    storage = storage_from_string(name, **(_PATIENCE if name.startswith(_ALIKE) else {}))
    if not isinstance(storage, Storage):
        raise TypeError(address)
    return storage

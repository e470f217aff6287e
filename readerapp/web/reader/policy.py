"""What the reader's two doors promise: pages for people, sound for players."""

from typing import Final

from ..policy import NO_INDEX, Policy

PAGES: Final = Policy(endpoints={"article": NO_INDEX, "choose": NO_INDEX})
SOUND: Final = Policy(headers=NO_INDEX, pages=False)

"""What sound promises: programs ask for it, and it is somebody else's text."""

from typing import Final

from ..policy import NO_INDEX, Policy

SOUND: Final = Policy(headers=NO_INDEX, pages=False)

"""What the reader's pages promise."""

from typing import Final

from ..policy import NO_INDEX, Policy

PAGES: Final = Policy(endpoints={"article": NO_INDEX, "choose": NO_INDEX, "report": NO_INDEX, "thanks": NO_INDEX})

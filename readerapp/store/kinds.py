"""The sorts of things that are kept."""

from typing import Final

from .contract import Kind

PAGES: Final = Kind("pages", "document", needed=False, packed=True)
PLANS: Final = Kind("plans", "plan", packed=True)
ARTICLES: Final = Kind("plans", "article", durable=False, packed=True)
"""Beside a plan, the article that it says: what a recording is made of is known without its page."""
FALLBACKS: Final = Kind("plans", "fallback", packed=True)
"""Beside a plan, which voices really speak, where one of them failed."""
PROGRESS: Final = Kind("plans", "made", durable=False, needed=False)
"""Beside a plan, which of its sentences are made: a byte for each."""
PREPARED: Final = Kind("prepared", "page", durable=False, needed=False, packed=True)
"""What will be said of a page; made again where it is gone."""
SITES: Final = Kind("sites", "site", durable=False, needed=False, packed=True)
"""What the pages of a host have in common, by host."""
TRACES: Final = Kind("sites", "traces", durable=False, needed=False, packed=True)
"""What a page has that may stand on others too, by page."""
CLIPS: Final = Kind("clips", "clip", durable=False)
RECORDINGS: Final = Kind("recordings", "json")
SOUND: Final = Kind("recordings", "mp3")
"""A recording's audio; it counts as there only with its description beside it."""

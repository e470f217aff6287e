"""The sorts of things that are kept."""

from typing import Final

from .contract import Kind

PAGES: Final = Kind("pages", "json", needed=False)
PLANS: Final = Kind("plans", "json")
FALLBACKS: Final = Kind("plans", "fallback")
"""Beside a plan, which voices really speak, where one of them failed."""
CLIPS: Final = Kind("clips", "clip", durable=False)
RECORDINGS: Final = Kind("recordings", "json")
SOUND: Final = Kind("recordings", "mp3")
"""A recording's audio; it counts as there only with its description beside it."""

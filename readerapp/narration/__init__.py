"""The middle of the house: from what somebody asks for to sound. All that a door may call.

`service.py` tells the story; the other files are its stages.
"""

from .dependencies import Dependencies
from .request import NarrationRequest, ReadingPreferences
from .service import NarrationService
from .views import Explanation, Finished, Growing, OpenedPage, Outline, Sample, Sentence, State

__all__ = [
    "Dependencies",
    "Explanation",
    "Finished",
    "Growing",
    "NarrationRequest",
    "NarrationService",
    "OpenedPage",
    "Outline",
    "ReadingPreferences",
    "Sample",
    "Sentence",
    "State",
]

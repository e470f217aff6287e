"""The dictions of our own engines, by name."""

from readerapp.engines.espeak import EspeakEngine
from readerapp.engines.piper import PiperEngine
from readerapp.model import Diction

DICTIONS = {"words": Diction(), "espeak": EspeakEngine.diction, "piper": PiperEngine.diction}

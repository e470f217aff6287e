"""The nouns of the house: frozen, typed, and JSON both ways (`msgspec.json.encode` / `decode`)."""

from .article import Alternate, Article, Block, Container, Locator, Metadata, Run, Skipped
from .diction import Diction
from .document import Document, MediaType
from .recording import Clip, Cue, Fallback, Mark, Plan, PlannedUtterance, Recording, Sound, Voice
from .script import Number, Piece, Script, Segment, SpokenText, Substitution, Utterance

__all__ = [
    "Alternate",
    "Article",
    "Block",
    "Clip",
    "Container",
    "Cue",
    "Diction",
    "Document",
    "Fallback",
    "Locator",
    "Mark",
    "MediaType",
    "Metadata",
    "Number",
    "Piece",
    "Plan",
    "PlannedUtterance",
    "Recording",
    "Run",
    "Script",
    "Segment",
    "Skipped",
    "Sound",
    "SpokenText",
    "Substitution",
    "Utterance",
    "Voice",
]

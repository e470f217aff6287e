"""What makes two sounds the same: everything that changes the sound is in the key, and nothing else."""

import hashlib
from collections.abc import Sequence

import msgspec

from ..model import PlannedUtterance, SpokenText, Voice


def clip_key(utterance: SpokenText, voice: Voice, engine_version: str, encoding: str) -> str:
    """Hex SHA-256 of what is said, by whom, and how it is encoded; the same sentence on two pages is one clip."""
    phonemes = [(piece.spoken, piece.phonemes) for piece in utterance.pieces if piece.phonemes]
    return _digest((utterance.text, phonemes, utterance.language, voice.id, engine_version, encoding))


def plan_key(utterances: Sequence[PlannedUtterance]) -> str:
    """Hex SHA-256 of a recording's content: its clips and pauses in order, and the words that are lit."""
    return _digest(
        [(x.clip, x.utterance.pause, x.utterance.text, x.utterance.block, x.utterance.start) for x in utterances]
    )


def address_key(address: str) -> str:
    """Hex SHA-256 of a page's address, for a file name."""
    return _digest(address)


def content_key(*parts: object) -> str:
    """Hex SHA-256 of anything typed that decides what is kept."""
    return _digest(parts)


def _digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value)).hexdigest()

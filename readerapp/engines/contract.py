"""What every engine promises; a stranger's engine registers under the entry point group `readerapp.engines`."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from ..model import Diction, Sound, SpokenText, Voice


class Engine(Protocol):
    """Text to sound. Safe to call from several threads at once."""

    name: str
    version: str
    """Part of every clip's key: another version may sound different."""
    diction: Diction
    """What it does with the text that it is handed, so that the text can be written for it."""

    def why_unavailable(self) -> str | None:
        """None when the engine is ready; else what to do about it, as an English msgid. Answers at once."""

    def voices(self) -> Sequence[Voice]:
        """Every voice it could speak with, ready or not. Answers at once."""

    def speak(self, utterance: SpokenText, voice: Voice) -> Sound:
        """Say it. Raises EngineBusy for what passes, EngineFailed for what does not. Never hangs."""

    def close(self) -> None:
        """Let go of processes and connections; calling it again does nothing."""


@runtime_checkable
class NeedsWarming(Protocol):
    """What an engine has besides when it takes a while to start."""

    def warm(self) -> None:
        """Start what takes a while, so that the first visitor does not wait for it. What it raises is only logged."""


@runtime_checkable
class TellsSounds(Protocol):
    """What an engine has besides when it can tell in which sounds it says a text."""

    def ipa(self, utterance: SpokenText, language: str) -> str:
        """The sounds of what it would say, in its own IPA."""

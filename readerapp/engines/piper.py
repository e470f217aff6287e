"""Piper: neural voices on one's own machine, from files in a folder; part of the extra "piper"."""

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from ..errors import EngineFailed, VoiceUnknown
from ..i18n import N_
from ..languages import base
from ..model import Diction, Mark, Sound, SpokenText, Voice
from ..processes import Workers, worker_command
from ..text.stamps import Reloaded
from .prepared import EngineText, prepare
from .promises import NOTHING, checked

WORKER: Final = Path(__file__).with_name("piper_worker.py")
SECONDS: Final = 60.0
SECONDS_A_CHARACTER: Final = 0.05
"""A machine that is slower than speech is of no use."""

_VOWELS: Final = "aeiouyæøœɑɐɒɔəɛɜɝɞɤɨɪɯɵʉʊʌʏɶɘ"
_STRESS: Final = re.compile(rf"([ˈˌ])([^{_VOWELS}\sˈˌ]*)(?=[{_VOWELS}])")
_LICENCE: Final = re.compile(r"licen[cs]e\s*:\s*(.+)", re.IGNORECASE)
_HYPHENS: Final = re.compile(r"[-‐–/]")


class PiperEngine:
    """The voices in `folder` (`NAME.onnx` with `NAME.onnx.json`), as `piper_install` puts them there.

    `threads` work on one utterance together (0: all processors), one utterance at a time. `pace` 1.2 speaks a
    fifth faster. `seconds` is the longest that one short utterance may take, loading the voice included.
    """

    name = "piper"
    diction = Diction(obeys_stress=True, reads_number_words=False, takes_phonemes=True)

    def __init__(
        self, folder: Path, threads: int = 0, pace: float = 1.0, seconds: float = SECONDS, worker: Path = WORKER
    ) -> None:
        self.version = f"{version('piper-tts') if _installed() else '0'}-1-{pace:g}"
        self._folder = folder
        self._voices = Reloaded([folder], self._look)
        self._pace = pace
        command = worker_command(worker, str(threads or os.cpu_count() or 1), packages=True)
        self._workers = Workers(command, 1, seconds)

    def why_unavailable(self) -> str | None:
        """None when piper-tts and at least one voice are installed."""
        if not _installed():
            return N_("Install piper-tts: pip install readerapp[piper]")
        if not self.voices():
            return N_("No Piper voice is installed: “readerapp voices install sv_SE-nst-medium” fetches one.")
        return None

    def voices(self) -> Sequence[Voice]:
        """Those whose two files are in the folder."""
        return self._voices()

    def warm(self) -> None:
        """Load the first voice of each language. One that cannot be loaded says so when it is to speak."""
        if self.why_unavailable() is None:
            for voice in {each.language: each for each in reversed(self.voices())}.values():
                with suppress(EngineFailed):
                    self._ask("a", voice)

    def speak(self, utterance: SpokenText, voice: Voice) -> Sound:
        """Say it in the worker. Raises EngineBusy when two workers in turn are lost on it, EngineFailed otherwise."""
        text = _prepare(utterance)
        facts, samples = self._ask(text.text, voice)
        sound = checked(Sound(samples, facts.get("rate", 0)), utterance)
        if not samples:
            return NOTHING
        return Sound(samples, sound.rate, tuple(_marks(text, facts.get("words", ()), sound.rate)))

    def close(self) -> None:
        """End the worker."""
        self._workers.close()

    def _look(self, *_: object) -> tuple[Voice, ...]:
        return tuple(voice for model in sorted(self._folder.glob("*.onnx")) if (voice := _voice(model)))

    def _ask(self, text: str, voice: Voice) -> tuple[dict[str, Any], bytes]:
        if voice.id not in {each.id for each in self.voices()}:
            raise VoiceUnknown(voice=voice.id)
        model = self._folder / f"{voice.id.partition(':')[2]}.onnx"
        question = {"model": str(model.resolve()), "text": text, "pace": self._pace}
        facts, samples = self._workers.ask(question, len(text) * SECONDS_A_CHARACTER)
        if "error" in facts:
            raise EngineFailed(reason=facts["error"])
        return facts, samples


@cache
def _installed() -> bool:
    """Whether the extra is there; found without importing it."""
    return all(find_spec(name) for name in ("piper", "onnx", "onnxruntime"))


def _voice(model: Path) -> Voice | None:
    """What a voice's files say of it; None for what is no voice."""
    try:
        config = json.loads(model.with_name(f"{model.name}.json").read_text("utf-8"))
        language = base(config["espeak"]["voice"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    name = model.stem
    return (
        Voice(id=f"piper:{name}", engine="piper", language=language, name=name, licence=_licence(model))
        if language
        else None
    )


def _licence(model: Path) -> str:
    """As the model card beside the voice says."""
    try:
        card = model.with_suffix(".card.md").read_text("utf-8", errors="replace")
    except OSError:
        return ""
    match = _LICENCE.search(card)
    return match[1].strip(" *`") if match else ""


def _prepare(utterance: SpokenText) -> EngineText:
    """With a lexicon's IPA in brackets, stress before the vowel as the voices have learnt it."""
    text = prepare(utterance.text)
    for piece in reversed(utterance.pieces):
        if piece.phonemes:
            phonemes = _STRESS.sub(r"\2\1", piece.phonemes.replace(".", "").replace("\u0361", ""))
            text = text.replaced(*piece.spoken, f"[[{phonemes}]]")
    return text


def _marks(text: EngineText, groups: Sequence[tuple[int, int]], rate: int) -> Iterator[Mark]:
    """One mark a word, if there are as many groups of phonemes as words, or as parts of words at hyphens."""
    tokens = [token for token in _tokens(text) if any(letter.isalnum() for letter in text.text[slice(*token)])]
    for counts in ([1] * len(tokens), [_parts(text.text[slice(*token)]) for token in tokens]):
        if sum(counts) == len(groups):
            at = 0
            for token, count in zip(tokens, counts, strict=True):
                begin, end = groups[at][0], groups[at + count - 1][1]
                yield Mark(*text.source(*text.word(*token)), begin * 1000 / rate, end * 1000 / rate)
                at += count
            return


def _tokens(text: EngineText) -> list[tuple[int, int]]:
    """Words; what stands in one pair of brackets is one."""
    tokens: list[tuple[int, int]] = []
    for start, end in text.tokens():
        if tokens and text.origin[start] == text.origin[tokens[-1][1] - 1]:
            tokens[-1] = (tokens[-1][0], end)
        else:
            tokens.append((start, end))
    return tokens


def _parts(token: str) -> int:
    if "[[" in token:
        return len(token.split())
    return sum(any(letter.isalnum() for letter in part) for part in _HYPHENS.split(token))

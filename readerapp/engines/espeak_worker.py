"""espeak-ng in a process of its own: the library keeps global state, may crash, and is GPL.

`processes/main.py` runs this file with nothing but the standard library, so that it starts in some 30 ms.
"""

import ctypes
import os
from collections.abc import Callable
from ctypes import POINTER, Structure, Union, byref, c_char_p, c_int, c_short, c_uint, c_void_p
from typing import Any

SYNCHRONOUS = 2
CHUNK_MS = 500
UTF8, PHONEMES, IPA = 1, 0x100, 2
RATE, PITCH = 1, 3
WORD, END = 1, 5


class _Id(Union):
    _fields_ = (("number", c_int), ("name", c_char_p), ("text", ctypes.c_char * 8))


class _Event(Structure):
    _fields_ = (
        ("type", c_int),
        ("unique_identifier", c_uint),
        ("text_position", c_int),
        ("length", c_int),
        ("audio_position", c_int),
        ("sample", c_int),
        ("user_data", c_void_p),
        ("id", _Id),
    )


_Callback = ctypes.CFUNCTYPE(c_int, POINTER(c_short), c_int, POINTER(_Event))


class Library:
    """espeak-ng, loaded once. Not safe for threads, like what it wraps."""

    def __init__(self, library: str, data: str) -> None:
        self._espeak = ctypes.CDLL(library)
        self._espeak.espeak_TextToPhonemes.restype = c_char_p
        self._espeak.espeak_Info.restype = c_char_p
        self._chunks: list[bytes] = []
        self._events: list[tuple[int, int, int]] = []
        self._manner: tuple[str, int, int] | None = None
        self.rate = self._espeak.espeak_Initialize(SYNCHRONOUS, CHUNK_MS, os.fsencode(data), 0)
        if self.rate <= 0:
            raise RuntimeError(f"espeak-ng finds no data in {data}")
        self.version = self._espeak.espeak_Info(None).decode()
        self._callback = _Callback(self._hear)
        self._espeak.espeak_SetSynthCallback(self._callback)

    def speak(self, text: str, manner: tuple[str, int, int]) -> tuple[bytes, list[tuple[int, int, int]]]:
        """Say it; samples, and events as (type, 1-based code point in the text, sample)."""
        self._set(manner)
        self._say(text)
        return b"".join(self._chunks), self._events

    def ipa(self, texts: list[str], manner: tuple[str, int, int]) -> list[str]:
        """How each text would be said, in IPA as the library writes it."""
        self._set(manner)
        return [self._ipa(text) for text in texts]

    def _ipa(self, text: str) -> str:
        rest, phonemes = c_char_p(text.encode()), []
        while rest.value is not None:
            phonemes.append(self._espeak.espeak_TextToPhonemes(byref(rest), UTF8, IPA).decode())
        return " ".join(phonemes)

    def _say(self, text: str) -> None:
        self._chunks, self._events = [], []
        data = text.encode()
        self._espeak.espeak_Synth(data, len(data) + 1, 0, 1, 0, UTF8 | PHONEMES, None, None)

    def _set(self, manner: tuple[str, int, int]) -> None:
        if manner == self._manner:
            return
        voice, rate, pitch = manner
        if self._espeak.espeak_SetVoiceByName(voice.encode()) != 0:
            raise LookupError(f"espeak-ng has no voice {voice}")
        # A voice file's own speed stays behind when the next voice is chosen, unless it is set again.
        self._espeak.espeak_SetParameter(RATE, rate, 0)
        self._espeak.espeak_SetParameter(PITCH, pitch, 0)
        self._manner = manner
        # Until something is said, phonemes in brackets are still read with the table of the voice before.
        self._say("a")

    def _hear(self, samples: Any, count: int, events: Any) -> int:  # noqa: ANN401 - ctypes pointers
        if samples and count > 0:
            self._chunks.append(ctypes.string_at(samples, count * 2))
        at = 0
        while (event := events[at]).type:
            if event.type in (WORD, END):
                self._events.append((event.type, event.text_position, event.sample))
            at += 1
        return 0


def start(library: str, data: str) -> Callable[[dict[str, Any]], tuple[dict[str, Any], bytes]]:
    """The function that answers questions: what to say, or the IPA of some texts."""
    espeak = Library(library, data)

    def answer(question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        manner = (question["voice"], question["rate"], question["pitch"])
        if "ipa" in question:
            return {"ipa": espeak.ipa(question["ipa"], manner)}, b""
        samples, events = espeak.speak(question["text"], manner)
        return {"rate": espeak.rate, "events": events}, samples

    return answer

"""Phonemes for the tests: espeak-ng as shipped, and piper's own copy, each in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import espeakng_loader
import pytest

Say = Callable[[str, Sequence[str]], list[str]]

_CHILD = """
import ctypes, json, sys
library, data = sys.argv[1:]
espeak = ctypes.CDLL(library)
espeak.espeak_Initialize(1, 0, data.encode(), 0)
espeak.espeak_TextToPhonemes.restype = ctypes.c_char_p
espeak.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
for line in sys.stdin:
    language, texts = json.loads(line)
    assert espeak.espeak_SetVoiceByName(language.encode()) == 0
    said = []
    for text in texts:
        rest, clauses = ctypes.c_char_p(text.encode()), []
        while rest:
            clauses.append(espeak.espeak_TextToPhonemes(ctypes.byref(rest), 1, 2).decode())
        said.append(" ".join(clause for clause in clauses if clause))
    print(json.dumps(said), flush=True)
"""


@contextmanager
def _speaker(library: Path, data: Path) -> Iterator[Say]:
    command = [sys.executable, "-c", _CHILD, str(library), str(data)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin
        assert child.stdout

        def phonemes(language: str, texts: Sequence[str]) -> list[str]:
            assert child.stdin
            assert child.stdout
            child.stdin.write(json.dumps([language, list(texts)]) + "\n")
            child.stdin.flush()
            answer: list[str] = json.loads(child.stdout.readline())
            return answer

        yield phonemes
        child.stdin.close()


@pytest.fixture(scope="session")
def espeak() -> Iterator[Say]:
    """IPA of texts in a language, by the espeak-ng that we ship, as one process remembers them."""
    with _speaker(Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())) as say:
        yield say


@pytest.fixture
def fresh_espeak() -> Iterator[Say]:
    """The same in a new process, for what depends on what was said before."""
    with _speaker(Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())) as say:
        yield say


@pytest.fixture(scope="session")
def piper() -> Iterator[Say]:
    """IPA by the espeak-ng inside piper-tts; skipped where that extra is not installed."""
    found = find_spec("piper")
    if found is None or not found.submodule_search_locations:
        pytest.skip("piper-tts is not installed")
    folder = Path(found.submodule_search_locations[0])
    with _speaker(next(folder.glob("espeakbridge*.so")), folder / "espeak-ng-data") as say:
        yield say

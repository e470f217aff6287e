"""IPA from a lexicon, written the way that espeak-ng takes phonemes: its own mnemonics in double brackets.

The table of a voice is asked from the library itself, so that it fits the build: the data file names the
mnemonics, and the library says for each which IPA it stands for.
"""

import struct
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..text.cleaning import squeeze

AskIpa = Callable[[Sequence[str]], Sequence[str]]
"""The library's IPA for each text, in one voice."""

_VOWEL: Final = 2
_SOUNDS: Final = range(_VOWEL, 9)
"""Types of phonemes that are heard: vowels, liquids, stops, fricatives, nasals."""
_STRESS: Final = {"ˈ": "'", "ˌ": ","}
_ENTRY: Final = struct.Struct("<4s7xB4x")
_TABLE_HEAD: Final = struct.Struct("<BB2x32s")

_NEAREST: Final = {
    "ɧ": ("sx", "ʃ", "ʂ"),
    "ʂ": ("s.", "ʃ"),
    "ʃ": ("ʂ", "ɕ"),
    "ɕː": ("ɕ",),
    "tɕ": ("tʃʲ",),
    "dʑ": ("dʒʲ",),
    "ʈ": ("t",),
    "ɖ": ("d",),
    "ɳ": ("n",),
    "ɭ": ("l",),
    "ɫ": ("l",),
    "l": ("ɭ", "ɫ"),
    "ɾ": ("r",),
    "ɹ": ("r",),
    "ʁ": ("r",),
    "g": ("ɡ",),
    "ɨ": ("y",),
    "ɐ": ("ʌ", "a"),
    "ʌ": ("ɐ", "a"),
    "ɑ": ("a",),
    "a": ("ɑ",),
    "ɔ": ("o",),
    "o": ("ɔ", "oː"),
    "ɛ": ("e",),
    "e": ("ɛ", "eː"),
    "ɪ": ("i", "iː"),
    "i": ("ɪ", "iː"),
    "ʏ": ("y", "yː"),
    "ø": ("œ", "øː"),
    "œ": ("ø", "øː"),
    "ʉ": ("ʉː", "ɵ", "u"),
    "ɵ": ("ʉ", "ʊ"),
    "ʊ": ("u", "uː"),
    "u": ("ʊ", "uː"),
    "ə": ("ɛ", "e"),
    "æ": ("ɛ",),
    "ɜ": ("ə", "œ"),
    "ɣ": ("ɡ",),
}
"""What to say where a voice lacks a sound."""

_SUFFIXES: Final = {"ː": ":", "ʲ": ";"}
"""Length and softness can be added to any sound."""


@dataclass(frozen=True)
class Table:
    """Mnemonics of one voice by IPA."""

    mnemonics: dict[str, str]
    vowels: frozenset[str]
    """Those of the mnemonics that are vowels."""

    def brackets(self, ipa: str) -> str | None:
        """`[[...]]` for IPA, or None when it holds a sound that this voice has nothing like."""
        mnemonics: list[str] = []
        stress = ""
        for sound in self._sounds(_folded(ipa)):
            if sound is None:
                return None
            if sound in _STRESS.values():
                stress = sound  # In IPA it stands before the syllable, here before the vowel.
            else:
                mnemonics.append(stress + sound if sound in self.vowels else sound)
                stress = "" if sound in self.vowels else stress
        return f"[[{'|'.join(mnemonics).replace('|||', '||')}]]" if mnemonics else None

    def _sounds(self, ipa: str) -> Iterator[str | None]:
        """Mnemonics, stress signs and word breaks, taking the longest sound that fits each time."""
        at = 0
        while at < len(ipa):
            for size in (3, 2, 1):
                if (sound := self._sound(ipa[at : at + size])) is not None:
                    at += size
                    yield sound
                    break
            else:
                yield None
                return

    def _sound(self, ipa: str) -> str | None:
        if ipa == " ":
            return "||"
        if ipa in _STRESS:
            return _STRESS[ipa]
        if ipa in _SUFFIXES:
            return _SUFFIXES[ipa]
        for name in (ipa, *_NEAREST.get(ipa, ())):
            if name in self.mnemonics:
                return self.mnemonics[name]
        return None


def _folded(ipa: str) -> str:
    """Without syllable dots, tie bars, and the diacritics that no voice tells apart."""
    letters = (
        sign for sign in unicodedata.normalize("NFD", ipa) if unicodedata.category(sign) in ("Ll", "Lo", "Lm", "Zs")
    )
    plain = "".join(letters).replace("ʰ", "").replace("ˑ", "")
    return squeeze(plain)


def read_table(data: Path, voice: str, ask: AskIpa) -> Table:
    """The table of a voice; `data` is the library's data folder."""
    kinds = _phonemes((data / "phontab").read_bytes(), voice)
    names = list(kinds)
    alone = ask([f"[[{name}]]" for name in names])
    before_vowel = ask([f"[[{name}|'a]]" for name in names])
    vowel, syllable = ask(["[['a]]", "[[t|'a]]"])
    weak = ask([f"[[{name}|t|'a]]" for name in names])
    candidates: list[tuple[bool, bool, int, str, str]] = []
    for place, (name, ipa) in enumerate(zip(names, alone, strict=True)):
        steady = weak[place] == ipa + syllable if kinds[name] == _VOWEL else before_vowel[place] == ipa + vowel
        candidates.append((_is_variant(name), not steady, place, ipa, name))
    mnemonics: dict[str, str] = {}
    for _, _, _, ipa, name in sorted(candidates):
        if ipa and all(unicodedata.category(sign)[0] in "LM" for sign in ipa):
            mnemonics.setdefault(ipa, name)
    return Table(mnemonics, frozenset(name for name in names if kinds[name] == _VOWEL))


def _is_variant(name: str) -> bool:
    """Whether the library itself chooses this one by its neighbours: "t#", "z/2", "n_"."""
    return any(sign in "#/_" or sign.isdigit() for sign in name[1:])


def _phonemes(phontab: bytes, voice: str) -> dict[str, int]:
    """Type by mnemonic for the voice's table and those it builds upon, its own first."""
    tables = list(_tables(phontab))
    number = next((i for i, (name, _, _) in enumerate(tables, 1) if name == voice), 0)
    codes: dict[str, int] = {}
    while number:
        _, number, entries = tables[number - 1]
        for mnemonic, kind in entries:
            if kind in _SOUNDS and mnemonic.isascii() and mnemonic.isprintable() and mnemonic[0] not in "#_'|;:":
                codes.setdefault(mnemonic, kind)
    return codes


def _tables(phontab: bytes) -> Iterator[tuple[str, int, list[tuple[str, int]]]]:
    """Name, number of the table it builds upon (0 for none), and (mnemonic, type) of each of its phonemes."""
    at = 4
    for _ in range(phontab[0]):
        count, upon, name = _TABLE_HEAD.unpack_from(phontab, at)
        at += _TABLE_HEAD.size
        rows = (_ENTRY.unpack_from(phontab, at + row * _ENTRY.size) for row in range(count))
        entries = [(mnemonic.rstrip(b"\0").decode("latin-1"), kind) for mnemonic, kind in rows]
        at += count * _ENTRY.size
        yield name.partition(b"\0")[0].decode("latin-1"), upon, [entry for entry in entries if entry[0]]

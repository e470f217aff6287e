"""Substitution one stretch of text in one language: which words are said for what, and where sentences begin.

The rules of a language see a cleaned text in which the lexicon's aliases already stand, so that the words around
an alias agree with it; what they answer is carried back to the characters that are displayed.
"""

from collections.abc import Iterator, Sequence

from ..model import Number, Substitution
from ..text.cleaning import cleaning
from ..text.rewriting import Edit, Rewriting
from .languages import language
from .lexicon import Lexicon, Match

Pieces = tuple[str | Number, ...]


def read(text: str, tag: str, lexicons: Sequence[Lexicon] = ()) -> tuple[Substitution, ...]:
    """Read a text in the language of a primary subtag; the last lexicon that knows a word wins."""
    clean = Rewriting(text, tuple(cleaning(text)))
    matches = _matches(clean.text, lexicons)
    wording = Rewriting(clean.text, [Edit(match.start, match.end, match.text) for match in matches])
    pieces = _with_lexicon(wording, matches, language(tag).read(wording.text))
    return _displayed(pieces, (wording, clean), text)


def sentence_starts(text: str, tag: str) -> list[int]:
    """Where the sentences of a text begin."""
    clean = Rewriting(text, tuple(cleaning(text)))
    return [clean.start(start) for start, _ in language(tag).sentences(clean.text)]


def compose(text: str, tag: str) -> tuple[str, Pieces]:
    """A text that is displayed nowhere, as ordinary words and as typed parts (none where words are enough)."""
    rules = language(tag)
    # read without the punctuation at its end: in Russian a number before a colon may be the beginning of a time
    return _composed(text, 0, len(text), rules.read(text.rstrip(" .:")))


def _matches(text: str, lexicons: Sequence[Lexicon]) -> list[Match]:
    """Every lexicon's matches; where two touch the same words, the later lexicon's."""
    matches: list[Match] = []
    for lexicon in lexicons:
        matches = _over(matches, list(lexicon.matches(text)))
    return matches


def _over(older: list[Match], newer: list[Match]) -> list[Match]:
    rivals = iter(newer)
    rival = next(rivals, None)
    survivors: list[Match] = []
    for match in older:
        while rival and rival.end <= match.start:
            rival = next(rivals, None)
        if rival is None or match.end <= rival.start:
            survivors.append(match)
    return sorted([*survivors, *newer], key=lambda match: match.start)


def _composed(text: str, start: int, end: int, readings: Sequence[Substitution]) -> tuple[str, Pieces]:
    words: list[str] = []
    parts: list[str | Number] = []
    at = start
    for reading in readings:
        words += (text[at : reading.start], reading.spoken)
        parts += (text[at : reading.start], *(reading.parts or (reading.spoken,)))
        at = reading.end
    rest = text[at:end]
    numbers = any(reading.parts for reading in readings)
    return "".join((*words, rest)), tuple(part for part in (*parts, rest) if part) if numbers else ()


def _with_lexicon(wording: Rewriting, matches: Sequence[Match], readings: Sequence[Substitution]) -> list[Substitution]:
    """The rules' readings and the lexicon's as one list; those that touch each other become one."""
    aliases = [
        Substitution(start, end, wording.text[start:end], match.rule, phonemes=match.phonemes)
        for match, (start, end) in zip(matches, wording.spots, strict=True)
    ]
    by_rules = set(readings)
    all_readings: list[Substitution] = []
    for group in _touching(sorted([*aliases, *readings], key=lambda reading: reading.start)):
        if len(group) == 1:
            all_readings += group
            continue
        rules = [reading for reading in group if reading in by_rules]
        names = dict.fromkeys(reading.rule for reading in group)
        start, end = group[0].start, max(reading.end for reading in group)
        words, parts = _composed(wording.text, start, end, rules)
        all_readings.append(Substitution(start, end, words, " + ".join(names), parts))
    return all_readings


def _touching(readings: Sequence[Substitution]) -> Iterator[list[Substitution]]:
    """Runs of readings that overlap."""
    group: list[Substitution] = []
    end = 0
    for reading in readings:
        if group and reading.start >= end:
            yield group
            group = []
        group.append(reading)
        end = max(end, reading.end)
    if group:
        yield group


def _displayed(pieces: Sequence[Substitution], rewritings: Sequence[Rewriting], text: str) -> tuple[Substitution, ...]:
    """The readings carried back through the rewritings; two that claim the same character become one."""
    readings: list[Substitution] = []
    for piece in pieces:
        start, end = piece.start, piece.end
        for rewriting in rewritings:
            start, end = rewriting.start(start), rewriting.end(end)
        if readings and start < readings[-1].end:
            readings[-1] = _one(readings[-1], piece, end)
        elif piece.spoken != text[start:end] or piece.phonemes:
            readings.append(Substitution(start, end, piece.spoken, piece.rule, piece.parts, piece.phonemes))
    return tuple(readings)


def _one(first: Substitution, second: Substitution, end: int) -> Substitution:
    """Two readings of the same displayed character, such as the halves of a letter with two marks."""
    numbers = first.parts or second.parts
    parts = (*(first.parts or (first.spoken,)), *(second.parts or (second.spoken,))) if numbers else ()
    return Substitution(first.start, max(first.end, end), first.spoken + second.spoken, first.rule, parts)

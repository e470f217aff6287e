"""What an engine does with the text that it is handed, so that the text can be written for it."""

import msgspec


class Diction(msgspec.Struct, frozen=True, kw_only=True):
    """Declared by each engine. As it stands, an engine that is handed ordinary words and nothing else."""

    obeys_stress: bool = False
    """Says a vowel before U+0301 with the stress of the word."""
    reads_number_words: bool = True
    """Says Swedish number words right; else numbers go as digits and scale words, and words are respelled."""
    takes_phonemes: bool = False
    """Takes what stands in "[[" and "]]" for phonemes, which no page may write."""

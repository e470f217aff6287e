"""Which sentences of a page a word that somebody reports can have been heard in."""

from collections.abc import Iterable

from ...text.cleaning import squeeze


def bare(word: str) -> str:
    """The word without what stands around it: quotation marks, a full stop."""
    letters = [place for place, sign in enumerate(word) if _of_word(sign)]
    return word[letters[0] : letters[-1] + 1] if letters else ""


def occurrences(word: str, sentences: Iterable[str]) -> list[int]:
    """The numbers of the sentences that have the word by itself; where none has, of those that have it in another."""
    core = squeeze(bare(word).casefold())
    if not core:
        return []
    texts = [(number, squeeze(text.casefold())) for number, text in enumerate(sentences)]
    inside = [(number, text) for number, text in texts if core in text]
    return [number for number, text in inside if _alone(core, text)] or [number for number, _ in inside]


def _alone(core: str, text: str) -> bool:
    """Whether `core` stands somewhere in `text` with no letter or digit at either end."""
    at = text.find(core)
    while at >= 0:
        if not (_of_word(text[at - 1 : at]) or _of_word(text[at + len(core) : at + len(core) + 1])):
            return True
        at = text.find(core, at + len(core))
    return False


def _of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"

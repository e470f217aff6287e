"""The tables of cases that every language's tests are run from.

`<language>/kinds/<kind>.tsv`: what is written, a tab, what is said, in all the ways that are right with "|" between, no
space around it.
`<language>/sentences.tsv`: one text a line, its sentences with " ¦ " between.
"""

import re
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("sv", "ru")
TO_THE_LETTER = frozenset({"sv"})
"""Languages whose tables also tell punctuation and capitals."""


def kinds(language: str) -> list[str]:
    """The kinds of writing that a language has tables of."""
    return sorted(path.stem for path in (HERE / language / "kinds").glob("*.tsv"))


def cases(language: str, kind: str) -> list[tuple[str, list[str]]]:
    """Each written form with the spoken forms that are right."""
    lines = (HERE / language / "kinds" / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line)
    return [(written, re.split(r"(?<! )\|(?! )", spoken)) for written, spoken in rows]


def sentences(language: str) -> list[list[str]]:
    """Texts by their sentences."""
    lines = (HERE / language / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split(" ¦ ") for line in lines if line]


def heard(text: str) -> str:
    """What a listener can tell apart: neither punctuation, capitals, spaces nor ё."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return " ".join(re.sub(r"[^\w%§№€$₽°@&=]+", " ", plain).split())


def right(language: str, said: str, spoken: list[str]) -> bool:
    """Whether a text is said in one of the ways; to the letter in a language whose tables are kept so."""
    if language in TO_THE_LETTER:
        return said in spoken
    return heard(said) in {heard(form) for form in spoken}

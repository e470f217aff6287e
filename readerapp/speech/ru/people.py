"""Knows the participles that people are called by: "двое пострадавших"."""

import re
from collections.abc import Sequence

from .morphology import Form

_CALLED = re.compile(
    r"(?:подозреваем|пострадавш|погибш|задержанн|обвиняем|пропавш|отдыхающ|служащ|проживающ|умерш|заболевш|"
    r"госпитализированн|эвакуированн|осужд[её]нн|подсудим|поступающ|опрошенн|прибывш|зараж[её]нн|выздоровевш|спас[её]нн|"
    r"приглаш[её]нн|собравш|верующ|желающ|присутствующ|провожающ|встречающ|безработн|призванн|потерпевш)(?:ых|их|ым|им|ого|его|ому|ему)"
    r"|(?:учащ|обучающ|нуждающ|трудящ|заблудивш|отличивш|собравш)(?:и[хм]|его|ему)ся"
)


def people_called(word: str, readings: Sequence[Form]) -> tuple[Form, ...]:
    """A participle that people are called by, as their noun: "трёх подозреваемых"."""
    if not _CALLED.fullmatch(word):
        return ()
    stem = word.removesuffix("ся").removesuffix("го").removesuffix("му")
    lemma = f"{stem[:-1] if stem.endswith(('о', 'е')) else stem[:-2]}ый"
    return tuple(
        f._replace(pos="NOUN", lemma=lemma, animate=True, gender="masc")
        for f in readings
        if f.number == "plur" or f.gender == "masc"
    )

"""What tests and measurements of others may stand on: the built-in voice's sounds, and the sentences of a text."""

import atexit
from functools import cache

from .engines.espeak import EspeakEngine
from .engines.espeak_builds import BuildName
from .model import Article, Block, Run
from .speech import Shelf, render, script, utterance


def ipa(text: str, language: str, build: BuildName | None = None) -> str:
    """What the built-in voice says for a text, in IPA: read by the rules and the shipped lexicons, as it is spoken."""
    said = utterance(text, language, _lexicons().lexicons().get(language, ()))
    return _voice(build).ipa(render(said, EspeakEngine.diction), language)


def sentences(text: str, language: str) -> list[str]:
    """The sentences of one paragraph, as they are displayed."""
    block = Block(kind="paragraph", runs=(Run(text),), language=language)
    article = Article(address="https://example.org/", title="", language=language, blocks=(block,))
    return [said.text for said in script(article).utterances]


@cache
def _voice(build: BuildName | None) -> EspeakEngine:
    engine = EspeakEngine(workers=1, build=build)
    atexit.register(engine.close)
    return engine


@cache
def _lexicons() -> Shelf:
    return Shelf()

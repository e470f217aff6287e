"""A text by itself: how it is said, and what it sounds like."""

from typing import Final

from .. import audio, speech
from ..engines.contract import TellsSounds
from ..errors import VoiceForbidden, VoiceUnknown
from ..model import SpokenText
from ..store import contents
from . import clips
from .dependencies import Dependencies
from .plans import planned_for
from .request import ReadingPreferences
from .views import Explanation, Mention, Sample

OWN: Final = {
    "sv": "Så här låter jag när jag läser en sida för dig.",
    "ru": "Так звучит мой голос, когда я читаю вам страницу.",
    "en": "This is how I sound when I read a page to you.",
}
"""What a voice says to introduce itself, so that visitors can choose it by ear."""


def of_voice(name: str, using: Dependencies) -> bytes:
    """A voice's own sentence as MP3, made once and kept like any other.

    Raises VoiceUnknown, VoiceForbidden, EngineFailed, EngineBusy.
    """
    voice = using.voices.voice(name)
    if voice.language not in OWN:
        raise VoiceUnknown(voice=name)
    if not using.voices.allows(voice):
        raise VoiceForbidden(voice=name)
    utterance = speech.utterance(OWN[voice.language], voice.language, _lexicons(voice.language, using))
    return clips.make(planned_for(utterance, name, using), using).audio


def words(text: str, language: str, using: Dependencies) -> str:
    """The ordinary words that are said for a text, with the lexicons in force."""
    return speech.render(speech.utterance(text, language, _lexicons(language, using))).text


def speak(
    text: str, language: str, choice: str | None, using: Dependencies, trial: speech.Entry | None = None
) -> Sample:
    """The text in the wanted voice, else the best one; with `trial` as if a lexicon said that of a word.

    Raises NoVoice, VoiceUnknown, VoiceForbidden, EngineFailed.
    """
    voice = using.voices.choose(language, choice=choice)
    lexicons = _lexicons(language, using)
    if trial:
        lexicons = (*lexicons, speech.Lexicon(language, [trial]))
    utterance = speech.utterance(text, language, lexicons)
    speech_text = speech.render(utterance, using.voices.engine(voice.id).diction, using.accent)
    clip = audio.encode(using.voices.speak(speech_text, voice.id), "sample")
    return Sample(speech.render(utterance).text, voice, clip.audio)


def restressed(word: str, place: int, using: Dependencies) -> str:
    """The sounds of a Russian word with its stress on the vowel at a place, for the voice that obeys no mark.

    Empty where that voice cannot tell sounds, or they do not pair with the letters.
    """
    engine = using.voices.engines.get(using.timekeeper)
    if not isinstance(engine, TellsSounds) or engine.why_unavailable():
        return ""
    return speech.restressed(engine.ipa(SpokenText(word, "ru"), "ru"), word, place)


def mentions(word: str, most: int, using: Dependencies) -> list[Mention]:
    """The sentences of kept pages that say a word, so many at most."""
    results: dict[Mention, None] = {}
    sentences = (
        Mention(plan.address, plan.utterances[number].utterance.text)
        for plan in contents.plans(using.store)
        for number in speech.mentions([line.utterance for line in plan.utterances], word)
    )
    for mention in sentences:
        results[mention] = None
        if len(results) == most:
            break
    return list(results)


def explain(text: str, language: str, choice: str | None, using: Dependencies) -> Explanation:
    """What is read how; where stress is told to voices, as it is told to the one that would speak."""
    lexicons = _lexicons(language, using)
    if using.accent:
        diction = using.voices.engine(using.voices.choose(language, choice=choice).id).diction
        rows = speech.explain(text, language, lexicons, diction, using.accent)
    else:
        rows = speech.explain(text, language, lexicons)
    return Explanation(words(text, language, using), rows)


def _lexicons(language: str, using: Dependencies) -> tuple[speech.Lexicon, ...]:
    return tuple(using.options(ReadingPreferences()).lexicons.get(language, ()))

"""A text by itself: how it is said, and what it sounds like."""

from .. import audio, speech
from .dependencies import Dependencies
from .request import ReadingPreferences
from .views import Explanation, Sample


def words(text: str, language: str, using: Dependencies) -> str:
    """The ordinary words that are said for a text, with the lexicons in force."""
    return speech.render(speech.utterance(text, language, _lexicons(language, using))).text


def speak(text: str, language: str, wanted: str | None, using: Dependencies) -> Sample:
    """The text in the wanted voice, else the best one. Raises NoVoice, VoiceUnknown, VoiceForbidden, EngineFailed."""
    voice = using.voices.choose(language, wanted=wanted)
    utterance = speech.utterance(text, language, _lexicons(language, using))
    spoken = speech.render(utterance, using.voices.engine(voice.id).diction, using.accent)
    clip = audio.encode(using.voices.speak(spoken, voice.id), "sample")
    return Sample(speech.render(utterance).text, voice, clip.audio)


def explain(text: str, language: str, wanted: str | None, using: Dependencies) -> Explanation:
    """What is read how; where stress is told to voices, as it is told to the one that would speak."""
    lexicons = _lexicons(language, using)
    if using.accent:
        diction = using.voices.engine(using.voices.choose(language, wanted=wanted).id).diction
        rows = speech.explain(text, language, lexicons, diction, using.accent)
    else:
        rows = speech.explain(text, language, lexicons)
    return Explanation(words(text, language, using), rows)


def _lexicons(language: str, using: Dependencies) -> tuple[speech.Lexicon, ...]:
    return tuple(using.options(ReadingPreferences()).lexicons.get(language, ()))

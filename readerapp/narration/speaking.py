"""How an article is said: the words of its structure, the lexicons in force, and the model of Russian stress."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from .. import speech
from ..catalogs import Catalogues, compiled_path, path
from ..errors import Fault, SettingsWrong
from ..i18n import N_
from ..languages import READ
from ..text.stamps import Reloaded
from ..text.stamps import stamp as file_stamp
from .request import ReadingPreferences


def speech_options(
    translations: Path, lexicons: Sequence[Path]
) -> Callable[[ReadingPreferences], speech.SpeechOptions]:
    """The options for a visitor's preferences, as the files say at the moment of asking."""
    catalogues, lexicon_set = Catalogues(translations), speech.LexiconSet(lexicons)

    def say(language: str, message: str, plural: str = "", /, **facts: object) -> str:
        """Structure words in the article's language, which is not the visitor's."""
        texts = catalogues.translations(language if language in READ else READ[0])
        text = texts.ungettext(message, plural, int(str(facts["count"]))) if plural else texts.ugettext(message)
        return text % facts if facts else text

    def options(preferences: ReadingPreferences) -> speech.SpeechOptions:
        return speech.SpeechOptions(verbosity=preferences.verbosity, lexicons=lexicon_set.lexicons(), say=say)

    return options


def accent(*, stress: bool) -> speech.Accent | None:
    """The model of Russian stress, if it is wished for. Raises SettingsWrong where it is not installed."""
    if not stress:
        return None
    if not speech.Silero.installed():
        raise SettingsWrong([Fault("READERAPP_STRESS", N_("Install silero-stress: pip install readerapp[stress]"))])
    return speech.Silero()


def stamp(translations: Path, lexicons: Sequence[Path]) -> Callable[[], object]:
    """A function whose value changes when any file of lexicons or translations does."""
    own = [path(translations, language) for language in READ]
    tables = [compiled_path(translations, language) for language in READ]
    places = [Reloaded([place], partial(_files, place)) for place in (speech.SHIPPED, *lexicons)]

    def look() -> object:
        files = (*own, *tables, *(file for files in places for file in files()))
        return [(str(file), file_stamp(file)) for file in files]

    return look


def _files(place: Path, *_: object) -> Sequence[Path]:
    return sorted(place.glob("*.pls")) if place.is_dir() else [place]

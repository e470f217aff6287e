"""Which voice reads, as the visitor chose: in the address for this page, remembered for others, by language."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl

from flask import request

from ...languages import READ
from ...model import Voice
from .verbosity import COOKIE

VOICE: Final = "voice"
SPOKEN: Final = "spoken"
"""The argument of the form that tells which language the page was read in."""
_KEPT: Final = "voice."
"""How the name of a remembered choice begins; the language follows."""


def remembered(ready: Iterable[Voice]) -> dict[str, str]:
    """The ids of the voices that the visitor likes, by language; those that cannot be used now are left out."""
    languages = {voice.id: voice.language for voice in ready}
    cookie = parse_qsl(request.cookies.get(COOKIE, ""))
    favourites = {name.removeprefix(_KEPT): voice for name, voice in cookie if name.startswith(_KEPT)}
    return {language: voice for language, voice in favourites.items() if languages.get(voice) == language}


def chosen(ready: Iterable[Voice]) -> tuple[dict[str, str], str | None]:
    """What is to be remembered after a form was sent, and the voice that it names, if it names one."""
    voices = {voice.id: voice for voice in ready}
    favourites, voice = remembered(voices.values()), voices.get(request.args.get(VOICE, ""))
    language = request.args.get(SPOKEN, "")
    if voice:
        favourites[voice.language] = voice.id
    elif VOICE in request.args and language in READ:
        favourites.pop(language, None)
    return favourites, voice.id if voice else None


def pairs(favourites: dict[str, str]) -> list[tuple[str, str]]:
    """The remembered voices as they stand in the cookie."""
    return [(f"{_KEPT}{language}", voice) for language, voice in sorted(favourites.items())]

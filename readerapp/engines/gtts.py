"""Google Translate's voices, through gtts: the text goes to Google, and the service may refuse at any time.

The package makes the request bodies. It would send them without checking certificates, without a time limit,
over a new connection each, and takes an empty answer for sound; so they are sent from here.
"""

import base64
import binascii
import re
import time
from collections.abc import Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from importlib.metadata import version
from ssl import SSLContext
from typing import Final

from gtts import gTTS

from ..errors import EngineBusy, EngineFailed, SettingsWrong, VoiceUnknown
from ..i18n import N_
from ..languages import READ
from ..model import Diction, Sound, SpokenText, Voice
from .circuit_breaker import CircuitBreaker
from .gtts_settings import DOMAINS
from .packing import pack
from .prepared import prepare
from .promises import NOTHING, checked
from .retrying import retrying
from .sound_files import Samples, decode, join
from .web_request import Limits, RequestFailed, exists, open_client, post

LONGEST: Final = 100
"""Characters that the service takes at a time."""

_PATH: Final = "/_/TranslateWebserverUi/data/batchexecute"
_AUDIO: Final = re.compile(rb'jQ1olc","\[\\"([^"\\]*)\\"\]')
_REFUSED: Final = re.compile(rb'jQ1olc",(null|"\[null)')


class GttsEngine:
    """Google Translate's voices.

    `domain` is the end of translate.google.…; `parallel` how many requests may run at once; `seconds` the
    longest that one utterance may take. `base` and `certificates` lead tests to a server of their own.
    """

    name = "gtts"
    diction = Diction()

    def __init__(  # noqa: PLR0913 - each a setting with its default
        self,
        domain: str = "com",
        *,
        parallel: int = 4,
        seconds: float = 12.0,
        limits: Limits | None = None,
        base: str | None = None,
        certificates: SSLContext | None = None,
        breaker: CircuitBreaker | None = None,
    ) -> None:
        if domain not in DOMAINS:
            raise SettingsWrong(problems=f"translate.google.{domain}: not one of {', '.join(DOMAINS)}")
        self.version = f"{version('gtts')}-1"
        self._base = base or f"https://translate.google.{domain}"
        self._seconds = seconds
        self._limits = limits or Limits()
        self._client = open_client(parallel, self._limits, certificates)
        self._pool = ThreadPoolExecutor(parallel, thread_name_prefix="gtts")
        self._breaker = breaker or CircuitBreaker(lambda: exists(self._client, self._base))
        self._voices = tuple(
            Voice(
                id=f"gtts:{language}",
                engine=self.name,
                language=language,
                name="Google Translate",
                licence=N_("Google's terms of service"),
                online=True,
                provider="Google",
            )
            for language in READ
        )

    def why_unavailable(self) -> str | None:
        """None while Google answers; waits for the very first answer at most 0.4 s."""
        if self._breaker.ready():
            return None
        return N_("Google does not answer from here. It is asked again by itself; check the network.")

    def warm(self) -> None:
        """Find out in the background whether Google answers."""
        self._breaker.look()

    def voices(self) -> Sequence[Voice]:
        """One a language."""
        return self._voices

    def speak(self, utterance: SpokenText, voice: Voice) -> Sound:
        """Have it said. Raises EngineBusy when Google does not answer or answers with something else."""
        language = self._language(voice)
        text = prepare(utterance.text).text
        if not any(letter.isalnum() for letter in text):
            return NOTHING
        if not self._breaker.ready():
            raise EngineBusy(reason="Google does not answer")
        parts = [part for part in pack(text, LONGEST) if any(letter.isalnum() for letter in part)]
        sounds = self._say(parts, language)
        rates = {rate for _, rate in sounds}
        if len(rates) != 1:
            raise EngineFailed(reason=f"parts at different rates: {rates}")
        rate = rates.pop()
        samples = join([(part, samples) for part, (samples, _) in zip(parts, sounds, strict=True)], rate)
        return checked(Sound(samples, rate), utterance)

    def close(self) -> None:
        """Drop the connections; what is under way ends by its own limits."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._client.close()

    def _language(self, voice: Voice) -> str:
        engine, _, language = voice.id.partition(":")
        if engine != self.name or language not in READ:
            raise VoiceUnknown(voice=voice.id)
        return language

    def _say(self, parts: Sequence[str], language: str) -> list[tuple[Samples, int]]:
        """Each part's sound, several at once; the pool is the limit for all callers together."""
        deadline = time.monotonic() + self._seconds
        try:
            answers = [self._pool.submit(self._ask, part, language, deadline) for part in parts]
        except RuntimeError as error:
            raise EngineBusy(reason="closed") from error
        try:
            sounds = [each.result(max(0.0, deadline - time.monotonic())) for each in answers]
        except RequestFailed as error:
            self._breaker.failed(error.seconds, late=error.late)
            raise (EngineBusy if error.passing else EngineFailed)(reason=error) from error
        except (Late, CancelledError) as error:
            self._breaker.failed(late=True)
            raise EngineBusy(reason="Google takes too long") from error
        finally:
            for each in answers:
                each.cancel()
        self._breaker.succeeded()
        return sounds

    def _ask(self, part: str, language: str, deadline: float) -> tuple[Samples, int]:
        (body,) = gTTS(
            part, lang=language, lang_check=False, pre_processor_funcs=[], tokenizer_func=_whole
        ).get_bodies()
        return retrying(lambda: self._ask_once(body.encode()), deadline)

    def _ask_once(self, body: bytes) -> tuple[Samples, int]:
        answer = post(self._client, self._base + _PATH, body, gTTS.GOOGLE_TTS_HEADERS, self._limits)
        return decode(_audio(answer))


def _whole(text: str) -> list[str]:
    return [text]


def _audio(answer: bytes) -> bytes:
    """The MP3 in an answer. Raises RequestFailed for the answers that only look like one."""
    if match := _AUDIO.search(answer):
        try:
            return base64.b64decode(match[1], validate=True)
        except binascii.Error as error:
            raise RequestFailed(f"the sound is garbled: {error}", passing=True) from error
    if _REFUSED.search(answer):
        raise RequestFailed("Google has no sound for this text", passing=False)
    raise RequestFailed("an answer without sound", passing=True)

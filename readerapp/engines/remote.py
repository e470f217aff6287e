"""Any server with OpenAI's /v1/audio/speech: a neural voice on a GPU of one's own, or a cluster of them."""

import ipaddress
import json
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from functools import partial
from ssl import SSLContext
from typing import Final, Literal
from urllib.parse import urlsplit

from ..errors import EngineBusy, EngineFailed, SettingsWrong, VoiceUnknown
from ..i18n import N_
from ..model import Diction, Sound, SpokenText, Voice
from .circuit_breaker import CircuitBreaker
from .packing import pack
from .prepared import prepare
from .promises import NOTHING, checked
from .retrying import retrying
from .sound_files import Samples, decode, decode_pcm, join
from .web_request import Limits, RequestFailed, exists, open_client, post

LONGEST: Final = 4096
"""Characters that the protocol allows in one request."""
PATIENT: Final = Limits(connect=2.0, read=30.0, whole=60.0)
Form = Literal["wav", "mp3", "pcm"]


class RemoteEngine:
    """A server at `address` (up to and with /v1), its `model`, and its `voices`: name by language.

    `form` is what is asked for: "pcm" is taken for 24 kHz, 16 bits, mono, as OpenAI sends it; the others say
    themselves. `key` goes as a bearer token. `parallel` requests run at once, `seconds` is the longest that one
    utterance may take. `certificates` and `limits` are for servers and tests of one's own.
    """

    name = "remote"
    diction = Diction()

    def __init__(  # noqa: PLR0913 - each a setting with its default
        self,
        address: str,
        model: str,
        voices: Mapping[str, str],
        *,
        key: str = "",
        form: Form = "wav",
        parallel: int = 4,
        seconds: float = 90.0,
        limits: Limits = PATIENT,
        certificates: SSLContext | None = None,
    ) -> None:
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise SettingsWrong(problems=f"{address}: not the address of a speech server")
        self.version = f"{model}-{form}-1"
        self._address = address.rstrip("/")
        self._host = parts.hostname
        self._model = model
        self._voices = dict(voices)
        self._headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._form = form
        self._seconds = seconds
        self._limits = limits
        self._client = open_client(parallel, limits, certificates)
        self._pool = ThreadPoolExecutor(parallel, thread_name_prefix="remote")
        self._breaker = CircuitBreaker(lambda: exists(self._client, self._address))

    def why_unavailable(self) -> str | None:
        """None while the server answers; waits for the very first answer at most 0.4 s."""
        if self._breaker.ready():
            return None
        return N_("The speech server does not answer. It is asked again by itself; check its address.")

    def warm(self) -> None:
        """Find out in the background whether the server answers."""
        self._breaker.look()

    def voices(self) -> Sequence[Voice]:
        """One for each language that a voice was named for."""
        return [
            Voice(
                id=self._id(language),
                engine=self.name,
                language=language,
                name=f"{name} ({self._model})",
                online=not _is_here(self._host),
                provider=self._host,
            )
            for language, name in self._voices.items()
        ]

    def _id(self, language: str) -> str:
        return f"remote:{language}-{self._voices[language]}"

    def speak(self, utterance: SpokenText, voice: Voice) -> Sound:
        """Have it said. Raises EngineBusy when the server does not answer, EngineFailed when it refuses."""
        if voice.id not in map(self._id, self._voices):
            raise VoiceUnknown(voice=voice.id)
        text = prepare(utterance.text).text
        if not any(letter.isalnum() for letter in text):
            return NOTHING
        if not self._breaker.ready():
            raise EngineBusy(reason=f"{self._host} does not answer")
        try:
            sound = self._pool.submit(self._say, text, self._voices[voice.language]).result(self._seconds)
        except RequestFailed as error:
            self._breaker.failed(error.seconds, late=error.late)
            raise (EngineBusy if error.passing else EngineFailed)(reason=error) from error
        except (Late, RuntimeError) as error:
            self._breaker.failed(late=True)
            raise EngineBusy(reason=f"{self._host} takes too long") from error
        self._breaker.succeeded()
        return checked(sound, utterance)

    def close(self) -> None:
        """Drop the connections; what is under way ends by its own limits."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._client.close()

    def _say(self, text: str, name: str) -> Sound:
        deadline = time.monotonic() + self._seconds
        parts: list[tuple[str, Samples]] = []
        rate = 0
        for part in pack(text, LONGEST):
            samples, own = retrying(partial(self._ask, part, name), deadline)
            if rate not in {0, own}:
                raise RequestFailed("parts at different rates", passing=False)
            rate = own
            parts.append((part, samples))
        return Sound(join(parts, rate), rate)

    def _ask(self, text: str, name: str) -> tuple[Samples, int]:
        question = {"model": self._model, "voice": name, "input": text, "response_format": self._form}
        body = json.dumps(question).encode()
        answer = post(self._client, f"{self._address}/audio/speech", body, self._headers, self._limits)
        return decode_pcm(answer) if self._form == "pcm" else decode(answer)


def _is_here(host: str) -> bool:
    """Whether a host is this machine, so that no text leaves it."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

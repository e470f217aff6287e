"""Every setting: one table of name, default and help, read from READERAPP_… variables and one TOML file."""

import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from .errors import SettingsWrong

PREFIX = "READERAPP_"


def _split(value: object) -> object:
    return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
"""A list; in a variable its words are separated by spaces or commas."""


def _each(pattern: str, example: str) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    def check(words: tuple[str, ...]) -> tuple[str, ...]:
        for word in words:
            if not re.fullmatch(pattern, word):
                message = f"“{word}” is not of the form {example}"
                raise ValueError(message)
        return words

    return check


Pairs = Annotated[Words, AfterValidator(_each(r"\w+=\S+", "language=voice"))]
Places = Annotated[Words, AfterValidator(_each(r"\S+:\d{1,5}", "host:port"))]


class Settings(BaseSettings):
    """What an operator can choose. docs/settings.md shows the same table."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=1, le=65535, description="Port to listen on.")
    processes: int = Field(2, ge=1, le=64, description="Server processes.")
    threads: int = Field(32, ge=1, le=512, description="Requests that one process answers at once.")
    workers: int = Field(
        2, ge=1, le=64, description="Sentences that one process speaks at once; one for each core is right."
    )
    proxies: int = Field(0, ge=0, le=8, description="Trusted proxies in front, whose X-Forwarded headers are believed.")

    cache: Path = Field(Path("audio_cache"), description="Folder for fetched pages and sound.")
    cache_megabytes: int = Field(
        2000, ge=1, description="Size of that folder; the least recently heard goes first when it is full."
    )
    translations: Path = Field(Path("translations"), description="Folder of the gettext catalogues.")
    lexicons: Words = Field(
        (), description="Pronunciation lexicons of your own (W3C PLS files), read after the shipped ones and winning."
    )

    stress: bool = Field(
        False,
        description="Tell the voices that obey it (Piper's) how Russian words are stressed and which е is ё; needs "
        "pip install readerapp[stress].",
    )

    offline: bool = Field(False, description="Forbid every online voice: no text leaves this machine.")
    voices: Words = Field(
        ("piper", "gtts", "espeak"),
        description="Voices in order of preference: engines (gtts, espeak, piper, remote) or voices by id (espeak:sv).",
    )
    voices_folder: Path = Field(
        Path("voices"), description="Folder for voices installed by “readerapp voices install”."
    )
    gtts_domain: str = Field("com", description="The end of the Google Translate host that gTTS asks: com, se, fi, ….")
    remote_address: str = Field(
        "", description="Address of a speech server with the OpenAI protocol, such as http://gpu.example.se:8000/v1."
    )
    remote_model: str = Field("tts-1", description="Model to ask that server for.")
    remote_key: SecretStr = Field(SecretStr(""), description="Key for that server; best given as a variable.")
    remote_voices: Pairs = Field((), description="Its voices by language: sv=anna ru=irina.")

    sites: Words = Field(("*",), description="Hosts that may be read, such as *.example.se; * is any public host.")
    site_rules: Path | None = Field(
        None,
        description="TOML file with what to read and to skip on the pages of a host: a table for each host, such as "
        "*.example.se, with lists of CSS selectors named read and skip.",
    )
    private_hosts: Places = Field(
        (), description="host:port pairs that may be read although they are not public, such as 127.0.0.1:8000."
    )
    demo: bool = Field(True, description="Serve the two demo articles under /demo.")
    fresh_seconds: int = Field(300, ge=0, description="For how long a fetched page is not asked for again.")
    page_megabytes: int = Field(10, ge=1, le=100, description="Largest page that is read.")
    page_seconds: int = Field(15, ge=1, le=120, description="Longest time that a site gets to answer.")

    pages_per_minute: int = Field(30, ge=1, description="Pages that one client may open in a minute.")
    sounds_per_minute: int = Field(1200, ge=1, description="Sentences that one client may ask for in a minute.")
    rate_storage: str = Field(
        "memory://", description="Where requests are counted; an address such as redis://… counts for all processes."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then variables, then the TOML file that READERAPP_SETTINGS names."""
        del dotenv_settings, file_secret_settings
        file = os.environ.get(f"{PREFIX}SETTINGS", "readerapp.toml")
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, file)


def load(**given: Any) -> Settings:  # noqa: ANN401 - values of any type, which pydantic checks
    """The settings in force. Raises SettingsWrong, naming all the wrong ones at once."""
    known = {f"{PREFIX}{name.upper()}" for name in (*Settings.model_fields, "settings")}
    problems = [f"{name}: no such setting" for name in os.environ if name.startswith(PREFIX) and name not in known]
    try:
        settings = Settings(**given)
    except tomllib.TOMLDecodeError as wrong:
        problems.append(f"{PREFIX}SETTINGS: {wrong}")
    except ValidationError as wrong:
        problems += [f"{PREFIX}{str(e['loc'][0]).upper()}: {e['msg']} ({e['input']!r})" for e in wrong.errors()]
    if problems:
        raise SettingsWrong(problems="\n".join(problems))
    return settings

"""The table: each setting with its form, its default and its help."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import Field, create_model
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from ..i18n import N_, here
from .engines import declared_fields, secrets
from .forms import (
    Contact,
    Database,
    File,
    Host,
    Issuer,
    Networks,
    OwnFolder,
    Paths,
    Places,
    Prefix,
    Proxy,
    Sites,
    Storage,
    Voices,
)

PREFIX: Final = "READERAPP_"
FILE_VARIABLE: Final = f"{PREFIX}SETTINGS"
DEFAULT_FILE: Final = "readerapp.toml"
SECRET: Final = {"rate_storage", "egress_proxy", "database", "openid_secret"} | secrets()
"""Settings whose values are not shown, because they are or may contain a password."""

_ORDER: Final = ("remote", "piper", "gtts", "espeak")


class ServiceSettings(BaseSettings):
    """What an operator can choose of the service itself."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True, validate_default=False
    )

    host: Host = Field("127.0.0.1", description=N_("Address to listen on."))
    port: int = Field(8000, ge=1, le=65535, description=N_("Port to listen on."))
    processes: int = Field(2, ge=1, le=64, description=N_("Server processes."))
    threads: int = Field(
        32,
        ge=1,
        le=512,
        description=N_("Requests that one process answers at once; half of them may fetch pages at a time."),
    )
    workers: int = Field(
        2, ge=1, le=64, description=N_("Sentences that one process speaks at once; one for each core is right.")
    )
    proxies: int = Field(
        0, ge=0, le=8, description=N_("Trusted proxies in front, whose X-Forwarded headers are believed.")
    )

    hosts: Sites = Field(
        ("*",),
        description=N_("Names under which the service may be asked, such as lyssna.example.se; * is any name."),
    )
    prefix: Prefix = Field(
        "", description=N_("Path under which the service is reached where that is not the root, such as /lyssna.")
    )

    accel: Prefix = Field(
        "",
        description=N_(
            "Path under which nginx, in front, finds the folder of the cache, so that it sends finished recordings by "
            "itself (X-Accel-Redirect), such as /kept."
        ),
    )

    cache: OwnFolder = Field(
        Path("audio_cache"), validate_default=True, description=N_("Folder for fetched pages and sound.")
    )
    cache_megabytes: int = Field(
        2000, ge=1, description=N_("Size of that folder; the least recently heard goes first when it is full.")
    )
    reports: OwnFolder = Field(
        Path("reports"),
        description=N_("Folder where what listeners report waits while the database does not answer."),
    )
    reports_per_hour: int = Field(12, ge=1, description=N_("Reports that one client may send in an hour."))
    operator: str = Field("", description=N_("Who runs this service, as the accessibility statement names it."))
    contact: Contact = Field(
        "",
        description=N_(
            "Where visitors write about accessibility and privacy: an e-mail address, or an address that begins with "
            "https://."
        ),
    )
    complaints: Contact = Field(
        "https://www.digg.se/tdosanmalan",
        description=N_(
            "Where the authority that supervises accessibility takes complaints, as the accessibility statement names "
            "it."
        ),
    )
    translations: OwnFolder = Field(
        Path("translations"),
        description=N_(
            "Folder of the gettext catalogues. One of your own is begun with the shipped ones, and an upgrade is "
            "merged into it."
        ),
    )
    language_percent: int = Field(
        95,
        ge=1,
        le=100,
        description=N_("How much of a new language must be translated before visitors may choose it, in per cent."),
    )
    database: Database = Field(
        "readerapp.db",
        description=N_(
            "Where accounts, edits and what listeners report are kept: a file, or the address of a PostgreSQL "
            "database, such as postgresql://user:password@host/name (needs pip install readerapp[postgresql])."
        ),
    )
    openid_issuer: Issuer = Field(
        "",
        description=N_(
            "OpenID Connect provider by which translators may sign in, such as https://login.example.se/realms/town "
            "(needs pip install readerapp[openid]). Only accounts that you have added are let in."
        ),
    )
    openid_client: str = Field("", description=N_("What this service is called there (client id)."))
    openid_secret: str = Field("", description=N_("The secret that goes with it (client secret)."))
    openid_claim: str = Field(
        "email",
        min_length=1,
        description=N_(
            "What the provider tells of somebody that is the name of their account here: email (where it says that it "
            "has verified it), preferred_username, sub, or another claim."
        ),
    )
    follow_seconds: int = Field(
        2,
        ge=1,
        le=3600,
        description=N_(
            "How often, in seconds, each machine looks in a PostgreSQL database for what translators saved on others."
        ),
    )
    lexicons: Paths = Field(
        (),
        description=N_("Pronunciation lexicons of your own (W3C PLS files), read after the shipped ones and winning."),
    )

    stress: bool = Field(
        False,
        description=N_(
            "Tell the voices that obey it (Piper's) how Russian words are stressed and which е is ё; needs "
            "pip install readerapp[stress]."
        ),
    )

    offline: bool = Field(False, description=N_("Forbid every online voice: no text leaves this machine."))
    voices: Voices = Field(
        _ORDER,
        description=N_(
            "Voices in order of preference: engines (gtts, espeak, piper, remote) or voices by id (espeak:sv). "
            "Nobody can use a voice that is not among them."
        ),
    )
    voices_folder: Path = Field(
        Path("voices"), description=N_("Folder for voices installed by “readerapp voices install”.")
    )
    sites: Sites = Field(("*",), description=N_("Hosts that may be read, such as *.example.se; * is any public host."))
    site_rules: File | None = Field(
        None,
        description=N_(
            "TOML file with what to read and to skip on the pages of a host: a table for each host, such as "
            "*.example.se, with lists of CSS selectors named read and skip."
        ),
    )
    private_hosts: Places = Field(
        (), description=N_("host:port pairs that may be read although they are not public, such as 127.0.0.1:8000.")
    )
    closed_networks: Networks = Field(
        (),
        description=N_(
            "Networks of your own that are never connected to although they are public, such as 198.51.100.0/24."
        ),
    )
    egress_proxy: Proxy = Field(
        "",
        description=N_(
            "Proxy through which pages are fetched, such as http://proxy.example.se:3128. Which inside addresses are "
            "closed is then for that proxy to decide."
        ),
    )
    demo: bool = Field(True, description=N_("Serve the two demo articles under /demo."))
    fresh_seconds: int = Field(300, ge=0, description=N_("For how long a fetched page is not asked for again."))
    page_megabytes: int = Field(10, ge=1, le=100, description=N_("Largest page that is read."))
    page_workers: int = Field(
        2,
        ge=0,
        le=64,
        description=N_(
            "Pages that one process works on at once, each in a process of its own with the three limits below; 0 "
            "works on them in the process that answers everybody, without limits: only for sites that you trust."
        ),
    )
    page_cpu_seconds: int = Field(20, ge=1, le=600, description=N_("Longest computing time that a page may take."))
    page_work_seconds: int = Field(40, ge=1, le=600, description=N_("Longest time by the clock that it may take."))
    page_memory_megabytes: int = Field(1000, ge=200, le=64000, description=N_("Most memory that it may take."))
    page_seconds: int = Field(15, ge=1, le=120, description=N_("Longest time that a site gets to answer."))

    pages_per_minute: int = Field(30, ge=1, description=N_("Pages that one client may open in a minute."))
    sounds_per_minute: int = Field(1200, ge=1, description=N_("Sentences that one client may ask for in a minute."))
    sign_ins_per_minute: int = Field(
        10, ge=1, description=N_("Sign-ins that one client may try in a minute, whatever the name.")
    )
    rate_storage: Storage = Field(
        "memory://",
        description=N_("Where requests are counted; an address such as redis://… counts for all processes."),
    )

    @property
    def translators_lexicons(self) -> Path:
        """Folder of the lexicons that translators write in their workbench; it lies among the translations."""
        return here(self.translations).absolute() / "lexicons"

    @property
    def lexicon_paths(self) -> tuple[Path, ...]:
        """Every lexicon after the shipped ones, those of later places winning."""
        return (*map(Path, self.lexicons), self.translators_lexicons)

    @property
    def shares_database(self) -> bool:
        """Whether other machines may use the same database."""
        return self.database.startswith("postgresql")

    @property
    def names_voices(self) -> bool:
        """Whether the operator has an order of voices of their own."""
        return self.voices != _ORDER

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
        file = os.environ.get(FILE_VARIABLE) or DEFAULT_FILE
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, file)


if TYPE_CHECKING:

    class Settings(ServiceSettings):
        """What an operator can choose, engines included. docs/settings.md shows the same table."""

else:
    Settings = create_model("Settings", __base__=ServiceSettings, **declared_fields())

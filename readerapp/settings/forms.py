"""What the value of a setting must look like; each check says what is wrong and what would be right."""

import ipaddress
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator
from pydantic_settings import NoDecode

from ..engines.declaring import entries
from ..errors import AddressMalformed, AddressMissing
from ..i18n import N_
from ..languages import READ

ENGINES: Final = "readerapp.engines"
"""Entry point group; an engine that somebody else wrote is found like ours."""
_HOST_NAME: Final = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*")
_PLACE: Final = re.compile(r"(.+):(\d{1,5})")
_MAIL: Final = re.compile(r"[^\s@/:?&]+@[^\s@/:?&]+")
_PREFIX: Final = re.compile(r"(?:/[A-Za-z0-9._~-]+)+")
_PACKAGE: Final = re.compile(r"'(\w+)' prerequisite")
"""How the library for counting says that the driver of a database is not installed."""


class Unfit(ValueError):
    """A value that cannot be used: a msgid that says why, and what fills its placeholders."""

    def __init__(self, text: str, **facts: str) -> None:
        super().__init__(text % facts)
        self.text, self.facts = text, facts


def clean(address: str) -> str:
    """An address as `fetch` cleans it; that room is loaded for those who name addresses, and for nobody else."""
    from ..fetch import clean as cleaned

    return cleaned(address)


def _split(value: object) -> object:
    return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value


def _each(check: Callable[[str], str]) -> AfterValidator:
    def all_of(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(check(word) for word in words)

    return AfterValidator(all_of)


def bracketed(host: str) -> str:
    """The host as it stands in an address: an IPv6 one in brackets."""
    return f"[{host}]" if ":" in host else host


def _host(value: str) -> str:
    bare = value.removeprefix("[").removesuffix("]")
    try:
        ipaddress.ip_address(bare)
    except ValueError:
        if ":" in bare or not _HOST_NAME.fullmatch(bare):
            raise Unfit(N_("must be an IP address or a host name, without a port")) from None
    return bare


def _pair(word: str) -> str:
    language, equals, name = word.partition("=")
    if not (equals and name) or language not in READ:
        raise Unfit(N_("“%(word)s” is not of the form sv=voice; languages: %(known)s"), word=word, known=" ".join(READ))
    return word


def _private(word: str) -> str:
    """The pair with its host as addresses have it. Raises Unfit."""
    match = _PLACE.fullmatch(word)
    try:
        host = urlsplit(clean(f"http://{word}/")).hostname if match else None
    except (AddressMalformed, AddressMissing):
        host = None
    if not (match and host) or "/" in word:
        raise Unfit(N_("“%(word)s” is not of the form host:port, such as 127.0.0.1:8000 or [::1]:8000"), word=word)
    return f"{bracketed(host)}:{int(match[2])}"


def _site(word: str) -> str:
    stem = word.removeprefix("*.")
    try:
        fits = word == "*" or (not set(stem) & set("/:?#*") and bool(clean(f"http://{stem}/")))
    except (AddressMalformed, AddressMissing):
        fits = False
    if not fits:
        raise Unfit(N_("“%(word)s” is not a host, such as www.example.se or *.example.se"), word=word)
    return word


def _voices(words: tuple[str, ...]) -> tuple[str, ...]:
    engines = sorted(entries(ENGINES).names)
    for word in words:
        if word.partition(":")[0] not in engines:
            raise Unfit(N_("“%(word)s” is no engine; there are: %(known)s"), word=word, known=" ".join(engines))
    if not words:
        raise Unfit(N_("must name at least one engine or voice"))
    return words


def _prefix(value: str) -> str:
    bare = value.rstrip("/")
    if bare and not _PREFIX.fullmatch(bare):
        raise Unfit(N_("must be a path that begins with a slash, such as /lyssna"))
    return bare


def _network(word: str) -> str:
    try:
        return str(ipaddress.ip_network(word))
    except ValueError:
        raise Unfit(N_("“%(word)s” is no network, such as 198.51.100.0/24"), word=word) from None


def _proxy(value: str) -> str:
    parts = urlsplit(value)
    try:
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none
        fits = False
    if value and not fits:
        raise Unfit(N_("must be an address such as http://proxy.example.se:3128"))
    return value


def _address(value: str) -> str:
    parts = urlsplit(value)
    if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise Unfit(N_("must be an address that begins with http:// or https://"))
    return value


def _contact(value: str) -> str:
    if value and not _MAIL.fullmatch(value) and not value.startswith("https://"):
        raise Unfit(N_("must be an e-mail address, or an address that begins with https://"))
    return value


def _own_folder(path: Path) -> Path:
    """A folder that is there, or that we may make; whether it can be written to is told when the service starts."""
    if path.is_dir() and os.access(path, os.R_OK | os.X_OK):
        return path  # what is kept is read aloud from a read-only disk too
    nearest = next(parent for parent in (path.absolute(), *path.absolute().parents) if os.access(parent, os.F_OK))
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        raise Unfit(N_("“%(path)s” is not a folder that may be written to"), path=str(nearest))
    return path


def _there(path: Path) -> Path:
    if not os.access(path, os.R_OK):
        raise Unfit(N_("“%(path)s” is not there, or may not be read"), path=str(path))
    return path


def _file(path: Path) -> Path:
    if path.is_dir():
        raise Unfit(N_("“%(path)s” is a folder, not a file"), path=str(path))
    return _there(path)


def _database(value: str) -> str:
    from importlib.util import find_spec

    kind, separator, _ = value.partition("://")
    if separator and kind not in {"postgresql", "sqlite"}:
        raise Unfit(N_("must be the name of a file, or an address that begins with postgresql://"))
    if kind == "postgresql" and separator and not find_spec("psycopg"):
        raise Unfit(N_("needs a Python package: pip install %(package)s"), package="readerapp[postgresql]")
    return value


def _issuer(value: str) -> str:
    from importlib.util import find_spec

    parts = urlsplit(value)
    near = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if value and not (parts.hostname and (parts.scheme == "https" or (parts.scheme == "http" and near))):
        raise Unfit(N_("must be an address that begins with https://"))
    if value and not find_spec("authlib"):
        raise Unfit(N_("needs a Python package: pip install %(package)s"), package="readerapp[openid]")
    return value


def _storage(value: str) -> str:
    from limits.errors import ConfigurationError
    from limits.storage import storage_from_string

    try:
        storage_from_string(value)
    except ConfigurationError as wrong:
        if package := _PACKAGE.match(str(wrong)):
            raise Unfit(N_("needs a Python package: pip install %(package)s"), package=package[1]) from wrong
        raise Unfit(N_("cannot be used: %(reason)s"), reason=str(wrong).partition(". ")[0]) from wrong
    except Exception as wrong:  # drivers of other people's databases raise what they like
        raise Unfit(N_("cannot be used: %(reason)s"), reason=type(wrong).__name__) from wrong
    return value


Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
"""A list; in a variable its words are separated by spaces or commas."""
Host = Annotated[str, AfterValidator(_host)]
Pairs = Annotated[Words, _each(_pair)]
Places = Annotated[Words, _each(_private)]
Sites = Annotated[Words, _each(_site)]
Voices = Annotated[Words, AfterValidator(_voices)]
Networks = Annotated[Words, _each(_network)]
Proxy = Annotated[str, AfterValidator(_proxy)]
Prefix = Annotated[str, AfterValidator(_prefix)]
Address = Annotated[str, AfterValidator(_address)]
Issuer = Annotated[str, AfterValidator(_issuer)]
Database = Annotated[str, AfterValidator(_database)]
Contact = Annotated[str, AfterValidator(_contact)]
OwnFolder = Annotated[Path, AfterValidator(_own_folder)]
File = Annotated[Path, AfterValidator(_file)]
Paths = Annotated[Words, _each(lambda word: str(_there(Path(word))))]
Storage = Annotated[str, AfterValidator(_storage)]

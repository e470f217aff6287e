"""From variables and a file to settings, with every fault told at once."""

import difflib
import os
import tomllib
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from pydantic_settings import SettingsConfigDict

from ..errors import Fault, SettingsWrong
from ..i18n import N_
from .forms import Unfit
from .table import DEFAULT_FILE, FILE_VARIABLE, PREFIX, SECRET, Settings

_KNOWN: Final = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | {FILE_VARIABLE}
_WHOLE: Final = N_("must be a whole number")
_TEXTS: Final = {
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "greater_than_equal": N_("must be at least %(ge)s"),
    "less_than_equal": N_("must be at most %(le)s"),
    "bool_parsing": N_("must be 1 or 0"),
    "bool_type": N_("must be 1 or 0"),
    "string_type": N_("must be a text"),
    "tuple_type": N_("must be a list of words"),
    "path_type": N_("must be the name of a file or folder"),
}


class _Lenient(Settings):
    """Settings beside which there may be names that are none."""

    model_config = SettingsConfigDict(extra="ignore")


def load(**overrides: Any) -> Settings:  # noqa: ANN401 - values of any type, which pydantic checks
    """The settings in force. Raises SettingsWrong, naming all the wrong ones at once."""
    settings, faults = read(**overrides)
    if faults:
        raise SettingsWrong(faults)
    return settings


def read(**overrides: Any) -> tuple[Settings, list[Fault]]:  # noqa: ANN401 - as above
    """The settings, and what is wrong with them; what is wrong has its default."""
    faults = [_unknown(name) for name in os.environ if name.startswith(PREFIX) and name not in _KNOWN]
    try:
        faults += _missing_file()
        return Settings(**overrides), faults
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        return Settings.model_construct(**overrides), [*faults, _unreadable(wrong)]
    except ValidationError as wrong:
        problems = wrong.errors()
        bad = {str(error["loc"][0]) for error in problems}
        defaults = {name: getattr(Settings.model_construct(), name) for name in bad & set(Settings.model_fields)}
        return _with_defaults(overrides, defaults), [*faults, *(_fault(error) for error in problems)]


def _with_defaults(overrides: dict[str, Any], defaults: dict[str, Any]) -> Settings:
    """What can be used of the settings, so that the rest of them can be tried as well."""
    try:
        return _Lenient(**{**overrides, **defaults})
    except ValidationError:  # a default that does not fit this machine
        return Settings.model_construct(**overrides)


def _missing_file() -> list[Fault]:
    """The fault where there is no file of the name that the operator gave; without a name there need be none."""
    path = os.environ.get(FILE_VARIABLE)
    try:
        if path:
            Path(path).open("rb").close()
    except (FileNotFoundError, IsADirectoryError) as missing:
        return [_unreadable(missing)]
    return []


def _unreadable(wrong: Exception) -> Fault:
    reason = (wrong.strerror if isinstance(wrong, OSError) else None) or str(wrong)
    file = os.environ.get(FILE_VARIABLE) or DEFAULT_FILE
    return Fault(f"{FILE_VARIABLE}={file}", N_("cannot be read: %(reason)s"), {"reason": reason})


def _unknown(variable: str) -> Fault:
    near = difflib.get_close_matches(variable, sorted(_KNOWN), 1)
    if near:
        return Fault(variable, N_("there is no such setting; perhaps %(near)s is meant"), {"near": near[0]})
    return Fault(variable, N_("there is no such setting"))


def _fault(error: Any) -> Fault:  # noqa: ANN401 - pydantic's own record of an error
    name, value = str(error["loc"][0]), error["input"]
    variable = f"{PREFIX}{name.upper()}"
    if error["type"] == "extra_forbidden":
        return _unknown(variable)
    display = " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    where = variable if name in SECRET else f"{variable}={display}"
    context = error.get("ctx", {})
    if isinstance(context.get("error"), Unfit):
        return Fault(where, context["error"].text, context["error"].facts)
    if text := _TEXTS.get(error["type"]):
        return Fault(where, text, {key: str(fact) for key, fact in context.items()})
    return Fault(where, N_("cannot be used: %(reason)s"), {"reason": error["msg"]})

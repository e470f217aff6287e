"""The settings that engines declare, as part of the table: `READERAPP_ENGINE_FIELD`, checked like our own."""

from typing import Annotated, Any, Final, get_origin

import msgspec
from pydantic import AfterValidator, Field, SecretStr
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from ..engines.declaring import Setting, declared, settings_of
from ..i18n import N_
from .forms import Address, Pairs, Unfit, Words

_FORMS: Final[dict[str, Any]] = {"address": Address, "pairs": Pairs, "secret": SecretStr}


def declared_fields() -> dict[str, Any]:
    """Type and field of every setting that an engine declares for itself, by name."""
    settings = [each for engine, struct in sorted(declared().items()) for each in settings_of(engine, struct)]
    return {each.name: (_form(each), _field(each)) for each in settings if not each.service}


def secrets() -> set[str]:
    """Names of those whose values are not shown."""
    return {
        each.name
        for engine, struct in declared().items()
        for each in settings_of(engine, struct)
        if each.form == "secret"
    }


def arguments(engine: str, settings: BaseSettings) -> dict[str, object] | None:
    """What the engine is made with; None where a setting is missing without which there is none."""
    struct = declared().get(engine)
    if struct is None:
        return {}
    every = list(settings_of(engine, struct))
    if any(each.required and not getattr(settings, each.name) for each in every):
        return None
    return msgspec.structs.asdict(struct(**{each.field: _value(each, settings) for each in every}))


def required(engine: str) -> list[str]:
    """Names of the settings without which there is no such engine."""
    struct = declared().get(engine)
    return [each.name for each in settings_of(engine, struct) if each.required] if struct else []


def _value(each: Setting, settings: BaseSettings) -> object:
    value = getattr(settings, each.name)
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return dict(pair.split("=", 1) for pair in value) if each.form == "pairs" else value


def _form(each: Setting) -> Any:  # noqa: ANN401 - a type, made at run time
    if each.form:
        return _FORMS[each.form]
    if each.values:
        return Annotated[str, AfterValidator(_OneOf(each.values))]
    return Words if get_origin(each.type) is tuple else each.type


def _field(each: Setting) -> FieldInfo:
    default: Any = "" if each.required else each.default
    if each.form == "secret":
        default = SecretStr(default)
    if each.form == "pairs":
        default = tuple(f"{language}={name}" for language, name in dict(default).items())
    field: FieldInfo = Field(default, description=each.help, ge=each.least, le=each.most)
    return field


class _OneOf:
    """Lets one of some words pass."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def __call__(self, word: str) -> str:
        if word not in self._names:
            raise Unfit(N_("must be one of: %(known)s"), known=" ".join(self._names))
        return word

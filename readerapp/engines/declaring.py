"""How an engine declares its settings: a frozen struct whose fields have a type, a default and a help.

The struct is registered under the entry point group `readerapp.engine_settings`, by the engine's name, and stands in a
module that imports little, since every command reads it. The engine is made with one keyword argument for each field.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import EntryPoints, entry_points
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints

import msgspec

GROUP: Final = "readerapp.engine_settings"

Form = Literal["", "address", "pairs", "secret"]
"""What a value must look like beyond its type: an http address, `language=name` pairs, or something not to be shown."""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """One setting of an engine."""

    engine: str
    field: str
    type: Any
    default: object
    required: bool
    """Whether the engine is left out until it is given."""
    help: str
    form: Form
    values: tuple[str, ...]
    service: str
    least: int | float | None
    most: int | float | None

    @property
    def name(self) -> str:
        """What the operator calls it: `ENGINE_FIELD`, or the name of the service's setting that it shares."""
        return self.service or f"{self.engine}_{self.field}"


def setting(  # noqa: PLR0913 - what may be said of a setting
    help: str = "",  # noqa: A002 - as click calls it
    *,
    form: Form = "",
    values: Sequence[str] = (),
    service: str = "",
    least: float | None = None,
    most: float | None = None,
) -> msgspec.Meta:
    """What to annotate a field with. `service` names a setting of the service itself, such as `workers`."""
    return msgspec.Meta(description=help, ge=least, le=most, extra={"form": form, "values": values, "service": service})


@cache
def entries(group: str) -> EntryPoints:
    """What the installed packages register under a group; to look for it, what each of them says of itself is read."""
    return entry_points(group=group)


def declared() -> dict[str, type[msgspec.Struct]]:
    """The settings of every engine that declares some."""
    return {entry.name: entry.load() for entry in entries(GROUP)}


def settings_of(engine: str, struct: type[msgspec.Struct]) -> Iterator[Setting]:
    """What the struct declares, field by field."""
    hints = get_type_hints(struct, include_extras=True)
    for field in msgspec.structs.fields(struct):
        plain, meta = _parts(hints[field.name])
        more = meta.extra or {}
        yield Setting(
            engine=engine,
            field=field.name,
            type=plain,
            default=field.default_factory() if callable(field.default_factory) else field.default,
            required=field.required,
            help=meta.description or "",
            form=more.get("form", ""),
            values=tuple(more.get("values", ())),
            service=more.get("service", ""),
            least=meta.ge,
            most=meta.le,
        )


def _parts(hint: Any) -> tuple[Any, msgspec.Meta]:  # noqa: ANN401 - any type
    if get_origin(hint) is Annotated:
        plain, *notes = get_args(hint)
        return plain, next((note for note in notes if isinstance(note, msgspec.Meta)), msgspec.Meta())
    return hint, msgspec.Meta()

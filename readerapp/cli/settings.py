"""`readerapp settings`: every setting with its value and meaning."""

import re

import click
from pydantic.fields import FieldInfo

from ..i18n import N_
from ..settings import PREFIX, Settings, read
from .tables import print_table
from .terminal import gettext as _

_PASSWORD = re.compile(r"://[^/@\s]*@")


@click.command()
@click.option("--markdown", is_flag=True, help=N_("Print the table of defaults as docs/settings.md holds it."))
def settings(*, markdown: bool) -> None:
    """Show every setting: its variable, its value and what it means; exit 2 if one of them is wrong."""
    if markdown:
        click.echo(as_markdown())
        return
    values, faults = read()
    rows = (
        (PREFIX + name.upper(), _shown(getattr(values, name)), _(str(field.description)))
        for name, field in Settings.model_fields.items()
    )
    print_table((_("Variable"), _("Value"), _("Meaning")), rows)
    if faults or values.model_fields_set:  # what is as it came needs no trying
        _try()


def _try() -> None:
    """Tell what is wrong, after the table that shows what would be right."""
    from ..wiring import settle

    settle()


def as_markdown() -> str:
    """The table of settings as a Markdown table, with the defaults."""
    rows = [_row(name, field) for name, field in Settings.model_fields.items()]
    return "\n".join(["| Variable | Default | Meaning |", "|---|---|---|", *rows])


def _row(name: str, field: FieldInfo) -> str:
    default = _shown(field.default)
    return f"| `{PREFIX}{name.upper()}` | {f'`{default}`' if default else ''} | {field.description} |"


def _shown(value: object) -> str:
    if value is None:
        return ""
    text = " ".join(value) if isinstance(value, tuple) else str(value)
    return _PASSWORD.sub("://***@", text)

"""The operator's file of what to read and to skip on the pages of a host."""

import tomllib
from pathlib import Path

from ..errors import Fault, SettingsWrong
from ..extract import SiteRules
from ..i18n import N_
from ..settings import PREFIX


def site_rules(file: Path | None) -> dict[str, SiteRules]:
    """Host patterns with their rules. Raises SettingsWrong for a file that cannot be read or used."""
    try:
        tables = tomllib.loads(file.read_text("utf-8")) if file else {}
        return {
            host: SiteRules(**{name: tuple(selectors) for name, selectors in table.items()})
            for host, table in tables.items()
        }
    except (OSError, TypeError, AttributeError, ValueError) as problem:
        fault = Fault(f"{PREFIX}SITE_RULES={file}", N_("cannot be used: %(reason)s"), {"reason": str(problem)})
        raise SettingsWrong([fault]) from problem

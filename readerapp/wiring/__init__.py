"""The only place that chooses parts: from the settings to services that are ready to be called."""

from .build import MEGABYTE, Services, build, engines, reports, room
from .check import settle

__all__ = ["MEGABYTE", "Services", "build", "engines", "reports", "room", "settle"]

"""Three real browser engines behind one face, all driven from Python and all heard at the same sound device."""

from .chromium import chromium
from .face import Engine, Lacking, wait
from .firefox import firefox
from .webkit import webkit

__all__ = ["Engine", "Lacking", "chromium", "firefox", "wait", "webkit"]

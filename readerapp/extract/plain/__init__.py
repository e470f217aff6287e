"""Plain text to Article: paragraphs, lists and headings, as writers set them with nothing but lines."""

from .article import extracted

__all__ = ["extracted"]

"""HTML to Article: which part of a page is its article, read with its structure and the way back into the page."""

from .article import body, extracted
from .links import links

__all__ = ["body", "extracted", "links"]

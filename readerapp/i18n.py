"""Marking a text for the translators where no visitor, and so no language, is known yet; where the catalogues are."""

from pathlib import Path

_OWN = Path(__file__).parents[1]


SHIPPED_TEXTS = _OWN / "translations"
"""The catalogues that came with this version."""


def here(folder: Path) -> Path:
    """The folder; where it is relative and there is none under the working directory, the one beside the package."""
    return _OWN / folder if not folder.is_absolute() and not folder.is_dir() and (_OWN / folder).is_dir() else folder


def N_(message: str) -> str:  # noqa: N802 - gettext's own name, which Babel looks for
    """Return the English msgid unchanged; Babel finds it here, a door translates it later."""
    return message


def n_(singular: str, plural: str) -> tuple[str, str]:
    """Return both English forms unchanged; Babel finds them here as one plural message."""
    return singular, plural

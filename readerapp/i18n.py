"""Marking a text for the translators where no visitor, and so no language, is known yet."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name, which Babel looks for
    """Return the English msgid unchanged; Babel finds it here, a door translates it later."""
    return message


def n_(singular: str, plural: str) -> tuple[str, str]:
    """Return both English forms unchanged; Babel finds them here as one plural message."""
    return singular, plural

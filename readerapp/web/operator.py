"""Who answers for the service, known to every page: its footer and the statements name them."""

import msgspec
from flask import Flask


class Operator(msgspec.Struct, frozen=True):
    """Who runs the service, and where visitors write to them; empty where they have not said so."""

    name: str = ""
    contact: str = ""
    """An e-mail address, or an https address."""

    @property
    def link(self) -> str:
        """The contact as an address to follow."""
        return followed(self.contact)


def followed(contact: str) -> str:
    """An e-mail address or an https address as one to follow."""
    return contact if contact.startswith("https://") or not contact else f"mailto:{contact}"


def install(app: Flask, name: str, contact: str) -> None:
    """Let every template name the operator."""
    operator = Operator(name, contact)
    app.context_processor(lambda: {"operator": operator})

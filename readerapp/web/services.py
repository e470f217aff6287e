"""What a view may call, by way of the app that it answers for."""

from flask import current_app

from ..narration.service import NarrationService


def narration() -> NarrationService:
    """The service behind this app."""
    service: NarrationService = current_app.extensions["services"].narration
    return service

"""What a service owes its visitors to say: what it does, how accessible it is, and what it keeps of whom for how long.

The outline of an accessibility statement is the one by Digg: what is covered, how compliant it is, what falls short and
why, how it was tried and when, whom to tell, and who supervises.
"""

from datetime import date
from typing import Final

from flask import current_app, render_template

from ..services import narration

ASSESSED: Final = date(2026, 11, 29)
"""When all that the accessibility statement says was last gone through; who changes what it says moves this too."""
CHANGED: Final = date(2026, 11, 29)
"""When the texts of the statements last changed."""

COMPLAINTS: Final = "https://www.digg.se/tdosanmalan"
"""Where Digg takes complaints, as it asks every statement to name."""


def about(locale: str) -> str:
    """What the service does with a page, and how to listen."""
    del locale
    return render_template("about.html")


def accessibility(locale: str) -> str:
    """The accessibility statement."""
    del locale
    return render_template("accessibility.html", assessed=ASSESSED, changed=CHANGED, complaints=COMPLAINTS)


def privacy(locale: str) -> str:
    """What is kept, where and for how long, and who is sent the text of a page."""
    del locale
    megabytes = current_app.extensions["services"].settings.cache_megabytes
    return render_template("privacy.html", voices=narration().voices(), megabytes=megabytes, changed=CHANGED)

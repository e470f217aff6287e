"""What a service owes its visitors to say: what it does, how accessible it is, and what it keeps of whom for how long.

The outline of an accessibility statement is the one of the Swedish act: what is covered, how compliant it is, what
falls short and why, how it was tried and when, whom to tell, and who supervises. That was Digg; the government has
decided that its tasks move to PTS by 2027, so both are named and the address for complaints is a setting.
"""

from datetime import date
from typing import Final

from flask import current_app, render_template

from ..operator import followed
from ..services import narration

ASSESSED: Final = date(2026, 11, 29)
"""When all that the accessibility statement says was last gone through; who changes what it says moves this too."""
CHANGED: Final = date(2026, 11, 29)
"""When the texts of the statements last changed."""


def about(locale: str) -> str:
    """What the service does with a page, and how to listen."""
    del locale
    return render_template("about.html")


def accessibility(locale: str) -> str:
    """The accessibility statement."""
    del locale
    complaints = followed(current_app.extensions["services"].settings.complaints)
    return render_template("accessibility.html", assessed=ASSESSED, changed=CHANGED, complaints=complaints)


def privacy(locale: str) -> str:
    """What is kept, where and for how long, and who is sent the text of a page."""
    del locale
    megabytes = current_app.extensions["services"].settings.cache_megabytes
    return render_template("privacy.html", voices=narration().voices(), megabytes=megabytes, changed=CHANGED)

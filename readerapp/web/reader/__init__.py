"""The reader: the first page, and the article with its player."""

from collections.abc import Sequence

from flask import Blueprint

from ..rates import Rates
from . import article, home, parting, reporting, statements
from .article import Own
from .home import Demo
from .lately import Lately

__all__ = ["Demo", "Own", "blueprint"]


def blueprint(
    rates: Rates,
    per_minute: int,
    reports_per_hour: int,
    demos: Sequence[Demo] = (),
    own: Own = article.nothing_of_ours,
) -> Blueprint:
    """The pages; one client may open `per_minute` articles a minute, and send `reports_per_hour` reports an hour."""
    reader = Blueprint("reader", __name__)
    extensions = {"demos": tuple(demos), "own_pages": own, "bodies": Lately(), "pages": Lately()}
    reader.record_once(lambda state: state.app.extensions.update(extensions))
    reader.add_url_rule("/", view_func=home.root)
    reader.add_url_rule("/<interface:locale>/", view_func=home.home)
    for statement in (statements.about, statements.accessibility, statements.privacy):
        reader.add_url_rule(f"/<interface:locale>/{statement.__name__}", view_func=statement)
    reader.add_url_rule("/<interface:locale>/read", "article", rates.limit(per_minute)(article.article))
    reader.add_url_rule("/read", view_func=article.shared)
    reader.add_url_rule("/<interface:locale>/choose", view_func=article.choose)
    reader.add_url_rule("/syllables.json", view_func=parting.syllables)
    few = rates.limit(reports_per_hour, methods=["POST"], minutes=60)
    own_report = "/<interface:locale>/report"
    reader.add_url_rule(own_report, "report", few(reporting.report), methods=["GET", "POST"])
    reader.add_url_rule(f"{own_report}/<key>", view_func=reporting.reported)
    return reader

"""`readerapp site`: what is known of a site's pages in common, learnt ahead, shown and forgotten."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import click

from ..narration.learning import Lesson
from ..sites import Site, host_of
from .tables import print_table
from .terminal import describe, services
from .terminal import gettext as _


@click.group()
def site() -> None:
    """Look after what is known of sites: what stands on all their pages is not read."""


@site.command()
@click.argument("address")
def learn(address: str) -> None:
    """Read up to ten pages of a site, slowly and where its robots.txt allows, to know what stands on all of them."""
    with services(page_workers=0) as service:  # the operator's own choice of pages, and nobody else waits
        host = ""
        for lesson in service.narration.learn(address):
            host = host_of(lesson.address) or host
            _tell(lesson)
        _sum(service.narration.site(host))


@site.command()
@click.argument("address", metavar="SITE")
def show(address: str) -> None:
    """Show which pages of a site are known, and how much of each stands on others too."""
    with services(page_workers=0) as service:
        site = service.narration.site(_host(address))
    if not site.pages:
        click.echo(_("Nothing is known of “%(site)s”.") % {"site": site.host})
        return
    print_table((_("Page"), _("Last read"), _("Stretches of text"), _("On other pages too")), _rows(site))
    _sum(site)


@site.command()
@click.argument("address", metavar="SITE")
def forget(address: str) -> None:
    """Forget what is known of a site, as after it was rebuilt."""
    with services(page_workers=0) as service:
        known: bool = service.narration.forget_site(_host(address))
    host = _host(address)
    click.echo((_("“%(site)s” is forgotten.") if known else _("Nothing is known of “%(site)s”.")) % {"site": host})


def _rows(site: Site) -> Iterator[tuple[str, str, str, str]]:
    counts = _counts(site)
    for page in site.pages:
        day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=page.day)).date().isoformat()
        common = sum(counts[trace] > 1 for trace in page.traces)
        yield page.name, day, str(len(page.traces)), str(common)


def _host(text: str) -> str:
    """The host of an address, or the name of one as it stands."""
    return host_of(text if "://" in text else f"https://{text}")


def _tell(lesson: Lesson) -> None:
    place = {"number": lesson.number, "all": lesson.of, "address": lesson.address}
    click.echo(_("%(number)d of %(all)d: %(address)s") % place, err=True)
    if lesson.problem:
        click.echo(describe(lesson.problem), err=True)


def _sum(site: Site) -> None:
    common = sum(count > 1 for count in _counts(site).values())
    facts = {"site": site.host, "pages": len(site.pages), "shared": common}
    click.echo(_("Known of “%(site)s”: pages %(pages)d, stretches of text on several of them %(shared)d") % facts)


def _counts(site: Site) -> Counter[int]:
    return Counter(trace for page in site.pages for trace in page.traces)

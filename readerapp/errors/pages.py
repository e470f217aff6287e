"""What goes wrong with an address, with what answers there, and with a file."""

from ..i18n import N_
from .base import ReaderError


class AddressMissing(ReaderError):
    """No address was given."""

    code = "address-missing"
    title = N_("No address was given.")
    advice = N_("Type or paste the address of the page that you want to hear.")


class AddressMalformed(ReaderError):
    """The address is not one of a web page."""

    code = "address-malformed"
    title = N_("“%(address)s” is not the address of a web page.")
    advice = N_("An address looks like https://www.example.se/page. Check it and try again.")


class AddressForbidden(ReaderError):
    """The address leads to a place that this service must not reach."""

    code = "address-forbidden"
    title = N_("This service may not read “%(address)s”.")
    advice = N_("Only public web pages on the usual ports can be read, and not every site here. Choose another page.")


class HostUnknown(ReaderError):
    """The host name has no address."""

    code = "host-unknown"
    title = N_("There is no site called “%(host)s”.")
    advice = N_("Check the spelling of the address.")


class HostUnreachable(ReaderError):
    """The site refused the connection or broke it."""

    code = "host-unreachable"
    recoverable = True
    title = N_("The site “%(host)s” does not answer.")
    advice = N_("The site may be down. Try again in a while.")


class HostClosed(HostUnreachable):
    """Nothing answers there at all, or nothing that proves to be that site."""


class SiteClosed(ReaderError):
    """The site does not want programs to look around in it."""

    code = "site-closed"
    title = N_("The site does not let programs read “%(address)s”.")
    advice = N_("Its robots.txt says so. It is learnt all the same from the pages that visitors have read to them.")


class PageNotFound(ReaderError):
    """The site has no such page."""

    code = "page-not-found"
    title = N_("The site has no page at “%(address)s”.")
    advice = N_("The page may have moved. Look for it on the site and copy its address again.")


class PageRefused(ReaderError):
    """The site asks for a sign-in or refuses us."""

    code = "page-refused"
    title = N_("The site does not let this service read “%(address)s”.")
    advice = N_("Pages that need a sign-in cannot be read here.")


class PageFailed(ReaderError):
    """The site answered with an error of its own."""

    code = "page-failed"
    recoverable = True
    title = N_("The site answered with an error (%(upstream)s).")
    advice = N_("The fault is on that site. Try again in a while.")


class PageTimeout(ReaderError):
    """The site took too long."""

    code = "page-timeout"
    recoverable = True
    title = N_("The site took too long to answer.")
    advice = N_("Try again in a while.")


class PageTooLarge(ReaderError):
    """The page is larger than the limit."""

    code = "page-too-large"
    title = N_("The page is larger than %(limit)s megabytes.")
    advice = N_("Choose a smaller page.")


class PageTooCostly(ReaderError):
    """Working on the page passes a limit of time or memory."""

    code = "page-too-costly"
    title = N_("The page takes too much work to be read aloud here.")
    advice = N_(
        "It is very long, or built in an unusual way. Choose another page, perhaps one part of it that has an address "
        "of its own."
    )


class FetchBusy(ReaderError):
    """As many pages are being fetched as this service fetches at once."""

    code = "fetch-busy"
    recoverable = True
    retry_after = 5
    title = N_("This service is busy with pages that are slow to answer.")
    advice = N_("Wait a few seconds and try again. Pages that were opened here lately can be heard meanwhile.")


class TooManyRedirects(ReaderError):
    """The site sends us round in circles."""

    code = "too-many-redirects"
    title = N_("The site passes the question on too many times.")
    advice = N_("Open the page in your browser and copy the address that it ends at.")


class NotAPage(ReaderError):
    """What is there is in no form that can be read."""

    code = "not-a-page"
    title = N_("What is at that address is not a web page (%(kind)s).")
    advice = N_("Only web pages and plain text can be read, not other documents, pictures or films.")


class PageEmpty(ReaderError):
    """The page holds no text at all."""

    code = "page-empty"
    title = N_("The page is empty.")
    advice = N_("It may need a browser to build it. Choose another page.")


class NoArticle(ReaderError):
    """The page has text, but none that reads as an article."""

    code = "no-article"
    title = N_("No article was found on the page.")
    advice = N_(
        "It may be a page of links: open one of them and listen to that page instead. "
        "Or scripts put its text together in the browser, and those are not run here."
    )


class PageBrokeOff(ReaderError):
    """The site broke off before the text of the page."""

    code = "page-broke-off"
    recoverable = True
    title = N_("The site broke off before it came to the text of the page.")
    advice = N_("Try again in a moment.")


class OnlyFrames(NoArticle):
    """The page has no text of its own: it shows another page in a frame."""

    code = "only-frames"
    title = N_("The page has no text of its own: it shows the page %(address)s in a frame.")
    advice = N_("Ask for that page instead.")


class RegionMissing(NoArticle):
    """The part of the page to read is not on it, or has no text."""

    code = "region-missing"
    title = N_("The part that was to be read is not on the page.")
    advice = N_("The link that led here names a part that the page does not have. The page itself can be heard.")


class RegionUnfit(ReaderError):
    """The part of the page to read is not named in a way that is understood."""

    code = "region-unfit"
    title = N_("“%(region)s” names no part of a page.")
    advice = N_(
        "A part is named by types, #ids, .classes, [attributes] and :nth-of-type(number), with spaces, > or commas "
        "between them. Correct the name, or leave it out to hear the whole article."
    )


class RegionTooLarge(ReaderError):
    """The parts of the page to read are named by more than is worth looking for."""

    code = "region-too-large"
    title = N_("The parts to read are named by too much at once.")
    advice = N_(
        "At most %(most)s names or conditions can be asked for, in %(length)s characters. Name fewer parts, or one "
        "that holds them, or leave them out to hear the whole article."
    )


class FileUnreadable(ReaderError):
    """A file named on the command line cannot be read."""

    code = "file-unreadable"
    title = N_("The file “%(path)s” cannot be read.")
    advice = N_("Check the name and that you may read it.")


class FileUnwritable(ReaderError):
    """A file named on the command line cannot be written."""

    code = "file-unwritable"
    title = N_("The file “%(path)s” cannot be written.")
    advice = N_("Check that its folder exists and that you may write there.")

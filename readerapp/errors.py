"""Everything that can go wrong for a visitor, each with its status, its exit code and what to do next.

An exception class is one sentence (`title`) and one piece of advice (`advice`), both msgids in English
with %(name)s placeholders that the keyword arguments fill. The doors translate them.
"""

from .failure import Fault as Fault  # noqa: PLC0414 - whoever tells or catches a failure finds all of it here
from .failure import Faulty as Faulty  # noqa: PLC0414
from .failure import ReaderError as ReaderError  # noqa: PLC0414
from .i18n import N_

# --- the address, and what answers there -------------------------------------------------------------


class AddressMissing(ReaderError):
    """No address was given."""

    code, status, exit_code = "address-missing", 400, 2
    title = N_("No address was given.")
    advice = N_("Type or paste the address of the page that you want to hear.")


class AddressMalformed(ReaderError):
    """The address is not one of a web page."""

    code, status, exit_code = "address-malformed", 400, 2
    title = N_("“%(address)s” is not the address of a web page.")
    advice = N_("An address looks like https://www.example.se/page. Check it and try again.")


class AddressForbidden(ReaderError):
    """The address leads to a place that this service must not reach."""

    code, status, exit_code = "address-forbidden", 403, 3
    title = N_("This service may not read “%(address)s”.")
    advice = N_("Only public web pages on the usual ports can be read, and not every site here. Choose another page.")


class HostUnknown(ReaderError):
    """The host name has no address."""

    code, status, exit_code = "host-unknown", 502, 3
    title = N_("There is no site called “%(host)s”.")
    advice = N_("Check the spelling of the address.")


class HostUnreachable(ReaderError):
    """The site refused the connection or broke it."""

    code, status, exit_code = "host-unreachable", 502, 3
    recoverable = True
    title = N_("The site “%(host)s” does not answer.")
    advice = N_("The site may be down. Try again in a while.")


class HostClosed(HostUnreachable):
    """Nothing answers there at all, or nothing that proves to be that site."""


class PageNotFound(ReaderError):
    """The site has no such page."""

    code, status, exit_code = "page-not-found", 404, 3
    title = N_("The site has no page at “%(address)s”.")
    advice = N_("The page may have moved. Look for it on the site and copy its address again.")


class PageRefused(ReaderError):
    """The site asks for a sign-in or refuses us."""

    code, status, exit_code = "page-refused", 502, 3
    title = N_("The site does not let this service read “%(address)s”.")
    advice = N_("Pages that need a sign-in cannot be read here.")


class PageFailed(ReaderError):
    """The site answered with an error of its own."""

    code, status, exit_code = "page-failed", 502, 3
    recoverable = True
    title = N_("The site answered with an error (%(upstream)s).")
    advice = N_("The fault is on that site. Try again in a while.")


class PageTimeout(ReaderError):
    """The site took too long."""

    code, status, exit_code = "page-timeout", 504, 3
    recoverable = True
    title = N_("The site took too long to answer.")
    advice = N_("Try again in a while.")


class PageTooLarge(ReaderError):
    """The page is larger than the limit."""

    code, status, exit_code = "page-too-large", 413, 3
    title = N_("The page is larger than %(limit)s megabytes.")
    advice = N_("Choose a smaller page.")


class PageTooCostly(ReaderError):
    """Working on the page passes a limit of time or memory."""

    code, status, exit_code = "page-too-costly", 422, 4
    title = N_("The page takes too much work to be read aloud here.")
    advice = N_(
        "It is very long, or built in an unusual way. Choose another page, perhaps one part of it that has an address "
        "of its own."
    )


class FetchBusy(ReaderError):
    """As many pages are being fetched as this service fetches at once."""

    code, status, exit_code = "fetch-busy", 503, 3
    recoverable = True
    retry_after = 5
    title = N_("This service is busy with pages that are slow to answer.")
    advice = N_("Wait a few seconds and try again. Pages that were opened here lately can be heard meanwhile.")


class TooManyRedirects(ReaderError):
    """The site sends us round in circles."""

    code, status, exit_code = "too-many-redirects", 502, 3
    title = N_("The site passes the question on too many times.")
    advice = N_("Open the page in your browser and copy the address that it ends at.")


class NotAPage(ReaderError):
    """What is there is not HTML."""

    code, status, exit_code = "not-a-page", 415, 4
    title = N_("What is at that address is not a web page (%(kind)s).")
    advice = N_("Only web pages can be read, not documents, pictures or films.")


class PageEmpty(ReaderError):
    """The page holds no text at all."""

    code, status, exit_code = "page-empty", 422, 4
    title = N_("The page is empty.")
    advice = N_("It may need a browser to build it. Choose another page.")


class NoArticle(ReaderError):
    """The page has text, but none that reads as an article."""

    code, status, exit_code = "no-article", 422, 4
    title = N_("No article was found on the page.")
    advice = N_("It may be a page of links. Open one of them and listen to that page instead.")


class OnlyFrames(NoArticle):
    """The page has no text of its own: it shows another page in a frame."""

    code = "only-frames"
    title = N_("The page has no text of its own: it shows the page %(address)s in a frame.")
    advice = N_("Ask for that page instead.")


class RegionUnfit(ReaderError):
    """The part of the page to read is not named in a way that is understood."""

    code, status, exit_code = "region-unfit", 400, 2
    title = N_("“%(region)s” names no part of a page.")
    advice = N_(
        "A part is named by types, #ids, .classes, [attributes] and :nth-of-type(number), with spaces, > or commas "
        "between them. Correct the name, or leave it out to hear the whole article."
    )


class RegionTooLarge(ReaderError):
    """The parts of the page to read are named by more than is worth looking for."""

    code, status, exit_code = "region-too-large", 400, 2
    title = N_("The parts to read are named by too much at once.")
    advice = N_(
        "At most %(most)s names or conditions can be asked for, in %(length)s characters. Name fewer parts, or one "
        "that holds them, or leave them out to hear the whole article."
    )


class FileUnreadable(ReaderError):
    """A file named on the command line cannot be read."""

    code, status, exit_code = "file-unreadable", 400, 2
    title = N_("The file “%(path)s” cannot be read.")
    advice = N_("Check the name and that you may read it.")


class FileUnwritable(ReaderError):
    """A file named on the command line cannot be written."""

    code, status, exit_code = "file-unwritable", 400, 2
    title = N_("The file “%(path)s” cannot be written.")
    advice = N_("Check that its folder exists and that you may write there.")


# --- voices and sound --------------------------------------------------------------------------------


class NoVoice(ReaderError):
    """No voice that is ready speaks the language."""

    code, status, exit_code = "no-voice", 503, 5
    title = N_("There is no voice for this language (%(language)s).")
    advice = N_("Choose a page in another language, or ask those who run the service for a voice.")


class VoiceUnknown(ReaderError):
    """A voice was asked for by a name that no engine has."""

    code, status, exit_code = "voice-unknown", 400, 2
    title = N_("There is no voice called “%(voice)s”.")
    advice = N_("Choose another voice, or none.")


class VoiceForbidden(ReaderError):
    """A voice was asked for that the settings let nobody use."""

    code, status, exit_code = "voice-forbidden", 403, 5
    title = N_("The voice “%(voice)s” may not be used here.")
    advice = N_("Choose another voice, or none.")


class EngineFailed(ReaderError):
    """An engine could not speak an utterance, now or ever."""

    code, status, exit_code = "engine-failed", 503, 5
    title = N_("The voice stopped working.")
    advice = N_("Try again in a moment, or choose another voice.")

    @property
    def reason(self) -> str:
        """What the engine said of it, for the log and the operator."""
        return self.facts.get("reason", "")


class EngineBusy(EngineFailed):
    """An engine failed in a way that passes: a time-out, a limit, a server that is down."""

    code = "engine-busy"
    recoverable = True


class VoiceNotInstalled(ReaderError):
    """A voice's files could not be fetched, or are not the ones that were promised."""

    code, status, exit_code = "voice-not-installed", 502, 5
    recoverable = True
    title = N_("The voice “%(voice)s” could not be installed (%(reason)s).")
    advice = N_("Run the command again: what has come is kept, and only the rest is fetched.")


# --- the service itself ------------------------------------------------------------------------------


class StoreFull(ReaderError):
    """The disk or the quota is full."""

    code, status, exit_code = "store-full", 507, 6
    title = N_("There is no room left to store the sound.")
    advice = N_("Those who run this service need to make room on the disk.")


class StoreUnwritable(StoreFull):
    """Nothing can be written where the sound is kept: a disk gone read-only, a folder of somebody else's."""

    code = "store-unwritable"
    title = N_("New sound cannot be stored; only what was heard before can be played.")
    advice = N_("Those who run this service need to look at the disk.")


class RecordingUnknown(ReaderError):
    """The recording is not, or no longer, in the store."""

    code, status, exit_code = "recording-unknown", 404, 1
    title = N_("This recording is no longer kept.")
    advice = N_("Open the page again to have it made anew.")


class NotHere(ReaderError):
    """No page of ours has that address."""

    code, status, exit_code = "not-here", 404, 1
    title = N_("There is nothing at this address.")
    advice = N_("Go to the first page and start from there.")


class MethodWrong(ReaderError):
    """The request's method does not fit the address."""

    code, status, exit_code = "method-wrong", 405, 1
    title = N_("This address cannot be used that way.")
    advice = N_("Go to the first page and start from there.")


class RangeWrong(ReaderError):
    """The client asks for a part of a file that it does not have."""

    code, status, exit_code = "range-wrong", 416, 1
    title = N_("The sound has no such part.")
    advice = N_("Open the page again and listen from its beginning.")


class RequestWrong(ReaderError):
    """The request cannot be understood."""

    code, status, exit_code = "request-wrong", 400, 1
    title = N_("The request cannot be understood.")
    advice = N_("Go to the first page and start from there.")


class HostWrong(ReaderError):
    """The service was asked under a name that is not its own."""

    code, status, exit_code = "host-wrong", 400, 1
    title = N_("This service does not answer under that name.")
    advice = N_("Check the address that you came by, or ask those who run this service for the right one.")


class TooManyRequests(ReaderError):
    """The client asks for more than its share."""

    code, status, exit_code = "too-many-requests", 429, 1
    recoverable = True
    retry_after = 60
    title = N_("You have asked for many pages in a short time.")
    advice = N_("Wait a minute and try again.")


class SettingsWrong(Faulty):
    """One or more settings have values that cannot be used."""

    code, status, exit_code = "settings-wrong", 500, 2
    title = N_("Some settings cannot be used:\n%(problems)s")
    advice = N_("“readerapp settings” shows every setting with its meaning and default.")


class PortTaken(ReaderError):
    """The address to listen on cannot be had."""

    code, status, exit_code = "port-taken", 500, 2
    title = N_("The service cannot listen on %(place)s.")
    advice = N_(
        "Another program may use that port, or the address is not this machine's. Choose others with --host and --port."
    )


class LexiconWrong(Faulty):
    """A lexicon file does not follow the PLS 1.0 format."""

    code, status, exit_code = "lexicon-wrong", 500, 2
    title = N_("The lexicon “%(path)s” has faults:\n%(problems)s")
    advice = N_("Mend the lines named above and try again.")


class CatalogueWrong(ReaderError):
    """A translation catalogue has faults that would break the interface."""

    code, status, exit_code = "catalogue-wrong", 500, 2
    title = N_("The catalogue “%(path)s” has faults:\n%(problems)s")
    advice = N_("Mend the messages named above and try again.")

"""What goes wrong with the service itself, and with what is asked of it."""

from ..i18n import N_
from .base import Faulty, ReaderError


class StoreFull(ReaderError):
    """The disk or the quota is full."""

    code = "store-full"
    title = N_("There is no room left to store the sound.")
    advice = N_("Those who run this service need to make room on the disk.")


class StoreUnwritable(StoreFull):
    """Nothing can be written where the sound is kept: a disk gone read-only, a folder of somebody else's."""

    code = "store-unwritable"
    title = N_("New sound cannot be stored; only what was heard before can be played.")
    advice = N_("Those who run this service need to look at the disk.")


class RecordingUnknown(ReaderError):
    """The recording is not, or no longer, in the store."""

    code = "recording-unknown"
    title = N_("This recording is no longer kept.")
    advice = N_("Open the page again to have it made anew.")


class NotHere(ReaderError):
    """No page of ours has that address."""

    code = "not-here"
    title = N_("There is nothing at this address.")
    advice = N_("Go to the first page and start from there.")


class MethodWrong(ReaderError):
    """The request's method does not fit the address."""

    code = "method-wrong"
    title = N_("This address cannot be used that way.")
    advice = N_("Go to the first page and start from there.")


class RangeWrong(ReaderError):
    """The client asks for a part of a file that it does not have."""

    code = "range-wrong"
    title = N_("The sound has no such part.")
    advice = N_("Open the page again and listen from its beginning.")


class RequestWrong(ReaderError):
    """The request cannot be understood."""

    code = "request-wrong"
    title = N_("The request cannot be understood.")
    advice = N_("Go to the first page and start from there.")


class HostWrong(ReaderError):
    """The service was asked under a name that is not its own."""

    code = "host-wrong"
    title = N_("This service does not answer under that name.")
    advice = N_("Check the address that you came by, or ask those who run this service for the right one.")


class TooManyRequests(ReaderError):
    """The client asks for more than its share."""

    code = "too-many-requests"
    recoverable = True
    retry_after = 60
    title = N_("You have asked for many pages in a short time.")
    advice = N_("Wait a minute and try again.")


class SettingsWrong(Faulty):
    """One or more settings have values that cannot be used."""

    code = "settings-wrong"
    title = N_("Some settings cannot be used:\n%(problems)s")
    advice = N_("“readerapp settings” shows every setting with its meaning and default.")


class PortTaken(ReaderError):
    """The address to listen on cannot be had."""

    code = "port-taken"
    title = N_("The service cannot listen on %(place)s.")
    advice = N_(
        "Another program may use that port, or the address is not this machine's. "
        "Choose others with --host and --port, or with READERAPP_HOST and READERAPP_PORT."
    )


class ServiceUnwell(ReaderError):
    """An examination found faults."""

    code = "service-unwell"
    title = N_("The service cannot work as it is.")
    advice = N_("Mend the lines that are marked as faults.")


class LexiconWrong(Faulty):
    """A lexicon file does not follow the PLS 1.0 format."""

    code = "lexicon-wrong"
    title = N_("The lexicon “%(path)s” has faults:\n%(problems)s")
    advice = N_("Mend the lines named above and try again.")


class CatalogueWrong(ReaderError):
    """A translation catalogue has faults that would break the interface."""

    code = "catalogue-wrong"
    title = N_("The catalogue “%(path)s” has faults:\n%(problems)s")
    advice = N_("Mend the messages named above and try again.")


class ArchiveUnfit(ReaderError):
    """A file is no backup of translations, or one of a later version."""

    code = "archive-unfit"
    title = N_("“%(path)s” is no backup that can be put back.")
    advice = N_("Give a file that “readerapp translations backup” wrote, with this version or an earlier one.")


class WordNotHere(ReaderError):
    """A word was reported that is nowhere in the text that was read."""

    code = "word-not-here"
    title = N_("The word “%(word)s” is not on the page.")
    advice = N_("Write it as it stands in the text, and send the report again.")

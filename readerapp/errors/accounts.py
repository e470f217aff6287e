"""What goes wrong where translators sign in and write."""

from ..i18n import N_
from .base import ReaderError


class AccountTaken(ReaderError):
    """There is an account of that name."""

    code = "account-taken"
    title = N_("There is an account called “%(name)s” already.")
    advice = N_("Choose another name, or send a new link: “readerapp translators invite NAME”.")


class AccountUnknown(ReaderError):
    """There is no account of that name."""

    code = "account-unknown"
    title = N_("There is no account called “%(name)s”.")
    advice = N_("“readerapp translators” lists them all.")


class NameUnfit(ReaderError):
    """Nobody can be called so."""

    code = "name-unfit"
    title = N_("An account cannot be called “%(name)s”.")
    advice = N_("Choose a name of one to a hundred characters that can be seen.")


class InvitationOver(ReaderError):
    """The link was used, or is too old."""

    code = "invitation-over"
    title = N_("This link cannot be used any more.")
    advice = N_(
        "It works once, for three days. If you have chosen a passphrase with it, sign in. "
        "Otherwise ask those who run this service for a new link."
    )


class PassphraseWeak(ReaderError):
    """The passphrase is too short, or holds the name."""

    code = "passphrase-weak"
    title = N_("That passphrase is too easy to guess.")
    advice = N_("Take at least %(shortest)s characters, a few words for instance, without your name in them.")


class SignInRefused(ReaderError):
    """The name or the passphrase is wrong; nobody is told which."""

    code = "sign-in-refused"
    title = N_("The name and the passphrase do not belong together.")
    advice = N_("Check both and try again. If you have forgotten the passphrase, ask for a new link.")


class SignInsTooMany(ReaderError):
    """Too many wrong passphrases were tried."""

    code = "sign-ins-too-many"
    recoverable = True
    retry_after = 900
    title = N_("Too many wrong passphrases were tried.")
    advice = N_("Wait a quarter of an hour and try again.")


class PasskeyRefused(ReaderError):
    """A passkey is unknown, or its answer is wrong; nobody is told which."""

    code = "passkey-refused"
    title = N_("This passkey opens no account here.")
    advice = N_("It may have been removed. Sign in with your name and passphrase, or ask for a new link.")


class PasskeyUnfit(ReaderError):
    """A passkey cannot be added."""

    code = "passkey-unfit"
    title = N_("The passkey could not be added.")
    advice = N_("Try again. An account has twenty at most, and each device only one.")


class ProviderFailed(ReaderError):
    """Who is to tell who somebody is does not answer as it should."""

    code = "provider-failed"
    recoverable = True
    title = N_("%(host)s does not answer as it should.")
    advice = N_("Try again in a while, or sign in with your passphrase. The service’s log says more.")


class ProviderRefused(ReaderError):
    """The provider does not vouch for somebody, or for nobody who has an account."""

    code = "provider-refused"
    title = N_("No account here belongs to that sign-in.")
    advice = N_("Those who run this service make the accounts. Ask them whether you have one, and under which name.")


class SignInOver(ReaderError):
    """A sign-in was begun too long ago, or somewhere else."""

    code = "sign-in-over"
    title = N_("This sign-in took too long, or was begun somewhere else.")
    advice = N_("Begin it again.")


class FormStale(ReaderError):
    """A form was not made for who sends it."""

    code = "form-stale"
    title = N_("The form is too old, or comes from somewhere else.")
    advice = N_("Go back, load the page again and send it once more.")


class RightLacking(ReaderError):
    """The account may not change that language."""

    code = "right-lacking"
    title = N_("Your account may not change this language.")
    advice = N_("Ask those who run this service for the right to it.")


class DatabaseSilent(ReaderError):
    """The database of accounts, edits and reports does not answer; `reason` is for those who run the service."""

    code = "database-silent"
    recoverable = True
    retry_after = 30
    title = N_("The database does not answer.")
    advice = N_("Try again in a while. Those who run this service find the reason with “readerapp doctor”.")


class ReportUnknown(ReaderError):
    """No report has that key."""

    code = "report-unknown"
    title = N_("There is no such report.")
    advice = N_("It may be too old: only the latest are kept. Tell of the word again if it is still read wrongly.")


class TextUnknown(ReaderError):
    """No text of the interface has that key."""

    code = "text-unknown"
    title = N_("There is no such text.")
    advice = N_("It may have been reworded in the program. Go back to the list and look for it there.")

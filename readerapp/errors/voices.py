"""What goes wrong with voices and sound."""

from ..i18n import N_
from .base import ReaderError


class NoVoice(ReaderError):
    """No voice that is ready speaks the language."""

    code = "no-voice"
    title = N_("There is no voice for this language (%(language)s).")
    advice = N_("Choose a page in another language, or ask those who run the service for a voice.")


class VoiceUnknown(ReaderError):
    """A voice was asked for by a name that no engine has."""

    code = "voice-unknown"
    title = N_("There is no voice called “%(voice)s”.")
    advice = N_("Choose another voice, or none.")


class VoiceForbidden(ReaderError):
    """A voice was asked for that the settings let nobody use."""

    code = "voice-forbidden"
    title = N_("The voice “%(voice)s” may not be used here.")
    advice = N_("Choose another voice, or none.")


class EngineFailed(ReaderError):
    """An engine could not speak an utterance, now or ever."""

    code = "engine-failed"
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

    code = "voice-not-installed"
    recoverable = True
    title = N_("The voice “%(voice)s” could not be installed (%(reason)s).")
    advice = N_("Run the command again: what has come is kept, and only the rest is fetched.")

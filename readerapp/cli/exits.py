"""The exit code of every error: 2 what was asked, 3 the site, 4 the page, 5 a voice, 6 this machine, 1 the rest."""

from typing import Final

from .. import errors

EXITS: Final[dict[type[errors.ReaderError], int]] = {
    errors.Faulty: 1,
    errors.FormStale: 1,
    errors.HostWrong: 1,
    errors.InvitationOver: 1,
    errors.MethodWrong: 1,
    errors.NotHere: 1,
    errors.PassphraseWeak: 1,
    errors.RangeWrong: 1,
    errors.ReaderError: 1,
    errors.RecordingUnknown: 1,
    errors.RequestWrong: 1,
    errors.RightLacking: 1,
    errors.SignInRefused: 1,
    errors.SignInsTooMany: 1,
    errors.ReportUnknown: 1,
    errors.TextUnknown: 1,
    errors.TooManyRequests: 1,
    errors.AccountTaken: 2,
    errors.AccountUnknown: 2,
    errors.AddressMalformed: 2,
    errors.AddressMissing: 2,
    errors.CatalogueWrong: 2,
    errors.FileUnreadable: 2,
    errors.FileUnwritable: 2,
    errors.LexiconWrong: 2,
    errors.PortTaken: 2,
    errors.RegionTooLarge: 2,
    errors.RegionUnfit: 2,
    errors.SettingsWrong: 2,
    errors.VoiceUnknown: 2,
    errors.AddressForbidden: 3,
    errors.FetchBusy: 3,
    errors.HostClosed: 3,
    errors.HostUnknown: 3,
    errors.SiteClosed: 3,
    errors.HostUnreachable: 3,
    errors.PageFailed: 3,
    errors.PageNotFound: 3,
    errors.PageRefused: 3,
    errors.PageTimeout: 3,
    errors.PageTooLarge: 3,
    errors.TooManyRedirects: 3,
    errors.NoArticle: 4,
    errors.OnlyFrames: 4,
    errors.NotAPage: 4,
    errors.PageEmpty: 4,
    errors.WordNotHere: 4,
    errors.PageTooCostly: 4,
    errors.EngineBusy: 5,
    errors.EngineFailed: 5,
    errors.NoVoice: 5,
    errors.VoiceForbidden: 5,
    errors.VoiceNotInstalled: 5,
    errors.ServiceUnwell: 6,
    errors.StoreFull: 6,
    errors.StoreUnwritable: 6,
}


def exit_of(problem: errors.ReaderError) -> int:
    """The exit code that fits; an error of somebody else's has that of what it is a kind of."""
    return next(EXITS[kind] for kind in type(problem).__mro__ if kind in EXITS)

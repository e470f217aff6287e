"""The HTTP status of every error."""

from typing import Final

from .. import errors

STATUSES: Final[dict[type[errors.ReaderError], int]] = {
    errors.AddressMalformed: 400,
    errors.AddressMissing: 400,
    errors.FormStale: 400,
    errors.PassphraseWeak: 400,
    errors.FileUnreadable: 400,
    errors.FileUnwritable: 400,
    errors.HostWrong: 400,
    errors.RegionTooLarge: 400,
    errors.RegionUnfit: 400,
    errors.RequestWrong: 400,
    errors.VoiceUnknown: 400,
    errors.AddressForbidden: 403,
    errors.RightLacking: 403,
    errors.SignInRefused: 403,
    errors.VoiceForbidden: 403,
    errors.AccountUnknown: 404,
    errors.InvitationOver: 404,
    errors.NotHere: 404,
    errors.PageNotFound: 404,
    errors.RecordingUnknown: 404,
    errors.ReportUnknown: 404,
    errors.TextUnknown: 404,
    errors.MethodWrong: 405,
    errors.AccountTaken: 409,
    errors.PageTooLarge: 413,
    errors.NotAPage: 415,
    errors.RangeWrong: 416,
    errors.NoArticle: 422,
    errors.OnlyFrames: 422,
    errors.PageEmpty: 422,
    errors.PageTooCostly: 422,
    errors.WordNotHere: 422,
    errors.SignInsTooMany: 429,
    errors.TooManyRequests: 429,
    errors.CatalogueWrong: 500,
    errors.Faulty: 500,
    errors.LexiconWrong: 500,
    errors.PortTaken: 500,
    errors.ReaderError: 500,
    errors.ServiceUnwell: 500,
    errors.SettingsWrong: 500,
    errors.HostClosed: 502,
    errors.HostUnknown: 502,
    errors.HostUnreachable: 502,
    errors.PageFailed: 502,
    errors.PageRefused: 502,
    errors.SiteClosed: 502,
    errors.TooManyRedirects: 502,
    errors.VoiceNotInstalled: 502,
    errors.EngineBusy: 503,
    errors.EngineFailed: 503,
    errors.FetchBusy: 503,
    errors.NoVoice: 503,
    errors.PageTimeout: 504,
    errors.StoreFull: 507,
    errors.StoreUnwritable: 507,
}


def status_of(problem: errors.ReaderError) -> int:
    """The status that fits; an error of somebody else's has that of what it is a kind of."""
    return next(STATUSES[kind] for kind in type(problem).__mro__ if kind in STATUSES)

"""The command line: one file a command."""

import sys

import click
import structlog

from .. import __version__
from ..errors import ReaderError
from ..text.files import full_disk_told
from . import benchmark, cache, lexicon, read, say, serve, settings, translations, voices
from .helping import speak
from .talk import describe, folder, gettext


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def commands() -> None:
    """Read web pages aloud, in Swedish and Russian."""


for command in (
    read.read,
    say.say,
    serve.serve,
    voices.voices,
    benchmark.benchmark,
    lexicon.lexicon,
    cache.cache,
    translations.translations,
    settings.settings,
):
    commands.add_command(command)


def main() -> None:
    """Run one command; a failure is two lines on standard error and an exit code that fits."""
    speak(commands, gettext, folder())
    told = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper("%Y-%m-%d %H:%M:%S"), told],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    try:
        with full_disk_told():
            commands.main(standalone_mode=False)
            sys.stdout.flush()
    except ReaderError as problem:
        click.echo(describe(problem), err=True)
        sys.exit(problem.exit_code)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)

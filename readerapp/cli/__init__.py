"""The command line: one file a command, loaded when it is called."""

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Final

import click

from .. import __version__
from ..errors import ReaderError
from ..i18n import N_
from ..text.files import full_disk_told
from .exits import exit_of
from .helping import speak
from .log import start_logging
from .terminal import describe, folder, gettext

COMMANDS: Final[Mapping[str, str]] = {
    "benchmark": N_("Measure this machine."),
    "cache": N_("Look after the folder of fetched pages and sound."),
    "doctor": N_("Examine the installation: what is there, what answers, which voice speaks."),
    "lexicon": N_("Look after your own pronunciation lexicons (W3C PLS files named by the setting “lexicons”)."),
    "read": N_("Read one page aloud: write an MP3 of it, named after the page unless -o says otherwise."),
    "reports": N_("Show the words that listeners say are read wrongly; by itself, all of them, undecided ones first."),
    "say": N_("Show how one text is said, and with -o say it."),
    "serve": N_("Serve the reader until interrupted."),
    "settings": N_("Show every setting: its variable, its value and what it means; exit 2 if one of them is wrong."),
    "site": N_("Look after what is known of sites: what stands on all their pages is not read."),
    "translations": N_("Look after the catalogues; by itself, show how far each has come."),
    "translators": N_("Look after the accounts of translators; by itself, list them."),
    "voices": N_("Show every voice: its language, its licence, whether it needs the network, and what it lacks."),
}
"""What each command is for, so that the list of them needs none of them; a test compares."""


class OnCall(click.Group):
    """A group whose commands, and all that they import, are loaded when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, in the language of the terminal."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f".{cmd_name}", __name__), cmd_name)
        speak(command, gettext, folder())
        start_logging()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Their names and what they are for."""
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, gettext(COMMANDS[name])) for name in self.list_commands(ctx)])


@click.group(cls=OnCall, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def commands() -> None:
    """Read web pages aloud, in Swedish and Russian."""


def main() -> None:
    """Run one command; a failure is two lines on standard error and an exit code that fits."""
    speak(commands, gettext, folder())
    try:
        with full_disk_told():
            commands.main(standalone_mode=False)
            sys.stdout.flush()
    except ReaderError as problem:
        click.echo(describe(problem), err=True)
        sys.exit(exit_of(problem))
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)

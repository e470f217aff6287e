"""The help of the commands in the language of the terminal, click's own words included.

click asks Python's gettext for its words, and Python's gettext reads compiled catalogues; where ours are not
compiled these few words stay English.
"""

import gettext as python_gettext
from collections.abc import Callable
from pathlib import Path

import click

from ..i18n import N_, n_

WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("default: {default}"),
    N_("Error: {message}"),
    N_("Aborted!"),
    N_("Try '{command} {option}' for help."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing command."),
    N_("No such command {name!r}."),
    N_("No such option: {name}"),
    N_("Option {name!r} requires an argument."),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("{name} {filename!r} is a directory."),
    n_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    n_("Did you mean {possibility}?", "(Possible options: {possibilities})"),
    n_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
)
"""What click says, as its messages are written: gathered for the translators here."""


def speak(command: click.Command, translate: Callable[[str], str], folder: Path) -> None:
    """Put the help of a command, of its options and of the commands below it into the language of `translate`."""
    python_gettext.bindtextdomain("messages", str(folder))
    command.help = translate(command.help) if command.help else None
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = translate(option.help)
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        speak(below, translate, folder)

"""The `according` command: registers the verbs of `commands/`, turns errors into sentences. Imports nothing heavy."""

import sys
from importlib import import_module

import typer

from according.errors import AccordingError

__all__ = ["app", "main"]

app = typer.Typer(
    name="according",
    help="Who said what, and how they know: a sourced claim ledger from reporting on armed conflict.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

GROUPS = ("add", "ledger", "drawings", "origins", "judging", "packs", "serve")
"""Modules of `commands/` in the order their verbs are listed by `--help`."""

for group in GROUPS:
    import_module(f"according.commands.{group}").register(app)


def main() -> None:
    """Run the command line; an `AccordingError` becomes one sentence on standard error and exit code 1."""
    try:
        app()
    except AccordingError as error:
        print(f"according: {error}", file=sys.stderr)
        sys.exit(1)

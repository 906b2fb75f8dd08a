"""The command line: commands, what they print, and exit codes. Nothing else prints."""

import gc
import importlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from voicecoach import __version__
from voicecoach.cli import report
from voicecoach.problems import EngineError, VoicecoachError, nearest_hint

INTERRUPTED = 130
TERMINATED = 143
_OBJECTS_BETWEEN_COLLECTIONS = 100_000

_COMMANDS = (
    "build",
    "cache",
    "check",
    "exercises",
    "fmt",
    "inspect",
    "new",
    "schema",
    "script",
    "show",
    "voices",
    "watch",
)


class _LazyGroup(click.Group):
    """A group that imports a command when it is needed: each is a module of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            hint = nearest_hint(cmd_name, _COMMANDS)
            if hint and not ctx.resilient_parsing:
                ctx.fail(f"No such command '{cmd_name}': {hint}")
            return None
        module = importlib.import_module(f"{__name__}.{cmd_name}")
        command: click.Command = module.command
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="voicecoach")
def cli() -> None:
    """Turn a workout written in YAML into an MP3 that coaches you through it.

    \b
    Examples:
      voicecoach new my-core
      voicecoach check my-core.yaml
      voicecoach build my-core.yaml
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every error is reported, none is raised."""
    try:
        _start_quickly()
        _show_all_characters()
        code = cli.main(arguments, prog_name="voicecoach", standalone_mode=False)
        sys.stdout.flush()
    except VoicecoachError as error:
        report.error(error)
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        report.interrupted()
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can be told, not at the exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        report.error(EngineError(f"the output cannot be written: {error.strerror}"))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EngineError.exit_code
    return code if isinstance(code, int) else 0


def _start_quickly() -> None:
    """Leave out what a command that soon ends would only wait for, a tenth of its start."""
    # Thousands of classes and functions are made on import, and none of them is garbage.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    # Else pydantic looks for plugins in all that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")


def _show_all_characters() -> None:
    """Let a terminal without a character show a question mark in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def main() -> None:
    """Run the command of this process's arguments and exit."""
    signal.signal(signal.SIGTERM, _terminate)
    sys.exit(run())


def _terminate(_number: int, _frame: FrameType | None) -> None:
    # As an exception, so that half-written files are removed on the way out.
    sys.exit(TERMINATED)

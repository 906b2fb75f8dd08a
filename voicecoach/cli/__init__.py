"""The command line: commands, their output and exit codes. Nothing else prints."""

import gc
import importlib
import io
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from voicecoach import __version__
from voicecoach.cli.environment import do_without_stderr, mend_time_zone, open_closed_streams
from voicecoach.cli.groups import HintingGroup, write_sections

TERMINATED = 143
_OBJECTS_BETWEEN_COLLECTIONS = 100_000

# By what a user is about to do, in the order in which he comes to need them.
_SECTIONS = {
    "Make": ("build", "page", "programme", "batch", "watch", "play"),
    "Look": ("check", "show", "script", "inspect"),
    "Write": ("new", "import", "export", "exercises", "fmt", "schema"),
    "Share": ("share", "feed"),
    "Help": ("voices", "cache"),
}
# Of commands whose names Python keeps for itself.
_MODULES = {"import": "importing"}
_COMMANDS = tuple(sorted(name for names in _SECTIONS.values() for name in names))


class _LazyGroup(HintingGroup):
    """A group that imports a command when needed: each is a module of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        module = importlib.import_module(f"{__name__}.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_sections(ctx, formatter, self, _SECTIONS)


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
    """Run one command and return its exit code; errors are reported, never raised."""
    try:
        _start_quickly()
        _show_all_characters()
        mend_time_zone()
        code = cli.main(arguments, prog_name="voicecoach", standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        # Where all goes well, nobody waits for this import.
        from voicecoach.cli.failures import report_failure

        return report_failure(error)
    return code if isinstance(code, int) else 0


def _start_quickly() -> None:
    """Skip what a short command would only wait for, a tenth of its start-up time."""
    # Thousands of classes and functions are made on import, and none of them is garbage.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def _show_all_characters() -> None:
    """Print a question mark for characters that the output's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def main() -> None:
    """Run the command given by this process's arguments and exit."""
    open_closed_streams()
    do_without_stderr()
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = run()
    except _Terminated:
        code = TERMINATED
    # On exit the collector would look through everything once more, for a tenth of a second.
    gc.freeze()
    sys.exit(code)


class _Terminated(BaseException):
    """The process was asked to end: an exception, so that half-written files are removed.

    It is no `SystemExit`, which a speech engine may raise as well.
    """


def _terminate(_number: int, _frame: object) -> NoReturn:
    raise _Terminated

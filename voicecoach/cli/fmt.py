"""`voicecoach fmt`: brings routines into their normal form."""

import difflib
import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli import report
from voicecoach.cli.options import routines_argument
from voicecoach.problems import VoicecoachError

if TYPE_CHECKING:
    from voicecoach.language.fmt import Formatted


@click.command("fmt")
@routines_argument
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def command(routines: tuple[Path, ...], check: bool, diff: bool) -> None:
    """Bring each ROUTINE into its normal form, which sounds the same.

    Keys come in one order, durations and lines are written in one way. Comments, and one blank
    line between blocks, stay. Prints the files that change.

    \b
    Examples:
      voicecoach fmt legs.yaml
      voicecoach fmt --diff legs.yaml
      voicecoach fmt --check routines/*.yaml
    """
    from voicecoach.files.whole_file import replacing
    from voicecoach.language.fmt import formatted

    exit_code = 0
    for routine in routines:
        try:
            result = formatted(routine)
            if result.changed and not check and not diff:
                with replacing(routine) as file:
                    file.write(result.after.encode())
        except VoicecoachError as error:
            # The other routines are still formatted; the first failure decides the exit code.
            report.show_error(error)
            exit_code = exit_code or error.exit_code
            continue
        if result.changed:
            if diff:
                click.echo(_diff(routine, result), nl=False)
            else:
                report.say(str(routine))
            exit_code = exit_code or int(check)
    click.get_current_context().exit(exit_code)


def _diff(routine: Path, result: "Formatted") -> str:
    """Return a unified diff."""
    # Only a line feed ends a line.
    before, after = list(io.StringIO(result.before)), list(io.StringIO(result.after))
    lines = difflib.unified_diff(before, after, str(routine), str(routine))
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )

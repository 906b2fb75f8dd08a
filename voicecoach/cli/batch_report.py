"""What `voicecoach batch` tells: each file, what is wrong with which rows, and how many there are.

No name of a person is in it: rows are told by their numbers and ids.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli import report
from voicecoach.units import counted, megabytes, whole_clock

if TYPE_CHECKING:
    from voicecoach.people.batch import Result
    from voicecoach.people.job import Built, Failed
    from voicecoach.people.table import Table


def show_built(built: "Built") -> None:
    """Print a finished file, its length and its size."""
    length, size = whole_clock(built.length_ms), megabytes(built.size_bytes)
    report.say(f"{built.checked.job.file}  {length}  {size}")


def tell_all(
    table: "Table", results: "Sequence[Result]", total: int, quiet: bool, dry_run: bool
) -> int:
    """Tell what has come of a table, write its rows that failed, and return the exit code.

    `total` is how many files there would be, had nothing stopped the batch.
    """
    from voicecoach.people.errors_file import write_errors
    from voicecoach.people.job import Failed

    failed = sorted((each for each in results if isinstance(each, Failed)), key=lambda f: f.row)
    _show_failures(table.path, failed)
    if not quiet:
        _show_warnings(results)
        _show_summary(results, total, dry_run)
    # A person with a programme may have failed more than once.
    reasons: dict[int, dict[str, None]] = {}
    for each in failed:
        reasons.setdefault(each.row, {})[each.reason] = None
    errors = write_errors(table, {row: "; ".join(found) for row, found in reasons.items()})
    if errors is not None:
        report.tell(f"The rows that have failed are in {errors}.")
    return failed[0].exit_code if failed else 0


def _show_failures(table: Path, failed: "Sequence[Failed]") -> None:
    """Print to stderr why rows have failed."""
    for each in failed[: report.MOST_SHOWN]:
        who = f"row {each.row}" + (f" ({each.id})" if each.id else "")
        report.show_fault(f"{table}: {who}: {each.public_reason}")
    if len(failed) > report.MOST_SHOWN:
        report.show_fault(f"{table}: {len(failed) - report.MOST_SHOWN} more rows have failed")
    if any(each.disk_is_full for each in failed):
        report.tell("Stopped. Make room, and start it again: it goes on where it was.")


def _show_warnings(results: "Sequence[Result]") -> None:
    """Print each warning once to stderr, with how many programmes it is about."""
    from voicecoach.people.job import Built, Checked

    found: Counter[str] = Counter()
    for result in results:
        if isinstance(result, Built):
            found.update(set(result.checked.warnings))
        elif isinstance(result, Checked):
            found.update(set(result.warnings))
    for text, count in found.most_common(report.MOST_SHOWN):
        report.show_warning(f"{text} (in {counted(count, 'programme')})")
    if len(found) > report.MOST_SHOWN:
        report.show_warning(f"{len(found) - report.MOST_SHOWN} more warnings are not shown")


def _show_summary(results: "Sequence[Result]", total: int, dry_run: bool) -> None:
    """Print to stderr how many files were built and how many not; in a dry run, would be."""
    from voicecoach.people.job import Built, Checked, Failed

    built = sum(isinstance(result, Built) for result in results)
    checked = [result for result in results if isinstance(result, Checked)]
    failed = sum(isinstance(result, Failed) for result in results)
    parts = [f"{len(checked)} can be built" if dry_run else f"{built} built"]
    if checked and not dry_run:
        parts.append(f"{len(checked)} up to date")
    if failed:
        parts.append(f"{failed} failed")
    left = total - len(results)
    if left:
        parts.append(f"{left} left")
    text = f"Of {counted(total, 'file')}, {', '.join(parts)}."
    if dry_run and checked:
        lengths_ms = [each.length_ms for each in checked]
        shortest, longest = whole_clock(min(lengths_ms)), whole_clock(max(lengths_ms))
        text += f" They last {shortest} to {longest}, about, where lines are not spoken yet."
    report.tell(text)

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


def show_built(built: "Built") -> None:
    """Print a finished file, its length and its size."""
    length, size = whole_clock(built.length_ms), megabytes(built.size_bytes)
    report.say(f"{built.checked.job.file}  {length}  {size}")


def show_failures(table: Path, failed: "Sequence[Failed]") -> None:
    """Print to stderr why rows have failed."""
    for each in failed[: report.MOST_SHOWN]:
        who = f"row {each.row}" + (f" ({each.id})" if each.id else "")
        report.show_fault(f"{table}: {who}: {each.public_reason}")
    if len(failed) > report.MOST_SHOWN:
        report.show_fault(f"{table}: {len(failed) - report.MOST_SHOWN} more rows have failed")
    if any(each.disk_is_full for each in failed):
        report.tell("Stopped. Make room, and start it again: it goes on where it was.")


def show_warnings(results: "Sequence[Result]") -> None:
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


def show_summary(results: "Sequence[Result]", total: int, dry_run: bool) -> None:
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

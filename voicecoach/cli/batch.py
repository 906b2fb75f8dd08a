"""`voicecoach batch`: builds the files of all people in a table."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli import report
from voicecoach.cli.batch_report import show_built, tell_all
from voicecoach.cli.options import PATH, options_for, speech_options
from voicecoach.cli.outputs import sound_options

if TYPE_CHECKING:
    from voicecoach.people.batch import Result
    from voicecoach.people.pools import Pool


@click.command("batch", short_help="Build a file for each of the PEOPLE in a table.")
@click.argument("people", type=PATH)
@click.option("--routine", type=PATH, help="What rows are built of that name no routine.")
@click.option(
    "-d",
    "--directory",
    "destination",
    metavar="DIRECTORY",
    default=".",
    help="The directory to write to, made if needed (default: this one), or an address such as "
    "s3://bucket/week-1.",
)
@speech_options
@sound_options
@click.option("--sheet", "with_sheet", is_flag=True, help="Write a sheet to print for each, too.")
@click.option("--dry-run", is_flag=True, help="Check all rows, and build nothing.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="How many are built at a time, each in a process (default: one a processor core).",
)
@click.option(
    "--cluster",
    "scheduler",
    metavar="ADDRESS",
    help="Build on the workers of the Dask scheduler at this address.",
)
@click.option(
    "--store",
    metavar="DIRECTORY",
    help="Where spoken lines are kept, in place of the user's cache: one that all workers see, or "
    "an address.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def command(
    people: Path,
    routine: Path | None,
    destination: str,
    with_sheet: bool,
    dry_run: bool,
    jobs: int | None,
    scheduler: str | None,
    store: str | None,
    quiet: bool,
    **choices: Any,
) -> None:
    """Build a file for each of the PEOPLE in a table, one row a person, named by the `id`.

    PEOPLE is a .csv or .xlsx file. Its columns are `id`, `routine` or `programme`, `start` (of a
    programme), `level`, `voice`, `language` and `rate`; any other is a variable of the routine.
    What a row says wins over the options.

    Rows that fail do not stop the others. They are written to a table beside the first one,
    PEOPLE.errors.csv, with what is wrong. Files that are up to date are not built again.

    \b
    Examples:
      voicecoach batch people.csv --dry-run
      voicecoach batch people.xlsx --routine knee.yaml -d week-1 --sheet
    """
    from voicecoach.people.person import people_of
    from voicecoach.people.pools import pool_of
    from voicecoach.people.table import read_table

    options = options_for(choices)
    table = read_table(people)
    if table.doubt and not quiet:
        report.show_warning(table.doubt)
    persons, wrong = people_of(table, routine, options)
    if scheduler is None:
        # The processes start while this one imports the rest.
        pool: Pool = pool_of(jobs, persons)
    from voicecoach.cli.progress import Display
    from voicecoach.people.batch import Batch
    from voicecoach.people.cluster import cluster_at
    from voicecoach.people.job import Built, Setting
    from voicecoach.people.store import store_at
    from voicecoach.session.session import Session, default_store
    from voicecoach.session.tagging import this_year

    setting = Setting(
        store=store or str(default_store().directory),
        destination=destination,
        year=this_year(),
        with_sheet=with_sheet,
        **{name: choices[name] for name in ("bitrate_kbps", "cover", "comment")},
    )
    display = Display(not quiet, with_time_left=True)
    if scheduler is not None:
        # Workers have directories of their own to be in.
        setting, persons = setting.absolute(), [person.absolute() for person in persons]
        pool = cluster_at(scheduler, setting, (person.source for person in persons))
    with (
        closing(pool),
        closing(Session(store_at(setting.store))) as session,
        display.bar(people.name) as on_progress,
    ):
        batch = Batch(session, pool, setting, options.loudness_lufs, on_progress)
        work, unread = batch.jobs_of(persons)
        results: list[Result] = [*wrong, *unread]
        with closing(batch.try_out(work) if dry_run else batch.run(work)) as found:
            for result in found:
                results.append(result)
                if isinstance(result, Built) and not quiet:
                    with display.hidden():
                        show_built(result)
    code = tell_all(table, results, len(work) + len(wrong) + len(unread), quiet, dry_run)
    if code:
        click.get_current_context().exit(code)

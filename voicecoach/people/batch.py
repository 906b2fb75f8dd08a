"""The batch: its stages in order, from the jobs to their files.

All jobs are read and planned, so that what is wrong is known before anything is spoken. Then the
lines that nobody has spoken yet are spoken, once. Then the files are built from the store by
whoever the pool has; what needs a voice after all is built here.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import count
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.people import bench
from voicecoach.people.destination import Destination, destination_at
from voicecoach.people.findings import Findings
from voicecoach.people.job import Built, Checked, Failed, Job, Setting, Unspoken
from voicecoach.people.jobs import jobs_of
from voicecoach.people.person import Person
from voicecoach.people.pools import LostError, Pool
from voicecoach.people.record import Record, opened_record
from voicecoach.people.speaking import a_line_of_each_voice, speak
from voicecoach.people.tasks import Bench
from voicecoach.routine.utterance import Utterance
from voicecoach.session.session import OnProgress, Session

# What comes of a job; Checked where its file is up to date, or nothing was to be built.
Result = Checked | Built | Failed

_R = TypeVar("_R")

# How often lines come to light that nobody knew of, as the spoken ones are longer than guessed.
_MOST_ROUNDS = 3


class Batch(Struct, frozen=True):
    """Who does the jobs of a table, and how.

    `session` is the one with a voice. `loudness_lufs` is that of all jobs.
    """

    session: Session
    pool: Pool
    setting: Setting
    loudness_lufs: float
    on_progress: OnProgress
    _turns: Iterator[int] = field(default_factory=count)

    def jobs_of(self, people: Sequence[Person]) -> tuple[list[Job], list[Failed]]:
        """Return the jobs of people, and those whose programme is wrong."""
        jobs: list[Job] = []
        failed: list[Failed] = []
        results = self.pool.map(jobs_of, people, _lost)
        for result in self._counted("Reading", results, len(people)):
            if isinstance(result, Failed):
                failed.append(result)
            else:
                jobs += result
        return jobs, failed

    def try_out(self, jobs: Sequence[Job]) -> Generator[Result, None, None]:
        """Find out which jobs can be done; of what is to be spoken, a line by each voice is."""
        findings = self._check(jobs)
        lines = a_line_of_each_voice(findings.unspoken)
        findings.refuse(speak(self.session, lines, self.loudness_lufs, self._counting_lines()))
        yield from findings.failed
        yield from findings.checked

    def run(self, jobs: Sequence[Job]) -> Generator[Result, None, None]:
        """Make the files of all jobs, and yield what comes of each; Checked where it is up to date.

        Raises WrongUsageError where another batch writes to the same place. It ends with a job that
        has found the disk full: the others would find the same.
        """
        destination = destination_at(self.setting.destination)
        with opened_record(self.setting.destination, self.session.store.directory) as record:
            findings = self._check(
                [
                    replace(
                        job, built_of=record.made_of(job.file, self._state_of(job, destination))
                    )
                    for job in jobs
                ]
            )
            self._speak(findings)
            yield from findings.failed
            yield from (each for each in findings.checked if each.is_up_to_date)
            wanted = [each for each in findings.checked if not each.is_up_to_date]
            yield from self._build(wanted, destination, record)
        if wanted:
            # The other processes have put into it what they encoded.
            self.session.store.sweep()

    def _check(self, jobs: Sequence[Job]) -> Findings:
        """Read and plan all jobs."""
        findings = Findings()
        check = partial(bench.check, self.setting, next(self._turns))
        results = self.pool.map(check, jobs, _lost)
        for result in self._counted("Checking", results, len(jobs)):
            findings.add(result)
        return findings

    def _speak(self, findings: Findings) -> None:
        """Speak all lines that are not in the store, until planning with them finds no more.

        The jobs of voices that cannot speak are refused.
        """
        on_line = self._counting_lines()
        found = findings
        for _ in range(_MOST_ROUNDS):
            failures = speak(self.session, found.unspoken, self.loudness_lufs, on_line)
            findings.refuse(failures)
            jobs = [each.job for each in found.checked if each.voices]
            if not jobs:
                break
            found = self._check(jobs)

    def _build(
        self, checked: Sequence[Checked], destination: Destination, record: Record
    ) -> Generator[Built | Failed, None, None]:
        """Make the files of jobs, and yield what comes of each, in their order."""
        here = Bench(self.session, self.setting, destination)
        build = partial(bench.build, self.setting)
        results = self.pool.map(build, checked, lambda each, error: _lost(each.job, error))
        counted = self._counted("Building", results, len(checked))
        for each, result in zip(checked, counted, strict=False):
            if isinstance(result, Unspoken):
                result = here.build(each)
            # With a voice, every line is spoken.
            assert not isinstance(result, Unspoken)
            if isinstance(result, Built):
                state = self._state_of(each.job, destination)()
                if state is not None:
                    record.add(each.job.file, each.digest, state)
            yield result
            if isinstance(result, Failed) and result.disk_is_full:
                return

    def _state_of(self, job: Job, destination: Destination) -> Callable[[], str | None]:
        """Return what finds out the state of a job's files, which is None if one is not there."""

        def state() -> str | None:
            names = (job.file, *[job.sheet] * self.setting.with_sheet)
            states = [destination.state(name) for name in names]
            return None if None in states else " ".join(map(str, states))

        return state

    def _counted(self, stage: str, results: Iterable[_R], total: int) -> Generator[_R, None, None]:
        self.on_progress(stage, 0, total)
        for number, result in enumerate(results, 1):
            self.on_progress(stage, number, total)
            yield result

    def _counting_lines(self) -> Callable[[Utterance], None]:
        spoken = count(1)
        return lambda _: self.on_progress("Speaking", next(spoken), None)


def _lost(job: Job | Person, error: LostError) -> Failed:
    reason = f"{error.message} ({error.hint})"
    return Failed(job.row, job.id, reason, reason, error.exit_code)

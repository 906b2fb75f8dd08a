"""Tasks: what is done with a job, in this process or another, on this machine or another."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.language.spoken_variables import spoken_variables
from voicecoach.people.columns import near_known
from voicecoach.people.destination import Destination
from voicecoach.people.digests import digest_of
from voicecoach.people.job import Built, Checked, Failed, Job, Setting, Unspoken
from voicecoach.people.outputs import outputs_of
from voicecoach.people.person import Person
from voicecoach.people.privacy import Privacy, privacy_of
from voicecoach.people.voiceless import GuessingNarrator, UnspokenError
from voicecoach.problems import (
    DiskFullError,
    Problem,
    RoutineError,
    UnknownVariableError,
    VoicecoachError,
)
from voicecoach.routine.routine import Routine
from voicecoach.session.build import build
from voicecoach.session.plan import plan_routine
from voicecoach.session.session import Session


class _UpToDate(Exception):  # noqa: N818
    """The file that is there is made of the same."""


class Bench(Struct, frozen=True):
    """Where jobs are done: a session that may speak or not, and the setting of the batch."""

    session: Session
    setting: Setting
    destination: Destination

    def check(self, job: Job) -> Checked | Failed:
        """Read and plan a job, with guessed lengths for lines that are not spoken yet.

        The session's narrator is a GuessingNarrator.
        """
        digests: list[str] = []

        def stop_if_up_to_date(routine: Routine) -> None:
            digests.append(digest_of(job, self.setting, routine, self.session))
            if digests[-1] == job.built_of:
                raise _UpToDate

        try:
            privacy = privacy_for(job.source, job.own)
            with self.session.working_on(job.id) as on_progress:
                plan = plan_routine(
                    self.session,
                    job.source,
                    job.options,
                    on_progress,
                    before_speaking=stop_if_up_to_date,
                )
        except _UpToDate:
            return Checked(job, digests[-1], is_up_to_date=True)
        except VoicecoachError as error:
            return failed(job, error)
        assert isinstance(plan.narrator, GuessingNarrator)
        unspoken = tuple(plan.narrator.unspoken)
        voices = frozenset(utterance.voice for utterance in unspoken)
        return Checked(
            _drawn_alike(job, plan.routine),
            digests[-1],
            plan.timeline.duration_ms,
            language=plan.routine.language,
            unspoken=unspoken,
            voices=voices,
            needed_voices=frozenset(
                voice for voice in voices if not plan.casting.can_do_without(voice.engine)
            ),
            warnings=tuple(privacy.public(_in_words(each)) for each in plan.timeline.warnings),
        )

    def build(self, checked: Checked) -> Built | Failed | Unspoken:
        """Make the files of a job; Unspoken where the store lacks a line, and nobody may speak."""
        job = checked.job
        try:
            with self.destination.writing(job.file) as target:
                outputs = outputs_of(job, target, self.setting, privacy_for(job.source, job.own))
                result = build(self.session, job.source, outputs, job.options)
        except UnspokenError:
            return Unspoken()
        except VoicecoachError as error:
            return failed(job, error)
        return Built(checked, result.timeline.duration_ms, result.size_bytes)


def _drawn_alike(job: Job, routine: Routine) -> Job:
    """Return a job that draws what it does today, on whatever day and wherever it is built."""
    if routine.seed is None:
        return job
    return replace(job, options=replace(job.options, seed=str(routine.seed)))


def privacy_for(source: Path, own: Mapping[str, str]) -> Privacy:
    """Return what hides what only a row says, where a routine puts it into a text.

    Raises as `load` does.
    """
    return privacy_of(own, spoken_variables(source)) if own else Privacy()


def failed(job: Job | Person, error: VoicecoachError) -> Failed:
    """Return a job or all of a person as failed, with what is wrong in one line."""
    message, hint = error.message, error.hint
    if isinstance(error, UnknownVariableError) and error.name in job.own:
        message, hint = f"the column {message}", near_known(error.name) or hint
    reason = message + (f" ({hint})" if hint else "")
    if isinstance(error, RoutineError):
        reason = "; ".join(map(_in_words, error.problems))
    try:
        privacy = privacy_for(job.source, job.own)
    except VoicecoachError:
        # Whatever it would be used as, nobody is told.
        privacy = privacy_of(job.own, job.own.keys())
    public = privacy.public(reason)
    is_full = isinstance(error, DiskFullError)
    return Failed(job.row, job.id, reason, public, error.exit_code, is_full)


def _in_words(problem: Problem) -> str:
    """Return a problem in one line; what a row gave is named by its columns."""
    columns = [f"`{each.partition('=')[0]}`" for each in problem.given]
    given = f", with {' and '.join(columns)} as the row says" if columns else ""
    hint = f" ({problem.hint})" if problem.hint and not columns else ""
    return f"{problem.span.file}:{problem.span.line}: {problem.message}{given}{hint}"

"""Rebuild: a build that makes nothing anew which is still as it would be made.

Where all is up to date, neither the routine is read nor what reads it is imported.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.session import records
from voicecoach.session.built import Built
from voicecoach.session.options import Options
from voicecoach.session.outputs import Output
from voicecoach.session.session import Session

if TYPE_CHECKING:
    from voicecoach.language import RoutineText


def up_to_date(
    session: Session,
    source: "Path | RoutineText",
    outputs: Sequence[Output],
    options: Options,
) -> Built | None:
    """Return what is told of a programme that is as it would be built, None if there is none."""
    return records.find(session.store, records.Request(source, outputs, options))


def build_anew(
    session: Session,
    source: "Path | RoutineText",
    outputs: Sequence[Output],
    options: Options,
    is_only: bool = False,
) -> Built:
    """Build as `voicecoach.session.build` does, and record what the programme was made of.

    Raises RoutineError, WrongUsageError, EngineError or CancelledError.
    """
    # Before the build, as what is asked for must not depend on what it makes.
    request = records.Request(source, outputs, options)
    expected = records.last_opening(session.store, request)
    if expected or (expected is None and _is_likely_to_need_a_worker(options)):
        session.start_worker(expected or ())
    from voicecoach.files.inputs import noting
    from voicecoach.session.build import build
    from voicecoach.speech.engines import is_isolated

    session.engines.renew()
    try:
        with noting() as inputs:
            result = build(session, source, outputs, options, is_only)
    finally:
        # They may have opened a voice that is another one by the next build.
        session.engines.end_spares(0)
    built = result.built()
    isolated = (voice for voice in result.speakers.voices if is_isolated(voice.engine))
    records.keep(session.store, request, inputs, built, result.written, next(isolated, None))
    return built


def _is_likely_to_need_a_worker(options: Options) -> bool:
    """Return whether the system's voice is likely to speak, before the routine is read."""
    if options.voice is None:
        return find_spec("hibari") is None
    return options.voice == "pyttsx3"


def rebuild(
    session: Session,
    source: "Path | RoutineText",
    outputs: Sequence[Output],
    options: Options,
) -> Built:
    """Return what is told of a programme, which is built only if it is not up to date.

    Raises RoutineError, WrongUsageError, EngineError or CancelledError.
    """
    kept = up_to_date(session, source, outputs, options)
    return kept or build_anew(session, source, outputs, options)

"""Hints: what a coach would ask about a programme that is not wrong.

They need no cue's view of a phase, only what follows what.
"""

from collections.abc import Sequence

from voicecoach.timeline.moment import Moment
from voicecoach.timeline.notebook import Notebook


def report_holds_without_rest(moments: Sequence[Moment], notebook: Notebook) -> None:
    """Report different work that follows a hold at once, where nobody wrote that it should."""
    for moment in moments:
        work, after = moment.phase.work, moment.after
        if work is None or after is None or after.work is None:
            continue
        held = work.dose.kind in ("hold", "reps+hold")
        other = work.exercise.span != after.work.exercise.span
        if held and other and not after.work.no_rest:
            message = (
                f"`{after.work.exercise.name}` follows the hold of `{work.exercise.name}` at once"
            )
            hint = (
                "write `between: 10s` for time to change position, or `between: 0` if it is meant"
            )
            notebook.warn(after.work.exercise.span, "no-rest-after-hold", message, hint)


def report_unled_work(moments: Sequence[Moment], notebook: Notebook) -> None:
    """Report the name and the setup of work that begins after a pause, out of silence."""
    for moment in moments:
        work = moment.phase.work
        if work is None or not work.begins or moment.led_in or moment.ends_work:
            continue
        exercise = work.exercise
        hint = "put a rest in place of the pause, or after it"
        if exercise.setup is not None and moment.is_first:
            message = f"the setup of `{exercise.name}` is left out: only a pause leads in to it"
            notebook.warn(exercise.setup.span, "setup-left-out", message, hint)
        if exercise.cues.announce != "off" and not moment.follows_work:
            message = f"`{exercise.name}` is not announced: only a pause leads in to it"
            hint += "; `cues: {announce: off}` where silence is meant"
            notebook.warn(exercise.span, "announcement-left-out", message, hint)

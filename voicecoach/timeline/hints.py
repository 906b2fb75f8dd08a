"""Hints: what a coach would ask about a programme that is not wrong."""

from collections.abc import Sequence

from voicecoach.timeline.moment import Moment, Notebook


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

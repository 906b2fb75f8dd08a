"""Hints: what a coach would ask about a programme that is not wrong.

They need no cue's view of a phase, only what follows what.
"""

from collections.abc import Sequence
from itertools import pairwise

from voicecoach.problems import Span
from voicecoach.routine.phase import Phase, Work
from voicecoach.timeline.moment import LeadMoment, Moment, WorkMoment
from voicecoach.timeline.reports import Reports
from voicecoach.units import clock


def report_holds_without_rest(phases: Sequence[Phase], reports: Reports) -> None:
    """Report different work that follows a hold at once, where nobody wrote that it should."""
    for work, after in pairwise(phases):
        if not isinstance(work, Work) or not isinstance(after, Work):
            continue
        held = work.dose.kind in ("hold", "reps+hold")
        if held and work.span != after.span and not after.no_rest:
            message = f"`{after.exercise.name}` follows the hold of `{work.exercise.name}` at once"
            hint = (
                "write `between: 10s` for time to change position, or `between: 0` if it is meant"
            )
            reports.warn(after.span, "no-rest-after-hold", message, hint)


def report_unled_work(moments: Sequence[Moment], reports: Reports) -> None:
    """Report the name and the setup of work that begins after a pause, out of silence."""
    for before, moment in pairwise(moments):
        if not isinstance(moment, WorkMoment) or not isinstance(before, LeadMoment):
            continue
        exercise = moment.work.exercise
        if not moment.work.begins or moment.led_in:
            continue
        hint = "put a rest in place of the pause, or after it"
        for introduced in moment.work.introduces:
            setup = introduced.setup if introduced.cues.setup else None
            if setup is not None and not setup.stock:
                message = (
                    f"the setup of `{introduced.name}` is left out: only a pause leads in to it"
                )
                reports.warn(setup.span, "setup-left-out", message, hint)
        if exercise.cues.announce != "off" and moment.ended is None:
            message = f"`{exercise.name}` is not announced: only a pause leads in to it"
            hint += "; `cues: {announce: off}` where silence is meant"
            reports.warn(exercise.span, "announcement-left-out", message, hint)


def report_uneven_sides(phases: Sequence[Phase], reports: Reports) -> None:
    """Note the exercises, by name, of which one side does less than another."""
    lengths_ms: dict[str, dict[str, int]] = {}
    spans: dict[str, Span] = {}
    for phase in phases:
        if isinstance(phase, Work) and phase.side is not None:
            name = phase.exercise.name
            sides = lengths_ms.setdefault(name, {})
            sides[phase.side] = sides.get(phase.side, 0) + phase.length_ms
            spans[name] = phase.span
    for name, sides in lengths_ms.items():
        least, most = min(sides, key=sides.__getitem__), max(sides, key=sides.__getitem__)
        if sides[least] < sides[most]:
            message = (
                f"`{name}` takes {clock(sides[most])} on the {most} and {clock(sides[least])}"
                f" on the {least}"
            )
            hint = f"{clock(sides[most] - sides[least])} more on the {least} would make them even"
            reports.note(spans[name], "uneven-sides", message, hint)

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
        # Contract and relax: the same exercise goes on from where it was held.
        same = work.exercise.name == after.exercise.name
        if held and not same and not after.no_rest:
            message = f"`{after.exercise.name}` follows the hold of `{work.exercise.name}` at once"
            hint = (
                "write `between: 10s` for time to change position, or `between: 0` if it is meant"
            )
            reports.warn(after.span, "no-rest-after-hold", message, hint)


def report_unled_work(moments: Sequence[Moment], reports: Reports) -> None:
    """Report the name and the setups of work that nothing leads in to.

    A pause is silent; where the author wrote a rest of 0, or a `ready` of 0 first of all, nothing
    waits for words.
    """
    for before, moment in pairwise([None, *moments]):
        if isinstance(moment, WorkMoment) and moment.work.begins and not moment.led_in:
            paused = isinstance(before, LeadMoment) and before.phase.kind == "pause"
            (_report_after_pause if paused else _report_at_once)(moment, reports)


def _report_after_pause(moment: WorkMoment, reports: Reports) -> None:
    exercise = moment.work.exercise
    hint = "put a rest in place of the pause, or after it"
    for introduced in moment.work.introduces:
        setup = introduced.setup
        if setup is not None and not setup.stock:
            message = f"the setup of `{introduced.name}` is left out: only a pause leads in to it"
            reports.warn(setup.span, "setup-left-out", message, hint)
    if exercise.cues.announce != "off" and moment.ended is None:
        message = f"`{exercise.name}` is not announced: only a pause leads in to it"
        hint += "; `cues: {announce: off}` where silence is meant"
        reports.warn(exercise.span, "announcement-left-out", message, hint)


def _report_at_once(moment: WorkMoment, reports: Reports) -> None:
    exercise = moment.work.exercise
    hint = "write `ready: 1s` beside the exercise to have it said"
    for introduced in moment.work.introduces:
        setup = introduced.setup
        if setup is None:
            continue
        if setup.stock:
            reports.miss_stock_setup(introduced.name, introduced.span, hint)
            continue
        message = f"the setup of `{introduced.name}` is left out: no rest leads in to it"
        reports.warn(setup.span, "setup-left-out", message, hint)
    if exercise.cues.announce != "off" and moment.ended is None:
        message = f"`{exercise.name}` is not announced: no rest leads in to it"
        reports.note(exercise.span, "announcement-left-out", message, hint)


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

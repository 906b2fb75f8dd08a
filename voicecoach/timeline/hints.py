"""Hints: what a coach would ask about a programme that is not wrong.

They need no cue's view of a phase, only what follows what.
"""

from collections.abc import Sequence

from voicecoach.problems import Span
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.notebook import Notebook
from voicecoach.units import clock


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
        for each in moment.setups_here:
            if each.setup is not None and not each.setup.stock:
                message = f"the setup of `{each.name}` is left out: only a pause leads in to it"
                notebook.warn(each.setup.span, "setup-left-out", message, hint)
        if exercise.cues.announce != "off" and not moment.follows_work:
            message = f"`{exercise.name}` is not announced: only a pause leads in to it"
            hint += "; `cues: {announce: off}` where silence is meant"
            notebook.warn(exercise.span, "announcement-left-out", message, hint)


def report_uneven_sides(moments: Sequence[Moment], notebook: Notebook) -> None:
    """Note the exercises, by name, of which one side does less than another."""
    lengths_ms: dict[str, dict[str, int]] = {}
    spans: dict[str, Span] = {}
    for moment in moments:
        work = moment.phase.work
        if work is not None and work.side is not None:
            name = work.exercise.name
            sides = lengths_ms.setdefault(name, {})
            sides[work.side] = sides.get(work.side, 0) + (moment.phase.length_ms or 0)
            spans[name] = work.exercise.span
    for name, sides in lengths_ms.items():
        least, most = min(sides, key=sides.__getitem__), max(sides, key=sides.__getitem__)
        if sides[least] < sides[most]:
            message = (
                f"`{name}` takes {clock(sides[most])} on the {most} and {clock(sides[least])}"
                f" on the {least}"
            )
            hint = f"{clock(sides[most] - sides[least])} more on the {least} would make them even"
            notebook.note(spans[name], "uneven-sides", message, hint)

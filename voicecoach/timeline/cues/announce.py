"""Announce: what comes next, in the rest or preparation before it, or at the end of work before.

```yaml
title: Two exercises
workout:
  - Plank 30s
  - rest: 20s
  - Squats 3x10 @ 8 kg
```
"""

from collections.abc import Iterator

from voicecoach.routine.phase import Work
from voicecoach.routine.utterance import Utterance
from voicecoach.timeline.cues import Order, Weight, countdown
from voicecoach.timeline.cues.progress import progress_of
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.queue import QueuedLine
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS

WEIGHT = Weight.ANNOUNCE

LOST = "announcement-left-out"


def leading(moment: Moment) -> Iterator[QueuedLine]:
    """Yield the announcement of the work that comes next; a rest says at least that it is one."""
    work, phase = moment.next_work, moment.phase
    if phase.kind == "switch" and (work is None or not work.begins):
        return
    if work is not None and work.exercise.cues.announce == "off":
        return
    rest = moment.wording.phrases.say("rest")
    forms = _forms(moment, work) if moment.leads_in and work is not None else ()
    if work is None or not forms:
        if phase.kind == "rest":
            form = moment.utterance("announce", rest)
            yield QueuedLine((form,), Order.ANNOUNCE, Weight.PROGRESS, phase.span)
    elif phase.kind == "rest" and not work.exercise.cues.next_up:
        yield _item(moment, work, forms, at_end=True)
    elif phase.kind == "rest":
        yield _item(moment, work, (f"{rest} {forms[0]}", *forms[1:]))
    elif phase.kind == "switch" and work.side is not None:
        yield _item(moment, work, (*forms, moment.wording.side_call(work.side)))
    else:
        yield _item(moment, work, forms)


def working(moment: Moment, track: Track) -> None:
    """Say at the end of work what follows it, where nothing in between says it."""
    work, next_work = moment.phase.work, moment.next_work
    assert work is not None
    if next_work is None or not (moment.work_follows or moment.next_unannounced):
        return
    if next_work.exercise.cues.announce == "off":
        return
    texts = _forms(moment, next_work)
    progress = progress_of(moment)
    if moment.next_unannounced:
        texts = texts[-1:]
    elif progress:
        texts = (" ".join([*texts[:1], progress]), *texts)
    if not texts:
        return
    role = "announce" if texts != (progress,) else "progress"
    forms = tuple(moment.utterance(role, text) for text in texts)
    # Counted work takes as long as it takes, but where a clock goes on after it.
    ends_on_time = work.dose.timed or moment.phase.place.clocked
    if ends_on_time and _say_before_end(moment, track, forms):
        moment.notebook.named.add(moment.next_index)
        return
    if next_work.begins and moment.work_follows:
        _report(moment, next_work, forms[0])


def _say_before_end(moment: Moment, track: Track, forms: tuple[Utterance, ...]) -> bool:
    """Say the first form that fits, ending ahead of the countdown, and return whether one did."""
    assert moment.phase.length_ms is not None
    assert moment.next_work is not None
    counted_ms = countdown.start_ms(moment, moment.phase.length_ms)
    end_ms = track.last_ms if counted_ms is None else counted_ms - LINE_GAP_MS
    span = moment.next_work.exercise.span
    for index, form in enumerate(forms):
        if track.say(form, end_ms - track.measure(form), span):
            if index > 0:
                message = f"the announcement of `{moment.next_work.exercise.name}` is shortened to"
                hint = "put a rest before it, or shorten the name"
                moment.notebook.note(
                    span, "announcement-shortened", f"{message} “{form.text}”", hint
                )
            return True
    return False


def _forms(moment: Moment, work: Work) -> tuple[str, ...]:
    """Return the announcement from its fullest form to the name and side alone."""
    wording = moment.wording
    full = work.exercise.cues.announce == "full"
    titles = wording.titles(work)
    if not work.begins:
        changes = wording.changes(work, moment.phase.work or moment.last_work)
        return (wording.next(changes),) if changes and full else ()
    short = wording.next(wording.name(work, full=False))
    if titles:
        said = (f"{titles} {wording.here(wording.name(work, full))}",)
    elif moment.phase.work is None and moment.last_work is None:
        said = (wording.here(wording.name(work, full)),)
    else:
        said = (wording.next(wording.name(work, full)),)
    return said if said[-1] == short else (*said, short)


def _item(moment: Moment, work: Work, texts: tuple[str, ...], at_end: bool = False) -> QueuedLine:
    what = f"the announcement of `{work.exercise.name}`"
    return QueuedLine(
        tuple(moment.utterance("announce", text) for text in texts),
        Order.ANNOUNCE,
        Weight.ANNOUNCE,
        work.exercise.span,
        LOST if work.begins else None,
        what,
        at_end,
    )


def _report(moment: Moment, work: Work, whole: Utterance) -> None:
    seconds = moment.measure(whole) / 1000
    message = f"the announcement of `{work.exercise.name}` ({seconds:.1f} s) has no room"
    hint = "put a rest before it, or shorten the name"
    moment.notebook.warn(work.exercise.span, LOST, message, hint)

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

from voicecoach.routine.phase import RestPhase, Work
from voicecoach.routine.utterance import Utterance
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import Order, Weight, countdown
from voicecoach.timeline.cues.progress import progress_of, rounds_before_titles
from voicecoach.timeline.moment import LeadMoment, WorkMoment
from voicecoach.timeline.queue import QueuedLine
from voicecoach.timeline.reports import time_before
from voicecoach.timeline.track import Track
from voicecoach.timeline.wording import Wording
from voicecoach.units import LINE_GAP_MS

WEIGHT = Weight.ANNOUNCE

LOST = "announcement-left-out"
SHORTENED = "announcement-shortened"

# The length of a slow part of a breath.
_SOONER_MS = 8000


def leading(moment: LeadMoment, coach: Coach) -> Iterator[QueuedLine]:
    """Yield the announcement of the work that comes next; a rest says at least that it is one."""
    work, phase = moment.next_work, moment.phase
    if phase.kind == "switch" and (work is None or not work.begins):
        return
    coached = work or moment.last_work
    if coached is not None and coached.exercise.cues.announce == "off":
        return
    is_unnamed_rest = phase.kind == "rest" and not _names_itself(phase)
    rest = coach.phrases.say("rest")
    texts = _texts(moment.leads_to, moment.last_work, coach.wording) if moment.leads_to else ()
    if work is None or not texts:
        if is_unnamed_rest:
            form = coach.utterance("announce", rest)
            yield QueuedLine((form,), Order.ANNOUNCE, Weight.PROGRESS, phase.span)
        return
    if is_unnamed_rest and work.exercise.cues.next_up:
        texts = (f"{rest} {texts[0]}", *texts[1:])
    elif phase.kind == "switch" and work.side is not None:
        texts = (*texts, coach.wording.side_call(work.side))
    yield QueuedLine(
        tuple(coach.utterance("announce", text) for text in texts),
        Order.ANNOUNCE,
        Weight.ANNOUNCE,
        work.span,
        LOST if work.begins else None,
        f"the announcement of `{work.exercise.name}`",
        at_end=phase.kind == "rest" and not work.exercise.cues.next_up,
    )


def _names_itself(rest: RestPhase) -> bool:
    """Return whether the text of a rest is a name for it, `Water break`, and no sentence."""
    return rest.line is not None and not rest.line.text.rstrip().endswith((".", "!", "?", "…"))


def working(moment: WorkMoment, track: Track, coach: Coach) -> None:
    """Say at the end of work what follows it, where nothing in between says it."""
    work = moment.next_work or moment.unannounced
    if work is None or work.exercise.cues.announce == "off":
        return
    texts = _texts(work, moment.work, coach.wording)
    role = "announce" if texts else "progress"
    if moment.unannounced is not None:
        texts = texts[-1:]
    else:
        facts = progress_of(work, moment.work, coach.phrases)
        with_facts = (facts[:number] for number in range(len(facts), 0, -1))
        texts = (*(" ".join([*texts[:1], *told]) for told in with_facts), *texts)
    if not texts:
        return
    forms = tuple(coach.utterance(role, text) for text in texts)
    # Counted work takes as long as it takes, but where a clock goes on after it.
    ends_on_time = moment.work.dose.timed or moment.work.place.clocked
    if ends_on_time and _say_before_end(forms, work, moment, track, coach):
        return
    if role == "progress" or not work.begins or moment.next_work is None:
        return
    if work.no_rest and not ends_on_time:
        message = f"`{work.exercise.name}` is not announced: it follows repetitions at once"
        # Without its list, nobody knows what an amrap consists of.
        report = coach.reports.warn if work.listed else coach.reports.note
        report(work.span, LOST, message, f"{time_before(work)} to have it said")
    else:
        seconds = track.measure(forms[0]) / 1000
        message = f"the announcement of `{work.exercise.name}` ({seconds:.1f} s) has no room"
        coach.reports.warn(work.span, LOST, message, "put a rest before it, or shorten the name")


def _say_before_end(
    forms: tuple[Utterance, ...], work: Work, moment: WorkMoment, track: Track, coach: Coach
) -> bool:
    """Say the first form that fits, ahead of the countdown, and return whether one did.

    Between two parts of a tempo, it is said before the last of them.
    """
    counted_ms = countdown.start_ms(moment.countdown, track.length_ms)
    end_ms = track.last_ms if counted_ms is None else counted_ms - LINE_GAP_MS
    for index, form in enumerate(forms):
        if track.say_by(form, end_ms, work.span, up_to_ms=_SOONER_MS):
            if index > 0 and form.role == "announce":
                message = (
                    f"the announcement of `{work.exercise.name}` is shortened to “{form.text}”"
                )
                hint = "put a rest before it, or shorten the name"
                coach.reports.note(work.span, SHORTENED, message, hint)
            return True
    return False


def _texts(work: Work, before: Work | None, wording: Wording) -> tuple[str, ...]:
    """Return the announcement from its fullest form to the name and side alone."""
    full = work.exercise.cues.announce == "full"
    titles = wording.titles(work)
    if not work.begins:
        changes = wording.changes(work, before)
        return (wording.next(changes),) if changes and full else ()
    if work.announcement == "nothing":
        return ()
    short = wording.next(wording.name(work, full=False))
    if work.announcement == "name":
        return (short,)
    if work.titles:
        said = f"{titles} {wording.here(wording.name(work, full))}".lstrip()
        if rounds := rounds_before_titles(work, wording.phrases):
            return (f"{rounds} {said}", said, short)
    elif before is None:
        said = wording.here(wording.name(work, full))
    else:
        said = wording.next(wording.name(work, full))
    return (said,) if said == short else (said, short)

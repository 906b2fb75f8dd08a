"""The lead-in: how long a phase that is not work takes, and what is said in it when."""

from msgspec import Struct

from voicecoach.routine.phase import PreparePhase, SayPhase, Work
from voicecoach.timeline import cues
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import announce, countdown
from voicecoach.timeline.moment import LeadMoment
from voicecoach.timeline.queue import Packed, QueuedLine, pack
from voicecoach.timeline.reports import Reports
from voicecoach.timeline.tones import Tones
from voicecoach.timeline.track import Track
from voicecoach.units import LINE_GAP_MS, SECOND_MS, TONE_GAP_MS

# Speech in a `say` after work: the finish tone, the longest of all, and the gap after it.
SAY_LEAD_MS = 650


class LeadIn(Struct, frozen=True):
    """What becomes of a phase that is not work: its length and what is said from `offset_ms` on.

    `last_ms` is where speech must have ended; `tone` is the role of the tone at the start, which
    sounds as `tones` say.
    """

    moment: LeadMoment
    length_ms: int
    offset_ms: int
    last_ms: int
    packed: Packed
    tone: str | None
    tones: Tones

    def track(self, coach: Coach) -> Track:
        """Return the track of the phase, with everything on it."""
        phase, first_ms, last_ms = self.moment.phase, self.offset_ms, self.last_ms
        # A countdown sounds as the work that it leads to.
        tones = coach.tones(self.moment.next_work)
        track = Track(
            phase.span, self.length_ms, first_ms, last_ms, coach.measure, tones, coach.budget
        )
        if self.tone is not None:
            track.tone(self.tone, 0, sound=self.tones.sound(self.tone))
        if phase.kind == "sound":
            track.tone("sound", self.offset_ms, sound=phase.sound)
        at_ms = self.offset_ms
        for spoken in self.packed.spoken:
            if spoken.line.at_end:
                at_ms = self.last_ms - spoken.length_ms
            track.lay(spoken.utterance, at_ms, spoken.line.span)
            at_ms += spoken.length_ms + LINE_GAP_MS
        earliest_ms = max(countdown.FIRST_MS, at_ms if self.packed.spoken else 0)
        ticks = self.moment.countdown_ticks
        countdown.count_down(self.moment.countdown, track, coach, earliest_ms, ticks=ticks)
        return track

    @property
    def room_ms(self) -> int:
        """How much time there is for speech."""
        return max(0, self.last_ms - self.offset_ms)

    def announces(self) -> bool:
        """Return whether the next work's name is said."""
        return not any(line.lost == announce.LOST for line in self.packed.left_out)

    def report(self, reports: Reports, named_before: bool) -> None:
        """Report what the author wrote and nobody will hear.

        `named_before` says that the next work's name is said at the end of the work before.
        """
        for line in self.packed.left_out:
            if line.stock_setup_of is not None:
                hint = "`fit: extend` makes the rests long enough"
                reports.miss_stock_setup(line.stock_setup_of, hint)
            if line.lost is None or (line.lost == announce.LOST and named_before):
                continue
            reports.warn(line.span, line.lost, *self._explain(line))
        for spoken in self.packed.spoken:
            if spoken.utterance != spoken.line.forms[0]:
                message = f"{spoken.line.what} is shortened to “{spoken.utterance.text}”"
                reports.note(spoken.line.span, announce.SHORTENED, message, self._longer())

    def _longer(self) -> str:
        """Return what would give room to all that is to be said."""
        more_s = -(-(self.packed.missed_ms - self.room_ms) // SECOND_MS)
        kind = self.moment.phase.kind
        return f"make {'`for`' if kind == 'say' else f'the {kind}'} {more_s} s longer"

    def _explain(self, line: QueuedLine) -> tuple[str, str]:
        kind = self.moment.phase.kind
        where = "text" if kind == "say" else kind
        message = (
            f"{line.what} is left out: all that is to be said in this {where} takes"
            f" {_tenths(-(-self.packed.missed_ms // 100))}, and there is room for"
            f" {_tenths(self.room_ms // 100)}"
        )
        hint = f"{self._longer()}, or shorten the text"
        if kind in ("rest", "switch"):
            hint += "; `fit: extend` does it by itself"
        return message, hint


def lead_in(moment: LeadMoment, coach: Coach) -> LeadIn:
    """Return what becomes of a phase that is not work."""
    phase, tone = moment.phase, _tone(moment)
    # The end of work sounds as that work does, the end of all as the file says.
    tones = coach.tones(None if tone == "finish" else moment.ended)
    offset_ms = _offset_ms(moment, tone, tones, coach)
    lines = [] if phase.kind == "pause" else list(cues.leading(moment, coach))
    if phase.kind == "sound":
        length_ms = tones.length_ms(phase.sound)
        return LeadIn(moment, length_ms, 0, length_ms, pack([], None, coach.measure), tone, tones)
    if phase.length_ms is None:
        packed = pack(lines, None, coach.measure)
        tone_ms = tones.length_ms(tones.sound(tone)) if tone else 0
        length_ms = _elastic_ms(phase, packed, offset_ms, tone_ms)
        return LeadIn(moment, length_ms, offset_ms, length_ms, packed, tone, tones)
    length_ms = phase.length_ms
    last_ms = _last_ms(moment, length_ms)
    packed = pack(lines, last_ms - offset_ms, coach.measure)
    extends = coach.routine.fit == "extend" and phase.kind in ("rest", "switch")
    if extends and packed.wanted_ms:
        tail_ms = moment.countdown * SECOND_MS + LINE_GAP_MS
        needed_ms = offset_ms + packed.wanted_ms + tail_ms
        if needed_ms > length_ms:
            last_ms, length_ms = needed_ms - tail_ms, needed_ms
            packed = pack(lines, None, coach.measure)
    return LeadIn(moment, length_ms, offset_ms, last_ms, packed, tone, tones)


def _tone(moment: LeadMoment) -> str | None:
    """Return the role of the tone at the start: that of the end of work, or of all."""
    phase, before = moment.phase, moment.before
    if phase.kind == "say" and phase.role == "outro":
        return "finish" if moment.last_work is not None else None
    if not isinstance(before, Work):
        return None
    return "switch" if phase.kind == "switch" else _end_of(before)


def _end_of(work: Work) -> str:
    return "round" if work.ends_round else "end"


def _offset_ms(moment: LeadMoment, tone: str | None, tones: Tones, coach: Coach) -> int:
    """Return when the first line may begin: after the tones that sound here."""
    offset_ms = tones.clear_ms(tone) + TONE_GAP_MS if tone else 0
    if tone and moment.phase.kind == "say":
        offset_ms = max(SAY_LEAD_MS, offset_ms)
    before, last_work = moment.before, moment.last_work
    if isinstance(before, Work):
        # The start tone of very short work rings on into this phase.
        ringing_ms = coach.tones(before).clear_ms("start") - before.length_ms
    elif last_work is not None and before is not None and before.kind in ("rest", "pause"):
        # And so do the tones around work into what follows a very short rest.
        ended = coach.tones(last_work)
        ringing_ms = max(ended.clear_ms("start"), ended.clear_ms(_end_of(last_work)))
        ringing_ms -= before.length_ms
    else:
        return offset_ms
    return max(offset_ms, ringing_ms + TONE_GAP_MS)


def _last_ms(moment: LeadMoment, length_ms: int) -> int:
    """Return where speech must have ended: ahead of the countdown, a tone or another line."""
    counted_ms = countdown.start_ms(moment.countdown, length_ms)
    if counted_ms is not None:
        return counted_ms - LINE_GAP_MS
    return length_ms - (TONE_GAP_MS if isinstance(moment.after, Work) else LINE_GAP_MS)


def _elastic_ms(
    phase: PreparePhase | SayPhase, packed: Packed, offset_ms: int, tone_ms: int
) -> int:
    """Return the length of a prepare or say: its words, and what belongs after them."""
    if phase.kind == "prepare":
        ready_ms = max(phase.ready_ms, TONE_GAP_MS)
        spoken_ms = offset_ms + packed.length_ms + ready_ms
        return spoken_ms if packed.spoken else max(offset_ms, ready_ms)
    if not packed.spoken:
        return max(tone_ms, LINE_GAP_MS)
    said_ms = offset_ms + packed.length_ms + LINE_GAP_MS
    # The closing waits until its tone has died away; any other tone rings on into what follows.
    return max(said_ms, tone_ms) if phase.role == "outro" else said_ms


def _tenths(tenths: int) -> str:
    return f"{tenths / 10:.1f} s"

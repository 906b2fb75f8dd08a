"""Leading in: how long a phase that is not work takes, and what is said in it when."""

from collections.abc import Mapping
from dataclasses import dataclass

from voicecoach.routine.phase import Phase
from voicecoach.timeline import cues
from voicecoach.timeline.cues import announce, countdown
from voicecoach.timeline.moment import Moment
from voicecoach.timeline.queue import Packed, QueuedLine, pack
from voicecoach.timeline.track import Track, sound_key
from voicecoach.units import LINE_GAP_MS, SECOND_MS, TONE_GAP_MS

# Speech in a `say` after work: the finish tone, the longest of all, and the gap after it.
SAY_LEAD_MS = 650


@dataclass(frozen=True, slots=True)
class Lead:
    """A phase that is not work, settled: its length and what is said from `offset_ms` on.

    `last_ms` is where speech must have ended; `tone` is the role of the tone at the start.
    """

    length_ms: int
    offset_ms: int
    last_ms: int
    packed: Packed
    tone: str | None
    tone_lengths_ms: Mapping[str, int]

    def track(self, moment: Moment) -> Track:
        """Return the track of the phase, with everything on it."""
        track = Track(0, self.length_ms, moment.measure, self.tone_lengths_ms)
        if self.tone is not None:
            track.tone(self.tone, 0, moment.phase.span)
        if moment.phase.sound is not None:
            track.sound(moment.phase.sound, self.offset_ms, moment.phase.span)
        at_ms = self.offset_ms
        for said in self.packed.said:
            if said.item.at_end:
                at_ms = self.last_ms - said.length_ms
            track.lay(said.utterance, at_ms, said.item.span.within(moment.phase.span.block))
            at_ms += said.length_ms + LINE_GAP_MS
        earliest_ms = max(countdown.FIRST_MS, at_ms if self.packed.said else 0)
        countdown.count_down(moment, track, self.length_ms, earliest_ms)
        return track

    def announces(self) -> bool:
        """Return whether the next work's name is said."""
        return not any(item.lost == announce.LOST for item in self.packed.left_out)

    def report(self, moment: Moment) -> None:
        """Report what the author wrote and nobody will hear."""
        for item in self.packed.left_out:
            named = moment.next_index in moment.notebook.named
            if item.lost is None or (item.lost == announce.LOST and named):
                continue
            moment.notebook.warn(item.span, item.lost, *self._explain(moment.phase, item))

        for said in self.packed.said:
            if said.utterance != said.item.forms[0]:
                longer = self._longer(moment.phase)
                message = f"{said.item.what} is shortened to “{said.utterance.text}”"
                moment.notebook.note(said.item.span, "announcement-shortened", message, longer)

    def _longer(self, phase: Phase) -> str:
        """Return what would give room to all that is to be said."""
        room_ms = max(0, self.last_ms - self.offset_ms)
        more_ms = -(-(self.packed.missed_ms - room_ms) // SECOND_MS) * SECOND_MS
        longer = "`for`" if phase.kind == "say" else f"the {phase.kind}"
        return f"make {longer} {more_ms // SECOND_MS} s longer"

    def _explain(self, phase: Phase, item: QueuedLine) -> tuple[str, str]:
        room_ms = max(0, self.last_ms - self.offset_ms)
        where = "text" if phase.kind == "say" else phase.kind
        message = (
            f"{item.what} is left out: all that is to be said in this {where} takes"
            f" {_tenths(-(-self.packed.missed_ms // 100))}, and there is room for"
            f" {_tenths(room_ms // 100)}"
        )
        hint = f"{self._longer(phase)}, or shorten the text"
        if phase.kind in ("rest", "switch"):
            hint += "; `fit: extend` does it by itself"
        return message, hint


def lead_in(moment: Moment, tone_lengths_ms: Mapping[str, int]) -> Lead:
    """Return what becomes of a phase that is not work."""
    phase = moment.phase
    tone = _tone(moment)
    offset_ms = tone_lengths_ms[tone] + TONE_GAP_MS if tone else 0
    if tone and phase.kind == "say":
        offset_ms = SAY_LEAD_MS
    if moment.ends_work and moment.before is not None:
        # The start tone of very short work rings on into this phase.
        ringing_ms = tone_lengths_ms["start"] - (moment.before.length_ms or 0)
        offset_ms = max(offset_ms, ringing_ms + TONE_GAP_MS)
    elif moment.follows_work and moment.before is not None:
        # And so do the tones around work into what follows a very short pause.
        ringing_ms = max(tone_lengths_ms["start"], tone_lengths_ms["end"])
        ringing_ms -= moment.before.length_ms or 0
        offset_ms = max(offset_ms, ringing_ms + TONE_GAP_MS)
    items = [] if phase.kind == "pause" else list(cues.leading(moment))
    if phase.kind == "sound" and phase.sound is not None:
        length_ms = tone_lengths_ms[sound_key(phase.sound)]
        nothing = pack([], None, moment.measure)
        return Lead(length_ms, 0, length_ms, nothing, tone, tone_lengths_ms)
    if phase.length_ms is None:
        packed = pack(items, None, moment.measure)
        length_ms = _elastic_ms(phase, packed, offset_ms, tone_lengths_ms[tone] if tone else 0)
        return Lead(length_ms, offset_ms, length_ms, packed, tone, tone_lengths_ms)
    length_ms = phase.length_ms
    last_ms = _last_ms(moment, length_ms)
    packed = pack(items, last_ms - offset_ms, moment.measure)
    if moment.routine.fit == "extend" and phase.kind in ("rest", "switch") and packed.wanted_ms:
        tail_ms = moment.countdown * SECOND_MS + LINE_GAP_MS
        needed_ms = offset_ms + packed.wanted_ms + tail_ms
        if needed_ms > length_ms:
            last_ms, length_ms = needed_ms - tail_ms, needed_ms
            packed = pack(items, None, moment.measure)
    return Lead(length_ms, offset_ms, last_ms, packed, tone, tone_lengths_ms)


def _tone(moment: Moment) -> str | None:
    if moment.phase.role == "outro":
        return "finish"
    if not moment.ends_work:
        return None
    return "switch" if moment.phase.kind == "switch" else "end"


def _last_ms(moment: Moment, length_ms: int) -> int:
    """Return where speech must have ended: ahead of the countdown, a tone or another line."""
    counted_ms = countdown.start_ms(moment, length_ms)
    if counted_ms is not None:
        return counted_ms - LINE_GAP_MS
    before_tone = moment.after is not None and moment.after.kind == "work"
    return length_ms - (TONE_GAP_MS if before_tone else LINE_GAP_MS)


def _elastic_ms(phase: Phase, packed: Packed, offset_ms: int, tone_ms: int) -> int:
    """Return the length of a prepare or say: its words, and what belongs after them."""
    if phase.kind == "prepare":
        ready_ms = max(phase.ready_ms, TONE_GAP_MS)
        return offset_ms + packed.length_ms + ready_ms if packed.said else max(offset_ms, ready_ms)
    if not packed.said:
        return max(tone_ms, LINE_GAP_MS)
    return offset_ms + packed.length_ms + LINE_GAP_MS


def _tenths(tenths: int) -> str:
    return f"{tenths / 10:.1f} s"

"""The keys of `sounds`: the name of a set, or tones or files for single roles.

What they mean over the sounds around them is found in `voicecoach.language.sounds`.

```yaml
sounds:
  set: soft
  start: bell.wav
  tick: {hz: 700, for: 100ms}
  finish:
    - {hz: 600, for: 150ms, gap: 50ms}
    - {hz: 600, to: 900, for: 300ms}
```
"""

import re
from typing import Annotated, Any, ClassVar

from msgspec import field

from voicecoach.language import fields
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.key_reading import Form, KeyReading
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values import duration
from voicecoach.language.values.bare import bare
from voicecoach.language.values.choice import Choice, spoken_list
from voicecoach.language.values.fragments import Fragment, scalar, whole
from voicecoach.language.values.kind import Kind
from voicecoach.language.values.number import Number
from voicecoach.language.values.off import OrOff
from voicecoach.language.values.sound import Sound
from voicecoach.routine.sounds import SETS
from voicecoach.text.document import Text
from voicecoach.units import SECOND_MS

MAX_TONE_MS = 30_000
_LONGEST_TONE_S = MAX_TONE_MS // SECOND_MS


class _NoteLength(Kind[int], frozen=True):
    """The length of a note, or of the gap behind it, which may be 0."""

    shortest_ms: int = 1

    def read(self, value: Any, lexicon: Lexicon) -> int:
        """Return a length in ms, up to 30,000: `120ms`, or any duration."""
        text = bare(value, "a length such as `120ms`")
        match = re.fullmatch(r"([0-9]{1,5})\s*ms", text, re.IGNORECASE)
        length_ms = int(match[1]) if match else duration.parse(text, lexicon)
        if length_ms < self.shortest_ms:
            raise RefusalError(f"`{text}`: must be longer than 0")
        if length_ms > MAX_TONE_MS:
            raise RefusalError(
                f"`{text}` is longer than a tone should be", f"at most `{_LONGEST_TONE_S}s`"
            )
        return length_ms

    def describe(self) -> Fragment:
        """Return the schema of the length."""
        written = rf"(?=[^1-9]*[1-9]){duration.PATTERN}" if self.shortest_ms else duration.PATTERN
        return scalar(
            whole(written),
            f"a length up to {_LONGEST_TONE_S} s, such as `120ms`",
            minimum=self.shortest_ms / SECOND_MS,
            maximum=_LONGEST_TONE_S,
        )


class _Hertz(Number, frozen=True):
    """The pitch of a note in hertz."""

    def read(self, value: Any, lexicon: Lexicon) -> float:
        """Return the pitch."""
        try:
            return super().read(value, lexicon)
        except RefusalError:
            text = bare(value, "a pitch")
            limits = f"{self.low:g} to {self.high:g}"
            raise RefusalError(f"`{text}` is no pitch", f"write {limits}, in hertz") from None


_HERTZ = _Hertz(50, 10_000, "Hz")


class NoteKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of one note."""

    what: ClassVar[str] = "a note"
    hz: Annotated[float, _HERTZ]
    to: Annotated[float | None, _HERTZ] = None
    for_: Annotated[int, _NoteLength()] = field(name="for")
    gap: Annotated[int, _NoteLength(shortest_ms=0)] = 0


class _SetName(Choice, frozen=True):
    """The name of a set of tones."""

    def read(self, value: Any, lexicon: Lexicon) -> str:
        """Return the name."""
        try:
            return super().read(value, lexicon)
        except RefusalError:
            name = bare(value, "the name of a set")
            choices = spoken_list(self.words)
            raise RefusalError(f"there is no set of sounds `{name}`", f"choose {choices}") from None


class _NotesOr(fields.Shorthand, frozen=True):
    """A text of a kind in place of notes, which stays what it is."""

    def read(self, value: Any, form: Form, reading: KeyReading) -> Any:
        """Return the notes, or the text in their place."""
        if isinstance(value, str):
            return self.kind.read(value, reading.lexicon)
        if not value:
            raise RefusalError("there are no notes in this tone", "write `off` for silence")
        notes: tuple[NoteKeys | None, ...] = form(self.expand(value), reading)
        lengths_ms = [note.for_ + note.gap for note in notes if note is not None]
        if len(lengths_ms) == len(notes) and sum(lengths_ms) > MAX_TONE_MS:
            raise RefusalError(f"this tone is longer than {_LONGEST_TONE_S} s", "make it shorter")
        return notes


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


_EXPECTED = "a file, or notes such as `{hz: 700, for: 100ms}`"
_RoleField = Annotated[
    tuple[NoteKeys, ...] | Text | None, _NotesOr(OrOff(Sound(), (), _EXPECTED), _as_list)
]
_SET_NAME = _SetName(tuple(SETS))


class SoundsKeys(fields.Keys, frozen=True, kw_only=True):
    """The set that tones are taken from, and those of single roles; the name of a set alone is it.

    What is not set here sounds as it does around.
    """

    what: ClassVar[str] = "`sounds`"
    set: Annotated[str | None, _SET_NAME] = None
    start: _RoleField = None
    end: _RoleField = None
    round: _RoleField = None
    switch: _RoleField = None
    finish: _RoleField = None
    halfway: _RoleField = None
    tick: _RoleField = None
    metronome: _RoleField = None


def _expand(value: Any) -> Any:
    """Return the keys that the name of a set stands for. Raises the refusal of what is no name."""
    if isinstance(value, list):
        message = "`sounds` takes the name of a set, or roles with their tones"
        raise RefusalError(message, "write `soft`, or for instance `{start: bell.wav}`")
    return {"set": value} if isinstance(value, str) else value


SoundsField = Annotated[SoundsKeys, fields.Shorthand(_SET_NAME, _expand)]

"""What is told of a finished programme, whether it was built now or is still as it was built."""

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta, Struct

from voicecoach.problems import Problem

if TYPE_CHECKING:
    from voicecoach.session.voices import Speakers
    from voicecoach.timeline import Timeline

_DIGEST_CHARACTERS = 16

_Amount = Annotated[int, Meta(ge=0)]


class ChosenVoices(Struct, frozen=True):
    """The voices that the program chose, by their labels, such as `heart (natural)`.

    A label of None stands for the user's recordings. `fell_back` means that there was none but the
    system's voice; `failures` are what was wrong with better ones.
    """

    labels: tuple[str | None, ...]
    fell_back: bool
    failures: tuple[str, ...]

    @classmethod
    def of(cls, speakers: "Speakers") -> "ChosenVoices | None":
        """Return the voices of a programme, None if the program did not choose."""
        from voicecoach.routine.voice import RECORDINGS
        from voicecoach.session.voices import label

        if not speakers.chosen:
            return None
        labels = (None if v.engine == RECORDINGS else label(v) for v in speakers.voices)
        return cls(
            tuple(dict.fromkeys(labels)), speakers.fell_back, tuple(speakers.failed.values())
        )


class Built(Struct, frozen=True):
    """A finished programme, as a command tells of it.

    `target` is the file with its sound or, where that is split, the playlist of the `parts`, which
    have `size_bytes` then. `is_drawn` means that a seed changes it. `lines` count what is spoken,
    each by a digest of its text; `used` are the files and folders that the routine names, and
    itself. `is_new` where it was built now.
    """

    target: Path
    parts: tuple[Path, ...]
    size_bytes: _Amount
    title: str
    language: str
    duration_ms: _Amount
    is_drawn: bool
    voices: ChosenVoices | None
    warnings: tuple[Problem, ...]
    lines: Mapping[str, int]
    used: frozenset[Path]
    is_new: bool = True

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON data."""
        data: dict[str, Any] = msgspec.to_builtins(self, enc_hook=str)
        del data["target"], data["is_new"]
        return data

    @classmethod
    def from_json(cls, data: Any, target: Path) -> "Built":
        """Return what `to_json` made of one of this target, no longer new.

        Raise `TypeError` or `ValueError` for anything else.
        """
        try:
            whole = {**data, "target": str(target), "is_new": False}
            return msgspec.convert(whole, cls, dec_hook=lambda type_, value: type_(value))
        except msgspec.ValidationError as error:
            raise ValueError(str(error)) from None


def counted_lines(timeline: "Timeline") -> dict[str, int]:
    """Return how often each line is spoken, by a digest of its text."""
    texts = (event.text for event in timeline.events if event.text is not None)
    digests = (sha256(text.encode(errors="replace")).hexdigest() for text in texts)
    return dict(Counter(digest[:_DIGEST_CHARACTERS] for digest in digests))

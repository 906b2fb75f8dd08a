"""Values: the types of the language's keys, one module a kind of value.

A kind says all there is to say about a value: how it is read and refused, how `fmt` writes it, and
how editors are told about it. Its `read` gets what is in the file: `Text`, a list or a mapping.
"""

from typing import Annotated

from voicecoach.language.grammar import paces
from voicecoach.language.grammar.ranges import Level, Range
from voicecoach.language.values import (
    choice,
    count,
    distance,
    duration,
    off,
    pace,
    reps,
    seed,
    sides,
    sound,
    text,
)
from voicecoach.language.values.per_set import OneOrMore, OrPerSet, PerSet
from voicecoach.routine import distance as routine_distance
from voicecoach.routine.cues import Line
from voicecoach.routine.phase import Chapters
from voicecoach.text.document import Text

__all__ = ["Level", "PerSet", "Range"]

TextField = Annotated[Text, text.PlainText()]
NoteField = Annotated[Text, text.Note()]
LineField = Annotated[Line, text.SpokenLine()]
# One text, or a list with one per set, round or side.
LinesField = Annotated[tuple[Line, ...], OneOrMore(text.SpokenLine())]
SoundField = Annotated[Text, sound.Sound()]
SideField = Annotated[Text, sides.SideName()]
SidesField = Annotated[tuple[str, ...], sides.Sides()]
SidesOrOff = Annotated[
    tuple[str, ...], off.OrOff(sides.Sides(), (), "`each`, or a list such as `[left, right]`")
]
Duration = Annotated[int, duration.Duration()]
PositiveDuration = Annotated[int, duration.Duration(positive=True)]
LengthRange = Annotated[Range, duration.DurationRange(positive=True)]
RestRange = Annotated[Range, duration.DurationRange()]
Count = Annotated[int, count.Count()]
CountRange = Annotated[Range, count.CountRange()]
Lengths = Annotated[Range | PerSet, OrPerSet(duration.DurationRange(positive=True))]
Rests = Annotated[Range | PerSet, OrPerSet(duration.DurationRange())]
Reps = Annotated[Range | PerSet | None, OrPerSet(reps.Reps())]
Breaths = Annotated[Range | PerSet | None, OrPerSet(reps.Breaths())]
Distances = Annotated[routine_distance.Distance | PerSet, OrPerSet(distance.Distance())]
Paces = Annotated[paces.Pace | PerSet, OrPerSet(pace.Pace())]
TextOrOff = Annotated[Text | None, off.OrOff(text.PlainText(), None, "a text")]
Loads = Annotated[Text | PerSet | None, OrPerSet(off.OrOff(text.PlainText(), None, "a text"))]
OnOff = Annotated[bool, choice.OnOff()]
Flag = Annotated[bool, choice.Flag()]
SeedField = Annotated[str, seed.Seed()]
ChaptersField = Annotated[Chapters, choice.Choice(("section", "exercise", "interval"))]
LevelField = Annotated[Level, choice.Choice(("easy", "medium", "hard"))]

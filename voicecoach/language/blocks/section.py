"""A titled part of the routine, and a chapter of the file.

Without `do` it is the heading of all that follows up to the next section.

```yaml
title: Two sections
workout:
  - section: Warm-up
  - March on the spot 30s
  - Arm circles 30s
  - section: Strength
    between: 15s
    do:
      - Push-ups x10
      - Squats x10
```
"""

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from voicecoach.language import blocks, values, words
from voicecoach.language.containers import (
    Container,
    ContainerKeys,
    draw_of,
    inside,
    read_do,
    with_between,
)
from voicecoach.language.entry import Entry
from voicecoach.language.titles import check_title
from voicecoach.routine.flow import Scope, Step, sequence, with_first_work
from voicecoach.routine.phase import Heading, Title


class SectionKeys(ContainerKeys, frozen=True, kw_only=True):
    """The keys of a section."""

    what: ClassVar[str] = "a section"
    section: values.TextField
    chapters: values.ChaptersField | None = None


KEYS = SectionKeys


class Section(Container, frozen=True):
    """A section: its heading and what is in it."""

    keys: SectionKeys
    heading: Heading

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its title and its id."""
        return (self.heading.title, self.entry.id)

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the steps of what is in the section."""
        chapters = scope.split or self.keys.chapters or scope.place.chapters
        chapter = self.heading if chapters == "section" else None
        place = replace(scope.place, section=self.heading, chapter=chapter, chapters=chapters)
        inner = with_between(replace(scope, place=place), self.entry, self.keys)
        return with_first_work(sequence(self.do, inner), titles=(Title(self.heading.title),))


def read(entry: Entry) -> Section | None:
    """Return the section that `entry` describes, or None where problems were noted."""
    keys = entry.keys(SectionKeys)
    around = entry.around if keys is None else inside(entry, keys)
    if "do" in entry.data:
        do = read_do(entry, around, draw_of(entry, keys))
    elif entry.following:
        draw = draw_of(entry, keys)
        do = blocks.read_items(entry.reader, entry.following, around, draw)
    else:
        if not any(words.suggestion(key, ["do"]) for key in entry.data):
            hint = "list its blocks under `do`, or after it"
            entry.reader.fail(entry.span, "there is nothing in this section", hint)
        return None
    if keys is None:
        return None
    check_title(entry, keys.section)
    return Section(entry, do, keys, Heading(str(keys.section), entry.span))

"""Privacy: what a person is called is spoken, and stands in nothing that can be read.

A row's value is private if it is more than an amount and the routine puts it into a text, such as a
title or `say`. In tags, messages and reports an ellipsis stands in its place.
"""

import re
from collections.abc import Collection, Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.routine.utterance import Utterance
from voicecoach.session.plan import Plan
from voicecoach.timeline.model import Timeline

_ELLIPSIS = "…"
# A number or a range, maybe with a short unit: `10s`, `1:30`, `8-12`, `60 kg`.
_AMOUNT = re.compile(r"[\d.,:–-]*\d[\d.,:–-]*\s*\w{0,3}")


class Privacy(Struct, frozen=True, dict=True):
    """Takes private values out of texts."""

    values: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        longest_first = sorted(self.values, key=len, reverse=True)
        found = "|".join(map(_in_any_layout, longest_first))
        return re.compile(found, re.IGNORECASE) if found else None

    def public(self, text: str) -> str:
        """Return a text without private values.

        Letters behind one are left, as in a genitive; letters before it make it another word, where
        words are written apart.
        """

        def hidden(match: re.Match[str]) -> str:
            before, first = text[: match.start()][-1:], match[0][0]
            return match[0] if _is_cased(before) and _is_cased(first) else _ELLIPSIS

        return text if self._pattern is None else self._pattern.sub(hidden, text)

    def public_plan(self, plan: Plan) -> Plan:
        """Return a plan whose texts can be read by anybody."""
        if not self.values:
            return plan
        author = plan.routine.author
        routine = replace(
            plan.routine,
            title=self.public(plan.routine.title),
            author=None if author is None else self.public(author),
        )
        return replace(plan, routine=routine, timeline=self._public_timeline(plan.timeline))

    def _public_timeline(self, timeline: Timeline) -> Timeline:
        return replace(
            timeline,
            title=self.public(timeline.title),
            phases=tuple(
                replace(phase, name=self._maybe(phase.name), section=self._maybe(phase.section))
                for phase in timeline.phases
            ),
            events=tuple(
                replace(event, utterance=self._utterance(event.utterance))
                for event in timeline.events
            ),
            chapters=tuple(
                replace(chapter, title=self.public(chapter.title)) for chapter in timeline.chapters
            ),
        )

    def _maybe(self, text: str | None) -> str | None:
        return None if text is None else self.public(text)

    def _utterance(self, utterance: Utterance | None) -> Utterance | None:
        return utterance and replace(utterance, text=self.public(utterance.text))


def privacy_of(own: Mapping[str, str], spoken: Collection[str]) -> Privacy:
    """Return what hides the values of a row whose variables are among the `spoken`."""
    values = (" ".join(value.split()) for name, value in own.items() if name in spoken)
    return Privacy(frozenset(value for value in values if not _AMOUNT.fullmatch(value)))


def _in_any_layout(value: str) -> str:
    """Return a pattern of a value: a title keeps the line breaks and spaces of its cell."""
    return r"\s+".join(map(re.escape, value.split()))


def _is_cased(character: str) -> bool:
    return character.lower() != character.upper()

"""Phrases: every word that the program itself says, one YAML file per language.

A language is added by adding its file; `en.yaml` says what each phrase is for. Units and plurals
come from the Unicode CLDR, through Babel.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from babel import Locale
from babel.numbers import format_decimal
from msgspec import Struct

from voicecoach.phrases.amounts import (
    DISTANCES,
    NUMBER,
    amount_in_words,
    amount_with_symbol,
    time_in_words,
)
from voicecoach.phrases.filling import Time, filled
from voicecoach.phrases.tags import nearest_tag
from voicecoach.units import HOUR_MS, MINUTE_MS, SECOND_MS

# How strenuous work is, by what its author says.
EffortLevel = Literal["easy", "moderate", "hard"]

# Fewer, behind minutes, would be heard as another number: `1 minute 5`.
_LEAST_BARE_SECONDS = 10
_LONGEST_IN_SECONDS_MS = 2 * MINUTE_MS
# Joined by a hyphen, two are one: `L-sit` is not left.
_WORD = re.compile(r"[\w'’-]+")
# The case of a time where a phrase names none.
_PLAIN = ""
# The one in C, where PyYAML has it, reads these files, which are ours, in a tenth of the time.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Phrases(Struct, frozen=True, eq=False):
    """The phrases of one language: `texts` are those of its file, by their keys."""

    locale: Locale
    texts: Mapping[str, Any]

    @property
    def tag(self) -> str:
        """The language, as a BCP 47 tag."""
        return str(self.locale).replace("_", "-")

    def say(self, key: str, n: int | Decimal | None = None, **values: object) -> str:
        """Return a phrase with its values filled in; `n` is a value and chooses the plural."""
        return filled(self._form(self.texts[key], n or 0), {"n": n, **values})

    def _form(self, phrase: Any, n: float | Decimal) -> str:
        """Return the plural form of a phrase that goes with a number."""
        if isinstance(phrase, Mapping):
            phrase = phrase.get(self.locale.plural_form(n), phrase["other"])
        return str(phrase)

    @property
    def sample(self) -> list[str]:
        """Lines as in a routine, to measure the pace of a voice with."""
        return list(self.texts["sample"])

    def side(self, side: str) -> str:
        """Return a side as a word."""
        return str(self.texts["sides"].get(side, side))

    def side_call(self, side: str) -> str:
        """Return a side as it is called out."""
        return str(self.texts["side_calls"].get(side, side))

    def is_right_or_left(self, side: str) -> bool:
        """Return whether a side is told by right and left: `on your right foot`, but not `bent`."""
        words = {"right", "left", *self.texts["right_or_left"]}
        return not words.isdisjoint(_WORD.findall(side.casefold()))

    def breath(self, part: str) -> str:
        """Return what is said as a part of a breath begins."""
        return str(self.texts["breath"].get(part, part))

    def is_breath(self, part: str) -> bool:
        """Return whether a part of a tempo is called just as a breath in or out is."""
        return part.casefold() in (self.breath("in"), self.breath("out"))

    @property
    def second_sign(self) -> str:
        """The sign of seconds behind a number: `s`, or `с` in Cyrillic."""
        return str(self.texts.get("written", {}).get("second", ["s"])[0])

    def legend(self, look: str) -> str:
        """Return what a picture calls a kind of phase, or `speech`."""
        return str(self.texts["legend"][look])

    def tone(self, role: str) -> str:
        """Return what a picture calls the tone of a role."""
        return str(self.texts["tones"][role])

    def page(self, key: str) -> str:
        """Return a label of the player page, in which the page fills in what is in braces."""
        return str(self.texts["page"][key])

    def number(self, number: float) -> str:
        """Return a number as the language writes it: `1.25`, `1,25`."""
        return str(format_decimal(number, NUMBER, locale=str(self.locale)))

    def sheet(self, key: str, **values: object) -> str:
        """Return a phrase of the pages to read, with its values filled in."""
        return filled(str(self.texts["sheet"][key]), values)

    def effort_levels(self) -> dict[str, EffortLevel]:
        """Return the words of efforts with all endings, in lower case, each with its level."""
        return {
            f"{word}{ending}".casefold(): level
            for level, words in self.texts["efforts"].items()
            for word in words
            for ending in ("", *self.texts["effort_endings"])
        }

    @property
    def effort_of(self) -> list[str]:
        """What may stand between a number and the most that it can be: `of` in `7 of 10`."""
        return list(self.texts["effort_of"])

    def time(self, length_ms: int) -> Time:
        """Return a length in words: `1 minute 30`, but `1 minute 5 seconds`."""
        return self._in_cases(lambda case: self._time(length_ms, case))

    def interval(self, length_ms: int) -> Time:
        """Return how often something comes: `90 seconds`, `2 minutes`."""
        if length_ms < _LONGEST_IN_SECONDS_MS and length_ms % MINUTE_MS:
            return self._in_cases(lambda case: self._amount(length_ms / SECOND_MS, "second", case))
        return self.time(length_ms)

    def _in_cases(self, told: Callable[[str], str]) -> Time:
        return Time(told(_PLAIN), {case: told(case) for case in self.texts.get("time_cases", ())})

    def _time(self, length_ms: int, case: str) -> str:
        if length_ms >= MINUTE_MS:
            # Such as the time of a pace, which nobody wants to hear to the thousandth.
            length_ms = round(length_ms / SECOND_MS) * SECOND_MS
        hours, rest_ms = divmod(length_ms, HOUR_MS)
        minutes, rest_ms = divmod(rest_ms, MINUTE_MS)
        seconds = rest_ms / SECOND_MS
        if minutes and seconds >= _LEAST_BARE_SECONDS and seconds.is_integer():
            *before, last = self._words(case, (hours, "hour"), (minutes, "minute"))
            return " ".join([*before, self.say("minutes_seconds", int(seconds), minutes=last)])
        amounts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
        return " ".join(self._words(case, *amounts))

    def _words(self, case: str, *amounts: tuple[float, str]) -> list[str]:
        return [self._amount(amount, unit, case) for amount, unit in amounts if amount]

    def _amount(self, amount: float, unit: str, case: str) -> str:
        """Return an amount of a unit in words; forms that no case has are the CLDR's."""
        forms = self.texts.get("time_cases", {}).get(case, {}).get(unit, {})
        form = forms.get(self.locale.plural_form(amount))
        if form is None:
            return time_in_words(amount, unit, str(self.locale))
        return filled(form, {"n": format_decimal(amount, NUMBER, locale=str(self.locale))})

    def distance(self, amount: Decimal, unit: str, as_symbol: bool = False) -> str:
        """Return a distance in words, given its unit as it is written for one: `500 meters`.

        With `as_symbol`, a unit that the CLDR knows is written as its symbol: `500 m`.
        """
        locale = str(self.locale)
        if unit in DISTANCES:
            write = amount_with_symbol if as_symbol else amount_in_words
            return write(amount, DISTANCES[unit], locale, NUMBER)
        number = format_decimal(amount, NUMBER, locale=locale)
        return self.say(f"distance_{unit}", amount, number=number)


def languages() -> tuple[str, ...]:
    """Return the languages that have phrases, as BCP 47 tags."""
    return tuple(sorted(_files()))


def tag_for(language: str) -> str | None:
    """Return the tag of the phrases that serve a BCP 47 language, or None: `en` for `en-GB`."""
    return nearest_tag(language, languages())


def load(language: str) -> Phrases:
    """Return the phrases for a BCP 47 language. Raises KeyError if there are none."""
    tag = tag_for(language)
    if tag is None:
        raise KeyError(language)
    return _read(tag, _files()[tag])


def english() -> Phrases:
    """Return the phrases that serve where there are no others."""
    return load("en")


def _files() -> dict[str, Path]:
    return {path.stem: path for directory in __path__ for path in Path(directory).glob("*.yaml")}


@cache
def _read(tag: str, path: Path) -> Phrases:
    with path.open(encoding="utf-8") as file:
        return Phrases(Locale.parse(tag, sep="-"), yaml.load(file, _LOADER))

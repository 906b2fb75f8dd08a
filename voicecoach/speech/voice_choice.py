"""Voice choice: which of the installed voices a name or a language means."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from voicecoach.speech.engines import VoiceInfo

# For languages with voices for several countries but none for the language alone, and those whose
# voice has the tag of a narrower language.
_NARROWER = {"no": "nb", "zh": "cmn"}
_USUAL = {"en": "en-us", "pt": "pt-br", **_NARROWER}
# espeak names the country of its European Portuguese by leaving it out.
_UNNAMED_COUNTRY = {"pt-pt": "pt"}


class InstalledVoice(Struct, frozen=True):
    """A voice as the driver reports it; `languages` are in the driver's own spelling."""

    id: str
    name: str
    languages: tuple[str, ...]
    gender: str | None

    @property
    def short_id(self) -> str:
        """The last part of an id such as `gmw/en-us`."""
        return self.id.rpartition("/")[2]

    @property
    def tags(self) -> list[str]:
        """The languages as lower-case BCP 47 tags."""
        return [_tag(language) for language in self.languages]


class InstalledVoices(Struct, frozen=True):
    """The voices of a driver, the `variants` that each of them has, and the `default` one's id."""

    voices: tuple[InstalledVoice, ...]
    variants: tuple[str, ...]
    default: str | None

    def find(self, name: str) -> str | None:
        """Return the id of the voice that `name` means, with its variant after `+`, or None.

        A name is an id, the last part of one, a voice's name, or a language, in any case.
        """
        if "+" not in name:
            return self._find(name)
        base, _, variant = name.rpartition("+")
        voice_id = self._find(base)
        by_lowercase = {variant.lower(): variant for variant in self.variants}
        exact = variant if variant in self.variants else by_lowercase.get(variant.lower())
        return f"{voice_id}+{exact}" if voice_id and exact else None

    def for_language(self, language: str) -> str | None:
        """Return the id of the best voice for a BCP 47 tag, or None.

        Without a country, the language's usual voice is best. Else it is one with exactly this
        tag, then the usual one, then any of the language; among equals, the driver's default.
        """
        tag = _tag(language)
        primary = _primary(tag)
        return self._best(
            lambda voice: _USUAL.get(tag) in voice.tags,
            lambda voice: tag in voice.tags,
            lambda voice: _UNNAMED_COUNTRY.get(tag) in voice.tags,
            lambda voice: _USUAL.get(primary) in voice.tags,
            lambda voice: primary == _tag(voice.short_id),
            lambda voice: primary in map(_primary, voice.tags),
        )

    def candidates(self, name: str) -> list[str]:
        """Return the names that an unknown `name` may be a misspelling of."""
        base, plus, _ = name.rpartition("+")
        if plus and self._find(base):
            return [f"{base}+{variant}" for variant in self.variants]
        return [voice.short_id for voice in self.voices] + [voice.name for voice in self.voices]

    def _find(self, name: str) -> str | None:
        tag = _tag(name)
        return self._best(
            lambda voice: tag == _tag(voice.id),
            lambda voice: tag == _tag(voice.short_id),
            lambda voice: tag == _tag(voice.name),
            lambda voice: tag in voice.tags,
        )

    def _best(self, *rules: Callable[[InstalledVoice], bool]) -> str | None:
        """Return the id of a voice by the first rule that fits one, if possible the default's."""
        for rule in rules:
            ids = [voice.id for voice in self.voices if rule(voice)]
            if ids:
                return self.default if self.default in ids else ids[0]
        return None


def _tag(text: str) -> str:
    return text.lower().replace("_", "-")


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def named(voices: Sequence[VoiceInfo], name: str) -> VoiceInfo | None:
    """Return the voice that has this name, in any case, or None."""
    return next((voice for voice in voices if _tag(voice.name) == _tag(name)), None)


def meant(voices: Sequence[VoiceInfo], name: str) -> VoiceInfo | None:
    """Return the voice that a name means as `InstalledVoices.find` reads it, or None."""
    tag = _tag(name.partition("+")[0])
    readings: tuple[Callable[[VoiceInfo], bool], ...] = (
        lambda voice: tag == _tag(voice.name),
        lambda voice: tag == _tag(voice.description),
        lambda voice: tag in map(_tag, voice.languages),
    )
    found = (voice for reading in readings for voice in voices if reading(voice))
    return next(found, None)


def best_for(voices: Sequence[VoiceInfo], language: str) -> VoiceInfo | None:
    """Return the first voice for a BCP 47 tag, if possible for its region, or None."""
    speaking = [voice for voice in voices if speaks(voice, language)]
    return min(speaking, key=lambda voice: not is_regional(voice, language), default=None)


def is_regional(voice: VoiceInfo, language: str) -> bool:
    """Return whether a voice has exactly the tag of a language."""
    return _tag(language) in map(_tag, voice.languages)


def speaks(voice: VoiceInfo, language: str) -> bool:
    """Return whether a voice speaks a language, whatever the region."""
    return any(is_of(tag, _primary(_tag(language))) for tag in voice.languages)


def is_of(tag: str, language: str) -> bool:
    """Return whether a BCP 47 tag is a language, or of it: `en-GB` is of `en`, `cmn` of `zh`."""
    prefixes = (_tag(language), _NARROWER.get(_tag(language)))
    return any(f"{_tag(tag)}-".startswith(f"{prefix}-") for prefix in prefixes if prefix)

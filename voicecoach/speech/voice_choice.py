"""Voice choice: which of the installed voices a name or a language means."""

from dataclasses import dataclass

# Where a language has voices for several countries and none for the language alone, and where a
# voice goes by the tag of a narrower language.
_USUAL = {"en": "en-us", "no": "nb", "zh": "cmn"}


@dataclass(frozen=True, slots=True)
class InstalledVoice:
    """A voice as the driver tells of it; `languages` in the driver's own spelling."""

    id: str
    name: str
    languages: tuple[str, ...]
    gender: str | None

    @property
    def short_id(self) -> str:
        """The last part of an id such as `gmw/en-us`."""
        return self.id.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class InstalledVoices:
    """The voices of a driver, the `variants` that each of them has, the id of the `default` one."""

    voices: tuple[InstalledVoice, ...]
    variants: tuple[str, ...]
    default: str | None

    def named(self, name: str) -> str | None:
        """Return the id of the voice that is called `name`, with a variant after `+`, or None.

        A voice is called by its id, the last part of that, its name, or a language, whatever the
        case.
        """
        base, plus, variant = name.rpartition("+") if "+" in name else (name, "", "")
        voice = self._called(base)
        if not plus:
            return voice
        variants = {known.lower(): known for known in self.variants}
        exact = variant if variant in self.variants else variants.get(variant.lower())
        return f"{voice}+{exact}" if voice and exact else None

    def for_language(self, language: str) -> str | None:
        """Return the id of the best voice for a BCP 47 tag, or None.

        The very tag is best, then what is usual for the language, then any of its voices; among
        equals the driver's default voice.
        """
        tag = _tag(language)
        primary = _primary(tag)
        return (
            self._best([voice for voice in self.voices if tag in _tags(voice)])
            or self._best([voice for voice in self.voices if _USUAL.get(primary) in _tags(voice)])
            or self._best([voice for voice in self.voices if primary == _tag(voice.short_id)])
            or self._best([voice for voice in self.voices if primary in _primaries(voice)])
        )

    def calls(self, name: str) -> list[str]:
        """Return names that could have been meant by `name`."""
        base, plus, _ = name.rpartition("+")
        if plus and self._called(base):
            return [f"{base}+{variant}" for variant in self.variants]
        return [voice.short_id for voice in self.voices] + [voice.name for voice in self.voices]

    def _called(self, name: str) -> str | None:
        wanted = _tag(name)
        for calls in (
            lambda voice: (voice.id,),
            lambda voice: (voice.short_id,),
            lambda voice: (voice.name,),
            lambda voice: voice.languages,
        ):
            found = self._best([v for v in self.voices if wanted in map(_tag, calls(v))])
            if found:
                return found
        return None

    def _best(self, voices: list[InstalledVoice]) -> str | None:
        ids = [voice.id for voice in voices]
        return self.default if self.default in ids else next(iter(ids), None)


def _tag(text: str) -> str:
    return text.lower().replace("_", "-")


def _tags(voice: InstalledVoice) -> list[str]:
    return [_tag(language) for language in voice.languages]


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def _primaries(voice: InstalledVoice) -> list[str]:
    return [_primary(tag) for tag in _tags(voice)]

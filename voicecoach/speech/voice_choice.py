"""Voice choice: which of the installed voices a name or a language means."""

from dataclasses import dataclass

# For languages with voices for several countries but none for the language alone, and those whose
# voice has the tag of a narrower language.
_USUAL = {"en": "en-us", "no": "nb", "zh": "cmn"}


@dataclass(frozen=True, slots=True)
class InstalledVoice:
    """A voice as the driver reports it; `languages` are in the driver's own spelling."""

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
    """The voices of a driver, the `variants` that each of them has, and the `default` one's id."""

    voices: tuple[InstalledVoice, ...]
    variants: tuple[str, ...]
    default: str | None

    def find(self, name: str) -> str | None:
        """Return the id of the voice that `name` means, with its variant after `+`, or None.

        A name is an id, the last part of one, a voice's name, or a language, in any case.
        """
        base, plus, variant = name.rpartition("+") if "+" in name else (name, "", "")
        voice_id = self._find(base)
        if not plus:
            return voice_id
        by_lowercase = {variant.lower(): variant for variant in self.variants}
        exact = variant if variant in self.variants else by_lowercase.get(variant.lower())
        return f"{voice_id}+{exact}" if voice_id and exact else None

    def for_language(self, language: str) -> str | None:
        """Return the id of the best voice for a BCP 47 tag, or None.

        A voice with exactly this tag is best, then the language's usual one, then any of its
        voices; among equals, the driver's default.
        """
        tag = _tag(language)
        primary = _primary(tag)
        return (
            self._best([voice for voice in self.voices if tag in _tags(voice)])
            or self._best([voice for voice in self.voices if _USUAL.get(primary) in _tags(voice)])
            or self._best([voice for voice in self.voices if primary == _tag(voice.short_id)])
            or self._best([voice for voice in self.voices if primary in _primaries(voice)])
        )

    def candidates(self, name: str) -> list[str]:
        """Return the names that an unknown `name` may be a misspelling of."""
        base, plus, _ = name.rpartition("+")
        if plus and self._find(base):
            return [f"{base}+{variant}" for variant in self.variants]
        return [voice.short_id for voice in self.voices] + [voice.name for voice in self.voices]

    def _find(self, name: str) -> str | None:
        tag = _tag(name)
        for names in (
            lambda voice: (voice.id,),
            lambda voice: (voice.short_id,),
            lambda voice: (voice.name,),
            lambda voice: voice.languages,
        ):
            best = self._best([voice for voice in self.voices if tag in map(_tag, names(voice))])
            if best:
                return best
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

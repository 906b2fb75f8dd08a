"""Rolled r's, made to sound the same in any order of lines.

espeak rolls an r by making every other of the voice's waves softer, and counts waves, by four, from
line to line. The count cannot be asked for or set. But a word with such an r sounds in four ways,
one for each count. So before each line that word is said until it sounds as it does at one of them.
"""

from collections.abc import Callable
from hashlib import sha256

from voicecoach.speech.engines import Recording

# A word for each voice that rolls it so, of languages that routines have words in.
_WORDS = {
    "cs": "ruka", "de": "zurück", "en-gb-scotland": "red", "es": "perro", "it": "carro",
    "nl": "rood", "pl": "rower", "pt": "roda", "pt-br": "braço", "sv": "röd", "uk": "рука",
}  # fmt: skip
_COUNTS = 4
# Said in between: at any rate, the word and one of these move the count by an odd number.
_BETWEEN = ("a", "e", "i", "o", "u", "aba", "so", "mimi", "ta", "lo")
# What sounds the same so often has no rolled r in this voice.
_TRIES_OF_ONE_SOUND = 12


class RolledR:
    """Brings an engine to where it says a line as it does in any order.

    `say` returns what the engine says in its voice, which is one of espeak's, such as `roa/es+f3`.
    """

    def __init__(self, say: Callable[[str], Recording], voice_id: str) -> None:
        self._say = say
        name = voice_id.rpartition("/")[2].partition("+")[0].lower()
        self._word = _WORDS.get(name) or _WORDS.get(name.partition("-")[0])
        self._right = self._find()

    def settle(self) -> None:
        """Say the word until it sounds as it has to, if it sounds in several ways."""
        if self._right is not None and not self._tried(lambda sound: sound == self._right):
            # It is breath, and no r, that sounds in several ways.
            self._right = None

    def _find(self) -> str | None:
        """Return how the word has to sound, None if it sounds in fewer than four ways, or more."""
        sounds: set[str] = set()
        # Those that are no new ones, in succession.
        old = 0

        def is_enough(sound: str) -> bool:
            nonlocal old
            old = old + 1 if sound in sounds else 0
            sounds.add(sound)
            enough = {1: _TRIES_OF_ONE_SOUND, _COUNTS: _COUNTS}.get(len(sounds))
            return len(sounds) > _COUNTS or (enough is not None and old > enough)

        self._tried(is_enough)
        return min(sounds) if len(sounds) == _COUNTS else None

    def _tried(self, is_enough: Callable[[str], bool]) -> bool:
        """Say the word until it sounds as is enough; return whether it ever did."""
        if self._word is None:
            return False
        for between in _BETWEEN:
            for _ in range(_COUNTS):
                if is_enough(sha256(self._say(self._word).samples.tobytes()).hexdigest()):
                    return True
                self._say(between)
        return False

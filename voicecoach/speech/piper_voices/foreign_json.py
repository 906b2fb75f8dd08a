"""Foreign JSON: files that others wrote, of which every value is checked before it is used."""

import json
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct


class ForeignObject(Struct, frozen=True):
    """An object of a JSON file, whose methods raise `ValueError` if a value is wrong.

    The message is worded to follow the name of the file and a colon.
    """

    values: Mapping[str, object]

    @classmethod
    def parse(cls, data: bytes) -> "ForeignObject":
        """Return the object that a JSON text consists of."""
        try:
            values = json.loads(data)
        except RecursionError:
            raise ValueError("it is nested too deeply") from None
        except ValueError:
            raise ValueError("it is not JSON") from None
        if not isinstance(values, dict):
            raise ValueError("it is not a JSON object")
        return cls(values)

    def child(self, key: str) -> "ForeignObject":
        """Return the object under a key."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise ValueError(f"`{key}` is missing or no object")
        return ForeignObject(value)

    def children(self) -> Iterator[tuple[str, "ForeignObject"]]:
        """Yield every key with its object."""
        return ((key, self.child(key)) for key in self.values)

    def integer(self, key: str, highest: int) -> int:
        """Return the whole number under a key, from 1 to `highest`."""
        value = self.values.get(key)
        if type(value) is not int or not 1 <= value <= highest:
            raise ValueError(f"`{key}` is no whole number from 1 to {highest}")
        return value

    def text(self, key: str, pattern: str, default: str | None = None) -> str:
        """Return the text under a key, all of which a regular expression matches."""
        value = self.values.get(key, default)
        # What cannot be printed could not be written either, or would do harm on a terminal.
        if (
            not isinstance(value, str)
            or not value.isprintable()
            or not re.fullmatch(pattern, value)
        ):
            raise ValueError(f"`{key}` is missing or not what is allowed there")
        return value

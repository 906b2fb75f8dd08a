"""Course: the rows, texts and settings of an ERG or MRC file, section by section."""

import re
from decimal import Decimal

from msgspec import Struct, field

from voicecoach.importing.cues import TimedText
from voicecoach.importing.numbers import decimal, seconds_ms, whole
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Remark
from voicecoach.units import MINUTE_MS

_COLUMNS = re.compile(r"[;\s]*(MINUTES|DISTANCE)\s+(\S+)(\s+\S+)?\s*", re.IGNORECASE)
_LAP = re.compile(r"LAP\b\s*(.*)", re.IGNORECASE)


class Point(Struct, frozen=True):
    """The power at a time, in the unit of the course, and the line that it stands in."""

    at_ms: int
    power: Decimal
    line: int


class Course(Struct):
    """Reads the lines of a file.

    `powers_in` is what it calls their unit, in lower case; `settings` have keys in upper case.
    """

    source: Source
    powers_in: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)
    texts: list[TimedText] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def read(self) -> None:
        """Read all lines. Raises RoutineError where one of the data is no time and power."""
        section = ""
        for line, text in enumerate(self.source.lines, start=1):
            mark = _mark(text)
            columns = _COLUMNS.fullmatch(text) if section != "COURSE TEXT" else None
            if mark is not None:
                section = "" if mark.startswith("END") else mark
                if section and section not in _SECTIONS:
                    self._remark(f"`[{section}]` is left out", line)
            elif columns is not None:
                if columns[1].upper() != "MINUTES":
                    message = "this course has distances and slopes, and no times"
                    raise self.source.error(line, message, "export it as an ERG or MRC file")
                self.powers_in = columns[2].lower()
            elif section in _SECTIONS and text.strip() and not text.startswith(";"):
                _SECTIONS[section](self, line, text.strip())

    def _setting(self, line: int, text: str) -> None:  # noqa: ARG002
        key, _, value = text.partition("=")
        self.settings[" ".join(key.upper().split())] = value.strip()

    def _row(self, line: int, text: str) -> None:
        time, *values = text.split(maxsplit=1)
        value = values[0].strip() if values else ""
        minutes = decimal(time)
        if minutes is None or minutes < 0:
            raise self.source.error(line, f"`{time}` is no time in minutes", _ROW_HINT)
        at_ms = whole(minutes * MINUTE_MS)
        lap = _LAP.fullmatch(value)
        if lap is not None:
            if lap[1]:
                self.texts.append(TimedText(at_ms, lap[1], line))
            return
        power = decimal(value.rstrip("%"))
        if power is None or power < 0:
            raise self.source.error(line, f"`{text}` has no power beside its time", _ROW_HINT)
        if self.points and at_ms < self.points[-1].at_ms:
            raise self.source.error(line, f"`{time}` is before the time of the row above it")
        self.points.append(Point(at_ms, power, line))

    def _text(self, line: int, text: str) -> None:
        """Read a text; with no tab before it, a number at its end may be a part of it."""
        columns = re.split(r"\t+|\s{2,}", text)
        if len(columns) == 1:
            columns = text.split(maxsplit=1)
        elif len(columns) > 2 and decimal(columns[-1]) is not None:
            columns.pop()
        words = " ".join(columns[1:]).strip('" ')
        at_ms = seconds_ms(columns[0])
        if words and at_ms is not None:
            self.texts.append(TimedText(at_ms, words, line))
        else:
            self._remark(f"“{text}”: at which time is not said", line)

    def _remark(self, text: str, line: int) -> None:
        self.remarks.append(Remark(text, line))


def _mark(text: str) -> str | None:
    """Return what stands in the brackets of a line such as `[END COURSE DATA]`, in upper case."""
    text = text.strip()
    if not text.startswith("[") or not text.endswith("]"):
        return None
    return " ".join(text[1:-1].upper().split())


_ROW_HINT = "write minutes and a power: `5.50 120`"
_SECTIONS = {
    "COURSE HEADER": Course._setting,
    "COURSE DATA": Course._row,
    "COURSE TEXT": Course._text,
}

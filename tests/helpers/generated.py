"""Generated routines: whole files in the routine language, with everything that may stand in one.

Every text that is spoken is written once and never again (`Line 17.`), so that a test can say
whether it was heard.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st

from voicecoach.routine.utterance import Measure

Data = dict[str, Any]

_CHAPTERS = ("section", "exercise", "interval")
_NAMES = ("Plank", "Side plank", "Squats", "Übung am Boden", "Run", "T-spine", "Hop")
_TAGS = ("", " {title}", " {{", " {total}", " #1: a & b", " 😀", " \u202eabc")


@dataclass
class Writer:
    """Draws what is to stand in a routine."""

    draw: Any
    texts: int = 0
    depth: int = 0

    def one(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def often(self, odds: int) -> bool:
        """Return True in one of `odds` cases; where it shrinks to, False."""
        return bool(self.draw(st.integers(0, odds - 1)) == odds - 1)

    def yaml(self, data: Data) -> str:
        """Return a routine as YAML text."""
        return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000))


@dataclass
class _Routine(Writer):
    """A routine of exercises and of blocks around them."""

    sided: bool = False
    by_round: int | None = None

    def text(self) -> str:
        self.texts += 1
        long = " and a little more of it" * self.draw(st.integers(0, 2))
        return f"Line {self.texts}{long}.{self.one(*_TAGS)}"

    def lines(self, number: int) -> Any:
        return [self.text() for _ in range(number)] if self.often(3) else self.text()

    def duration(self, lowest_ms: int = 100, highest_ms: int = 60_000) -> str:
        length_ms = self.draw(st.integers(lowest_ms, highest_ms))
        if self.often(2):
            length_ms = max(1000, length_ms // 1000 * 1000)
        # Three decimals could be thousands in German.
        seconds = f"{length_ms / 1000:.4f}"
        return str(self.one(seconds, f"{seconds}s", f"{seconds} sec"))

    def range(self) -> str:
        # Long enough for twelve repetitions.
        return f"{self.draw(st.integers(2, 20))}-30s" if self.often(4) else self.duration(2000)

    def rest(self) -> str:
        return "0" if self.often(6) else self.range()

    def cues(self) -> Data:
        choices: Data = {
            "announce": ("full", "name", "off"),
            "next_up": ("on", "off"),
            "countdown": ("off", "1", "3", "5", "10"),
            "halfway": ("on", "off"),
            "time_left": ("off", "30s", ["20s", "10s"], ["45s", "30s", "15s", "5s"]),
            "progress": ("on", "off"),
        }
        return {key: self.one(*values) for key, values in choices.items() if self.often(3)}

    def dose(self, sets: int) -> Data:
        """Return the keys of a dose; with more than one set maybe a list of values."""

        def each(value: Callable[[], Any]) -> Any:
            listed = (sets > 1 or self.by_round is not None) and self.often(2)
            number = sets if self.by_round is None else self.by_round
            return [value() for _ in range(number)] if listed else value()

        def reps() -> str:
            return str(self.one("1", "2", "3", "5", "8-12"))

        kind = self.one("for", "hold", "reps", "reps+hold", "reps+for")
        keys: Data = {}
        if "reps" in kind:
            keys["reps"] = each(lambda: "max" if kind == "reps+for" and self.often(2) else reps())
        if kind in ("for", "reps+for"):
            keys["for"] = each(self.range)
        if kind in ("hold", "reps+hold"):
            keys["hold"] = each(lambda: self.duration(500, 20_000))
        if kind == "reps+hold" and self.often(2):
            keys["release"] = self.one("0", "0.4s", "1s", "5s")
        if kind in ("reps", "reps+hold") and self.often(3):
            keys["count"] = self.one("aloud", "tick", "silent")
        if kind in ("for", "reps") and self.often(3):
            keys["tempo"] = self.one("3-1-1-0", "1-1", [{"breathe in": "2s"}, {"out": "0.7s"}])
        elif kind == "reps" and self.often(2):
            keys["rep"] = self.one("0.3s", "0.9s", "1.2s", "3s", "7.25s")
        return keys

    def tip(self, sides: list[str], sets: int) -> Any:
        kind = self.one("text", "timed", "timed", "sound")
        if kind == "text":
            return self.text()
        tip: Data = {"at": self.one("0", "3s", "5.5s", "12s", "-4s", "-11s", "0%", "50%", "90%")}
        tip |= {"sound": self.one("tick", "halfway")} if kind == "sound" else {"say": self.text()}
        if self.often(4):
            tip["set"] = str(self.draw(st.integers(1, sets)))
        if sides and self.often(4):
            tip["side"] = self.one(*sides)
        return tip

    def exercise(self) -> Data:
        name = self.one(*_NAMES)
        sets = 1 if self.by_round is not None else self.draw(st.integers(1, 3))
        keys: Data = self.dose(sets)
        if sets > 1:
            keys["sets"] = str(sets)
        if self.often(2):
            keys["rest"] = self.rest()
        sides: list[str] = []
        if not self.sided and self.often(3):
            keys["sides"] = self.one("each", ["left", "right"], ["inside", "outside"], ["left"])
            sides = ["right", "left"] if keys["sides"] == "each" else keys["sides"]
        elif self.often(4):
            keys["sides"] = "off"
        if len(sides) > 1 or (self.sided and "sides" not in keys):
            keys |= {"switch": self.one("0", self.duration())} if self.often(2) else {}
            keys |= {"on_side": self.text()} if self.often(3) else {}
        if len(sides) > 1 and self.often(2):
            keys["side_order"] = self.one("each-set", "all-sets")
        for key, value in (
            ("setup", self.text),
            ("on_set", lambda: self.lines(sets)),
            ("after_set", lambda: self.lines(sets)),
            ("load", lambda: self.one("8 kg", "RPE 8")),
            ("ready", lambda: self.one("0", "0.3s", "2s", "8s")),
            ("cues", self.cues),
            ("note", lambda: "For {nobody}."),
        ):
            if self.often(4):
                keys[key] = value()
        if self.often(2):
            number = self.draw(st.integers(1, 4))
            keys["tips"] = [self.tip(sides, sets) for _ in range(number)]
        return {"exercise": name, **keys}

    def container(self) -> Data:
        kind = self.one("section", "circuit", "circuit", "repeat")
        number = self.draw(st.integers(1, 3))
        outer_sided, outer_by_round = self.sided, self.by_round
        keys: Data = {kind: str(number) if kind == "repeat" else self.one("Legs", "Arms & more")}
        if kind == "circuit":
            keys["rounds"] = str(number)
            for key in ("round_rest", "exercise_rest"):
                keys |= {key: self.rest()} if self.often(2) else {}
            for key in ("on_round", "after_round"):
                keys |= {key: self.lines(number)} if self.often(4) else {}
            self.by_round = number if self.often(4) else None
            keys |= {"by_round": "true"} if self.by_round else {}
        if kind != "section" and not self.sided and self.often(4):
            keys["sides"] = self.one("each", ["left", "right"])
            self.sided = True
        if kind == "section" and self.often(3):
            keys["chapters"] = self.one(*_CHAPTERS)
        keys |= {"between": self.rest()} if self.often(3) else {}
        keys |= {"cues": self.cues()} if self.often(4) else {}
        keys |= {"defaults": {"ready": "3s", "cues": self.cues()}} if self.often(5) else {}
        self.depth += 1
        keys["do"] = self.blocks(3)
        self.depth -= 1
        self.sided, self.by_round = outer_sided, outer_by_round
        return keys

    def block(self) -> Any:
        kind = self.one("line", "exercise", "exercise", "rest", "say", "pause", "container")
        if kind == "container" and self.depth < 3:
            return self.container()
        if kind == "line" and self.by_round is None:
            each = "" if self.sided else self.one("", ", each side")
            dose = self.one("20s", "35s", "x4", "2x3", "2x3x1s hold", "max in 20s", "12.5s")
            return f"{self.one(*_NAMES)} {dose}{each}{self.one('', ', rest 4s', ', rest 15s')}"
        if kind == "rest":
            text = {"say": self.text()} if self.often(2) else {}
            return {"rest": self.duration() if text else self.rest()} | text
        if kind == "say":
            return {"say": self.text()} | ({"for": self.duration()} if self.often(3) else {})
        if kind == "pause":
            return {"pause": self.duration()}
        return self.exercise()

    def blocks(self, most: int) -> list[Any]:
        return [self.block() for _ in range(self.draw(st.integers(1, most)))]

    def routine(self) -> Data:
        data: Data = {"title": "T"}
        for key, value in (
            ("caution", self.text),
            ("intro", lambda: self.one("auto", "off", self.text())),
            ("outro", lambda: self.one("auto", "off", self.text())),
            ("between", self.rest),
            ("level", lambda: self.one("easy", "medium", "hard")),
            ("fit", lambda: self.one("keep", "extend")),
            ("chapters", lambda: self.one(*_CHAPTERS)),
            ("language", lambda: self.one("en", "de")),
            ("cues", self.cues),
            ("defaults", lambda: {"ready": "1s", "switch": "4s"}),
        ):
            if self.often(3):
                data[key] = value()
        data["workout"] = self.blocks(4)
        return data


@st.composite
def routines(draw: Any) -> str:
    """Return a routine of exercises, and of blocks around them, as YAML text."""
    writer = _Routine(draw)
    return writer.yaml(writer.routine())


@st.composite
def measures(draw: Any) -> Measure:
    """Return a function from a line to its length in ms: regular, or as wild as an engine may be."""
    if draw(st.booleans()):
        per_character_ms = draw(st.integers(10, 120))
        return lambda line: per_character_ms * len(line.spoken)
    seed, longest_ms = draw(st.integers(0, 1000)), draw(st.integers(50, 6000))
    return lambda line: (
        1 + zlib.crc32(f"{seed}{line.spoken}".encode()) % longest_ms if line.spoken else 0
    )

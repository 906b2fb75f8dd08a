"""Generated routines of blocks that keep the time themselves, beats, breaths and variables."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from helpers.generated import Data, Writer


class _Routine(Writer):
    def text(self) -> str:
        self.texts += 1
        tag = self.one("", " {exercise}", " {word}", " {{", " 😀 & <b>")
        return f"Line {self.texts}.{tag}"

    def line(self) -> str:
        """Return a text that may stand outside an exercise."""
        self.texts += 1
        return f"Line {self.texts}.{self.one('', ' {title}', ' {word}')}"

    def seconds(self, most: int = 40) -> str:
        if self.often(4):
            return f"{self.draw(st.integers(300, 20_000)) / 1000:.4f}s"
        return f"{self.draw(st.integers(1, most))}s"

    def cues(self) -> Data:
        choices: Data = {
            "clock": ("off", "10s", "17s"),
            "encourage": ("off", "Go {word}.", ["Yes.", "Still {exercise}."]),
            "countdown": ("off", "3", "5"),
            "halfway": ("on", "off"),
        }
        return {key: self.one(*values) for key, values in choices.items() if self.often(2)}

    def dose(self) -> Data:
        kinds: list[Callable[[], Data]] = [
            lambda: {"for": self.one("{length}", self.seconds())},
            lambda: {"hold": self.seconds()},
            lambda: {"reps": self.one("3", "2-6", "10"), "rep": self.one("0.7s", "1s", "2.5s")},
            lambda: {"reps": self.one("2", "4"), "hold": self.seconds(9)},
            lambda: {"reps": "max", "for": self.seconds()},
            lambda: {"breaths": self.one("2", "3-5")},
            lambda: {"distance": self.one("50 m", "3 laps", "20 cal"), "for": self.seconds()},
            lambda: {
                "distance": ["100 m", "0.05 miles"],
                "pace": self.one("4:37/km", "1-2 min/500m"),
            },
            lambda: {"breaths": "3", "breath": self.one("4s in, 4s out", "3s", "1s in, 5s out")},
            lambda: {"for": [self.seconds(), self.seconds()], "rest": self.seconds()},
            lambda: {"breaths": ["2", "3"], "load": ["8 kg", "10 kg"]},
        ]
        dose: Data = self.one(*kinds)()
        return dose

    def exercise(self) -> Data:
        keys: Data = {"exercise": self.one("Plank", "Hop", "known", "bird-dog", "dead-bug")}
        keys |= self.dose()
        counted = "reps" in keys and "for" not in keys
        if counted and self.often(2):
            keys |= {"sides": self.one("each", ["a", "b", "c"]), "side_order": "each-rep"}
        elif self.often(4):
            keys["sides"] = self.one("each", ["left"])
        for key, value in (
            ("setup", self.text),
            ("tips", lambda: [self.text(), {"at": self.one("1s", "-2s", "50%"), "sound": "tick"}]),
            ("on_set", self.text),
            ("metronome", lambda: self.one("20", "97", "180", "300")),
            ("ready", lambda: self.one("0", "2s", "7s")),
            ("cues", self.cues),
            ("easier", lambda: {"setup": self.text()}),
            ("sounds", self.sounds),
            ("harder", lambda: {"cues": self.cues()}),
        ):
            if self.often(4):
                keys[key] = value()
        return keys

    def clocked(self) -> Data:
        """Return a block that keeps the time itself."""
        kind = self.one("tabata", "emom", "amrap")
        if kind == "tabata":
            names: list[Any] = ["Hop", {"exercise": "Run", "setup": self.text()}, "dead-bug"]
            keys: Data = {"tabata": self.one("Hop", names, names[:2])}
            for key, value in (
                ("rounds", "3"),
                ("work", self.seconds()),
                ("rest", self.seconds(9)),
            ):
                keys |= {key: value} if self.often(2) else {}
            return keys
        if kind == "amrap":
            entry = {"exercise": "Swing x4", "setup": self.text(), "load": "8 kg"}
            return {
                "amrap": self.one("30s", "90s", "2-4 min"),
                "do": ["5 hops", {"exercise": "Run", "distance": "200 m"}, entry],
            }
        entries: list[Any] = ["Hop x2", "Clam 3s each side", "Run 2x4s, rest 2s", {"pause": "1s"}]
        entries.append({"exercise": "Deep 1 breaths", "setup": self.text(), "ready": "4s"})
        entries.append({"repeat": "2", "do": ["Skip 2s", {"say": self.line(), "for": "4s"}]})
        number = self.draw(st.integers(1, len(entries)))
        keys = {"emom": self.one("1", "3"), "every": self.one("1m", "52.5s")}
        # In turn, each is done once, so that all that is written is heard; each side is one.
        starts = str(number + (number > 1))
        keys |= {"alternate": "true", "emom": starts} if self.often(2) else {}
        return keys | {"do": entries[:number]}

    def block(self) -> Any:
        kind = self.one(
            "exercise", "exercise", "clocked", "clocked", "sound", "rest", "say", "hold"
        )
        if kind == "hold" and self.depth < 2:
            return self.container()
        if kind == "clocked":
            return self.clocked()
        if kind == "sound":
            return {"sound": self.one("start", "tick", "halfway", "metronome")}
        if kind == "rest":
            return {"rest": self.seconds(), "say": self.line()}
        if kind == "say":
            return {"say": self.line()}
        return self.exercise()

    def container(self) -> Data:
        kind = self.one("section", "circuit", "repeat")
        keys: Data = {kind: "2" if kind == "repeat" else "Part {word}"}
        if kind == "circuit":
            keys |= {"rounds": "2", "round_rest": self.seconds(), "on_round": self.line()}
        keys |= {"cues": self.cues()} if self.often(2) else {}
        keys |= {"sounds": self.sounds()} if self.often(3) else {}
        self.depth += 1
        keys["do"] = [self.block() for _ in range(self.draw(st.integers(1, 3)))]
        self.depth -= 1
        return keys

    def sounds(self) -> Any:
        note = {"hz": "700", "for": "90ms"}
        return self.one(
            "soft", "gym", {"start": note}, {"set": "gym", "round": note, "tick": "off"}
        )

    def routine(self) -> Data:
        data: Data = {
            "title": "T",
            "vars": {"word": "Bob", "length": self.seconds()},
            "exercises": {"known": {"name": "Known one", "setup": self.text()}},
        }
        for key, value in (
            ("between", self.seconds),
            ("level", lambda: self.one("easy", "hard")),
            ("sounds", self.sounds),
            ("cues", self.cues),
            ("fit", lambda: "extend"),
        ):
            if self.often(3):
                data[key] = value()
        data["workout"] = [self.block() for _ in range(self.draw(st.integers(1, 4)))]
        return data


@st.composite
def routines_by_the_clock(draw: Any) -> str:
    """Return a routine of blocks that keep the time themselves as YAML text."""
    writer = _Routine(draw)
    return writer.yaml(writer.routine())

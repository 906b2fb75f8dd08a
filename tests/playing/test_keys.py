from helpers.cases import inputs
from voicecoach.playing.keys import actions


@inputs(
    ("typed", "done"),
    {
        " ": ["pause"],
        "k": ["pause"],
        "n": ["following"],
        "\x1b[C": ["following"],
        "\x1bOC": ["following"],
        "p": ["previous"],
        "\x1b[D": ["previous"],
        "\x1bOD": ["previous"],
        "Q": ["quit"],
        "\x04": ["quit"],
        "nn q": ["following", "following", "pause", "quit"],
        "\x1b[C\x1b[D": ["following", "previous"],
        # Others, and those of which a letter would mean something.
        "x": [],
        "\x1b": [],
        "\x1b[A": [],
        "\x1b[1;5C": [],
        "\x1bOP": [],
        "": [],
    },
)
def test_each_key_does_one_thing(typed: str, done: list[str]) -> None:
    assert list(actions(typed)) == done

"""`voicecoach exercises`: what is found in the catalogue, and in which order."""

from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.shell import Shell, one_error
from voicecoach.language.definitions import catalogue

TRY = "try a part of the body in English, such as `back`"


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    return Shell(tmp_path / "home", monkeypatch, capsys)


def _found(shell: Shell, *words: str) -> list[str]:
    said = shell.run("exercises", *words)
    assert (said.code, said.err) == (0, "")
    return [line.split()[0] for line in said.out.splitlines()]


def test_without_words_all_are_listed(shell: Shell) -> None:
    assert _found(shell) == list(catalogue())


@cases(
    "words",
    {
        "two words": ["hip", "flexor"],
        "a plural": ["hip", "flexors"],
        "in one argument": ["hip flexor"],
        "capitals": ["Hip", "FLEXOR"],
        "in another order": ["flexor", "hip"],
    },
)
def test_all_words_are_looked_for(shell: Shell, words: list[str]) -> None:
    assert _found(shell, *words)[0] == "hip-flexor-stretch"


@cases("words", {"a sign": ["hip", "&", "flexor"], "a sign at the end": ["hip", "flexor!"]})
def test_signs_between_words_are_left_aside(shell: Shell, words: list[str]) -> None:
    assert _found(shell, *words) == _found(shell, "hip", "flexor")


def test_a_single_s_is_looked_for(shell: Shell) -> None:
    found = _found(shell, "s")
    assert found.index("squat") < found.index("bear-crawl")


@cases("words", {"with": ["bird-dog"], "without": ["birddog"], "a blank": ["bird", "dog"]})
def test_a_name_is_known_with_and_without_hyphens(shell: Shell, words: list[str]) -> None:
    assert "\n  - exercise: bird-dog\n" in shell.run("exercises", *words).out


def test_names_come_before_tags_and_tags_before_setups(shell: Shell) -> None:
    names = _found(shell, "knee")
    kinds = []
    for name in names:
        keys = catalogue()[name].keys
        in_name = "knee" in f"{name} {catalogue()[name].name}".lower()
        in_tag = any("knee" in tag for tag in keys.tags)
        kinds.append("name" if in_name else "tag" if in_tag else "setup")
    assert kinds == sorted(kinds, key=["name", "tag", "setup"].index)
    assert set(kinds) == {"name", "tag", "setup"}


@cases(
    ("words", "hint"),
    {
        "a slip": (["brid-dgo"], "did you mean `bird-dog`?"),
        "a slip in a word": (["hmastring"], "did you mean `hamstring-curl`?"),
        "a slip in a word that is like a name": (["ankel"], "did you mean `ankle-alphabet`?"),
        "nothing like it": (["xyzzy"], TRY),
        "a word that is a little like one": (["Rücken"], TRY),
        "no letter or digit": (["!!!"], TRY),
    },
)
def test_nothing_found_names_the_nearest(shell: Shell, words: list[str], hint: str) -> None:
    error = one_error(shell.run("exercises", *words), 2)
    assert error == f"error: no exercise is found by `{' '.join(words)}` ({hint})"

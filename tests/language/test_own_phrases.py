"""`phrases.LANG.yaml` beside a routine: it changes what the program says, or adds a language."""

from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.pages import ROOT
from helpers.routine_files import MAIN, Placed, errors_of_files, load_files
from helpers.routines import rule_of_thumb
from voicecoach import phrases
from voicecoach.language import load
from voicecoach.language.fmt import formatted
from voicecoach.language.folder import yaml_files
from voicecoach.problems import WrongUsageError
from voicecoach.routine.routine import used_files
from voicecoach.timeline import Timeline
from voicecoach.timeline.planner import plan

LEGS = "title: Legs\nlanguage: {language}\nworkout:\n  - Squats 2x10, rest 30s\n"
ENGLISH = (ROOT / "voicecoach/phrases/en.yaml").read_text("utf-8")


def timeline_of(folder: Path, language: str, **files: str) -> Timeline:
    """Return the timeline of a routine beside phrase files, whose languages are the names."""
    routine = load_files(folder, {MAIN: LEGS.format(language=language), **named(files)})
    return plan(routine, rule_of_thumb)


def named(files: dict[str, str]) -> dict[str, str]:
    return {f"phrases.{tag.replace('_', '-')}.yaml": text for tag, text in files.items()}


def said_in(timeline: Timeline) -> list[str | None]:
    return [event.text for event in timeline.events if event.kind == "speech"]


def errors_of(folder: Path, text: str, language: str = "de") -> list[Placed]:
    files = {MAIN: LEGS.format(language=language), f"phrases.{language}.yaml": text}
    return errors_of_files(folder, files)


def test_a_phrase_of_its_own_is_said_in_place_of_the_programs(tmp_path: Path) -> None:
    timeline = timeline_of(tmp_path, "de", de="outro: Feierabend!\n")
    assert said_in(timeline)[-1] == "Feierabend!"
    assert "Letzter Satz." in said_in(timeline)


def test_a_table_is_changed_row_by_row(tmp_path: Path) -> None:
    changed = timeline_of(tmp_path, "de", de="legend: {rest: Verschnaufen}\n").phrases
    assert (changed.legend("rest"), changed.legend("work")) == ("Verschnaufen", "Arbeit")


def test_words_of_its_own_are_understood_in_lines(tmp_path: Path) -> None:
    files = {
        MAIN: "title: T\nlanguage: de\nworkout:\n  - Kniebeugen 40s\n  - rest 20s\n",
        "phrases.de.yaml": "written: {rest: [verschnaufen]}\n",
    }
    load_files(tmp_path, files)
    assert "  - verschnaufen 20s\n" in formatted(tmp_path / MAIN).after
    written = files[MAIN].replace("rest 20s", "20s verschnaufen")
    routine = load_files(tmp_path, {**files, MAIN: written})
    assert [phase.kind for phase in routine.phases] == ["prepare", "work", "rest"]


@cases(
    ("language", "files", "outro"),
    {
        "a country takes the file of its language": ("de-AT", {"de": "outro: A"}, "A"),
        "the nearer of two files serves": ("de-AT", {"de": "outro: A", "de_AT": "outro: B"}, "B"),
        "a file of another country does not": ("de-AT", {"de_CH": "outro: A"}, None),
        "a file of a country does not serve the language": ("de", {"de_AT": "outro: A"}, None),
        "case and underscore do not matter": ("DE_at", {"de_AT": "outro: A"}, "A"),
        "one of another language does not": ("en", {"de": "outro: A"}, None),
    },
)
def test_the_nearest_file_serves(
    tmp_path: Path, language: str, files: dict[str, str], outro: str | None
) -> None:
    shipped = phrases.load(language.replace("_", "-")).say("outro")
    assert said_in(timeline_of(tmp_path, language, **files))[-1] == (outro or shipped)


def test_a_tag_for_private_use_takes_the_phrases_of_its_language(tmp_path: Path) -> None:
    assert said_in(timeline_of(tmp_path, "de-x-gym"))[-1] == phrases.load("de").say("outro")


def test_a_language_that_the_program_does_not_have_is_spoken_with_all_phrases(
    tmp_path: Path,
) -> None:
    timeline = timeline_of(tmp_path, "eo", eo=ENGLISH.replace('"That was all', '"Tio estis ĉio'))
    assert said_in(timeline)[-1] == "Tio estis ĉio. Well done."
    assert timeline.language == "eo"


def test_of_a_new_language_missing_phrases_are_told_by_name(tmp_path: Path) -> None:
    short = "\n".join(
        line for line in ENGLISH.splitlines() if not line.startswith(("outro:", "sides:"))
    )
    (error,) = errors_of(tmp_path, short, "eo")
    assert (error.file, error.line, error.column) == ("phrases.eo.yaml", 1, 1)
    assert error.message.endswith("needs all phrases: `outro`, `sides`")


def test_of_a_new_language_words_of_lines_and_a_sample_may_be_missing(tmp_path: Path) -> None:
    cut = ENGLISH.partition("\nwritten:")[0]
    assert errors_of(tmp_path, cut, "eo") == []


def test_a_language_that_nobody_has_is_an_error_of_its_file(tmp_path: Path) -> None:
    first = errors_of(tmp_path, ENGLISH, "tlh")[-1]
    assert first.file == "phrases.tlh.yaml"
    assert "has no language `tlh`" in first.message


@cases(
    ("text", "line", "column", "message"),
    {
        "an unknown phrase": ("outtro: Ende", 1, 1, "there is no phrase `outtro`"),
        "an unknown row": ("sides: {rihgt: R}", 1, 9, "there is no phrase `sides.rihgt`"),
        "another value": ('rest: "Jetzt {time}"', 1, 14, "`{time}` is no value of this phrase"),
        "a brace": ('rest: "Jetzt }"', 1, 8, "a brace here belongs to no value"),
        "an attribute": ('here: "{what.x}"', 1, 8, "a brace here belongs to no value"),
        "a case": ('dose_for: "{time:dative}"', 1, 12, "there is no case `dative` of times"),
        "a value thrice": (
            'here: "{what} {what} {what}"',
            1,
            8,
            "`{what}` stands in a phrase more than twice",
        ),
        "a long text": (f"rest: {'a' * 1001}", 1, 7, "this text has more than 1000 characters"),
        "nothing": ("rest:", 1, 1, "a text is missing here"),
        "an empty text": ('rest: " "', 1, 8, "this text is empty"),
        "a list for a text": ("rest: [a]", 1, 1, "a text is missing here"),
        "a text for a list": ("written:\n  rest: Ruh", 2, 9, "`rest` takes a list of texts"),
        "a text for a table": ("sides: links", 1, 8, "`sides` takes names and texts"),
        "a plural form": (
            "count_exercises: {few: a, other: b}",
            1,
            19,
            "the language has no plural form `few`",
        ),
        "no form other": (
            "count_exercises: {one: a}",
            1,
            18,
            "`count_exercises` has no form `other`",
        ),
        "the place of a rest": (
            "written: {rest_comes: middle}",
            1,
            23,
            "`rest_comes` takes `first` or `last`",
        ),
        "an ending of nothing": ('written: {rest: ["-"]}', 1, 19, "this text is empty"),
        "a unit without cases": (
            "time_cases: {dative: {day: {one: a}}}",
            1,
            23,
            "no time is told in `day`",
        ),
        "a list": ("- rest", 1, 1, "this file takes the names of phrases"),
    },
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, text: str, line: int, column: int, message: str
) -> None:
    (error,) = errors_of(tmp_path, text)
    told = (error.file, error.line, error.column, error.message)
    assert told == ("phrases.de.yaml", line, column, message)


def test_all_that_is_wrong_in_phrases_and_routine_is_told_at_once(tmp_path: Path) -> None:
    files = {
        MAIN: "title: T\nlanguage: de\nworkout: [Plank 40]\n",
        "phrases.de.yaml": 'rest: []\noutro: "{x}"',
    }
    errors = errors_of_files(tmp_path, files)
    assert [error.file for error in errors] == [MAIN, "phrases.de.yaml", "phrases.de.yaml"]


def test_a_file_without_phrases_says_what_it_lacks(tmp_path: Path) -> None:
    (error,) = errors_of(tmp_path, "# nothing yet\n")
    told = ("phrases.de.yaml", 1, 1, "the file is empty", "write phrases, or delete the file")
    assert error == told


def test_phrases_given_as_a_routine_are_told_from_one(tmp_path: Path) -> None:
    file = tmp_path / "phrases.de.yaml"
    file.write_text("outro: Ende\n", "utf-8")
    with pytest.raises(WrongUsageError) as refused:
        load(file)
    assert refused.value.message.endswith(
        "holds phrases for the routines beside it, and is no routine"
    )
    assert refused.value.hint == "name the routine itself"


def test_no_hint_takes_phrases_for_a_routine(tmp_path: Path) -> None:
    (tmp_path / "phrases.de.yaml").write_text("outro: Ende\n", "utf-8")
    for missing in (tmp_path, tmp_path / "phrase.de.yaml"):
        with pytest.raises(WrongUsageError) as refused:
            load(missing)
        assert "phrases.de.yaml" not in (refused.value.hint or "")


@cases("second", {"the other suffix": "phrases.de.yml", "another case": "phrases.DE.yaml"})
def test_a_second_file_for_one_language_is_refused(tmp_path: Path, second: str) -> None:
    files = {"phrases.de.yaml": "outro: A\n", second: "outro: B\n"}
    (error,) = errors_of_files(tmp_path, {MAIN: LEGS.format(language="de"), **files})
    first, other = sorted(files)
    assert (error.file, error.line) == (other, 1)
    assert error.message == f"`{first}` has phrases for `de` already"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "secret.yaml"
    outside.write_text("rest: 1\n")
    folder = tmp_path / "routines"
    folder.mkdir()
    (folder / "phrases.de.yaml").symlink_to(outside)
    (error,) = errors_of_files(folder, {MAIN: LEGS.format(language="de")})
    assert (error.file, error.line) == (MAIN, 2)
    assert "lies outside the routine's folder" in error.message


def test_phrases_belong_to_what_a_routine_is_made_of(tmp_path: Path) -> None:
    files = {MAIN: LEGS.format(language="de"), "phrases.de.yaml": "outro: Ende"}
    used = used_files(load_files(tmp_path, files))
    assert {path.name for path in used} == set(files)


def test_phrases_are_no_routines_of_a_folder(tmp_path: Path) -> None:
    load_files(tmp_path, {MAIN: LEGS.format(language="de"), "phrases.pt-BR.yaml": "outro: Fim"})
    assert [path.name for path in yaml_files(tmp_path)] == [MAIN]


def test_an_included_file_in_another_language_is_read_with_its_phrases(tmp_path: Path) -> None:
    files = {
        MAIN: "title: T\nlanguage: de\nworkout:\n  - include: warm/up.yaml\n",
        "warm/up.yaml": "title: W\nlanguage: fr\nworkout:\n  - Squats 40s\n  - souffler 20s\n",
        "phrases.fr.yaml": "written: {rest: [souffler]}\n",
    }
    kinds = [phase.kind for phase in load_files(tmp_path, files).phases]
    assert kinds == ["prepare", "work", "rest"]


def test_without_own_phrases_those_of_the_program_are_shared(tmp_path: Path) -> None:
    assert timeline_of(tmp_path, "de").phrases is phrases.load("de")


@pytest.mark.parametrize("tag", phrases.languages())
def test_a_copy_of_the_programs_phrases_is_right(tmp_path: Path, tag: str) -> None:
    text = (ROOT / f"voicecoach/phrases/{tag}.yaml").read_text("utf-8")
    assert errors_of(tmp_path, text, tag) == []

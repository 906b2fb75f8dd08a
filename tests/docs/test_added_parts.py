"""The complete files that the pages on adding a part show: a block, a cue, an engine and so on."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from contextlib import closing
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import soundfile
import yaml
from babel import Locale
from msgspec.structs import replace

from helpers.containers import save
from helpers.engines import put_program
from helpers.exports import exported, read_again
from helpers.packages import install
from helpers.pages import ROOT, examples, file_in
from helpers.phrase_files import braces, phrase_file
from helpers.routine_files import MAIN, load_files
from helpers.routines import in_words, plan_of, problems_of, routine_of, said_in, with_workout
from helpers.speaking import line, narrating
from helpers.terminal import Terminal, without_numbers
from voicecoach import formats, outputs, phrases
from voicecoach.audio.pcm import from_samples, to_pcm
from voicecoach.exporting import formats as exporters
from voicecoach.importing import formats as importers
from voicecoach.language import blocks
from voicecoach.language.catalogue_texts import digest, english, translated
from voicecoach.problems import MissingEngineError, NoVoiceError, WrongUsageError
from voicecoach.routine.voice import Voice
from voicecoach.speech import engines
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.engines import engine_names, open_engine, unsupported
from voicecoach.speech.pace import measure_pace
from voicecoach.timeline import cues

# Stands in for the program: a buzz of 0.06 s a character, longer by the stretch.
FLITE = """\
import sys, wave
if sys.argv[1] == "-lv":
    print("Voices available: kal slt")
else:
    options = dict(zip(sys.argv[1::2], sys.argv[2::2]))
    stretch = float(options["--setf"].partition("=")[2])
    with wave.open(options["-o"], "wb") as sound:
        sound.setparams((1, 2, 16000, 0, "NONE", ""))
        sound.writeframes(b"\\0\\x10\\0\\xf0" * round(480 * stretch * len(options["-t"])))
"""

Add = Callable[[ModuleType, str, str], None]


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Add]:
    """A function that adds a module to a package, for one test."""
    added = []

    def add(package: ModuleType, name: str, code: str) -> None:
        (tmp_path / f"{name}.py").write_text(code, "utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
        added.append(f"{package.__name__}.{name}")

    yield add
    for module in added:
        sys.modules.pop(module, None)


def _sample(python: str) -> str:
    """Return the routine in the docstring of a module."""
    found = re.search(r"```yaml\n(.*?)```", python, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_block_of_the_page_is_a_rest_with_a_word_in_it(add: Add) -> None:
    code = file_in("docs/add-a-block.md", "drink.py")
    add(blocks, "drink", code)
    timeline = plan_of(_sample(code))
    shape = [in_words(phase) for phase in timeline.phases]
    assert shape[2:5] == ["Run 300s", "rest 30s", "Run 300s"]
    assert said_in(timeline, 3)[0] == "Have some water."
    assert plan_of(_sample(code), "hard").phases[3].length_ms == 20_000


def test_a_mistake_in_the_block_of_the_page_is_pointed_at(add: Add) -> None:
    code = file_in("docs/add-a-block.md", "drink.py")
    add(blocks, "drink", code)
    (problem,) = problems_of(_sample(code).replace("for:", "fro:"))
    assert problem.message == "unknown key `fro` in a drink"
    assert problem.hint == "did you mean `for`?"


def test_the_cue_of_the_page_is_heard_as_the_page_says(add: Add) -> None:
    code = file_in("docs/add-a-cue.md", "tens.py")
    add(cues, "tens", code)
    timeline = plan_of(_sample(code))
    heard = [
        f"{event.role:<10} {event.text or '♪'}"
        for event in timeline.events
        if event.phase == 2 and event.role not in ("start", "countdown")
    ]
    marks = {example.mark: example.text for example in examples("docs/add-a-cue.md")}
    assert heard == [line.rstrip() for line in marks["heard"].splitlines()]


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_the_engine_of_the_page_speaks(
    add: Add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(engines, "flite", file_in("docs/add-an-engine.md", "flite.py"))
    assert "flite" in engine_names()
    monkeypatch.setenv("PATH", str(tmp_path))
    flite = Voice("flite", rate_wpm=120)
    with closing(EnginePool()) as pool:
        assert pool.voices("flite") == []
        with pytest.raises(MissingEngineError, match="`flite` cannot start"):
            pool.speak("Nobody is there.", flite, "en")
        put_program(tmp_path, "flite", FLITE)
        assert [voice.name for voice in pool.voices("flite")] == ["kal", "slt"]
        with pytest.raises(NoVoiceError) as raised:
            pool.speak("Nobody of that name.", Voice("flite", "stl"), "en")
        assert raised.value.hint == "did you mean `slt`?"
        pace_wpm = measure_pace(lambda text: pool.speak(text, flite, "en"), "en")
    assert pace_wpm == pytest.approx(120, rel=0.05)
    assert unsupported(replace(flite, pitch_semitones=1)) == ["it cannot change its pitch"]


def test_the_engine_of_a_package_of_its_own_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "docs/add-an-engine.md"
    # TOML as simple as the page's can be read like this.
    toml = ConfigParser()
    toml.read_string(file_in(page, "pyproject.toml"))
    name, version = (toml["project"][key].strip('"') for key in ("name", "version"))
    points = toml['project.entry-points."voicecoach.engines"']
    engine_modules = {engine: module.strip('"') for engine, module in points.items()}
    modules = {"voicecoach_beep": file_in(page, "voicecoach_beep.py")}
    install(tmp_path, monkeypatch, f"{name} {version}", engine_modules, modules)
    assert "beep" in engine_names()
    with closing(open_engine(Voice(engine="beep"), "en")) as engine:
        assert [voice.name for voice in engine.voices()] == ["beep"]
        recording = engine.speak("Two words.")
    assert len(recording.samples) == 2 * 0.4 * recording.rate_hz
    with narrating(tmp_path) as narrator:
        # The silence after the last word is trimmed, but for a margin.
        spoken = line("Two words.", Voice(engine="beep"))
        assert narrator.measure(spoken) == pytest.approx(667, abs=30)


def test_the_output_of_the_page_is_made_of_the_timeline(add: Add) -> None:
    add(outputs, "labels", file_in("docs/add-an-output.md", "labels.py"))
    timeline = plan_of(with_workout("- say: One.\n- pause: 1h\n- say: Two.", "intro: 'off'"))
    labels = "0.000\t0.300\tOne.\n3600.550\t3600.850\tTwo.\n"
    labels += "3601.100\t3602.540\tThat was all. Well done.\n"
    assert outputs.text_module("labels").text(timeline) == labels
    finished = outputs.Finished(timeline, "legs.mp3", bytes, bytes)
    assert outputs.output_module("labels").render(finished).decode() == labels


def test_the_output_of_the_page_is_printed_and_written_as_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "docs/add-an-output.md"
    marks = {example.mark: example.text for example in examples(page)}
    # A copy of the program, changed as the page says.
    program = tmp_path / "program" / "voicecoach"
    shutil.copytree(ROOT / "voicecoach", program, ignore=shutil.ignore_patterns("__pycache__"))
    (program / "outputs" / "labels.py").write_text(file_in(page, "labels.py"), "utf-8")
    _change(program / "cli" / "outputs.py", r"^_BESIDE = \{.*?\}\n", marks["option"])
    _change(program / "cli" / "script.py", r"(?<=^_MODULES = \{)", "\n" + marks["format"])
    terminal = Terminal(tmp_path / "home", monkeypatch, capsys)
    command = [sys.executable, "-m", "voicecoach"]
    environment = {**os.environ, "PYTHONPATH": str(program.parent)}
    print_labels = [*command, "script", "legs.yaml", "--format", "labels"]
    printed = subprocess.run(print_labels, check=True, env=environment, stdout=subprocess.PIPE)
    assert without_numbers(printed.stdout.decode()).startswith(without_numbers(marks["begins"]))
    build = [*command, "build", "legs.yaml", "--labels"]
    subprocess.run(build, check=True, env=environment)
    assert (terminal.directory / "legs.txt").read_bytes() == printed.stdout
    assert (terminal.directory / "legs.mp3").stat().st_size > 0


def _change(file: Path, pattern: str, text: str) -> None:
    """Put a text in the place of what a pattern finds, once, in a file."""
    lines = re.MULTILINE | re.DOTALL
    code, found = re.subn(pattern, lambda _: text, file.read_text("utf-8"), flags=lines)
    assert found == 1
    file.write_text(code, "utf-8")


def test_the_format_of_the_page_is_written_and_read_back(add: Add, tmp_path: Path) -> None:
    add(formats, "au", file_in("docs/add-a-format.md", "au.py"))
    assert ".au" in formats.suffixes()
    path = tmp_path / "legs.au"
    with pytest.raises(WrongUsageError, match=r"\.au has no bitrate"):
        formats.check(path, 128)
    formats.check(path)
    sound = from_samples(np.random.default_rng(1).uniform(-0.5, 0.5, (48 * 150, 2)))
    parts = [sound[:100], sound[100:]]
    save(path, parts, formats.Form(150, channels=2), formats.Tags("Legs\n🏃"))
    heard, rate_hz = soundfile.read(path, dtype="int16")
    assert rate_hz == 48_000
    assert np.array_equal(heard, to_pcm(sound))
    assert "Legs 🏃".encode() + b"\0" in path.read_bytes()


def test_the_exporter_of_the_page_writes_what_it_shows_and_the_importer_reads_it(add: Add) -> None:
    add(exporters, "timer", file_in("docs/add-an-exporter.md", "timer.py"))
    add(importers, "timer_import", file_in("docs/add-an-importer.md", "timer.py"))
    hills = file_in("docs/exporting.md", "hills.yaml")
    content = exported(hills, "timer").content
    (shown,) = (each for each in examples("docs/add-an-exporter.md") if each.mark == "exported")
    assert content.decode() == shown.text
    again = read_again(content, "timer-import").phases
    lasting = [phase.length_ms for phase in routine_of(hills).phases if phase.length_ms]
    assert [phase.length_ms for phase in again if phase.length_ms] == lasting


def test_the_language_of_the_page_is_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "docs/add-a-language.md"
    (tmp_path / "da.yaml").write_text(file_in(page, "da.yaml"), "utf-8")
    monkeypatch.setattr(phrases, "__path__", [*phrases.__path__, str(tmp_path)])
    marks = {example.mark: example.text for example in examples(page)}
    timeline = plan_of(marks["danish"])
    said = [
        " ".join((event.text or "").split())
        for event in timeline.events
        if event.role in ("announce", "time-left")
    ]
    assert said == [
        "Planke, 40 sekunder.",
        "Kun 10 sekunder tilbage.",
        "Pause. Næste: Udfald, 2 sæt af 10.",
        "Pause.",
    ]


def test_the_little_words_of_the_language_of_the_page_join_the_parts_of_a_line(
    tmp_path: Path,
) -> None:
    routine = "title: T\nlanguage: da\nworkout:\n  - Løb 400 m på 2 min\n  - Planke i 40s\n"
    files = {MAIN: routine, "phrases.da.yaml": file_in("docs/add-a-language.md", "da.yaml")}
    works = [phase for phase in load_files(tmp_path, files).phases if phase.kind == "work"]
    assert [work.length_ms for work in works] == [120_000, 40_000]


def test_the_phrases_of_the_page_have_a_time_in_its_case() -> None:
    page = "docs/add-a-language.md"
    (polish,) = (example for example in examples(page) if example.mark == "polish")
    words = phrases.Phrases(Locale.parse("pl"), yaml.safe_load(polish.text))
    assert words.say("dose_hold", time=words.time(60_000)) == "utrzymaj przez 1 minutę"
    assert words.say("dose_hold", time=words.time(10_000)) == "utrzymaj przez 10 sekund"


def test_the_phrases_of_the_page_change_those_of_the_program(tmp_path: Path) -> None:
    changed = file_in("docs/add-a-language.md", "phrases.de.yaml")
    routine = "title: T\nlanguage: de-AT\nworkout:\n  - Kniebeugen 40s\n  - Verschnaufpause 20s\n"
    words = load_files(tmp_path, {MAIN: routine, "phrases.de.yaml": changed}).phrases
    assert words.say("outro") == "Feierabend!"
    assert (words.legend("rest"), words.legend("work")) == ("verschnaufen", "Arbeit")


def test_the_exercise_of_the_page_is_a_translation_of_the_english_text() -> None:
    page = "docs/add-a-language.md"
    (texts,) = (example for example in examples(page) if example.mark == "catalogue")
    ((name, exercise),) = yaml.safe_load(texts.text).items()
    assert exercise["english"] == digest(english()[name])
    danish = translated(english()[name], exercise)
    assert [*danish["tempo"][0], *danish["tempo"][1]] == exercise["parts"]


def test_the_language_of_the_page_has_all_phrases_and_no_unknown_row_of_words() -> None:
    shown = yaml.safe_load(file_in("docs/add-a-language.md", "da.yaml"))
    english = phrase_file("en")
    assert braces(shown) == braces(english)
    assert shown["written"].keys() <= english["written"].keys()


@pytest.mark.parametrize("tag", phrases.languages())
@pytest.mark.parametrize("table", ["page", "sheet"])
def test_the_language_of_the_page_borrows_no_labels_from_another(tag: str, table: str) -> None:
    shown = yaml.safe_load(file_in("docs/add-a-language.md", "da.yaml"))[table]
    theirs = phrase_file(tag)[table]
    assert sum(shown[key] == theirs[key] for key in shown) < len(shown) / 2

"""The player page in a browser: it plays, shows what the timeline says, and can be operated."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from helpers.browsers import Watched, browser, served, watch
from helpers.sessions import TONES
from voicecoach.files.store import Store
from voicecoach.language import RoutineText
from voicecoach.outputs.clean import clean
from voicecoach.session.build import build
from voicecoach.session.outputs import Output, SoundOutput, TimelineOutput
from voicecoach.session.session import Session
from voicecoach.timeline import TimedPhase, Timeline
from voicecoach.units import whole_clock

HOSTILE_TITLE = "</script><img src=x onerror=alert(1)> \u2028 \u202e💪"
ROUTINE = """\
title: Three
workout:
  - section: First
  - Plank 6s, rest 5s
  - exercise: Side plank
    for: 6s
    sides: each
    rest: 4s
  - section: Second
  - Squats 2x3, rest 4s
  - exercise: Supercalifragilisticexpialidociousness of an exercise with a long name
    for: 5s
"""
# A phone, a small one, one on its side, a television.
SIZES = [(390, 844), (320, 568), (844, 390), (1920, 1080)]
# Notes what a page tells the lock screen, and asks of the screen.
RECORDER = """
window.told = {handlers: {}, positions: [], locks: 0, released: 0};
const set = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
navigator.mediaSession.setActionHandler = (action, handler) => {
  told.handlers[action] = handler;
  set(action, handler);
};
const position = navigator.mediaSession.setPositionState.bind(navigator.mediaSession);
navigator.mediaSession.setPositionState = (state) => {
  told.positions.push(state);
  position(state);
};
Object.defineProperty(navigator, "wakeLock", {value: {request: async () => {
  told.locks += 1;
  const lock = new EventTarget();
  lock.release = () => { told.released += 1; lock.dispatchEvent(new Event("release")); };
  return lock;
}}});
"""

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def _built(directory: Path, stem: str, text: str, module: str = "page") -> Timeline:
    outputs: list[Output] = [
        SoundOutput(directory / f"{stem}.mp3"),
        TimelineOutput(directory / f"{stem}.html", module),
    ]
    with closing(Session(Store(directory / "store"))) as session:
        return build(session, RoutineText(text, Path("a.yaml")), outputs, TONES).timeline


@pytest.fixture(scope="module")
def timeline(directory: Path) -> Timeline:
    return _built(directory, "three", ROUTINE)


@pytest.fixture(scope="module")
def addresses(directory: Path, timeline: Timeline) -> Iterator[dict[str, str]]:
    """Yield from where the files are opened, by the scheme."""
    assert timeline.phases
    with served(directory) as address:
        yield {"file": directory.as_uri(), "http": address}


@pytest.fixture
def open_page(chromium: Browser, addresses: dict[str, str]) -> Iterator[Open]:
    """A function that opens a page; at the end none has complained or loaded what is not its own."""
    opened: list[tuple[BrowserContext, Watched, set[str]]] = []

    def open_page(name: str = "three", scheme: str = "file", **settings: Any) -> Page:
        context = chromium.new_context(**{"viewport": {"width": 390, "height": 844}, **settings})
        page = context.new_page()
        page.add_init_script(RECORDER)
        allowed = {f"{addresses[scheme]}/{name}{suffix}" for suffix in (".html", ".mp3")}
        opened.append((context, watch(page), allowed))
        page.goto(f"{addresses[scheme]}/{name}.html")
        return page

    yield open_page
    for context, watched, allowed in opened:
        context.close()
        assert watched.complaints == []
        requests = {url for url in watched.requests if not url.startswith("data:")}
        assert requests <= allowed


def _seek(page: Page, ms: float) -> None:
    page.evaluate(
        """ms => new Promise(resolve => {
          const audio = document.getElementById("audio");
          audio.addEventListener("seeked", resolve, {once: true});
          audio.currentTime = ms / 1000;
        })""",
        ms,
    )


def _time_ms(page: Page) -> float:
    return float(page.evaluate("document.getElementById('audio').currentTime * 1000"))


def _play(page: Page) -> None:
    """Play, and return when time has passed."""
    page.get_by_role("button", name="Play").click()
    page.evaluate(
        """new Promise(resolve => {
          const audio = document.getElementById("audio");
          const from = audio.currentTime;
          audio.addEventListener("timeupdate", () => audio.currentTime > from && resolve());
        })"""
    )


def _starts(timeline: Timeline) -> list[int]:
    """Return where Plank, Side plank, Squats and the last exercise begin, with their lead-in."""
    found = []
    current = None
    for before, phase in zip(timeline.phases, timeline.phases[1:], strict=False):
        if phase.kind == "work" and phase.name != current:
            current = phase.name
            found.append(before.start_ms if before.kind in ("prepare", "rest") else phase.start_ms)
    return found


def _texts(page: Page, *ids: str) -> list[str]:
    return [page.locator(f"#{name}").inner_text() for name in ids]


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_it_plays(open_page: Open, scheme: str) -> None:
    page = open_page(scheme=scheme)
    _play(page)
    expect(page.locator("audio")).to_have_js_property("paused", False)
    page.get_by_role("button", name="Pause").click()
    expect(page.locator("audio")).to_have_js_property("paused", True)
    expect(page.get_by_role("status")).to_have_text("Paused")


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_the_display_is_that_of_the_timeline_at_each_time(
    open_page: Open, timeline: Timeline, scheme: str
) -> None:
    page = open_page(scheme=scheme)
    for phase in timeline.phases:
        at_ms = phase.start_ms + phase.length_ms * 0.6
        _seek(page, at_ms)
        title, count, details = _texts(page, "title", "count", "details")
        assert title == _title(phase, timeline)
        if phase.dose == "reps":
            assert count == "2"
            assert details == f"Set {phase.set} of 2 · Repetition 2 of 3".replace(" ·", "\xa0·")
        else:
            assert int(count) == pytest.approx((phase.end_ms - at_ms) / 1000, abs=1)
            assert details == ("" if phase.side is None else f"{phase.side.capitalize()} side")
        shown = page.locator("#ring").evaluate("ring => 1 - Number(ring.style.strokeDashoffset)")
        assert shown == pytest.approx(0.4, abs=0.01)


def _title(phase: TimedPhase, timeline: Timeline) -> str:
    if phase.kind == "say":
        return phase.section or timeline.title
    return phase.name or "Rest"


def test_a_rest_shows_what_it_leads_to_and_work_what_follows(
    open_page: Open, timeline: Timeline
) -> None:
    page = open_page()
    rest = next(phase for phase in timeline.phases if phase.kind == "rest")
    _seek(page, rest.start_ms + 500)
    expect(page.locator("#next")).to_have_text("Next: Side plank\xa0· Right side")
    _seek(page, rest.start_ms - 500)
    expect(page.locator("#next")).to_have_text("Next: Rest 0:05\xa0· Side plank\xa0· Right side")


def test_what_is_said_is_shown_and_marked_in_the_transcript(
    open_page: Open, timeline: Timeline
) -> None:
    page = open_page()
    for event in [event for event in timeline.events if event.role in ("announce", "progress")]:
        assert event.text is not None
        _seek(page, event.start_ms + 10)
        # A long line is shown in pieces.
        assert event.text.startswith(page.locator("#caption").inner_text().strip() or "nothing")
        expect(page.locator("#transcript [aria-current]")).to_have_text(event.text)


def test_a_line_of_the_transcript_goes_to_its_time(open_page: Open, timeline: Timeline) -> None:
    page = open_page()
    (outro,) = [event for event in timeline.events if event.role == "outro"]
    page.locator("#transcript button", has_text=outro.text).click()
    assert _time_ms(page) == pytest.approx(outro.start_ms, abs=1)


@pytest.mark.parametrize("by_key", [False, True], ids=["by button", "by key"])
def test_previous_and_next_go_from_exercise_to_exercise(
    open_page: Open, timeline: Timeline, by_key: bool
) -> None:
    page = open_page()
    starts = _starts(timeline)

    def press(key: str, label: str) -> float:
        if by_key:
            page.keyboard.press(key)
        else:
            page.get_by_role("button", name=label).click()
        return _time_ms(page)

    for start_ms in [*starts, timeline.duration_ms]:
        assert press("n", "Next exercise") == pytest.approx(start_ms, abs=1)
    assert press("p", "Previous exercise") == pytest.approx(starts[-1], abs=1)
    assert press("P", "Previous exercise") == pytest.approx(starts[-2], abs=1)
    # From within it, to its beginning first.
    _seek(page, starts[1] + 6000)
    assert press("p", "Previous exercise") == pytest.approx(starts[1], abs=1)


def test_keys_skip_ten_seconds_play_and_change_the_speed(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert _time_ms(page) == pytest.approx(10_000, abs=1)
    audio = page.locator("audio")
    page.keyboard.press("+")
    expect(audio).to_have_js_property("playbackRate", 1.1)
    page.keyboard.press("-")
    page.keyboard.press("-")
    expect(audio).to_have_js_property("playbackRate", 0.9)
    expect(audio).to_have_js_property("preservesPitch", True)
    page.keyboard.press("Space")
    expect(audio).to_have_js_property("paused", False)


def test_a_control_in_focus_keeps_its_own_keys(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Next exercise").focus()
    page.keyboard.press("Space")
    expect(page.locator("audio")).to_have_js_property("paused", True)
    assert _time_ms(page) > 0
    place = page.get_by_role("slider")
    page.keyboard.press("ArrowLeft")
    before_ms = _time_ms(page)
    place.focus()
    page.keyboard.press("ArrowRight")
    assert _time_ms(page) - before_ms == pytest.approx(1000, abs=1000)
    page.get_by_role("combobox").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("audio")).to_have_js_property("playbackRate", 1.1)


def test_assistive_technology_steps_from_where_the_programme_is(open_page: Open) -> None:
    page = open_page()
    place = page.get_by_role("slider")
    _play(page)
    place.focus()
    expect(page.locator("#time")).not_to_have_text(re.compile("0:0[01]"))
    stepped_s = place.evaluate(
        """place => {
          const audio = document.getElementById("audio");
          const before = audio.currentTime;
          place.stepUp();
          place.dispatchEvent(new Event("input"));
          return audio.currentTime - before;
        }"""
    )
    assert 0 < stepped_s <= 1.5


def test_a_tap_on_the_band_goes_there(open_page: Open, timeline: Timeline) -> None:
    page = open_page()
    place = page.get_by_role("slider")
    box = place.bounding_box()
    assert box is not None
    place.click(position={"x": box["width"] / 4, "y": box["height"] / 2})
    assert _time_ms(page) == pytest.approx(timeline.duration_ms / 4, abs=1500)
    assert re.fullmatch(r"0:\d\d, .+", place.get_attribute("aria-valuetext") or "")


def test_the_lock_screen_has_title_cover_and_buttons_that_go_by_chapter(
    open_page: Open, timeline: Timeline
) -> None:
    page = open_page()
    _play(page)
    shown = page.evaluate(
        "(({title, artist, artwork}) => ({title, artist, artwork: [...artwork]}))"
        "(navigator.mediaSession.metadata)"
    )
    assert (shown["title"], shown["artist"]) == ("Three", "First")
    (picture,) = shown["artwork"]
    assert picture["type"] == "image/png"
    assert picture["src"].startswith("data:image/png;base64,")
    page.get_by_role("button", name="Pause").click()
    second_ms = timeline.chapters[1].start_ms
    page.evaluate("told.handlers.nexttrack({})")
    assert _time_ms(page) == pytest.approx(second_ms, abs=1)
    page.evaluate("told.handlers.seekforward({seekOffset: 5})")
    assert _time_ms(page) == pytest.approx(second_ms + 5000, abs=1)
    page.evaluate("told.handlers.seekbackward({})")
    assert _time_ms(page) == pytest.approx(second_ms - 5000, abs=1)
    page.evaluate("told.handlers.previoustrack({})")
    assert _time_ms(page) == pytest.approx(0, abs=1)
    page.evaluate("told.handlers.seekto({seekTime: 12})")
    assert _time_ms(page) == pytest.approx(12_000, abs=1)
    expect(page.locator("#title")).to_have_text("Plank")
    position = page.evaluate("told.positions.at(-1)")
    assert position["duration"] == timeline.duration_ms / 1000
    assert position["playbackRate"] == 1


def test_the_screen_stays_on_only_while_it_plays(open_page: Open) -> None:
    page = open_page()
    assert page.evaluate("told.locks") == 0
    _play(page)
    assert page.evaluate("told.locks") == 1
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("status")).to_have_text("Paused")
    assert page.evaluate("told.released") == 1


def test_it_shows_that_it_waits_for_the_sound_until_that_goes_on(open_page: Open) -> None:
    page = open_page()
    button = page.locator("#play")
    for event, is_busy in (
        ("waiting", "true"),
        ("playing", "false"),
        ("waiting", "true"),
        ("pause", "false"),
    ):
        page.evaluate(
            "event => document.getElementById('audio').dispatchEvent(new Event(event))", event
        )
        assert button.get_attribute("aria-busy") == is_busy
        assert page.locator("#player.waiting").count() == (is_busy == "true")


def test_where_the_screen_cannot_be_kept_on_it_plays_all_the_same(open_page: Open) -> None:
    page = open_page()
    page.evaluate("() => { navigator.wakeLock.request = () => Promise.reject(Error('low')); }")
    _play(page)


def test_a_jump_is_told_while_paused_and_never_over_the_coach(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("n")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"Plank, 0:0\d"))
    _play(page)
    page.keyboard.press("n")
    expect(page.get_by_role("status")).to_have_text("")


def test_at_the_end_it_says_that_it_is_done(open_page: Open, timeline: Timeline) -> None:
    page = open_page()
    _seek(page, timeline.duration_ms - 200)
    page.get_by_role("button", name="Play").click()
    expect(page.locator("#title")).to_have_text("Done")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect(page.locator("#time")).to_have_text(whole_clock(timeline.duration_ms))
    _seek(page, 0)
    page.get_by_role("slider").press("End")
    assert _time_ms(page) == pytest.approx(timeline.duration_ms, abs=1)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_it_fits_the_screen(open_page: Open, timeline: Timeline, width: int, height: int) -> None:
    page = open_page(viewport={"width": width, "height": height})
    for phase in {phase.kind: phase for phase in timeline.phases}.values():
        _seek(page, phase.start_ms + phase.length_ms / 2)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for name in ("title", "ring", "caption", "place", "play", "speed"):
            box = page.locator(f"#{name}").bounding_box()
            assert box is not None
            assert box["x"] >= 0, name
            assert box["x"] + box["width"] <= width + 0.5, name
            assert box["y"] + box["height"] <= height + 0.5, name
        title = page.locator("#title")
        assert title.evaluate("title => title.scrollWidth <= title.clientWidth")
        assert title.evaluate("title => title.scrollHeight <= title.clientHeight")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_ring_stays_where_it_is_from_work_to_rest(
    open_page: Open, timeline: Timeline, width: int, height: int
) -> None:
    page = open_page(viewport={"width": width, "height": height})
    boxes = []
    for kind in ("work", "rest"):
        phase = next(phase for phase in timeline.phases if phase.kind == kind)
        _seek(page, phase.start_ms + phase.length_ms / 2)
        boxes.append(
            page.locator("#ring").evaluate(
                "ring => ring.ownerSVGElement.getBoundingClientRect().toJSON()"
            )
        )
    assert boxes[0] == pytest.approx(boxes[1], abs=0.5)


@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 400)], ids=["wide", "high"])
def test_on_a_screen_too_low_for_it_the_page_is_scrolled_and_nothing_overlaps(
    open_page: Open, timeline: Timeline, width: int, height: int
) -> None:
    page = open_page(viewport={"width": width, "height": height})
    for phase in {phase.kind: phase for phase in timeline.phases}.values():
        _seek(page, phase.start_ms + phase.length_ms / 2)
        names = ("title", "details", "next", "caption", "place", "play")
        boxes = [page.locator(f"#{name}").bounding_box() for name in names]
        ends = [box["y"] + box["height"] for box in boxes if box]
        starts = [box["y"] for box in boxes if box]
        assert len(starts) == len(names)
        assert all(end <= start + 0.5 for end, start in zip(ends, starts[1:], strict=False))
        title = page.locator("#title")
        assert title.evaluate("title => title.clientHeight") >= 48
        assert title.evaluate("title => title.scrollHeight <= title.clientHeight")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_exercise_is_in_large_letters(
    open_page: Open, timeline: Timeline, width: int, height: int
) -> None:
    page = open_page(viewport={"width": width, "height": height})
    work = next(phase for phase in timeline.phases if phase.name == "Side plank")
    _seek(page, work.start_ms + 100)
    size_px = page.locator("#title").evaluate("title => parseFloat(title.style.fontSize)")
    assert size_px >= min(width, height) / 8


def test_everything_that_can_be_operated_has_a_name_and_a_size_for_fingers(
    open_page: Open,
) -> None:
    page = open_page()
    snapshot = page.locator("body").aria_snapshot()
    controls = re.findall(r"- (button|slider|combobox)(?: \"(.+?)\")?", snapshot)
    assert len(controls) > 10
    assert [kind for kind, name in controls if not name] == []
    for control in page.locator("button, select, input").all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1920, 1080)], ids=["phone", "desktop"])
def test_no_rule_of_axe_core_is_violated(
    open_page: Open, timeline: Timeline, width: int, height: int, color_scheme: str
) -> None:
    page = open_page(viewport={"width": width, "height": height}, color_scheme=color_scheme)
    for phase in {phase.kind: phase for phase in timeline.phases}.values():
        _seek(page, phase.start_ms + phase.length_ms / 2)
        # It is evaluated, as the page's policy lets no other script in.
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_dark_and_light_are_as_the_device_is(open_page: Open) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert open_page(color_scheme="light").evaluate(ground) == "rgb(255, 255, 255)"
    assert open_page(color_scheme="dark").evaluate(ground) == "rgb(20, 24, 29)"


def test_with_less_motion_the_ring_moves_by_the_second(open_page: Open, timeline: Timeline) -> None:
    page = open_page(reduced_motion="reduce")
    work = next(phase for phase in timeline.phases if phase.kind == "work")
    _seek(page, work.start_ms + 2300)
    shown = page.locator("#ring").evaluate("ring => 1 - Number(ring.style.strokeDashoffset)")
    assert shown == pytest.approx(4 / 6, abs=0.001)


def test_without_javascript_there_are_the_browsers_controls_and_the_transcript(
    open_page: Open,
) -> None:
    page = open_page(java_script_enabled=False)
    expect(page.locator("audio[controls]")).to_be_visible()
    expect(page.locator("#transcript button").first).to_be_visible()
    expect(page.locator("#controls")).to_be_hidden()


def test_a_hostile_title_is_shown_as_it_is_written(open_page: Open, directory: Path) -> None:
    quoted = HOSTILE_TITLE.replace("\u2028", "\\u2028").replace("\u202e", "\\u202e")
    _built(directory, "hostile", f'title: "{quoted}"\nworkout:\n  - Plank 3s\n')
    page = open_page("hostile")
    assert page.locator("h1").text_content() == clean(HOSTILE_TITLE)
    _play(page)
    assert page.evaluate("navigator.mediaSession.metadata.title") == clean(HOSTILE_TITLE)


def test_a_single_file_plays_without_its_sound_beside_it(open_page: Open, directory: Path) -> None:
    _built(directory, "single", "title: S\nworkout:\n  - Plank 3s\n", "single_file_page")
    (directory / "single.mp3").unlink()
    _play(open_page("single"))


def test_a_second_plays_from_its_beginning_to_its_end(open_page: Open, directory: Path) -> None:
    text = "title: S\nintro: off\noutro: off\ncues: off\nworkout: [{pause: 1s}]\n"
    assert _built(directory, "second", text).duration_ms == 1000
    page = open_page("second")
    page.get_by_role("button", name="Play").click()
    expect(page.locator("#title")).to_have_text("Done")


def test_a_page_that_has_lost_its_sound_says_which_file_it_misses_and_plays_it_once_it_is_there(
    chromium: Browser, directory: Path
) -> None:
    _built(directory, "lost", "title: L\nworkout:\n  - Plank 3s\n")
    sound = (directory / "lost.mp3").read_bytes()
    (directory / "lost.mp3").unlink()
    with closing(chromium.new_context()) as context:
        page = context.new_page()
        page.goto(f"{directory.as_uri()}/lost.html")
        expect(page.locator("#caption")).to_have_text(
            "lost.mp3 cannot be played. Keep it in the same folder as this page."
        )
        page.keyboard.press("n")
        assert _time_ms(page) == 0
        expect(page.locator("#time")).to_have_text("0:00")
        (directory / "lost.mp3").write_bytes(sound)
        page.get_by_role("button", name="Play").click()
        expect(page.locator("#caption")).not_to_contain_text("lost.mp3")
        expect(page.locator("#time")).not_to_have_text("0:00")

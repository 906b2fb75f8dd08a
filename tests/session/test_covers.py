"""A drawn cover is rendered again only if it is another one."""

from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from helpers.routines import routine_of, rule_of_thumb, with_workout
from voicecoach.files.store import Store
from voicecoach.outputs.cover import cover, rendered
from voicecoach.session import covers
from voicecoach.session.covers import chosen_cover
from voicecoach.timeline import plan


def test_only_another_cover_is_rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anew: list[str] = []

    def counted(svg: str) -> bytes:
        anew.append(svg)
        return rendered(svg)

    monkeypatch.setattr(covers, "rendered", counted)
    timeline = plan(routine_of(with_workout("- Plank 5s")), rule_of_thumb)
    # What is said is not in the picture.
    with closing(Store(tmp_path)) as store:
        for programme, count in (
            (timeline, 1),
            (timeline, 1),
            (replace(timeline, events=()), 1),
            (replace(timeline, title="Another"), 2),
            (timeline, 2),
        ):
            drawn = chosen_cover(None, programme, store)
            assert drawn is not None
            assert drawn.data == cover(programme)
            assert len(anew) == count


def test_a_cover_in_the_fonts_of_the_system_is_not_kept(tmp_path: Path) -> None:
    timeline = plan(routine_of(with_workout("- Plank 5s")), rule_of_thumb)
    with closing(Store(tmp_path)) as store:
        chosen_cover(None, replace(timeline, title="日本語"), store)
        assert list(store.files()) == []

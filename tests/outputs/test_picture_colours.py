"""The colours of a picture stand out, on a light page and on a dark one."""

import numpy as np
import pytest

from helpers.drawings import colour
from voicecoach.outputs.picture.colours import DARK, LIGHT, SHAPES, Palette
from voicecoach.outputs.picture.efforts import LEVELS


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, relative luminance)."""
    linear = (np.array([colour(one), colour(other)]) / 255) ** 2.2
    dark, light = sorted(linear @ [0.2126, 0.7152, 0.0722])
    return float((light + 0.05) / (dark + 0.05))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_stand_out(palette: Palette) -> None:
    for look in ("work", *LEVELS):
        assert _contrast(palette[f"on-{look}"], palette[look]) > 4.5
    assert _contrast(palette["easy"], palette["moderate"]) > 1.5
    assert _contrast(palette["moderate"], palette["hard"]) > 1.5
    for look in ("ink", "faint"):
        assert _contrast(palette[look], palette["page"]) > 4.5
    for look in (*SHAPES, "speech", "tone"):
        assert _contrast(palette[look], palette["page"]) > 3

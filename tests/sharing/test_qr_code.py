"""QR codes in half blocks, compared with the modules that they stand for."""

import pytest
import segno

from voicecoach.sharing.qr_code import qr_lines

# A token has 22 letters.
LONGEST = "http://192.168.178.100:54321/dMAEHpm1s6WcZy2_4FkGTg/"
# The upper and the lower module of a half block: whether they are light.
MODULES = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}


@pytest.mark.parametrize(
    "text", [LONGEST, "http://10.0.0.2:80/x/", "http://[2001:db8::5]:8000/dMAEHpm1s6WcZy2_4FkGTg/"]
)
def test_the_modules_are_those_of_the_code(text: str) -> None:
    lines = qr_lines(text)
    rows = [[MODULES[block][half] for block in line] for line in lines for half in (0, 1)]
    code = segno.make_qr(text, error="l")
    expected = [[not dark for dark in row] for row in code.matrix_iter(border=4)]
    assert rows[: len(expected)] == expected
    # The number of rows is odd: half a line is left, and belongs to the quiet zone.
    assert rows[len(expected) :] == [[True] * len(expected)]


def test_the_code_of_any_address_of_ipv4_fits_on_a_narrow_terminal() -> None:
    lines = qr_lines(LONGEST)
    assert {len(line) for line in lines} == {37}
    assert len(lines) == 19

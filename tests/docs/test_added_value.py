"""The kind of value that the page on adding one shows."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from helpers.pages import file_in
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.problems import Span
from voicecoach.text.document import Text


def test_it_is_read_refused_written_and_described(tmp_path: Path) -> None:
    file = tmp_path / "slope.py"
    file.write_text(file_in("docs/add-a-value.md", file.name), "utf-8")
    spec = spec_from_file_location("slope", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    slope = module.Slope()
    for written in ("6 %", "6%", " 6 "):
        text = Text(written, Span("", 1), inline=False)
        assert slope.read(text, lexicon("en")) == 6
        assert slope.write(text, lexicon("en")) == "6 %"
        assert re.search(slope.describe()["pattern"], text)
    with pytest.raises(RefusalError, match="`60 %` is no slope from 0 to 40 %"):
        slope.read("60 %", lexicon("en"))

"""CONTRIBUTING.md leads to pages, files and scripts that are there."""

import os
import re

from helpers.project_files import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_every_link_leads_to_a_file() -> None:
    targets = re.findall(r"\]\(([^)#]+)", PAGE)
    assert targets
    for target in targets:
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_every_script_and_test_that_it_names_is_there() -> None:
    named = set(re.findall(r"\b(?:scripts|tests|docs)/[\w./-]*\w", PAGE))
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert [
        path for path in named if "scripts/" in path and not os.access(ROOT / path, os.X_OK)
    ] == []


def test_every_page_on_adding_something_is_linked() -> None:
    for page in (ROOT / "docs").glob("add-a*.md"):
        assert f"](docs/{page.name})" in PAGE

"""The pages name no file of the program that is not there."""

import re

from helpers.cases import cases
from helpers.pages import ROOT, examples

PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))),
]
# Neither a part of an address nor of a path on somebody's computer; but what a link leads to.
PATH = re.compile(r"(?:(?<=\(\.\./)|(?<![\w./~\\-]))voicecoach/[\w./-]*\w")


@cases("page", {page: page for page in PAGES})
def test_a_path_in_the_program_is_there_or_is_a_file_that_the_page_adds(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    added = {example.mark.removeprefix("file: ") for example in examples(page)}
    assert [path for path in PATH.findall(text) if not _is_there(path, added)] == []


def _is_there(path: str, added: set[str]) -> bool:
    """Return whether a path is in the sources, what a file of the page becomes, or in a wheel alone."""
    wheel = re.findall(
        r'^\w+ = "(.*)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE
    )
    folder, _, name = path.rpartition("/")
    return (ROOT / path).exists() or path in wheel or (name in added and (ROOT / folder).is_dir())

"""Packages that bring an engine or an importer, as an installer leaves them."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest


def install(
    directory: Path,
    monkeypatch: pytest.MonkeyPatch,
    package: str,
    points: Mapping[str, str],
    modules: Mapping[str, str],
    group: str = "voicecoach.engines",
) -> None:
    """Install a package such as `voicecoach-beep 0.1.0` in a directory, for one test.

    `points` are its entry points of the `group`, `modules` the code of each of its modules.
    """
    name, version = package.split()
    info = directory / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    (info / "METADATA").write_text(metadata, "utf-8")
    lines = "".join(f"{name} = {module}\n" for name, module in points.items())
    (info / "entry_points.txt").write_text(f"[{group}]\n{lines}", "utf-8")
    for module, code in modules.items():
        (directory / f"{module}.py").write_text(code, "utf-8")
        # It is imported anew, and gone after the test.
        monkeypatch.setitem(sys.modules, module, sys)
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.syspath_prepend(str(directory))

"""`scripts/bench`: measures, and prints the tables of docs/performance.md."""

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.session import PARTS, Session
from benchmarks.tables import data, markdown

# Programmes of 3 minutes, 30 minutes and 5 hours.
_EXERCISES = (2, 20, 200)
_QUICK_EXERCISES = (1, 1, 2)
_START, _END = "<!-- bench -->\n", "<!-- end of bench -->\n"


def main() -> None:
    """Measure as the arguments say."""
    options = _parser().parse_args()
    if not set(options.parts) <= set(PARTS) or options.runs < 1:
        sys.exit("error: no such part, or no run; `scripts/bench --help` tells more")
    page: Path | None = options.into
    if page and (_START not in page.read_text("utf-8") or _END not in page.read_text("utf-8")):
        sys.exit(f"error: {page} has no lines {_START.strip()} and {_END.strip()}")
    with TemporaryDirectory(prefix="voicecoach-bench-") as directory:
        exercises = _QUICK_EXERCISES if options.quick else _EXERCISES
        session = Session(Path(directory), exercises, _tell)
        for number in range(options.runs):
            _tell(f"run {number + 1} of {options.runs}")
            session.measure(options.parts or PARTS)
    tables = markdown(session.results)
    print(tables, end="")
    if options.json:
        options.json.write_text(json.dumps(data(session.results), indent=1) + "\n", "utf-8")
    if page:
        before, rest = page.read_text("utf-8").split(_START)
        page.write_text(f"{before}{_START}\n{tables}\n{_END}{rest.split(_END)[1]}", "utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("scripts/bench", description=__doc__)
    parts = ", ".join(PARTS)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {parts} (all)")
    parser.add_argument("--runs", type=int, default=3, help="of which the median counts (3)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all that was measured")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="renew the tables in a page")
    parser.add_argument("--quick", action="store_true", help="short programmes, to try it out")
    return parser


def _tell(what: str) -> None:
    print(f"  {what}", file=sys.stderr)


if __name__ == "__main__":
    main()

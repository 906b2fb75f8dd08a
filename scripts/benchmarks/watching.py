"""Watching: `voicecoach watch` while its routine is changed again and again.

`python -m benchmarks.watching NUMBER` starts it in this directory, and ends it
after so many rebuilds, each after a change of one line.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

from benchmarks.programmes import routine

_VOICECOACH = str(Path(sys.executable).with_name("voicecoach"))
_COMMAND = [_VOICECOACH, "watch", "watched.yaml", "--voice", "pyttsx3"]


def main() -> None:
    """Watch. Raises `RuntimeError` if the program ends by itself."""
    file = Path("watched.yaml")
    file.write_text(routine(1), "utf-8")
    with subprocess.Popen(_COMMAND, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for number in range(int(sys.argv[1]) + 1):
            # `12:00:00  watched.mp3 …`; from the second time on, what has changed comes first.
            for line in process.stdout:
                if "watched.mp3" in line:
                    break
            else:
                raise RuntimeError("voicecoach watch has ended")
            changed = file.with_name("changed beside.yaml")
            changed.write_text(routine(1, changed=f"Now think of {number} things."), "utf-8")
            changed.replace(file)
        os.kill(process.pid, signal.SIGINT)


if __name__ == "__main__":
    main()

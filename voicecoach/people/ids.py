"""Ids: each names the file of a person, on every system that the file may be carried to.

What names may not be is in Microsoft's "Naming Files, Paths, and Namespaces"; other systems refuse
less.
"""

import re
import unicodedata

# With a suffix, and the name of a session of a programme in a folder below, all systems take it.
_LONGEST_BYTES = 120
_REFUSED = re.compile(r'[/\\:*?"<>|]')
_RESERVED = re.compile(
    r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])(\..*)?", re.IGNORECASE
)


def id_fault(text: str) -> str | None:
    """Return why a text can be no id, worded to be read behind its row; None where it can."""
    if not text:
        return "it has no id"
    refused = _REFUSED.search(text)
    if refused is not None:
        return f"its id has a `{refused[0]}`, which no file name may have"
    if any(unicodedata.category(each).startswith("C") for each in text):
        return "its id has a character that nobody sees"
    if len(text.encode()) > _LONGEST_BYTES:
        return f"its id is longer than the {_LONGEST_BYTES} bytes that a file name may have"
    if text.startswith(".") or text.endswith("."):
        return "its id begins or ends with a point, and such a file is hidden or refused"
    if _RESERVED.fullmatch(text):
        return f"its id is `{text}`, a name that Windows keeps for itself"
    return None


def compared(text: str) -> str:
    """Return an id in the form in which no two may be the same: many disks ignore case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())

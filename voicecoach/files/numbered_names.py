"""Names of files that sort, and that every file system takes, FAT32 and exFAT of a stick too.

What these refuse is in Microsoft's "Naming Files, Paths, and Namespaces". A name that begins with a
number is none of the reserved ones, such as `CON`.
"""

import unicodedata

# Of a name without its suffix, in UTF-8: most file systems take 255 bytes, FAT 255 UTF-16 units.
_LONGEST_BYTES = 120
_FEWEST_DIGITS = 2
_REFUSED = str.maketrans(
    {"/": "-", "\\": "-", "|": "-", ":": "-", '"': "'", "<": "", ">": "", "?": "", "*": ""}
)


def numbered_name(number: int, count: int, title: str) -> str:
    """Return the name of file `number` of `count`, without a suffix: `01 Warm-up`.

    It has at least two digits, as many for each of the files. A title that leaves nothing that can
    stand in a name leaves the number alone.
    """
    digits = max(_FEWEST_DIGITS, len(str(count)))
    return fit_for_a_name(f"{number:0{digits}} {title}")


def fit_for_a_name(text: str) -> str:
    """Return a text as the name of a file without its suffix; it begins with a number or a word."""
    kept = "".join(map(_kept, unicodedata.normalize("NFC", text))).translate(_REFUSED)
    name = " ".join(kept.split())
    return name.encode()[:_LONGEST_BYTES].decode(errors="ignore").rstrip(" .")


def _kept(character: str) -> str:
    """Return a character, a blank for a control character, nothing for what nobody sees."""
    category = unicodedata.category(character)
    if category == "Cc":
        return " "
    return "" if category.startswith("C") else character

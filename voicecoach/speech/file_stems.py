"""File stems: the name that the recording of a phrase has, without its suffix."""

import hashlib
import re
import unicodedata

# Short enough for every file system, with a suffix and in a folder of some depth.
_LONGEST_BYTES = 80
_DIGEST_DIGITS = 8
# Of Unicode's categories: letters, digits, and marks that combine with the character before.
_KEPT = ("L", "N", "Mn", "Mc")
# They choose how a pictograph looks, and are marks by their category alone.
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def file_stem(text: str) -> str:
    """Return the stem of the file that a phrase is recorded in: `plank-30-seconds`.

    It is in NFC and in lower case. Letters, digits and combining marks of all scripts stay; all
    else between them is one hyphen. So phrases that differ in case or punctuation alone have the
    same stem, and the stem of a stem is itself. One of more than 80 bytes in UTF-8 is cut, and ends
    in a digest of the whole. A phrase without a letter or digit has none: `""`.
    """
    folded = unicodedata.normalize("NFD", text).casefold()
    composed = unicodedata.normalize("NFC", folded)
    words = re.sub(r"\s+", "-", "".join(map(_kept, composed)).strip())
    if not any(map(str.isalnum, words)):
        return ""
    encoded = words.encode()
    if len(encoded) <= _LONGEST_BYTES:
        return words
    digest = hashlib.sha256(encoded).hexdigest()[:_DIGEST_DIGITS]
    start = encoded[: _LONGEST_BYTES - _DIGEST_DIGITS - 1].decode(errors="ignore")
    return f"{start.rstrip('-')}-{digest}"


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    # Invisible characters, such as a soft hyphen, do not part a word.
    if category == "Cf" or ord(character) in _VARIATION_SELECTORS:
        return ""
    return character if category.startswith(_KEPT) else " "

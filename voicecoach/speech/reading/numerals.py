"""Numerals in a case of their language, for voices that know the nominative alone."""

from collections.abc import Mapping, Sequence


def numerals(
    to_twenty: Sequence[str], tens: Sequence[str], hundred: str, above: Mapping[int, str]
) -> Mapping[int, str]:
    """Return the numerals from 1 to 199, and those `above`, by their numbers.

    `to_twenty` has those from 1 to 19, `tens` those of 20, 30 … 90.
    """
    below_100 = dict(enumerate(to_twenty, 1))
    for ten, word in enumerate(tens, 2):
        below_100[10 * ten] = word
        below_100.update({10 * ten + one: f"{word} {to_twenty[one - 1]}" for one in range(1, 10)})
    with_hundred = {100 + number: f"{hundred} {word}" for number, word in below_100.items()}
    return {**below_100, 100: hundred, **with_hundred, **above}

"""What own phrases may be: those of English by their names, with the same values in braces.

A phrase file may come from a stranger. So a phrase is no longer than somebody says at once, and
makes of its values no more than twice what they are.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from voicecoach.language.reader import Reader
from voicecoach.language.values.choice import spoken_list
from voicecoach.phrases import english
from voicecoach.phrases.filling import PLACEHOLDER
from voicecoach.problems import nearest_hint
from voicecoach.text.document import DataPath, Document, Text

LONGEST_PHRASE = 1000
MOST_WORDS = 500
_CASES = "time_cases"
_MOST_CASES = 20
_MOST_OF_ONE_VALUE = 2
_UNITS = ("hour", "minute", "second")
_REST_COMES = ("written", "rest_comes")


def is_plural(phrase: Any) -> bool:
    """Return whether a phrase is a mapping of the plural forms of its language."""
    return isinstance(phrase, Mapping) and "other" in phrase


class PhraseChecks(Struct, frozen=True):
    """Checks a document of phrases; what is wrong in it is noted.

    `forms` are the plural forms of its language, `cases` the cases that it has of times.
    """

    reader: Reader
    document: Document
    forms: frozenset[str]
    cases: frozenset[str]

    def check(self) -> None:
        """Check all phrases."""
        own: Any = self.document.data
        if not isinstance(own, dict):
            hint = 'write names of phrases, each with its text: `rest: "Take a break."`'
            self._fail((), "this file takes the names of phrases", hint)
            return
        self._table({key: own[key] for key in own if key != _CASES}, english().texts, ())
        if _CASES in own:
            self._times(own[_CASES], (_CASES,))

    def _table(self, own: Any, known: Mapping[str, Any], path: DataPath) -> None:
        """Check a mapping, for each of whose keys there is something in English."""
        if not isinstance(own, dict):
            self._fail(path, f"`{path[-1]}` takes names and texts")
            return
        for key, value in own.items():
            here = (*path, key)
            if key not in known:
                name = ".".join(map(str, here))
                self._fail_key(here, f"there is no phrase `{name}`", nearest_hint(key, known))
            elif here == _REST_COMES:
                if value not in ("first", "last"):
                    self._fail(here, "`rest_comes` takes `first` or `last`")
            elif isinstance(known[key], list):
                self._words(value, here)
            elif isinstance(known[key], Mapping) and not is_plural(known[key]):
                self._table(value, known[key], here)
            else:
                self._phrase(value, _values_in(known[key]), here)

    def _words(self, own: Any, path: DataPath) -> None:
        """Check a list of words or lines."""
        if not isinstance(own, list):
            hint = f"write `[{own}]`" if isinstance(own, Text) else None
            self._fail(path, f"`{path[-1]}` takes a list of texts", hint)
        elif len(own) > MOST_WORDS:
            self._fail(path, f"`{path[-1]}` has more than {MOST_WORDS} texts")
        else:
            for number, word in enumerate(own):
                self._is_text(word, (*path, number))

    def _phrase(self, own: Any, values: frozenset[str], path: DataPath) -> None:
        """Check a phrase in one text, or in plural forms, with `values` in braces."""
        if not isinstance(own, dict):
            self._text(own, values, path)
            return
        if not is_plural(own):
            hint = "it serves for fractions, and where there is no other form"
            self._fail(path, f"`{path[-1]}` has no form `other`", hint)
        self._plural_forms(own, values, path)

    def _plural_forms(self, own: Any, values: frozenset[str], path: DataPath) -> None:
        """Check plural forms."""
        if not isinstance(own, dict):
            self._fail(path, f"`{path[-1]}` takes plural forms")
            return
        for form, text in own.items():
            here = (*path, form)
            if form in self.forms:
                self._text(text, values, here)
            else:
                hint = f"choose {spoken_list(tuple(sorted(self.forms)))}"
                self._fail_key(here, f"the language has no plural form `{form}`", hint)

    def _times(self, own: Any, path: DataPath) -> None:
        """Check the forms of times, by case and unit."""
        if not isinstance(own, dict) or not all(isinstance(each, dict) for each in own.values()):
            self._fail(path, f"`{_CASES}` takes cases, each with its units")
            return
        if len(own) > _MOST_CASES:
            self._fail(path, f"there are more than {_MOST_CASES} cases of times")
        for case, units in own.items():
            for unit, forms in units.items():
                here = (*path, case, unit)
                if unit in _UNITS:
                    self._plural_forms(forms, frozenset("n"), here)
                else:
                    self._fail_key(
                        here, f"no time is told in `{unit}`", f"choose {spoken_list(_UNITS)}"
                    )

    def _text(self, own: Any, values: frozenset[str], path: DataPath) -> None:
        """Check a text with `values` in braces."""
        if not self._is_text(own, path):
            return
        found = list(PLACEHOLDER.finditer(own))
        for each in found:
            span = own.part(each.start(), each.end()).span
            if each["name"] not in values:
                braced = tuple(sorted(f"{{{value}}}" for value in values))
                hint = f"choose {spoken_list(braced)}" if braced else "write it without braces"
                self.reader.fail(span, f"`{each[0]}` is no value of this phrase", hint)
            elif each["case"] is not None and each["case"] not in self.cases:
                hint = f"write its forms under `{_CASES}`"
                self.reader.fail(span, f"there is no case `{each['case']}` of times", hint)
        for name, count in Counter(each["name"] for each in found).items():
            if count > _MOST_OF_ONE_VALUE:
                self.reader.fail(own.span, f"`{{{name}}}` stands in a phrase more than twice")
        if set("{}") & set(PLACEHOLDER.sub("", own)):
            hint = "braces stand around the name of a value, and nowhere else"
            self.reader.fail(own.span, "a brace here belongs to no value", hint)

    def _is_text(self, own: Any, path: DataPath) -> bool:
        """Return whether something is a text that says something, and not too much."""
        if not isinstance(own, Text):
            self._fail_key(path, "a text is missing here", "write one, or delete the line")
        elif len(own) > LONGEST_PHRASE:
            self.reader.fail(own.span, f"this text has more than {LONGEST_PHRASE} characters")
        elif not own.strip("-").strip():
            self.reader.fail(own.span, "this text is empty", "write one, or delete the line")
        else:
            return True
        return False

    def _fail(self, path: DataPath, message: str, hint: str | None = None) -> None:
        self.reader.fail(self.document.locate(path), message, hint)

    def _fail_key(self, path: DataPath, message: str, hint: str | None = None) -> None:
        self.reader.fail(self.document.locate_key(path), message, hint)


def _values_in(phrase: Any) -> frozenset[str]:
    """Return the names in braces of a phrase, of all its plural forms together."""
    forms = phrase.values() if isinstance(phrase, Mapping) else (phrase,)
    return frozenset(found["name"] for form in forms for found in PLACEHOLDER.finditer(form))

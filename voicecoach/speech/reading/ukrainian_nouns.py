"""Ukrainian nouns of workouts in the forms that stand beside numbers: `1 хвилина`, `5 хвилин`.

What gender a noun has, and how it is declined, only a list can tell.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Gender = Literal["feminine", "masculine", "neuter"]


class Noun(Struct, frozen=True):
    """The forms beside 1, 2, 5 and 1.5; `accusative` and `locative` stand beside 1.

    Forms that are like another one are left out.
    """

    gender: Gender
    one: str
    few: str
    many: str
    accusative: str = ""
    locative: str = ""
    fraction: str = ""


_NOUNS = (
    Noun("feminine", "секунда", "секунди", "секунд", "секунду", "секунді"),
    Noun("feminine", "хвилина", "хвилини", "хвилин", "хвилину", "хвилині"),
    Noun("feminine", "година", "години", "годин", "годину", "годині"),
    Noun("feminine", "вправа", "вправи", "вправ", "вправу", "вправі"),
    Noun("feminine", "серія", "серії", "серій", "серію", "серії"),
    Noun("feminine", "сторона", "сторони", "сторін", "сторону", "стороні"),
    Noun("feminine", "нога", "ноги", "ніг", "ногу", "нозі"),
    Noun("feminine", "рука", "руки", "рук", "руку", "руці"),
    Noun("feminine", "частина", "частини", "частин", "частину", "частині"),
    Noun("feminine", "миля", "милі", "миль", "милю", "милі"),
    Noun("feminine", "калорія", "калорії", "калорій", "калорію"),
    Noun("feminine", "кілокалорія", "кілокалорії", "кілокалорій", "кілокалорію"),
    Noun("neuter", "повторення", "повторення", "повторень", locative="повторенню"),
    Noun("neuter", "присідання", "присідання", "присідань"),
    Noun("neuter", "віджимання", "віджимання", "віджимань"),
    Noun("neuter", "підтягування", "підтягування", "підтягувань"),
    Noun("neuter", "скручування", "скручування", "скручувань"),
    Noun("neuter", "коло", "кола", "кіл", locative="колу"),
    Noun("masculine", "підхід", "підходи", "підходів", fraction="підходу"),
    Noun("masculine", "раунд", "раунди", "раундів", fraction="раунду"),
    Noun("masculine", "сет", "сети", "сетів", fraction="сету"),
    Noun("masculine", "раз", "рази", "разів", fraction="разу"),
    Noun("masculine", "подих", "подихи", "подихів", fraction="подиху"),
    Noun("masculine", "вдих", "вдихи", "вдихів", fraction="вдиху"),
    Noun("masculine", "крок", "кроки", "кроків", fraction="кроку"),
    Noun("masculine", "випад", "випади", "випадів", fraction="випаду"),
    Noun("masculine", "стрибок", "стрибки", "стрибків", fraction="стрибка"),
    Noun("masculine", "тиждень", "тижні", "тижнів", fraction="тижня"),
    Noun("masculine", "день", "дні", "днів", fraction="дня"),
    Noun("masculine", "басейн", "басейни", "басейнів", fraction="басейну"),
    Noun("masculine", "метр", "метри", "метрів", fraction="метра"),
    Noun("masculine", "сантиметр", "сантиметри", "сантиметрів", fraction="сантиметра"),
    Noun("masculine", "міліметр", "міліметри", "міліметрів", fraction="міліметра"),
    Noun("masculine", "кілометр", "кілометри", "кілометрів", fraction="кілометра"),
    Noun("masculine", "кілограм", "кілограми", "кілограмів", fraction="кілограма"),
    Noun("masculine", "грам", "грами", "грамів", fraction="грама"),
    Noun("masculine", "літр", "літри", "літрів", fraction="літра"),
    Noun("masculine", "мілілітр", "мілілітри", "мілілітрів", fraction="мілілітра"),
    Noun("masculine", "градус", "градуси", "градусів", fraction="градуса"),
    Noun("masculine", "відсоток", "відсотки", "відсотків", fraction="відсотка"),
    Noun("masculine", "фунт", "фунти", "фунтів", fraction="фунта"),
    Noun("masculine", "дюйм", "дюйми", "дюймів", fraction="дюйма"),
)

# The forms of all nouns; where two are alike, as in `повторення`, the first noun has it.
BY_FORM: Mapping[str, Noun] = {
    form: noun
    for noun in reversed(_NOUNS)
    for form in (noun.one, noun.few, noun.many, noun.accusative, noun.locative, noun.fraction)
    if form
}
# The expression of any of them, the longest first.
FORM = "|".join(sorted(BY_FORM, key=len, reverse=True))

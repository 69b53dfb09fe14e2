"""Numbers as Word's automatic lists spell them."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def hanzi(number: int, digits: str = "零一二三四五六七八九", units: str = "十百千") -> str:
    """A number below 10,000 in Chinese numerals.

    >>> hanzi(12), hanzi(20), hanzi(105), hanzi(3)
    ('十二', '二十', '一百零五', '三')
    """
    if number < 10:
        return digits[number]
    figures = str(number)
    spoken = ""
    for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if figure != "0":
            spoken += digits[int(figure)] + (units[place - 1] if place else "")
        elif spoken and not spoken.endswith(digits[0]):
            spoken += digits[0]
    spoken = spoken.rstrip(digits[0])
    one_ten = digits[1] + units[0]
    return spoken[1:] if spoken.startswith(one_ten) and number < 20 else spoken


def _legal(number: int) -> str:
    return hanzi(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(figure)] for figure in str(number))


def _roman(number: int) -> str:
    spelt = ""
    for value, sign in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        spelt += sign * (number // value)
        number %= value
    return spelt


def _letter(number: int) -> str:
    return chr(64 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1) if number < 260 else str(number)


def _circled(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord(figure) + 0xFEE0) for figure in str(number))


SPELLING: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": hanzi,
    "chineseCountingThousand": hanzi,
    "japaneseCounting": hanzi,
    "taiwaneseCountingThousand": hanzi,
    "taiwaneseCounting": hanzi,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalZero": lambda number: f"{number:02d}",
}

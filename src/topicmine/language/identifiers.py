"""Numbers that name a person or an office: citizen IDs, mobile numbers, bank cards, hotlines, lines, credit codes.

Citizen IDs: GB 11643 (mod 11-2 checksum); bank cards: ISO/IEC 7812 (Luhn); credit codes: GB 32100 (mod 31).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# the lengths are bounded, so that a line of 100,000 digits costs one step a digit
_RUN = re.compile(r"(?<![0-9A-Za-z０-９])[0-9０-９](?:[ \-－—·]?[0-9０-９]){6,24}[ \-]?[XxＸｘ]?(?![0-9A-Za-z０-９])")
_PLAIN = re.compile(r"(?<![0-9A-Za-z])[0-9]{11,19}[Xx]?(?![0-9A-Za-z])")
_HOTLINE = re.compile(r"(?<![0-9])(?:1[12][0-9]|12[0-9]{3}|9[5-6][0-9]{3,4}|[48]00[- ]?[0-9]{3}[- ]?[0-9]{4})(?![0-9])")
_LINE = re.compile(r"(?<![0-9])[(（]?0[0-9]{2,3}[)）]?[- —－]?[0-9]{7,8}(?![0-9])")
_CREDIT = re.compile(r"(?<![0-9A-Za-z])[159Y][1239][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])")
_DOCUMENT = re.compile(r"[一-鿿]{2,10}[〔\[（(【](?:19|20)[0-9]{2}[〕\]）)】]第?[0-9]{1,5}号")
_NOT_PERSONAL = re.compile(
    r"(?:批号|批次|编号|单号|订单|条码|运单|许可证|证书|案号|文号|流水|备案|注册号"
    r"|代码|型号|设备|受理号|登记号|统一社会信用)[^。，；\n]{0,8}$"
)
_CARD_WORDS = re.compile(r"(?:银行卡|卡号|账号|账户|帐号|帐户|汇入|转入|打入|尾号|开户)[^。；\n]{0,16}$")
_ID_WORDS = re.compile(r"(?:身份证|证件|公民身份)[^。；\n]{0,10}$")
_NAME_BEFORE = re.compile(
    r"(?:^|[^一-鿿号码单])[一-鿿]{2,4}(?:[，,：:、（(\s]|[，,][男女][，,]?)$|(?:[他她]|本人|老人|村民|居民|业主|户主)[^。；，\n]{0,6}[：:，,（(\s]?$"
)
_PHONE_WORDS = re.compile(r"(?:手机|电话|联系|拨打|号码|微信)[^。；\n]{0,8}$")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘx", "0123456789XXX")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that identifies: citizen_id, mobile, bank_card, hotline, office_line, credit_code or document."""

    start: int
    end: int
    text: str
    kind: str

    @property
    def personal(self) -> bool:
        """True for the kinds that must not leave the office."""
        return self.kind in {"citizen_id", "mobile", "bank_card"}


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """The identifying numbers of `text` in order.

    A citizen ID counts when its checksum is right, when the text calls it one, or when a name stands before a number
    with a possible birth date in it: a slip of the pen leaves it a person's number. A bank card counts
    when Luhn holds or the text calls it one. Order, batch and licence numbers are nobody's.

    >>> [(i.kind, i.text) for i in find_identifiers("电话13900001111，热线12345")]
    [('mobile', '13900001111'), ('hotline', '12345')]
    """
    found = [Identifier(m.start(), m.end(), m.group(), "credit_code") for m in _CREDIT.finditer(text)]
    found += [Identifier(m.start(), m.end(), m.group(), "document") for m in _DOCUMENT.finditer(text)]
    found += [Identifier(m.start(), m.end(), m.group(), "office_line") for m in _LINE.finditer(text)]
    # written in one piece first: in a list parted by blanks the spaced reading would run two numbers together
    for match in (*_PLAIN.finditer(text), *_RUN.finditer(text)):
        kind = _kind(text, match)
        if kind:
            found.append(Identifier(match.start(), match.end(), match.group(), kind))
    found += [Identifier(m.start(), m.end(), m.group(), "hotline") for m in _HOTLINE.finditer(text)]
    return _without_overlaps(found, len(text))


def is_citizen_id(digits: str) -> bool:
    """True when 18 characters are a citizen ID: a possible birth date and the right check character.

    >>> is_citizen_id("99999919560812002" + "9"), is_citizen_id("999999195608120020")
    (True, False)
    """
    if not re.fullmatch(r"[0-9]{17}[0-9X]", digits) or not _is_birthday(digits[6:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return "10X98765432"[total % 11] == digits[17]


def passes_luhn(digits: str) -> bool:
    """True when the last digit is the Luhn check digit of the others.

    >>> passes_luhn("79927398713"), passes_luhn("79927398710")
    (True, False)
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_credit_code(code: str) -> bool:
    """True when 18 characters are a unified social credit code with the right check character."""
    if not re.fullmatch(f"[{_CREDIT_LETTERS}]{{18}}", code):
        return False
    total = sum(_CREDIT_LETTERS.index(c) * pow(3, place, 31) for place, c in enumerate(code[:17]))
    return _CREDIT_LETTERS[(31 - total % 31) % 31] == code[17]


def _kind(text: str, match: re.Match[str]) -> str:
    digits = re.sub(r"[ \-－—·]", "", match.group()).translate(_FULL_WIDTH)
    before = text[max(0, match.start() - 24) : match.start()]
    if len(digits) == 18 and (is_citizen_id(digits) or _ID_WORDS.search(before)):
        return "" if is_credit_code(digits) and not _ID_WORDS.search(before) else "citizen_id"
    if _looks_like_id(digits) and _NAME_BEFORE.search(before) and not _NOT_PERSONAL.search(before):
        return "citizen_id"
    if len(digits) == 15 and _ID_WORDS.search(before) and _is_birthday("19" + digits[6:12]):
        return "citizen_id"
    if not digits.isdigit() or _NOT_PERSONAL.search(before):
        return ""
    if re.fullmatch(r"(?:86)?1[3-9][0-9]{9}", digits) and (len(digits) == 11 or _PHONE_WORDS.search(before)):
        return "mobile"
    if 15 <= len(digits) <= 19 and _CARD_WORDS.search(before):
        return "bank_card"
    if 16 <= len(digits) <= 19 and digits[0] in "3456" and passes_luhn(digits):
        return "bank_card"
    return ""


def _looks_like_id(digits: str) -> bool:
    """True for 18 characters with the birth date of somebody who may be alive where a citizen ID has it."""
    return len(digits) == 18 and digits[6:8] in {"19", "20"} and _is_birthday(digits[6:14])


def _is_birthday(digits: str) -> bool:
    try:
        return 1880 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= 2100
    except ValueError:
        return False


def _without_overlaps(found: list[Identifier], length: int) -> tuple[Identifier, ...]:
    """Of numbers that overlap, the citizen ID stays, else the kind that was looked for first."""
    taken = bytearray(length)
    kept: list[Identifier] = []
    for item in sorted(found, key=lambda i: i.kind != "citizen_id"):
        if not any(taken[item.start : item.end]):
            taken[item.start : item.end] = b"x" * (item.end - item.start)
            kept.append(item)
    return tuple(sorted(kept, key=lambda i: i.start))

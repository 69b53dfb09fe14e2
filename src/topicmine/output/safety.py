"""Text from documents made harmless before a person's program shows it."""

from __future__ import annotations

import re

# C0/C1 controls except tab and newline, bidirectional overrides, lone surrogates and what XML cannot hold:
# they move the cursor, reverse the reading order or break the file
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def clean(text: str) -> str:
    """`text` without characters that no screen should receive; each becomes a visible replacement mark.

    >>> clean("查处\\x1b[31m7件\\ud800")
    '查处�[31m7件�'
    """
    return _UNSHOWABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` cleaned, with every run of white space as one blank.

    >>> one_line("第一行\\n\\t第二行 ")
    '第一行 第二行'
    """
    return " ".join(clean(text).split())


def cell(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: an apostrophe in front where it could be one.

    Rule: OWASP, CSV Injection.

    >>> cell("=1+1"), cell("查处7件")
    ("'=1+1", '查处7件')
    """
    text = clean(text)
    return f"'{text}" if text.lstrip(" \u3000").startswith(_FORMULA_STARTS) else text

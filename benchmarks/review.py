"""Speed of the review: hostile lines, a thousand drafts, and one rule at a time; limits are those of the issue."""

from __future__ import annotations

import time
from itertools import cycle, islice

from topicmine.model import Draft
from topicmine.reviewing.engine import review
from topicmine.reviewing.rule import find_hits
from topicmine.reviewing.rules import all_rules
from topicmine.reviewing.view import View

HOSTILE = {
    "100,000 dots": "." * 100_000,
    "100,000 full stops": "。" * 100_000,
    "100,000 brackets": "（" * 100_000,
    "100,000 book-title marks": "《" * 100_000,
    "100,000 digits": "1" * 100_000,
    "one line of 200,000": "检查食品经营户并要求限期整改到位" * 12_500,
    "100,000 line ends": "\n" * 100_000,
    "50,000 list labels": "一是" * 50_000,
    "25,000 headings": "一、查\n" * 25_000,
    "8,000 mobile numbers": "13900001111 " * 8_000,
    "30,000 quotations": "“一”、" * 30_000,
}
_SENTENCES = (
    "3月6日，云溪镇白石村查酒坊14家，下架散装酒86桶。",
    "古大爷家的渠道修好了，浇地860亩。",
    "一是建台账，二是贴标签，",
)


def main() -> None:
    """Prints seconds for each hostile text (limit 2) and for 1,000 drafts of 500 characters (limit 10)."""
    review([Draft("暖机", "查酒坊", "3月查酒坊14家。")])
    for name, text in HOSTILE.items():
        print(f"{name:26} {_seconds(text):6.2f} s  slowest rule {_slowest(text)}")
    drafts = [Draft(str(n), f"第{n}篇查酒坊", _body(n)) for n in range(1000)]
    started = time.perf_counter()
    review(drafts)
    print(f"{'1,000 drafts':26} {time.perf_counter() - started:6.2f} s")


def _body(number: int) -> str:
    text = "".join(islice(cycle(_SENTENCES), number % 3, number % 3 + 24))
    return text.replace("14", str(number))[:500]


def _seconds(text: str) -> float:
    started = time.perf_counter()
    review([Draft("稿", "标题", text)])
    return time.perf_counter() - started


def _slowest(text: str) -> str:
    view, took = View(Draft("稿", "标题", text)), {}
    for rule in all_rules():
        started = time.perf_counter()
        for _ in find_hits(rule, view):
            pass
        took[rule.id] = time.perf_counter() - started
    worst = max(took, key=lambda code: took[code])
    return f"{worst} {took[worst]:.2f} s"


if __name__ == "__main__":
    main()

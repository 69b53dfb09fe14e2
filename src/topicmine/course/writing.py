"""Judges what a learner wrote: is it an answer at all, what does it say, what would the review stop at."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache

from topicmine.course.graded import Graded, Mark, Note
from topicmine.course.items import Item, Passage
from topicmine.course.nature import why_no_answer
from topicmine.language.figures import find_figures
from topicmine.model import Draft, Finding

_SLOT_NAMES = {
    "actor": "谁做的",
    "measure": "怎么做的",
    "result": "有什么结果",
    "reader": "给谁看",
    "decision": "要读的人定什么",
    "fact": "凭什么事实",
    "angle": "换什么角度",
    "window": "什么时候报",
    "problem": "问题是什么",
    "suggestion": "建议怎么办",
}
# in a passage of two sentences nobody expects cases, dates and headings: only what its own words show
_PASSAGE_FAULTS = {
    "typo", "grammar", "punctuation", "number-style", "long-sentence", "hollow", "privacy", "sensitive-case",
}  # fmt: skip
_TITLE_FAULTS = _PASSAGE_FAULTS | {"title-too-broad", "title-mismatch", "title-unfocused", "activity-only"}
# a day by which, or within which: 8月10日前, 月底, 三天内, 周五
_UNTIL = re.compile(
    "(?:月|日|号|节|学|灌|周[一二三四五六日]|星期[一二三四五六日])(?:以前|之前|前|底|初|上旬|中旬|下旬|内)|"
    "(?:今|明|后|当)天|马上|立即|立刻|抓紧|年前|这两天|[一二两三四五六七八九十\\d]天(?:之|以)?内|周[一二三四五六日]"
)
_HAN = re.compile("[一-鿿]+")
_SUBJECT = 3
_COST = {"error": 0.5, "warning": 0.9}


def grade_writing(item: Item, answer: object) -> Graded:
    """A free answer: share of the things it had to say, less for what a review stops at."""
    text = answer if isinstance(answer, str) else ""
    slots = fill_slots(item, text)
    refused = why_no_answer(item, text, sum(mark is not None for mark in slots.values()))
    if refused:
        return Graded(0.0, "", refused)
    findings = _review(item, text)
    told = {name: mark for name, mark in slots.items() if mark}
    missing = [name for name, mark in slots.items() if not mark]
    share = len(told) / len(slots)
    marks = tuple(Mark(*mark, "good", slot_name(name)) for name, mark in told.items())
    marks += tuple(Mark(f.start, f.end, "fault", f.message) for f in findings)
    return Graded(
        score=round(share * _spoilt(findings) * (0.7 if _too_long(item, text) else 1.0), 4),
        good=_praise(text, told),
        fault=_decisive(item, text, missing, findings),
        notes=_reasons(missing, findings),
        marks=marks,
    )


def grade_edit(item: Item, answer: object) -> Graded:
    """An edited text: everything that had to go is gone, and what had to stay is still there."""
    text = answer if isinstance(answer, str) else ""
    if not text.strip():
        return Graded(0.0, "", "文字全删掉了，读的人什么也看不到；请只改该改的地方。")
    if _bare(text) == _bare(item.stimulus):
        return Graded(0.0, "", "文字还没有改，请直接在框里修改。")
    left = [passage for passage in item.must_remove if _bare(passage.text) in _bare(text)]
    lost = [passage for passage in item.must_keep if _bare(passage.text) not in _bare(text)]
    findings = [finding for finding in _review(item, text) if finding.severity == "error"]
    gone = 1 - len(left) / len(item.must_remove)
    kept = 1 - len(lost) / len(item.must_keep) if item.must_keep else 1.0
    score = (1.0 if not left else 0.5 * gone) * kept * _spoilt(findings) * (0.7 if _too_long(item, text) else 1.0)
    marks = tuple(Mark(at, at + len(p.text), "fault", p.reason) for p in left if (at := text.find(p.text)) >= 0)
    marks += tuple(Mark(f.start, f.end, "fault", f.message) for f in findings)
    notes = tuple(Note(p.text, p.reason, "wrong", True) for p in left)
    notes += tuple(Note(p.text, f"这句不该删：{p.reason}", "wrong", True) for p in lost)
    notes += tuple(Note(f.text, f"{f.message}{f.repair}", "wrong", True) for f in findings)
    done = len(item.must_remove) - len(left)
    good = f"该去掉的{len(item.must_remove)}处，你去掉了{done}处。" if done else ""
    return Graded(round(score, 4), good, _blame_edit(item, text, left, lost, findings), notes, marks)


def fill_slots(item: Item, text: str) -> dict[str, tuple[int, int] | None]:
    """Where `text` says each thing that the item asks for; None where it does not.

    A figure is told whatever way it is written: 17家, １７家 or 十七家; a word also by what means the same.
    """
    found: dict[str, tuple[int, int] | None] = {}
    for name, words in item.slots.items():
        spans = [span for word in words for span in _find_all_ways(word, text)]
        found[name] = min(spans, key=lambda span: (span[0], -span[1]), default=None)
    if "window" in found and not found["window"]:
        found["window"] = _span(_UNTIL.search(text))
    measure = found.get("measure")
    if item.form == "title" and measure and "actor" in found and not found["actor"]:
        found["actor"] = _find_subject(item, text, measure)
    return found


def _find_all_ways(word: str, text: str) -> list[tuple[int, int]]:
    ways = (word, *_synonyms().get(word, ()))
    spans = [_span(re.search(_whole_number(way), text)) for way in ways] + [_find_figure(word, text)]
    return [span for span in spans if span]


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match and match.group() else None


def _whole_number(word: str) -> str:
    """A pattern that begins or ends with digits does not match inside a longer number: 3家 is not told by 23家."""
    before = r"(?<![\d.])" if word[0].isdigit() else ""
    after = r"(?![\d.]*\d)" if word[-1].isdigit() else ""
    return f"{before}(?:{word}){after}"


def _find_figure(word: str, text: str) -> tuple[int, int] | None:
    """Where `text` has a figure that `word`, a pattern of digits and unit, describes."""
    if not word[0].isdigit():
        return None
    told = ((figure, f"{figure.value:g}{figure.unit}") for figure in find_figures(text))
    return next(((f.start, f.end) for f, way in told if re.match(_whole_number(word), way)), None)


def _find_subject(item: Item, text: str, measure: tuple[int, int]) -> tuple[int, int] | None:
    """Who does it, when a title puts before the measure those whom the material names, as 十七家早餐店."""
    head, known = text[: measure[0]], f"{item.stem}{item.stimulus}"
    runs = ((at, at + _SUBJECT) for at in range(len(head) - _SUBJECT + 1))
    return next(
        ((start, end) for start, end in runs if _HAN.fullmatch(head[start:end]) and head[start:end] in known), None
    )


@cache
def _synonyms() -> dict[str, list[str]]:
    from importlib.resources import files

    return tomllib.loads((files("topicmine.course") / "synonyms.toml").read_text("utf-8"))


def slot_name(name: str) -> str:
    """The Chinese name of a slot; one that is Chinese already stays."""
    return _SLOT_NAMES.get(name, name)


def _review(item: Item, text: str) -> list[Finding]:
    """What the review finds in the learner's own words, gravest first."""
    from topicmine.reviewing.engine import review

    title = item.form == "title" and item.response == "write"
    draft = Draft("答", text.strip(), item.stimulus) if title else Draft("答", item.stimulus_title, text)
    faults, field = (_TITLE_FAULTS, "title") if title else (_PASSAGE_FAULTS, "body")
    shift = len(text) - len(text.lstrip()) if title else 0
    found = [f for f in review([draft]).findings if f.field == field and f.fault in faults and f.severity in _COST]
    found.sort(key=lambda f: (f.severity != "error", f.start, f.rule))
    return [_moved(finding, shift) for finding in found] if shift else found


def _moved(finding: Finding, shift: int) -> Finding:
    from dataclasses import replace

    return replace(finding, start=finding.start + shift, end=finding.end + shift)


def _spoilt(findings: Sequence[Finding]) -> float:
    errors = any(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    return (_COST["error"] if errors else 1.0) * _COST["warning"] ** min(warnings, 2)


def _too_long(item: Item, text: str) -> bool:
    return bool(item.limit) and len(re.sub(r"\s", "", text)) > item.limit


def _praise(text: str, told: dict[str, tuple[int, int]]) -> str:
    if not told:
        return "你动笔了，这是最难的一步。"
    said = "、".join(f"{slot_name(name)}（“{text[start:end]}”）" for name, (start, end) in told.items())
    return f"你说清了{said}。"


def _decisive(item: Item, text: str, missing: Sequence[str], findings: Sequence[Finding]) -> str:
    """The one thing to mend first: an unsafe or wrong word, then what is not said, then length, then style."""
    grave = [finding for finding in findings if finding.severity == "error"]
    unsafe = [finding for finding in grave if finding.fault in {"privacy", "sensitive-case"}]
    if unsafe:
        return _blame(unsafe[0])
    if missing:
        return f"最要紧的是还没有说{slot_name(missing[0])}。"
    if grave:
        return _blame(grave[0])
    if _too_long(item, text):
        return f"写了{len(re.sub(chr(92) + 's', '', text))}个字，超过{item.limit}个字，请删去读的人不需要的话。"
    return _blame(findings[0]) if findings else ""


def _blame(finding: Finding) -> str:
    words = finding.text if len(finding.text) <= 20 else f"{finding.text[:19]}…"
    return f"“{words}”：{finding.message}{finding.repair}"


def _blame_edit(
    item: Item, text: str, left: Sequence[Passage], lost: Sequence[Passage], findings: Sequence[Finding]
) -> str:
    if left:
        return f"“{left[0].text}”还在：{left[0].reason}"
    if findings:
        return _blame(findings[0])
    if lost:
        return f"“{lost[0].text}”不该删：{lost[0].reason}"
    return f"改完后超过了{item.limit}个字，请再压一压。" if _too_long(item, text) else ""


def _reasons(missing: Sequence[str], findings: Sequence[Finding]) -> tuple[Note, ...]:
    notes = tuple(Note(slot_name(name), "还没有说到，补上一句。", "wrong", True) for name in missing)
    return notes + tuple(Note(f.text, f"{f.message}{f.repair}", "wrong", True) for f in findings)


def _bare(text: str) -> str:
    """`text` without white space and with full-width letters and digits as narrow ones: a disguise is no removal."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))

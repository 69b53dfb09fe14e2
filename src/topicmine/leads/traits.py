"""Traits of a document by which its source is recognised: the cues of the ten sources, its shape and its words."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache

from topicmine.analysis.grams import spell
from topicmine.departments.profile import Profile
from topicmine.language.parsed import Parsed
from topicmine.language.words import cut
from topicmine.sources import load_sources

# Material that looks like an office's but carries no topic: each reason with its expression.
_CHAFF = (
    ("有待填写的空格", r"_{3,}|…{4,}|□|＿{2,}|\(签[字章]\)"),
    (
        "是操作说明",
        r"点击|输入|密码|登录|按钮|界面|浏览器|安装|插入|按住|开机|关机|重启|驱动|硒鼓|卡纸|打印机|账号|鼠标|菜单",
    ),
    ("是菜谱食单", r"红烧|清炒|炒肉|米饭|炖|凉拌|豆浆|油条|馒头|周[一二三四五]\s*[:：]|早餐|午餐|晚餐|勺|盐少许|切块"),
    (
        "是后勤通知",
        r"停车|班车|发放[^。]{0,6}(?:福利|劳保|工作服)|停水|停电|空调|宿舍|体检(?:时间|安排)|运动会|拔河|报名|球赛|食堂|值日|值班表|座位|领取|快递|钥匙|工会|考场|准考证",
    ),
    (
        "是广告",
        r"优惠|抢购|仅需|限时|包邮|热销|加盟|招商热线|欢迎(?:光临|选购|咨询)|扫码(?:下单|购买)|原价|现价|名额有限",
    ),
    ("是规则条文", r"第[一二三四五六七八九十]+条|本(?:办法|规定|制度|规则|守则)|甲方|乙方|违约"),
    ("是代码", r"(?:def|class|import|return|SELECT|function)\s|[{}<>;=]{2,}|</"),
    ("是闲聊", r"哈哈|呵呵|[😀-🙏]|收到[!！。]?\n|\+1|@所有人|群公告|\[[一-鿿]{1,3}\]"),
    ("是抒情文字", r"春风|明月|落花|斜阳|炊烟|梦里|故乡|少年|星光|晚霞|细雨|诗|小说|她轻轻|他望着|喃喃"),
    ("是旅游、健身等生活文字", r"景点|攻略|门票|瑜伽|养生|食材|做法[:：]|用料|健身|穿搭|星座"),
)

_GRAMS, _OPENING = 3.0, 80  # how much all grams of the title, and of the opening (characters), amount to
_PAPER = re.compile(r"《([^《》]{1,14}(?:报|刊|新闻|通讯|杂志|观察|研究|论坛|周刊|导刊|民生|生活|参考))》")


def describe(parsed: Parsed, profile: Profile) -> dict[str, float]:
    """Named features of one document.

    `cue:` and `chaff:` hits, `own:` words of the profile, `shape:` of the text, `w:` content words, `t:` words of the
    title, `h:` words of the opening, `f:` single-character words, `u:` words of the unit where the input names one,
    `~t:` and `~h:` grams of characters of the title and the opening.
    """
    title, text = parsed.document.title, parsed.document.text
    parts = {"title": title, "head": f"{title}\n{text[:200]}", "text": f"{title}\n{text}", "tail": text[-120:]}
    features = _cue_hits(parts)
    features.update(_own_words(parts["text"], profile))
    features.update(_shape(text))
    features.update(_masthead(parts["head"], profile))
    features.update(_words(parsed))
    features.update(_small_words(title, text))
    features.update(_signed(parsed.document.unit))
    features.update(spell(title, "~t:", _GRAMS))
    features.update(spell(text[:_OPENING], "~h:", _GRAMS))
    return features


def say_feature(name: str, profile: Profile) -> str:
    """The Chinese reason behind a feature name, empty for those that explain nothing to a person."""
    kind, _, rest = name.partition(":")
    if kind in {"cue", "chaff", "shape"}:
        return rest.partition("/")[2] or rest
    if kind == "own":
        return f"有{profile.display_source(rest)}的常用词"
    said = {"w": "用词", "t": "题目里有", "h": "开头有", "u": "单位里有"}.get(kind)
    return f"{said}“{rest}”" if said else ""


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str], int], ...]:
    rows = [
        (f"cue:{source.code}/{cue.says}", cue.where, re.compile(cue.pattern), cue.at_least)
        for source in load_sources().values()
        for cue in source.cues
    ]
    rows += [(f"chaff:{says}", "text", re.compile(pattern), 2) for says, pattern in _CHAFF]
    return tuple(rows)


def _cue_hits(parts: dict[str, str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, where, pattern, at_least in _patterns():
        if at_least == 1:
            hit = pattern.search(parts[where]) is not None
        else:
            hit = sum(1 for _ in pattern.finditer(parts[where])) >= at_least
        if hit:
            found[name] = 1.0
    return found


def _own_words(text: str, profile: Profile) -> dict[str, float]:
    found = {}
    for code, table in profile.sources.items():
        hits = sum(word in text for word in table.get("cues", ()))
        if hits:
            found[f"own:{code}"] = min(hits, 4) / 2
    return found


def _shape(text: str) -> dict[str, float]:
    size = max(len(text), 1)
    lines = [line for line in text.split("\n") if line.strip()]
    short = sum(len(line) < 16 for line in lines) / max(len(lines), 1)
    chinese = sum("一" <= c <= "鿿" for c in text) / size
    return {
        "shape:中文字占比": chinese,
        "shape:短行占比": short if len(lines) > 5 else 0.0,
        "shape:数字密度": min(1.0, 12 * sum(c.isdigit() for c in text) / size),
        "shape:篇幅": min(1.0, math.log10(size) / 4),
        "shape:引号密度": min(1.0, 60 * text.count("“") / size),
        "shape:问句": min(1.0, 100 * (text.count("？") + text.count("?")) / size),
        "shape:第一人称": min(1.0, 50 * text.count("我") / size),
    }


def _masthead(head: str, profile: Profile) -> dict[str, float]:
    """Whether a paper is named in the head, and whether it is one of the department's own trade."""
    names = _PAPER.findall(head)
    if not names:
        return {}
    own = profile.sources.get("trade_press", {}).get("mastheads", ())
    if any(word in name for word in own for name in names):
        return {"cue:trade_press/报头是本行业的报刊": 1.5}
    return {"cue:news/报头是综合媒体": 1.5}


def _signed(unit: str) -> dict[str, float]:
    """Who wrote it, as the input says: the words of the unit, what it ends in, and whether it is a paper."""
    found = {f"u:{word}": 0.8 for word in cut(unit) if len(word) > 1}
    if unit:
        found[f"u:{unit[-1]}"] = 0.8
    return found


def _small_words(title: str, text: str) -> dict[str, float]:
    """Words of the title, words that open the text, and its single-character words: the voice rather than the topic."""
    found = {f"t:{word}": 0.7 for word in cut(title) if len(word) > 1}
    found.update({f"h:{word}": 0.5 for word in cut(text[:60]) if len(word) > 1})
    single = Counter(word for word in cut(text) if len(word) == 1 and "一" <= word <= "鿿")
    total = sum(single.values()) or 1
    found.update({f"f:{word}": min(1.0, 8 * count / total) for word, count in single.items()})
    return found


def _words(parsed: Parsed) -> dict[str, float]:
    counts = Counter(parsed.terms)
    if not counts:
        return {}
    raw = {word: 1 + math.log(n) for word, n in counts.items()}
    norm = math.sqrt(sum(v * v for v in raw.values()))
    return {f"w:{word}": 2 * value / norm for word, value in raw.items()}

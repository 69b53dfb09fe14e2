"""The marks by which offices head and sign their papers: units, document numbers, dated lines, page furniture.

Patterns follow GB/T 9704 (red head, 发文字号, 成文日期) and the habits of web pages and newspapers; all are linear.
"""

from __future__ import annotations

import re

from topicmine.reading.days import DATE, narrow

Line = tuple[int, int, str]

UNIT_END = (
    "局|所|股|科|处|室|委|办|部|厅|院|会|中心|大队|支队|总队|站|政府|公司|社|学校|集团|银行|报|网|台|党组|领导小组|专班"
)
UNIT = re.compile(rf"[\u3400-\u9fff“”·\s]{{1,40}}(?:{UNIT_END})(?:（盖?章）|\(盖?章\)|办公室)?$")
UNIT_LABEL = re.compile(
    r"(?:发文单位|发文机关|发布机构|发布单位|报送单位|来文单位|来电单位|填报单位|编报单位|供稿单位|主办单位|信息来源|稿件来源"
    r"|文章来源|来源|(?<![\u4e00-\u9fff])(?:单位|部门))\s?[：:]\s{0,4}([^\s：:|】\]]{2,30})"
)
RED_HEAD = re.compile(rf"([\u4e00-\u9fff]{{2,40}}(?:{UNIT_END}))\s{{0,4}}文\s{{0,4}}件$")
NUMBER = re.compile(
    r"([\u4e00-\u9fff]{1,14})\s?[〔\[［【（(]\s?((?:19|20)[0-9]{2})\s?[〕\]］】）)]\s?(?:第\s?)?([0-9]{1,5})\s?号"
)
LABELLED_DATE = re.compile(
    r"(发布时间|发布日期|成文日期|发文日期|生成日期|公开日期|刊发时间|刊发日期|发表时间|报送时间|报送日期|签发日期|填报日期"
    r"|网络首发|见报日期|来电时间|记录时间|记录日期|日期|时间|更新时间|印发日期)\s?[：:]\s{0,4}"
)
BYLINE = re.compile(r"报|讯|网|刊|第.{1,5}[期版]|[版A-Z][0-9一二三四五六七八九十]|电视台|来源|发布|记者")
ISSUE = re.compile(
    r"[（(]?\s?(?:(?:19|20)[0-9]{2}\s?年?\s?)?(?:总?第|增刊)[\s0-9一二三四五六七八九十百〇]{0,8}[期号]?.{0,24}$"
)
_BUTTONS = (
    "下载|打印|全屏|收藏|分享|关闭|复制|加大|还原|减小|特大|大|中|小|默认|返回|上一篇|下一篇|字号|字体|打印本页|打印此页"
    "|关闭窗口|分享到|微信|微博|QQ空间|扫一扫|朗读|无障碍|浏览次数|视力保护色"
)
_FURNITURE = frozenset(_BUTTONS.split("|"))
_SEPARATORS = re.compile(r"[\s|：:>【】\[\]（）()]+")
_TRAIL = re.compile(
    r"(?:您?(?:现在|当前)?(?:的)?位置|当前位置|您的位置)\s?[：:].{0,80}$|(?:首页|网站首页)\s?[>＞»].{0,80}$"
)


def split_lines(text: str, offset: int) -> list[Line]:
    """Start, end and stripped text of each line that is not blank; `offset` is where `text` begins in the whole."""
    found, start = [], offset
    for raw in text.split("\n"):
        line = narrow(raw.strip())
        if line:
            found.append((start, start + len(raw), line))
        start += len(raw) + 1
    return found


def is_furniture(line: str) -> bool:
    """Whether a line is a button bar or a navigation trail copied along with a page; a dated or sourced one is not."""
    if len(line) > 100 or LABELLED_DATE.search(line) or UNIT_LABEL.search(line):
        return False
    words = [word for word in _SEPARATORS.split(line) if word]
    return all(word in _FURNITURE for word in words) or bool(_TRAIL.match(line))


def is_date_line(line: str) -> bool:
    """Whether a line begins with a date and tells little else, as under titles and signatures."""
    match = DATE.search(line)
    return match is not None and "。" not in line and len(line) <= 60 and not line[: match.start()].strip("（(—-–【[ ")


def bare(text: str) -> str:
    """`text` without any white space."""
    return "".join(text.split())

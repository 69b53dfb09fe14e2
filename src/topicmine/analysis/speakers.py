"""Who speaks in a record of a leader's activity: names that stand beside an office somewhere, then who leads a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from topicmine.analysis.material import Material
from topicmine.language.parsed import Parsed

_OFFICE = "局长|书记|县长|市长|区长|省长|镇长|乡长|主任|校长|厅长|部长|组长|秘书长|处长|科长|所长|主席|会长|院长|队长"
_SURNAME = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常"
    "乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡"
    "凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲封储靳松井段富巫焦巴弓牧谷车侯全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束"
    "龙叶幸司韶黎薄印宿白怀蒲从鄂索赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳姬申扶堵冉宰雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈"
    "廖终居衡步都耿满弘匡国文寇广禄阙东欧利蔚越隆师巩聂晁勾敖融冷辛阚那简饶空曾沙佟邝"
)
_DOUBLE = "欧阳|司马|上官|诸葛|东方|赫连|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|呼延"
_NAME = rf"(?:(?:{_DOUBLE})[一-鿿]{{1,2}}|[{_SURNAME}][一-鿿]{{1,2}})"
_AFTER_OFFICE = re.compile(rf"(?:{_OFFICE})[\s　:：]*(?P<name>{_NAME})")
_BEFORE_OFFICE = re.compile(
    rf"(?:(?<![一-鿿])|(?<=[由对和与请向问让跟、的]))(?P<name>{_NAME}?)(?:同志|副?(?:{_OFFICE}))"
)
_SIGNED = re.compile(rf"(?:主持|接待人|接访人|讲话人|[0-9]日)[:：\s　]+(?P<name>{_NAME})(?![一-鿿])")
_OPENS = re.compile(
    rf"(?:^|(?<=[。！？\n”]))[\s　]*(?P<name>{_NAME}?)(?=(?:又|便|还|先|当场|[在到][^，。]{{2,14}})?"
    r"(?:说|指出|强调|表示|讲|开口|念|问|要求|提出|来到|走进))"
)
_HEADED = re.compile(rf"(?:^|(?<=[和与陪随、]))(?P<who>[{_SURNAME}])[一-鿿]{{0,2}}副?(?:{_OFFICE})(?!会|办)")
_TAIL = "在到说讲强指要调听看带率出一和对把就去提又也还同与代给做谈走主会有从的一于向问先今当同及局"
_NO_NAME = re.compile("[局委府会办县镇乡省级全党常副工作管理市场]")
_CALLED = ("局", "副局", "书记", "副书记", "县长", "副县长", "市长", "副市长", "镇长", "副镇长")
_COMMON = 2


def people_in(materials: Sequence[Material]) -> tuple[str, ...]:
    """Full names of leaders, most often named first: beside an office, or opening a sentence as its speaker."""
    text = "\n".join(f"{m.parsed.document.title}\n{m.parsed.document.text}" for m in materials)
    raw = {m["name"] for pattern in (_AFTER_OFFICE, _BEFORE_OFFICE, _SIGNED, _OPENS) for m in pattern.finditer(text)}
    names: set[str] = set()
    for name in raw:
        trimmed = name[:-1] if len(name) > 2 and name[-1] in _TAIL else name
        if len(trimmed) == 3 and text.count(trimmed) < _COMMON <= text.count(trimmed[:2]):
            trimmed = trimmed[:2]
        if len(trimmed) > 1 and not _NO_NAME.search(trimmed):
            names.add(trimmed)
    counts = {name: text.count(name) for name in names}
    kept = [n for n in names if not any(n != o and o.startswith(n) and counts[o] == counts[n] for o in names)]
    return tuple(sorted(kept, key=lambda name: (-counts[name], name)))


def speaker_of(parsed: Parsed, people: Sequence[str]) -> str:
    """The leader whose doings a record tells: named in the title, else first and most in the text; or nobody."""
    title, text = parsed.document.title, parsed.document.text
    short = {f"{name[0]}{office}": name for name in reversed(people) for office in _CALLED}
    best, score = "", 0
    headed = {match["who"] for match in _HEADED.finditer(title)}
    for name in people:
        if headed and name[0] not in headed:
            continue
        nicknames = [nick for nick, full in short.items() if full == name]
        said = 20 * (name in title) + 8 * (name in text[:120]) + text.count(name)
        said += sum(12 * (nick in title) + text.count(nick) for nick in nicknames)
        if said > score:
            best, score = name, said
    return best


def by_speaker(materials: Sequence[Material]) -> dict[str, list[Material]]:
    """Records of leaders' activities by speaker, each list oldest first; undated ones are left out."""
    records = [m for m in materials if m.source == "leader_activity" and m.parsed.document.date]
    people = people_in(records)
    found: dict[str, list[Material]] = defaultdict(list)
    for record in records:
        who = speaker_of(record.parsed, people)
        if who:
            found[who].append(record)
    for kept in found.values():
        kept.sort(key=lambda m: (str(m.parsed.document.date), m.parsed.document.id))
    return dict(sorted(found.items()))

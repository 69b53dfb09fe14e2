"""Several names of one thing: who says that they are one, which code they share, and where each of them turns up."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from topicmine.analysis.gist import weight
from topicmine.analysis.listings import complained_of, counted_in_turn, counted_together, odd_names
from topicmine.analysis.material import Material
from topicmine.analysis.quoting import quote_sentence
from topicmine.language.sentences import Sentence
from topicmine.model import Quote

_ONE = re.compile(
    "同一(?:种|类|款|样|回事)|一回事|一码事|实为|实际是|其实(?:都|就)?是|(?:都|就|说的)是(?:同|一[种类款样])|"
    "换(?:了|个|上)?(?:一?个|新)?(?:名|壳|牌|叫法|说法|包装|皮|招牌|马甲)|改了?个?(?:名|叫)|又叫|也叫|又名|别名|俗称|又称|也称|"
    "叫法|名称(?:不同|不一|各异|五花)|名字(?:不同|不一样|各异)|(?:不同|多个|[两三四五六七八几])个?(?:名字|名称|叫法|名目|名头|词条)|"
    "合并(?:起来)?(?:统计|登记|计算|看|算)|几[样个种]名字|先叫[^，。；]{1,14}[，,、]?[后又再改现]|统一(?:登记|归|按|记)|(?:归|并)(?:为|到|成|作|在)(?:一起|一类|一项|一个名)|"
    "一样的(?:东西|货|机器|产品)|里子(?:都|是)?一样|同款|只是名"
)
_SAME_MAKER = re.compile("同一(?:个|家|块|套|批|拨|条|支|厂|件|串|组|台|户)")
_NOT_ONE = re.compile(
    "(?:不是|并非|并不是|不属于?)(?:同一|一回事|一码事|一种|一类)|两码事|无关|不能混|不要混|区别开|另一回事|不可混"
)
_QUOTED = re.compile("[“《]([^”》“《]{2,14})[”》]")
_LISTED = re.compile("[一-鿿A-Za-z]{2,12}(?:、[一-鿿A-Za-z]{2,12})+")
_NAMED_IN_TURN = re.compile("(?:先|后|又|再|改|还|现在?|如今)叫(?:做|成)?“?([一-鿿]{2,8})")
_LIST_TAIL = re.compile("(?:说的是|都是|就是|实为|其实|实际|是|等|和|及|这|几|三|四|五|的)[一-鿿]*$")
_CODE = re.compile("(?<![A-Za-z0-9])[A-Z]{2,4}[-—][0-9]{2,6}(?![0-9A-Za-z])")
_AFTER_NAME = re.compile(
    "[”」）)]?[^0-9。；;，,、]{0,14}?(?P<number>[0-9]{1,4})(?=[件起例宗户单张条批次位名人台通笔个]|[，、；。）)]|$)"
)
_BEFORE_NAME = re.compile("(?P<number>[0-9]{1,4})[件起例宗户单张条批位名人][^0-9。；;，,]{0,10}")
_ALL_ARE = re.compile("(?:都|均|全|皆)(?:是|为|属)")
_NO_NAME = re.compile(
    "[的是不有了我他她你们和说问会要没可跟与把被让就也都很哪谁什么怎]|一[粒个样块起]|颜色|大小|价格|愿意|平台|时候|地方|群众|老人|公司$|部门|单位|"
    "名称|分类|纠纷|登记|统计|系统|代办|农村|许可|执照"
)
_REACH = 1
_RARE = 0.8
_SHORT, _RARE_PAIR = 2, 3.0
_MANY = 3
_MOSTLY = 0.55
_COMMON = 40
_COMMON_SHARE = 0.06


@dataclass(frozen=True)
class Mention:
    """Where one of the names stands; `count` is how many cases are told there at `count_at` (None: no figure)."""

    material: Material
    name: str
    quote: Quote
    count: int | None
    count_at: int = -1

    @property
    def day(self) -> date:
        """The date of the document, the earliest possible where it has none."""
        return self.material.parsed.document.date or date.min


@dataclass(frozen=True)
class Alias:
    """Names of one thing, the words that say so, and the documents that use them (oldest first).

    It is `said` by someone, or only likely, since papers count the names side by side or in turn.
    """

    names: tuple[str, ...]
    statements: tuple[Quote, ...]
    mentions: tuple[Mention, ...]
    said: bool = True


def find_aliases(materials: Sequence[Material], own: Sequence[str]) -> tuple[Alias, ...]:
    """Things that go under two names or more and turn up in two documents or more, one of them of an `own` source.

    A statement (说的是同一种机器) or a shared code of the maker ties the names together, or, less surely, that an
    own paper counts them side by side in quotation marks. Names that half of all documents use are no names of one
    thing.
    """
    told = [m for m in materials if m.source and not m.parsed.document.table]
    told.sort(key=lambda m: (str(m.parsed.document.date), m.parsed.document.id))
    heads = "\n".join(m.parsed.document.text for m in told if m.source in own)
    found = []
    said = [*_stated(told), *_coded(told)]
    certain = {quote for _, quote in said}
    likely = [
        *counted_together([m for m in told if m.source == own[0]]),
        *odd_names([m for m in told if m.source in own]),
        *counted_in_turn([m for m in told if m.source == own[0]]),
    ]
    told_of = sorted({name for name, _ in complained_of([m for m in told if m.source == own[0]]) if _is_name(name)})
    for names, statements in _joined([*said, *likely]):
        if any(quote in certain for quote in statements):
            fresh = [name for name in told_of if not any(one in name for one in names)]
            names |= {name for name in fresh if any(_rarely_alike(name, one) for one in names)}
        if not any(form in heads for name in names for form in _forms(name)):
            continue
        alias = _alias(told, names, statements, {q.document for q in statements if q in certain})
        documents = {mention.quote.document for mention in alias.mentions} - {q.document for q in statements[:1]}
        used = {mention.name for mention in alias.mentions}
        spoken = {name for name in alias.names if any(name in quote.text for quote in statements)}
        if documents and len(used | spoken) > 1 and any(m.material.source in own for m in alias.mentions):
            found.append(replace(alias, said=any(quote in certain for quote in statements)))
    return tuple(found)


def _alias(
    told: Sequence[Material], names: frozenset[str], statements: Sequence[Quote], tellers: Collection[str]
) -> Alias:
    """The names that are used in documents besides those that only tell that they are one, but not everywhere."""
    limit = max(_COMMON, _COMMON_SHARE * len(told))
    kept = []
    for name in sorted(names):
        users = [m for m in told if any(form in m.parsed.document.text for form in _forms(name))]
        if len(users) <= limit and any(m.parsed.document.id not in tellers for m in users):
            kept.append(name)
    kept = [name for name in kept if not any(name in other and name != other for other in kept)]
    head, uses = Counter(name[-1] for name in kept).most_common(1)[0] if kept else ("", 0)
    if uses >= max(3, _MOSTLY * len(kept)):  # most end alike (…垫): what does not is a bystander
        kept = [name for name in kept if name[-1] == head]
    ordered = sorted(statements, key=lambda q: (not _CODE.search(q.text), -sum(name in q.text for name in kept), q))
    return Alias(tuple(kept), tuple(ordered), tuple(_mentions(told, kept)) if kept else ())


def _forms(name: str) -> tuple[str, ...]:
    """A name and, when it is long, the name without its first character (刷骑行助手: 骑行助手)."""
    return (name, name[1:]) if len(name) > 4 and not name[0].isascii() else (name,)


def _stated(materials: Sequence[Material]) -> Iterator[tuple[frozenset[str], Quote]]:
    for material in materials:
        text = material.parsed.document.text
        if not (_ONE.search(text) or _SAME_MAKER.search(text) or _ALL_ARE.search(text)):
            continue
        sentences = material.parsed.sentences
        for place, sentence in enumerate(sentences):
            plainly = bool(_ONE.search(sentence.text))
            said = plainly or bool(_SAME_MAKER.search(sentence.text))
            if _NOT_ONE.search(sentence.text) or not (said or _ALL_ARE.search(sentence.text)):
                continue
            names = names_in(sentence.text) | (_short_names(sentence.text) if plainly else frozenset())
            before = sentences[place - 1] if place else sentence
            if plainly and len(names) < 2 and before.paragraph == sentence.paragraph:
                names |= names_in(before.text)
            if len(names) >= (2 if said else _MANY) and (said or not _listed_apart(materials, material, names)):
                yield names, quote_sentence(material.parsed, sentence)


def _listed_apart(materials: Sequence[Material], teller: Material, names: frozenset[str]) -> bool:
    """True when another document lists several of the names side by side: then they are kinds, not other names."""
    return any(
        sum(name in other.parsed.document.text for name in names) > 1 for other in materials if other is not teller
    )


def names_in(text: str) -> frozenset[str]:
    """What may be names of things in a sentence: quoted words, else the items of a list with 、."""
    quoted = frozenset(match[1] for match in _QUOTED.finditer(text) if _is_name(match[1]))
    if len(quoted) > 1:
        return quoted
    listed = set(quoted)
    for match in _LISTED.finditer(text):
        items = match.group().split("、")
        listed.update(item for item in [*items[:-1], _LIST_TAIL.sub("", items[-1])] if _is_name(item))
    return frozenset(listed)


def _short_names(text: str) -> frozenset[str]:
    """Names of two characters, which only a plain word of oneness turns into names: listed, or called so in turn."""
    listed = {item for match in _LISTED.finditer(text) for item in match.group().split("、") if len(item) == _SHORT}
    rare = {item for item in listed if not _NO_NAME.search(item) and weight(item) >= _RARE_PAIR}
    return frozenset(rare | set(_NAMED_IN_TURN.findall(text)))


def _is_name(text: str) -> bool:
    return 3 <= len(text) <= 10 and not _NO_NAME.search(text) and not re.search("[，。；：、！？0-9]", text)


def _coded(materials: Sequence[Material]) -> Iterator[tuple[frozenset[str], Quote]]:
    """Names told in the same sentence as a maker's code, or just before it."""
    names: dict[str, set[str]] = defaultdict(set)
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for material in materials:
        if not _CODE.search(material.parsed.document.text):
            continue
        sentences = material.parsed.sentences
        for place, sentence in enumerate(sentences):
            for code in sorted(set(_CODE.findall(sentence.text))):
                near = sentences[max(0, place - _REACH) : place + 1]
                names[code].update(name for s in near for name in names_in(s.text))
                quotes[code].append(quote_sentence(material.parsed, sentence))
    for code in sorted(names):
        if len({quote.document for quote in quotes[code]}) > 1 and len(names[code]) > 1:
            for quote in quotes[code]:
                yield frozenset(names[code] | {code}), quote


def _joined(pairs: Sequence[tuple[frozenset[str], Quote]]) -> list[tuple[frozenset[str], list[Quote]]]:
    """Groups that share a name, or of which one name contains another or is much like it, become one."""
    groups: list[tuple[set[str], list[Quote]]] = []
    for names, quote in pairs:
        touching = [group for group in groups if any(_alike(a, b) for a in group[0] for b in names)]
        merged: tuple[set[str], list[Quote]] = (set(names), [])
        for group in touching:
            merged[0].update(group[0])
            merged[1].extend(group[1])
            groups.remove(group)
        merged[1].append(quote)
        groups.append(merged)
    return [(frozenset(names), list(dict.fromkeys(quotes))) for names, quotes in groups]


def _alike(one: str, other: str) -> bool:
    """True when a name contains the other, or both end alike and share a rare character (氢水杯, 富氢杯)."""
    if one in other or other in one:
        return True
    return one[-1] == other[-1] and any(weight(c) >= _RARE for c in set(one[:-1]) & set(other[:-1]))


def _rarely_alike(one: str, other: str) -> bool:
    """True when two names share one of the rarest characters (静读舱, 学习舱)."""
    return any(weight(character) >= _RARE for character in set(one) & set(other))


def name_pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Finds any form of the names, the longest first."""
    forms = sorted({form for name in names for form in _forms(name)}, key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, forms)))


def _mentions(materials: Sequence[Material], names: Sequence[str]) -> Iterator[Mention]:
    """For each document and name the best sentence that uses it: one with a figure before one without."""
    forms = {form: name for name in names for form in _forms(name)}
    pattern, heads = name_pattern(names), _head_pattern(names)
    for material in materials:
        text = material.parsed.document.text
        best: dict[str, Mention] = {}
        for sentence in material.parsed.sentences:
            for match in pattern.finditer(sentence.text):
                count, at = _count(sentence, match)
                name = forms[match.group()]
                if name not in best or (count is not None and best[name].count is None):
                    best[name] = Mention(material, name, quote_sentence(material.parsed, sentence), count, at)
        if heads and heads.search(text) and all(mention.count is None for mention in best.values()):
            best[""] = _by_head(material, names[0], heads)
        yield from (mention for _, mention in sorted(best.items()))


def _head_pattern(names: Sequence[str]) -> re.Pattern[str] | None:
    """Counts of the common kind (床垫类7件), when the names share their last character."""
    heads = sorted({name[-2:] for name in names if not name[-1].isascii()})
    if len(names) < 2 or len({head[-1] for head in heads}) > 1:
        return None
    return re.compile(f"(?:{'|'.join(map(re.escape, heads))})类?(?:共)?(?P<number>[0-9]{{1,4}})件")


def _by_head(material: Material, name: str, heads: re.Pattern[str]) -> Mention:
    for sentence in material.parsed.sentences:
        match = heads.search(sentence.text)
        if match:
            at = sentence.start + match.start("number")
            return Mention(material, name, quote_sentence(material.parsed, sentence), int(match["number"]), at)
    first = material.parsed.sentences[0]
    return Mention(material, name, quote_sentence(material.parsed, first), None)


def _count(sentence: Sentence, match: re.Match[str]) -> tuple[int | None, int]:
    """The number of cases told with the name, and where: the figure just after it, else one just before it."""
    after = _AFTER_NAME.match(sentence.text, match.end())
    if after:
        return int(after["number"]), sentence.start + after.start("number")
    for before in reversed(list(_BEFORE_NAME.finditer(sentence.text, max(0, match.start() - 24), match.start()))):
        return int(before["number"]), sentence.start + before.start("number")
    return None, -1

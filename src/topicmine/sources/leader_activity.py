"""Visits, speeches and receptions of leaders: what was looked at, what was asked, what is new (seed source 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from topicmine.analysis.gist import gist, shared
from topicmine.analysis.material import Cue, Material, Pattern, Setting, Source
from topicmine.analysis.novelty import (
    Fresh,
    Run,
    find_run,
    is_new_emphasis,
    said_before,
    theme_around,
)
from topicmine.analysis.passages import Passages
from topicmine.analysis.quoting import quote_sentence
from topicmine.analysis.records import OWN, facts_in, matter_of
from topicmine.analysis.speakers import by_speaker
from topicmine.language.parsed import Parsed
from topicmine.model import Candidate, Quote

_EARLIER = 2
_MOST_ECHOES = 2
_IN_PASSING, _TOLD_OF, _SAID_OF, _GOES_ON = 1.4, 0.04, 0.02, 3
_RECENT = timedelta(days=75)

_LEADER = (
    r"(?:总书记|总理|委员长|书记|县长|市长|省长|区长|镇长|乡长|局长|厅长|主任|校长|部长|组长|领导|常委|主席|秘书长)"
)


def find_new_emphasis(materials: Sequence[Material], setting: Setting) -> Iterator[Candidate]:
    """What a leader asks for of late and in none of two or more earlier speeches, with own records on it."""
    known = None
    for who, records in by_speaker(materials).items():
        heard = [m for m in records if m.parsed.document.date and m.parsed.document.date <= setting.today]
        if len(heard) <= _EARLIER or not _recent(heard[-1], setting):
            continue
        run = find_run([m.parsed for m in heard], _EARLIER)
        if not run.found:
            continue
        known = known or Passages([m for m in materials if m.source in OWN], setting.profile)
        if not (run.echoes or is_new_emphasis(run.found)):
            run = replace(run, found=_backed(heard[-1].parsed, run.found, known, setting))
        if run.found:
            yield _emphasis(who, heard, run, known, setting)


def _backed(last: Parsed, found: Sequence[Fresh], known: Passages, setting: Setting) -> tuple[Fresh, ...]:
    """The demands with one that own records tell of in front: said in passing, but the matter is there; else none."""
    for one in found:
        place = last.sentences.index(one.sentence)
        said = "".join(sentence.text for sentence in last.sentences[max(0, place - 1) : place + _GOES_ON])
        if one.strength >= _IN_PASSING and known.near(gist(said, setting.profile), _TOLD_OF):
            return (one, *(other for other in found if other is not one))
    return ()


def _recent(record: Material, setting: Setting) -> bool:
    day = record.parsed.document.date
    return bool(day and setting.today - day <= _RECENT)


def _emphasis(who: str, heard: Sequence[Material], run: Run, known: Passages, setting: Setting) -> Candidate:
    last = heard[-1].parsed
    fresh = tuple(quote_sentence(last, sentence) for sentence in theme_around(last, run.found))
    echoes = tuple(quote_sentence(text, sentence) for text, sentence in run.echoes[-_MOST_ECHOES:])
    before = _before(heard[: run.before], fresh)
    facts = _facts(heard[-1], fresh, known, setting)
    term = _term(run, fresh, echoes)
    return Candidate(
        source="leader_activity",
        pattern="leader-new-emphasis",
        type="problem_suggestion" if facts else "dynamic",
        focus=fresh + echoes + before,
        facts=facts,
        subject=f"新提{who}{term}",
        reason=f"{who}的{len(heard)}份讲话和活动里，{_since(run, last, term)}，前{run.before}次都没有提过。",
        title=f"{who}新提“{term}”，本单位可跟进"[:36],
        angle="把新提法和以前的说法并排放，再写本单位已经做了什么、还差什么。",
        window="problem_suggestion",
        event=last.document.date,
        strength=0.85,
        missing=("本单位同类情况的数字", "打算怎么跟进"),
    )


def _term(run: Run, fresh: Sequence[Quote], echoes: Sequence[Quote]) -> str:
    """The name of the new matter: coined, else the word that the records of the run share, else the demand."""
    best = run.found[0]
    common = shared("".join(q.text for q in fresh), "".join(q.text for q in echoes)) if echoes else []
    return best.term if not common or f"“{best.term}”" in best.sentence.text else common[0]


def _since(run: Run, last: Parsed, term: str) -> str:
    if not run.echoes:
        return f"“{term}”只在{last.document.date}出现"
    return f"从{run.echoes[0][0].document.date}起{len(run.echoes) + 1}次说到同一件事（最近是“{term}”）"


def _before(earlier: Sequence[Material], fresh: Sequence[Quote]) -> tuple[Quote, ...]:
    """What the earlier records said: of the same matter where they touch it, else what they always stress."""
    said = said_before([m.parsed for m in earlier], "\n".join(quote.text for quote in fresh))
    return tuple(quote_sentence(parsed, sentence) for parsed, sentence in said)


def _facts(last: Material, fresh: Sequence[Quote], known: Passages, setting: Setting) -> tuple[Quote, ...]:
    """What the own records tell of the matter: found by the whole speech, quoted by the new demand."""
    matter = matter_of([last.parsed.document.text, *(quote.text for quote in fresh)], setting.profile)
    asked = gist("\n".join(quote.text for quote in fresh), setting.profile)
    best = known.near(asked, _TOLD_OF)[:2]
    return tuple(quote for _, passage in best for quote in facts_in(passage.material.parsed, matter, 2, least=_SAID_OF))


SOURCE = Source(
    code="leader_activity",
    display="领导活动",
    what="上级或本级领导的调研、讲话、批示、接访。领导去哪里、问什么、跟以前比新提了什么，就是下一步的关注点。",
    cues=(
        Cue(
            "题目就是领导做了什么",
            _LEADER + r"[一-鿿]{0,6}(?:蹲|坐|站|来|到|去|问|走|说|写|听|看|查|批|讲|打来|调研|接)",
            "title",
        ),
        Cue("开头接连提到领导", _LEADER, "head", 3),
        Cue(
            "题目是讲话、调研或接访",
            r"讲话|致辞|调研|走访|慰问|接访|督查|督导|座谈|会见|视察|察看|随访|下访|现场办公|听课|暗访|夜查|约谈|纪要|日志|一行|讲了|说了",
            "title",
        ),
        Cue(
            "领导开口说话",
            _LEADER + r"[一-鿿]{0,4}(?:指出|强调|要求|说|表示|问|讲|提出|叮嘱|追问|答应|当场|听完|看了|认为|对)",
            "text",
        ),
        Cue(
            "领导说话贯穿全文",
            _LEADER + r"[一-鿿]{0,4}(?:指出|强调|要求|说|表示|问|讲|提出|叮嘱|追问|答应|当场|听完|看了|认为)",
            "text",
            3,
        ),
        Cue(
            "讲话的称呼",
            r"(?:^|\n)\s*(?:同志们|各位(?:同志|老板|委员|代表|同仁)|大家(?:好|上午好|下午好))[:：，,！!]",
            "head",
        ),
        Cue(
            "讲话的口气",
            r"我(?:讲|说|看|想|提|再|让|今天|到过|去)[^。]{0,20}|不念稿子|讲到这里|讲完了|就讲这些|谢谢大家|我再强调",
        ),
        Cue(
            "一行人到场察看",
            r"(?:一行|先后(?:来到|到|走进|察看|走访)|深入[^，。]{2,12}(?:调研|走访)|实地(?:察看|查看|了解)|轻车简从|随机走进|步行|推门|蹲下|拿起)",
        ),
        Cue("有人陪同", r"(?:陪同|参加)(?:调研|活动|督查|接访|座谈)|负责(?:同志|人)(?:陪同|参加|随同)"),
        Cue(
            "接访、批示的记录",
            r"接访|批示|圈阅|领导批|来访[^。]{0,6}批|(?:记录|整理)[:：]\s*(?:办公室|信访|[一-鿿]{2,3})",
            "head",
        ),
        Cue("会议由领导主持并定了事", r"(?:主持召开|主持会议|主持学习|会议(?:指出|强调|要求|议定|决定|明确))"),
    ),
    patterns=(
        Pattern(
            "new-emphasis",
            "dynamic",
            "领导换了提法，说明重心在变",
            ("turn", "signal", "first"),
            "focus",
            angle="把新提法和以前的说法并排放，再写本单位怎么跟上。",
            ask=("这位领导前几次讲话的说法", "本单位已经做了什么"),
            window="leader_activity",
        ),
        Pattern(
            "asked-problem",
            "problem_suggestion",
            "领导当场碰到共性问题，要求弄清楚再报",
            ("problem", "undone", "suggest", "cause"),
            "focus",
            angle="顺着领导的追问，把本地同类情况摸清，写成问题和建议。",
            ask=("本地同类情况有多少", "卡在谁那里", "解决的办法"),
        ),
        Pattern(
            "asked-research",
            "research",
            "领导点出的数字或现象，值得摸底分析",
            ("share", "growth", "new_thing"),
            "focus",
            angle="把领导的一句话变成一张表，写出谁多、为什么、怎么办。",
            ask=("完整名单或台账", "前后对比"),
        ),
        Pattern(
            "named-risk",
            "warning",
            "领导点出的风险要变成提醒",
            ("danger", "tips"),
            "focus",
            ask=("本地例子和数量",),
        ),
        Pattern(
            "heard-from-people",
            "public_opinion",
            "领导听到了群众的原话",
            ("voice", "fee"),
            "focus",
            ask=("说这话的是哪一类人、多少人",),
        ),
        Pattern(
            "shown-practice",
            "experience",
            "领导看中或提出的做法，可以跟踪写经验",
            ("coined", "change", "effect", "homemade", "borrowed_hands", "doing", "oddity", "lesson"),
            "focus",
            angle="写清这个做法怎么来的、怎么干的、谁得了好处，别写成活动报道。",
            ask=("做法的实施进度", "效果数字", "一个受益人的例子"),
        ),
        Pattern(
            "order-given",
            "dynamic",
            "领导当场定了事，落实情况可作动态",
            ("remark", "task", "case"),
            "focus",
            window="leader_activity",
            angle="要求—行动—结果—还差什么，写结果不写过程。",
            ask=("落实到哪一步", "完成时间"),
        ),
    ),
    corpus_finders=(find_new_emphasis,),
)

"""What fitted weights look like to a person, and the TOML that a department's profile takes."""

from __future__ import annotations

from collections.abc import Iterator

from topicmine.leads.tuning import Held, Tuned
from topicmine.leads.value import NAMES, weights_of
from topicmine.output.glossary import name_of
from topicmine.output.safety import one_line

_RAISED = 1.0


def describe(tuned: Tuned) -> str:
    """The report: what was used, how well held-out choices are foretold, the weights, how stable the top is."""
    return "".join(f"{line}\n" for part in (_tested(tuned), _weights(tuned), _stable(tuned)) for line in part)


def fragment(tuned: Tuned) -> str:
    """A department's own file: its base and the tables `[weights.<type>]`."""
    lines = [
        f"# 按{tuned.pairs}对取舍拟合的权重，检验一致率{tuned.fitted:.2f}（默认权重{tuned.default:.2f}）。",
        "# 挖掘时用它：topicmine mine 材料 --department 这个文件。",
        'base = "market_regulation"',
    ]
    for kind, row in tuned.weights.items():
        origin = f"按本类{tuned.own[kind]}对拟合" if kind in tuned.own else "本类取舍不够，用各类合在一起拟合的"
        lines += ["", f"# {name_of(kind)}：{origin}", f"[weights.{kind}]"]
        lines += [f"{name} = {weight:.4f}" for name, weight in row.items()]
    return "\n".join(lines) + "\n"


def _tested(tuned: Tuned) -> Iterator[str]:
    unused = f"，另有{tuned.unused}对用不上（线索不能报，或两条打分一样）" if tuned.unused else ""
    yield f"取舍：{tuned.pairs}对能用{unused}。"
    how = "每位评者都用别人的取舍来检验" if tuned.held[0].rater else "只有一位评者，分五份轮流检验，换个人未必如此"
    yield (
        f"一致率（{how}）：拟合的权重{tuned.fitted:.2f}（95%区间{tuned.low:.2f}至{tuned.high:.2f}），"
        f"默认权重{tuned.default:.2f}。"
    )
    yield from (_held(number, part) for number, part in enumerate(tuned.held, start=1))
    if tuned.convincing and tuned.fitted <= tuned.default:
        yield "拟合的权重并不比默认的好，可以先不换。"


def _held(number: int, part: Held) -> str:
    who = one_line(part.rater) or f"第{number}份"
    return f"  {who}：{part.pairs}对，拟合{part.fitted:.2f}，默认{part.default:.2f}"


def _weights(tuned: Tuned) -> Iterator[str]:
    if not tuned.convincing:
        return
    shared = [kind for kind in tuned.weights if kind not in tuned.own]
    yield "权重（括号里是默认）："
    for kind in tuned.own:
        default = weights_of(kind)
        row = "，".join(f"{NAMES[n]}{w:.2f}（{default[n]:.2f}）" for n, w in tuned.weights[kind].items())
        yield f"  {name_of(kind)}（{tuned.own[kind]}对）：{row}"
    if shared:
        row = "，".join(f"{NAMES[n]}{w:.2f}" for n, w in tuned.weights[shared[0]].items())
        yield f"  {'、'.join(map(name_of, shared))}（取舍不够，合用一份）：{row}"
    if tuned.mute:
        yield f"  {'、'.join(NAMES[n] for n in tuned.mute)}：比过的线索在这上面没有差别，权重没有依据，大致照默认留着。"


def _stable(tuned: Tuned) -> Iterator[str]:
    moved = [shift for shift in tuned.shifts if shift.replaced]
    kept = len(tuned.shifts) - len(moved)
    yield f"稳不稳：每项权重各减半、各加半，{len(tuned.shifts)}次里有{kept}次前{tuned.top}条一条不换。"
    for shift in moved:
        deed = "加半" if shift.factor > _RAISED else "减半"
        yield f"  {NAMES[shift.criterion]}{deed}：换掉{shift.replaced}条"

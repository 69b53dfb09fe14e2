"""An office's own weights: fitted to its recorded choices, tested on raters who had no part, shaken for stability."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from topicmine.analysis.preferences import fit_preferences
from topicmine.errors import UsageError
from topicmine.leads.choices import Choice, Rated
from topicmine.leads.value import log_value, weights_of
from topicmine.model import CRITERIA, LEAD_TYPES

ENOUGH = 150
ENOUGH_OF_TYPE = 60
TOP = 5
_PASSES = 4
_FOLDS = 5
_DIGITS = 4
_Z = 1.96
_COIN_AND_A_MARGIN = 0.55

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Held:
    """Choices that had no part in the fit they test: the share of `pairs` on which each set of weights agrees.

    `rater` is empty where there is but one rater and a fifth of the choices was held back instead.
    """

    rater: str
    pairs: int
    fitted: float
    default: float


@dataclass(frozen=True, slots=True)
class Shift:
    """How many of the top leads others replace when one weight is multiplied by `factor` in every type."""

    criterion: str
    factor: float
    replaced: int


@dataclass(frozen=True, slots=True)
class Tuned:
    """Fitted weights by lead type, the types with a fit of their own, and how far to trust them.

    `low` and `high` bound the held-out agreement of the fitted weights (95 %, Wilson). `mute` are the criteria on
    which no two compared leads differ: their weights stand where they stood.
    """

    weights: Weights
    own: Mapping[str, int]
    pairs: int
    unused: int
    held: tuple[Held, ...]
    fitted: float
    default: float
    low: float
    high: float
    top: int
    shifts: tuple[Shift, ...]
    mute: tuple[str, ...]

    @property
    def convincing(self) -> bool:
        """Whether held-out choices are foretold clearly better than by a coin.

        The margin is there because raters judge the same leads, so that the interval is narrower than it should be.
        """
        return self.low > _COIN_AND_A_MARGIN


def tune(choices: Sequence[Choice], leads: Mapping[str, Rated]) -> Tuned:
    """Weights fitted to `choices` between `leads`, the same whatever their order; one told twice counts once.

    Raises UsageError when fewer than ENOUGH choices can be used: both leads need criteria, and different ones.
    """
    known = set(choices)
    usable = sorted(choice for choice in known if _differ(leads[choice.winner], leads[choice.loser]))
    unused = len(known) - len(usable)
    if len(usable) < ENOUGH:
        told = f"（另有{unused}对用不上：线索不能报，或两条打分一样）" if unused else ""
        raise UsageError(
            f"能用的取舍只有{len(usable)}对{told}，还差{ENOUGH - len(usable)}对才到{ENOUGH}对，请接着记，先用默认权重。"
        )
    weights, own = fit_weights(usable, leads)
    held = hold_out(usable, leads)
    fitted = _mean([(part.pairs, part.fitted) for part in held])
    default = _mean([(part.pairs, part.default) for part in held])
    low, high = _interval(fitted, len(usable))
    shifts = shake(leads.values(), weights)
    top = min(TOP, sum(1 for lead in leads.values() if lead.values))
    return Tuned(weights, own, len(usable), unused, held, fitted, default, low, high, top, shifts, _mute(usable, leads))


def fit_weights(choices: Sequence[Choice], leads: Mapping[str, Rated]) -> tuple[Weights, dict[str, int]]:
    """Weights by type, and how many pairs each type that has weights of its own was fitted to.

    All pairs give the general fit, drawn to the mean of the default weights of the leads compared. A type with
    ENOUGH_OF_TYPE pairs within itself gets its own fit, drawn to the general one; the others share the general fit.
    """
    told = [leads[name].type for choice in choices for name in (choice.winner, choice.loser)]
    prior = [_mean([(told.count(kind), weights_of(kind)[name]) for kind in LEAD_TYPES]) for name in CRITERIA]
    general = _fit(choices, leads, prior)
    weights, own = {kind: _shares(general) for kind in LEAD_TYPES}, {}
    for kind in LEAD_TYPES:
        within = [c for c in choices if leads[c.winner].type == kind == leads[c.loser].type]
        if len(within) >= ENOUGH_OF_TYPE:
            weights[kind], own[kind] = _shares(_fit(within, leads, general)), len(within)
    return weights, own


def agree(choices: Sequence[Choice], leads: Mapping[str, Rated], weights: Weights) -> float:
    """The share of `choices` whose winner has the higher value; a tie counts half."""
    points = 0.0
    for choice in choices:
        winner, loser = (log_value(leads[n].values, weights[leads[n].type]) for n in (choice.winner, choice.loser))
        points += 0.5 if abs(winner - loser) < 1e-12 else float(winner > loser)
    return points / len(choices)


def hold_out(choices: Sequence[Choice], leads: Mapping[str, Rated]) -> tuple[Held, ...]:
    """Each rater's choices against weights fitted to all the others'; with one rater, each fifth against the rest."""
    raters = sorted({choice.rater for choice in choices})
    if len(raters) > 1:
        groups = [(rater, [c for c in choices if c.rater == rater]) for rater in raters]
    else:
        groups = [("", list(choices[start::_FOLDS])) for start in range(_FOLDS)]
    defaults = {kind: weights_of(kind) for kind in LEAD_TYPES}
    held = []
    for rater, mine in groups:
        known = set(mine)
        weights, _ = fit_weights([c for c in choices if c not in known], leads)
        held.append(Held(rater, len(mine), agree(mine, leads, weights), agree(mine, leads, defaults)))
    return tuple(held)


def shake(leads: Iterable[Rated], weights: Weights) -> tuple[Shift, ...]:
    """What each weight, halved and raised by half in every type, does to the top TOP leads."""
    ranked = [lead for lead in leads if lead.values]
    first = _top(ranked, weights)
    shifts = []
    for name in CRITERIA:
        for factor in (0.5, 1.5):
            moved = {kind: {**row, name: row[name] * factor} for kind, row in weights.items()}
            shifts.append(Shift(name, factor, len(first - _top(ranked, moved))))
    return tuple(shifts)


def _mute(choices: Sequence[Choice], leads: Mapping[str, Rated]) -> tuple[str, ...]:
    pairs = [(leads[choice.winner].values, leads[choice.loser].values) for choice in choices]
    return tuple(name for name in CRITERIA if all(one.get(name) == other.get(name) for one, other in pairs))


def _differ(one: Rated, other: Rated) -> bool:
    told = all(any(value is not None for value in lead.values.values()) for lead in (one, other))
    return told and (one.values != other.values)


def _fit(choices: Sequence[Choice], leads: Mapping[str, Rated], prior: Sequence[float]) -> tuple[float, ...]:
    """One set of weights; what is missing counts as the lead's mean under the weights of the pass before."""
    weights = tuple(prior)
    for _ in range(_PASSES):
        named = dict(zip(CRITERIA, weights, strict=True))
        rows = {name: _logs(leads[name], named) for choice in choices for name in (choice.winner, choice.loser)}
        differences = [
            [one - other for one, other in zip(rows[choice.winner], rows[choice.loser], strict=True)]
            for choice in choices
        ]
        weights = fit_preferences(differences, prior)
    return weights


def _logs(lead: Rated, weights: Mapping[str, float]) -> list[float]:
    mean = log_value(lead.values, weights)
    return [mean if (v := lead.values.get(name)) is None else log_value({name: v}, {name: 1.0}) for name in CRITERIA]


def _shares(weights: Sequence[float]) -> dict[str, float]:
    """The weights to a few digits, still summing to 1: the largest takes what rounding left over."""
    rounded = dict(zip(CRITERIA, (round(weight, _DIGITS) for weight in weights), strict=True))
    largest = max(CRITERIA, key=lambda name: rounded[name])
    rounded[largest] = round(1 - sum(w for name, w in rounded.items() if name != largest), _DIGITS)
    return rounded


def _top(leads: Iterable[Rated], weights: Weights) -> set[str]:
    order = sorted(leads, key=lambda lead: (-round(log_value(lead.values, weights[lead.type]), 9), lead.id))
    return {lead.id for lead in order[:TOP]}


def _mean(counted: Sequence[tuple[int, float]]) -> float:
    return sum(count * share for count, share in counted) / sum(count for count, _ in counted)


def _interval(share: float, count: int) -> tuple[float, float]:
    """The Wilson interval of a share seen in `count` trials."""
    middle = share + _Z**2 / (2 * count)
    reach = _Z * math.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
    return (middle - reach) / (1 + _Z**2 / count), (middle + reach) / (1 + _Z**2 / count)

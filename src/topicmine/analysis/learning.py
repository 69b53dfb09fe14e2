"""The only door to scikit-learn's learners: fit a linear model on named features, keep it as plain JSON, say why."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Row = Mapping[str, float]
_STEEP = 60.0  # beyond that a chance is as good as 0 or 1
GRAM = "~"  # how the names of all features that are grams of characters start (`analysis/grams.py`)


@dataclass(frozen=True)
class LinearModel:
    """One weight per class and feature. `weights[feature]` lines up with `classes`; unknown features count nothing."""

    classes: tuple[str, ...]
    intercepts: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def scores(self, row: Row) -> dict[str, float]:
        """The probability of each class for one row of named features; they sum to 1."""
        if len(self.classes) == 2:
            return self._either(row)
        totals = list(self.intercepts)
        for name, amount in row.items():
            for place, weight in enumerate(self.weights.get(name, ())):
                totals[place] += amount * weight
        highest = max(totals)
        powers = [math.exp(total - highest) for total in totals]
        whole = sum(powers)
        return {name: power / whole for name, power in zip(self.classes, powers, strict=True)}

    def _either(self, row: Row) -> dict[str, float]:
        """The same for two classes, where one number tells both: half the work of the most frequent question."""
        known = self.weights
        lift = self.intercepts[1] - self.intercepts[0]
        for name, amount in row.items():
            if name in known:
                first, second = known[name]
                lift += amount * (second - first)
        second = 1 / (1 + math.exp(-max(-_STEEP, min(_STEEP, lift))))
        return {self.classes[0]: 1 - second, self.classes[1]: second}

    def reasons(self, row: Row, name: str) -> list[tuple[str, float]]:
        """What speaks for class `name` in this row: features with how far each lifts it over the mean class."""
        place = self.classes.index(name)
        lifts = []
        for feature, amount in row.items():
            weights = self.weights.get(feature)
            if weights:
                lift = amount * (weights[place] - sum(weights) / len(weights))
                if lift > 0:
                    lifts.append((feature, lift))
        return sorted(lifts, key=lambda pair: (-pair[1], pair[0]))

    def without_weak(self, least: float) -> LinearModel:
        """The same model without features whose weights are all nearer to 0 than `least`."""
        kept = {name: row for name, row in self.weights.items() if any(abs(weight) >= least for weight in row)}
        return LinearModel(self.classes, self.intercepts, kept)

    def to_json(self) -> str:
        """The model as JSON, one feature a line, weights to four digits."""
        lines = [
            f"{json.dumps(name, ensure_ascii=False)}: {json.dumps([round(w, 4) for w in weights])}"
            for name, weights in sorted(self.weights.items())
        ]
        head = {"classes": self.classes, "intercepts": [round(i, 4) for i in self.intercepts]}
        return json.dumps(head)[:-1] + ', "weights": {\n' + ",\n".join(lines) + "\n}}\n"


def fit_linear(
    rows: Sequence[Row],
    labels: Sequence[str],
    *,
    strength: float = 1.0,
    seed: int = 0,
    counts: Sequence[float] | None = None,
    balanced: bool = True,
) -> LinearModel:
    """A multinomial logistic regression over named features; `strength` is scikit-learn's C (more fits closer).

    `counts` says how much each row counts. Classes are balanced unless told otherwise, so that a rare source is not
    swallowed by a frequent one. Features whose name starts with `GRAM` may weigh the more the rarer they are (their
    inverse document frequency); the weights that are kept already hold that.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    scale = _rarity(matrix, vectorizer.get_feature_names_out())
    learner = LogisticRegression(
        C=strength, class_weight="balanced" if balanced else None, max_iter=3000, random_state=seed
    )
    learner.fit(matrix.multiply(scale[None, :]).tocsr(), labels, sample_weight=counts)
    classes = tuple(str(name) for name in learner.classes_)
    coefficients, intercepts = learner.coef_ * scale, learner.intercept_
    if len(classes) == 2:  # scikit-learn keeps one row for two classes
        coefficients = [-coefficients[0] / 2, coefficients[0] / 2]
        intercepts = [-intercepts[0] / 2, intercepts[0] / 2]
    weights = {
        name: tuple(float(row[place]) for row in coefficients)
        for place, name in enumerate(vectorizer.get_feature_names_out())
    }
    return LinearModel(classes, tuple(float(i) for i in intercepts), weights)


def _rarity(matrix: Any, names: Sequence[str]) -> Any:
    """For each column 1, for grams how rare they are against the middle one: the log of rows over rows that have it."""
    import numpy as np

    grams = np.array([name.startswith(GRAM) for name in names], dtype=bool)
    scale = np.ones(len(names))
    if grams.any():
        rare = np.log(matrix.shape[0] / matrix.getnnz(axis=0)[grams]) + 1.0
        scale[grams] = rare / np.median(rare)
    return scale


def group_rows(
    rows: Sequence[Row], groups: int, *, seed: int = 0, dimensions: int = 100
) -> tuple[list[int], list[float]]:
    """Rows of named counts in `groups` groups: a label a row, and how near each row lies to the middle of its group.

    TF-IDF weights, reduced by truncated SVD to `dimensions` (fewer for small matrices), unit length, KMeans with a
    fixed seed: the same input gives the same labels. Nearness is the cosine to the group's middle, -1 to 1.
    """
    from sklearn.cluster import KMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.preprocessing import normalize

    counts = DictVectorizer().fit_transform([dict(row) for row in rows])
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    size = max(1, min(dimensions, min(weights.shape) - 1))
    reduced = normalize(TruncatedSVD(size, random_state=seed).fit_transform(weights))
    learner = KMeans(groups, n_init=4, random_state=seed).fit(reduced)
    middles = normalize(learner.cluster_centers_)
    return learner.labels_.tolist(), (reduced * middles[learner.labels_]).sum(axis=1).tolist()


@cache
def load_model(package: str, name: str) -> LinearModel:
    """The model stored as `name` beside the modules of `package`."""
    table = json.loads(resources.files(package).joinpath(name).read_text("utf-8"))
    weights = {feature: tuple(row) for feature, row in table["weights"].items()}
    return LinearModel(tuple(table["classes"]), tuple(table["intercepts"]), weights)

"""The type of a lead, from all sentences of its matter, and of all leads of one document together.

One sentence about a swindle may carry a warning, a problem or a trick of the trade; what stands beside it in the
document decides. So the leads of one document are typed together: experts seldom draw the same type twice from one
paper, except for experiences.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from topicmine.analysis.grams import spell
from topicmine.analysis.learning import LinearModel, load_model
from topicmine.analysis.worth import Weighed
from topicmine.language.parsed import Parsed
from topicmine.model import LEAD_TYPES

_SENTENCES, _TITLE = 12.0, 6.0  # how much the grams of the sentences and of the document's title amount to
_COMPANY = 0.25  # how far the types of the other leads of the document count
_LEAST = 1e-9


@dataclass(frozen=True)
class KindModels:
    """The model of types, and for each pair of types how much likelier than chance both come from one document."""

    kind: LinearModel
    company: LinearModel

    def types_of(self, parsed: Parsed, matter: Sequence[tuple[Weighed, float]]) -> dict[str, float]:
        """How likely each lead type is for a lead that rests on these sentences, each with its worth (above 0).

        Every sentence is heard by itself, in proportion to the square of its worth: the geometric mean of what each
        speaks for.
        """
        whole = sum(worth**2 for _, worth in matter)
        heard = [(self.kind.scores(describe_matter(parsed, [one])), worth**2 / whole) for one, worth in matter]
        return {
            name: math.exp(sum(share * math.log(chances[name] + _LEAST) for chances, share in heard))
            for name in LEAD_TYPES
        }

    def agree(self, chances: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
        """One type for each lead of a document: the likeliest combination of all."""

        def fit(types: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
            own = sum(math.log(chance[name] + _LEAST) for chance, name in zip(chances, types, strict=True))
            return own + _COMPANY * sum(self._together(a, b) for a, b in combinations(types, 2)), types

        return max(product(LEAD_TYPES, repeat=len(chances)), key=fit)

    def _together(self, one: str, other: str) -> float:
        return self.company.weights[one][self.company.classes.index(other)]


def describe_matter(parsed: Parsed, matter: Sequence[Weighed]) -> dict[str, float]:
    """The features of a matter: the most that one of its sentences shows of each, and the grams of all together."""
    features: dict[str, float] = defaultdict(float)
    for weighed in matter:
        for name, amount in weighed.features.items():
            features[name] = max(features[name], amount)
    features.update(spell("\n".join(weighed.sentence.text for weighed in matter), "~:", _SENTENCES))
    features.update(spell(parsed.document.title, "~t:", _TITLE))
    return features


@cache
def load_kinds() -> KindModels:
    """The models trained on the bundled corpora."""
    return KindModels(load_model("topicmine.analysis", "kind.json"), load_model("topicmine.analysis", "company.json"))

"""mine(): the order of the steps and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path

from topicmine.analysis.joining import join
from topicmine.analysis.material import Material, Setting
from topicmine.analysis.rulings import rule_out
from topicmine.departments.profile import DEFAULT, Profile, load_profile
from topicmine.language.parsed import Parsed
from topicmine.leads.composition import compose, load_models
from topicmine.leads.consents import read_consents
from topicmine.leads.criteria import build_reference
from topicmine.leads.ranking import rank, withdraw_repeats
from topicmine.leads.recognition import agree, recognise
from topicmine.model import Candidate, Corpus, Mined, Recognised
from topicmine.sources import load_sources

_WIDE = ("news", "trade_press", "regulator_site")
_MANY, _MANY_WIDE, _OWN_SHARE = 10, 5, 0.5
_STREAM_NOTE = "材料多半与本部门无关，这次只从碰到本部门职责和常年关注点的材料里找线索。"
_NOTE = "各项权重是默认值，还没有按本单位的取舍拟合过。"


def mine(
    corpus: Corpus,
    *,
    today: date,
    department: str = DEFAULT,
    unit: str = "",
    focus: Corpus | None = None,
    archive: Corpus | None = None,
    consents: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Mined:
    """The topic leads of a corpus, best first: what to write about, why now, on which sentences, safe to tell or not.

    `department` names a profile; `unit` the own office; `focus` what the superior asked for; `archive` what was
    already sent; `consents` the file of consent records; `progress` is called with (documents done, documents).
    Raises UsageError for an unknown department or unusable consents.
    """
    profile = load_profile(department)
    agreed = read_consents(consents) if consents else ()
    setting = Setting(today, profile, _parse(archive), _parse(focus), unit)
    papers: list[Parsed] = []
    looked: list[Recognised] = []
    candidates: list[Candidate] = []
    for number, document in enumerate(corpus.documents, start=1):
        papers.append(Parsed(document))
        looked.append(recognise(papers[-1], profile))
        if progress:
            progress(number, len(corpus.documents))
    recognised = agree(looked)
    materials = [Material(parsed, seen.source) for parsed, seen in zip(papers, recognised, strict=True)]
    touching = _touching(corpus, profile)
    foreign = _is_stream(materials, touching, _MANY)
    strange = _is_stream([m for m in materials if m.source in _WIDE], touching, _MANY_WIDE)
    for material in materials:
        passed_over = foreign or (strange and material.source in _WIDE)
        if material.parsed.document.id in touching or not passed_over:
            candidates.extend(_find(material))
    candidates = rule_out(candidates, materials)
    for source in load_sources().values():
        for finder in source.corpus_finders:
            candidates.extend(finder(materials, setting))
    by_id = {material.parsed.document.id: material.parsed for material in materials}
    joined = join(withdraw_repeats(candidates), materials, setting)
    leads = rank(joined, by_id, build_reference(materials, setting), agreed)
    notes = (*(() if profile.weights else (_NOTE,)), *((_STREAM_NOTE,) if foreign else ()))
    return Mined(tuple(recognised), leads, corpus.skipped, today, department, notes)


def _parse(corpus: Corpus | None) -> tuple[Parsed, ...]:
    return tuple(Parsed(document) for document in corpus.documents) if corpus else ()


def _find(material: Material) -> tuple[Candidate, ...]:
    if material.source is None or material.parsed.document.table:
        return ()
    return compose(material.parsed, load_sources()[material.source], load_models())


def _is_stream(materials: Sequence[Material], touching: Collection[str], many: int) -> bool:
    """True for a stream nobody has chosen from: many materials, and most have nothing to do with the department."""
    mine_too = sum(material.parsed.document.id in touching for material in materials)
    return len(materials) >= many and mine_too < _OWN_SHARE * len(materials)


def _touching(corpus: Corpus, profile: Profile) -> frozenset[str]:
    """Documents that touch a duty, a standing concern, or the office and its superiors by name."""
    groups = (*profile.duties.values(), *profile.concerns.values(), *profile.units.values())
    words = sorted({word for group in groups for word in group if len(word) > 1})
    return frozenset(d.id for d in corpus.documents if any(word in d.title or word in d.text for word in words))

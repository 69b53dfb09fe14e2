"""The 选题工作台 on the page."""

from __future__ import annotations

import base64
from datetime import date
from typing import Any

import traitlets

from topicmine.course import bench
from topicmine.course.room import course_folder
from topicmine.course.views.script import read
from topicmine.course.views.talking import Talking
from topicmine.errors import UsageError
from topicmine.model import Lead, Mined

_VERDICTS = "线索取舍.jsonl"
_PAGE = 30


class Workbench(Talking):
    """Mine, filter, weigh, read, decide, export. `state` holds list and choices, `lead` the one that is open."""

    lead = traitlets.Dict().tag(sync=True)
    _esm = read("page.js", "workbench.js")

    def __init__(self, folder: str = "") -> None:
        from topicmine.output.shelf import formats

        self._mined: Mined | None = None
        self._verdicts_at = course_folder() / _VERDICTS
        self._verdicts = bench.read_verdicts(self._verdicts_at)
        self._view: dict[str, Any] = {}
        forms = [name for name in formats() if name != "text"]
        folder = folder or bench.EXAMPLE
        start = {"folder": folder, "today": bench.EXAMPLE_DAY.isoformat(), "weights": bench.standard_weights()}
        super().__init__(state={**start, "rows": [], "total": 0, "formats": forms, "progress": "", "error": ""})

    def _do(self, message: dict[str, Any]) -> dict[str, Any]:
        if message.get("do") == "mine":
            return self._mine(message)
        if self._mined is None:
            raise UsageError("先选一个文件夹，按“挖掘选题”。")
        if message.get("do") == "open":
            self._open(str(message.get("id", "")))
            return {"note": ""}
        if message.get("do") == "decide":
            return self._decide(message)
        if message.get("do") == "export":
            return self._export(self._mined, str(message.get("format", "")))
        self._view = message
        return self._rows(self._mined)

    def _mine(self, message: dict[str, Any]) -> dict[str, Any]:
        from topicmine.departments.profile import valid_day

        day: date = valid_day(str(message.get("today", "")))
        turn = message.get("turn", 0)

        def advance(done: int, total: int) -> None:
            if done % 10 == 0 or done == total:
                self.state = {**self.state, "progress": f"读到第{done}份，共{total}份……", "turn": turn}

        self._mined = bench.mine_folder(str(message.get("folder", "")), day, advance)
        self._view = {}
        self.lead = {}
        skipped = f"，跳过{len(self._mined.skipped)}份" if self._mined.skipped else ""
        summary = f"材料{len(self._mined.documents)}份{skipped}，线索{len(self._mined.leads)}条。"
        told = {"progress": "", "note": "", "summary": summary}
        return {**told, "codes": bench.codes(self._mined), **self._rows(self._mined)}

    def _rows(self, mined: Mined) -> dict[str, Any]:
        view = self._view
        choice = bench.Choice(**{name: str(view.get(name, "")) for name in bench.Choice.__slots__})
        ranked = [
            (lead, value, rose)
            for lead, value, rose in bench.rank(mined, self._weights())
            if bench.matches(lead, choice, self._verdicts.get(lead.id))
        ]
        shown = ranked[: _PAGE * max(1, int(view.get("pages", 1)))]
        return {"rows": [self._row(*entry) for entry in shown], "total": len(ranked), "progress": ""}

    def _weights(self) -> dict[str, int] | None:
        given = self._view.get("weights")
        if not isinstance(given, dict):
            return None
        return {name: min(100, max(0, int(given.get(name, 0)))) for name in bench.standard_weights()}

    def _row(self, lead: Lead, value: float | None, rose: int) -> dict[str, Any]:
        from topicmine.output.glossary import name_of

        verdict = self._verdicts.get(lead.id)
        told = "" if verdict is None else "留下" if verdict.keep else "放下"
        shown = None if value is None else round(value)
        names = {"type": name_of(lead.type), "gate": name_of(lead.gate)}
        return {"id": lead.id, "title": lead.title, "value": shown, "rose": rose, "verdict": told, **names}

    def _find(self, name: str) -> Lead:
        for lead in self._mined.leads if self._mined else ():
            if lead.id == name:
                return lead
        raise UsageError("这条线索已经不在了，请重新挖掘。")

    def _open(self, name: str) -> None:
        assert self._mined is not None
        self.lead = bench.describe_lead(self._find(name), self._mined, self._verdicts.get(name))

    def _decide(self, message: dict[str, Any]) -> dict[str, Any]:
        assert self._mined is not None
        lead = self._find(str(message.get("id", "")))
        verdict = bench.Verdict(bool(message.get("keep")), str(message.get("reason", "")))
        bench.add_verdict(self._verdicts_at, lead, verdict)
        self._verdicts[lead.id] = verdict
        self._open(lead.id)
        note = f"已保存：{'留下' if verdict.keep else '放下'}“{lead.title}”。"
        return {"decided": lead.id, **self._rows(self._mined), "note": note}

    def _export(self, mined: Mined, form: str) -> dict[str, Any]:
        data = bench.export(mined, self._verdicts, form, self._weights())
        self.send({"file": f"选题.{form}", "type": "application/octet-stream", "data": base64.b64encode(data).decode()})
        return {}

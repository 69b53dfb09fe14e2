"""Thirty simulated learners in one room: time from click to feedback, memory, and whether anything is lost.

Each learner is what a browser is to the server: one page, one websocket, the same messages. First all click at the same
moment, again and again; then each at a pace of its own. Learners answer half of the exercises wrong.

    python benchmarks/workshop.py [learners]
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from topicmine.course.items import Item
from topicmine.course.loading import all_items
from topicmine.course.progress import all_learners

_UNIT = 2
_ROUNDS = 10
_CONFIG = re.compile(r'id="jupyter-config-data" type="application/json">\s*(.*?)\s*</script>', re.DOTALL)


class Learner:
    """One page of one learner."""

    def __init__(self, number: str, address: str) -> None:
        self.number, self.address = number, address
        self.chance = random.Random(number)
        self.states: dict[str, dict[str, Any]] = {}
        self.heard: dict[tuple[str, int], asyncio.Future[float]] = {}
        self.turn = 0
        self.line: WebSocketClientConnection

    async def arrive(self) -> float:
        """Opens the page; returns the seconds until its widgets are there."""
        started = time.perf_counter()
        page = await AsyncHTTPClient().fetch(HTTPRequest(self.address, request_timeout=300))
        found = _CONFIG.search(page.body.decode())
        assert found, f"no kernel on the page: {page.body.decode()[-1500:]}"
        kernel = json.loads(found.group(1))["kernelId"]
        address = f"{self.address.replace('http', 'ws')}api/kernels/{kernel}/channels"
        self.line = await websocket_connect(address, max_message_size=100_000_000)
        self.listening = asyncio.create_task(self._listen())
        comms = await self._ask("comm_info_request", {"target_name": "jupyter.widget"})
        for comm in comms["comms"]:
            await self._send("comm_msg", {"comm_id": comm, "data": {"method": "request_state"}})
        while not self._find("learner"):
            await asyncio.sleep(0.01)
        return time.perf_counter() - started

    async def enter(self) -> float:
        """Types the work number and opens the unit; returns the seconds until its exercises are there."""
        started = time.perf_counter()
        door = self._find("learner")
        await self.click(door, {"do": "enter", "learner": self.number})
        await self.click(door, {"do": "unit", "unit": _UNIT})
        while not self.exercises():
            await asyncio.sleep(0.01)
        return time.perf_counter() - started

    def exercises(self) -> list[str]:
        return [comm for comm, state in self.states.items() if "sheet" in state]

    async def answer(self) -> float:
        """Hands in one answer; returns the seconds until the feedback is there."""
        comm = self.chance.choice(self.exercises())
        item = all_items()[self.states[comm]["sheet"]["id"]]
        return await self.click(comm, {"do": "submit", "answer": make_answer(item, self.chance)})

    async def click(self, comm: str, content: dict[str, Any]) -> float:
        self.turn += 1
        future: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self.heard[comm, self.turn] = future
        started = time.perf_counter()
        data = {"method": "custom", "content": {**content, "turn": self.turn}}
        await self._send("comm_msg", {"comm_id": comm, "data": data})
        return await asyncio.wait_for(future, 120) - started

    def _find(self, key: str) -> str:
        return next((comm for comm, state in self.states.items() if key in state.get("state", {})), "")

    async def _ask(self, kind: str, content: dict[str, Any]) -> dict[str, Any]:
        name = await self._send(kind, content)
        self.reply: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self.awaited = name
        return await asyncio.wait_for(self.reply, 120)

    async def _send(self, kind: str, content: dict[str, Any]) -> str:
        name = uuid.uuid4().hex
        header = {
            "msg_id": name,
            "msg_type": kind,
            "username": "",
            "session": self.number,
            "date": "",
            "version": "5.3",
        }
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        await self.line.write_message(json.dumps({**message, "buffers": []}))
        return name

    async def _listen(self) -> None:
        while True:
            raw = await self.line.read_message()
            if raw is None:
                return
            if isinstance(raw, bytes):
                continue
            message = json.loads(raw)
            self._hear(message["msg_type"], message["content"], message.get("parent_header", {}).get("msg_id"))

    def _hear(self, kind: str, content: dict[str, Any], parent: str | None) -> None:
        if kind == "comm_info_reply" and parent == self.awaited:
            self.reply.set_result(content)
        if kind not in {"comm_open", "comm_msg"} or "state" not in content["data"]:
            return
        comm = content["comm_id"]
        self.states.setdefault(comm, {}).update(content["data"]["state"])
        turn = content["data"]["state"].get("state", {}).get("turn")
        future = self.heard.pop((comm, turn), None) if turn else None
        if future and not future.done():
            future.set_result(time.perf_counter())


def make_answer(item: Item, chance: random.Random) -> Any:
    """An answer that is right half of the time."""
    right = chance.random() < 0.5
    if item.options:
        return list(item.key) if right else [chance.choice(item.options).id]
    if item.spans:
        spans = item.spans if right else item.spans[:1]
        return [[item.stimulus.index(span.text), item.stimulus.index(span.text) + len(span.text)] for span in spans]
    if item.pairs:
        return [[pair.left, pair.right] for pair in (item.pairs if right else item.pairs[:1])]
    if item.criteria:
        return {standard.name: standard.key if right else 0 for standard in item.criteria}
    if item.paragraphs:
        return list(range(len(item.paragraphs)))
    return next(model.text for model in item.models if model.grade == ("good" if right else "poor"))


def family(parent: int) -> list[int]:
    """A process and all that come from it; kernels have sessions of their own, but a parent they keep."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = [parent]
    for known in found:
        found += [child for child, above in parents.items() if above == known]
    return found


def proportional_memory(processes: list[int]) -> float:
    """Gigabytes that processes hold, pages they share divided among them."""
    kilobytes = 0
    for process in processes:
        try:
            found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
        except OSError:
            continue
        kilobytes += int(found.group(1)) if found else 0
    return kilobytes / 1024**2


def told(name: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    middle = statistics.median(ordered)
    print(f"{name:<34} n {len(ordered):>4}  median {middle:6.3f} s  p95 {p95:6.3f} s  max {ordered[-1]:6.3f} s")


async def visit(address: str, count: int) -> int:
    """The whole lesson; returns how many answers were acknowledged."""
    learners = [Learner(f"{number:02}", address) for number in range(1, count + 1)]
    told("page to first widget, all at once", await asyncio.gather(*(learner.arrive() for learner in learners)))
    told("work number to unit, all at once", await asyncio.gather(*(learner.enter() for learner in learners)))
    bursts: list[float] = []
    for _ in range(_ROUNDS):
        bursts += await asyncio.gather(*(learner.answer() for learner in learners))
    told("click to feedback, all at once", bursts)

    async def at_own_pace(learner: Learner) -> list[float]:
        seconds = []
        for _ in range(_ROUNDS):
            await asyncio.sleep(learner.chance.uniform(1, 6))
            seconds.append(await learner.answer())
        return seconds

    paced = [
        seconds for part in await asyncio.gather(*(at_own_pace(learner) for learner in learners)) for seconds in part
    ]
    told("click to feedback, own pace", paced)
    for learner in learners:
        learner.line.close()
        learner.listening.cancel()
    return len(bursts) + len(paced)


def wait_for_seats(log: Path, room: int, seats: int) -> float:
    """Waits until the warm kernels are there and idle; returns the seconds it took."""
    started = time.perf_counter()
    busy = -1.0
    while time.perf_counter() - started < 900:
        time.sleep(3)
        processes = family(room)
        now = sum(_ticks(process) for process in processes)
        if len(processes) > seats and now - busy < 30:
            return time.perf_counter() - started
        busy = now
    raise SystemExit(f"the seats never became ready:\n{log.read_text()[-2000:]}")


def _ticks(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return float(fields[11]) + float(fields[12])


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        line = [
            sys.executable,
            "-m",
            "topicmine",
            "workshop",
            "--folder",
            folder,
            "--port",
            str(port),
            "--seats",
            str(count),
        ]
        with log.open("wb") as out:
            room = subprocess.Popen(line, stdout=out, stderr=out, start_new_session=True)
        try:
            print(f"{count} seats warm after {wait_for_seats(log, room.pid, count):.0f} s, {os.cpu_count()} cores")
            acknowledged = asyncio.run(visit(f"http://127.0.0.1:{port}/", count))
            processes = family(room.pid)
            print(f"memory of {len(processes)} processes: {proportional_memory(processes):.2f} GB")
            records = all_learners(Path(folder) / "学习记录")
            kept = sum(step.what == "try" for record in records for step in record.steps)
            print(f"answers acknowledged {acknowledged}, on the disk {kept}, lost {acknowledged - kept}")
        except BaseException:
            print(log.read_text()[:6000])
            raise
        finally:
            for process in family(room.pid):
                os.kill(process, signal.SIGTERM)
            room.wait(30)


if __name__ == "__main__":
    main()

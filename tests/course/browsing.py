"""A real browser on the two pages of the course, each served as a person would serve it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

from topicmine.course.loading import all_items

# a busy machine is slow, not wrong: what is waited for must come, whenever it comes
_PATIENCE = 60_000
_PATIENCE_FOR_A_PAGE = 240_000
expect.set_options(timeout=_PATIENCE)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
READY = (
    "window.jupyterapp?.shell?.currentWidget?.sessionContext?.isReady &&"
    " window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"
)
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


@contextmanager
def server(folder: Path, *command: str) -> Iterator[tuple[str, str]]:
    """Runs a command of topicmine on a free port; yields its address and what it printed at start."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = folder / "settings"
    settings.mkdir()
    (settings / "jupyter_lab_config.json").write_text(json.dumps({"LabApp": {"expose_app_in_browser": True}}))
    places = {f"JUPYTER_{name}_DIR": str(folder / name) for name in ("DATA", "RUNTIME")}
    env = os.environ | places | {"JUPYTER_CONFIG_DIR": str(settings), "IPYTHONDIR": str(folder / "ipython")}
    line = [sys.executable, "-m", "topicmine", *command, "--folder", str(folder / "course"), "--port", str(port)]
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(line, stdout=log, stderr=subprocess.STDOUT, env=env, start_new_session=True)
        try:
            _wait(f"http://127.0.0.1:{port}/", running)
            yield f"http://127.0.0.1:{port}", (folder / "log").read_text("utf-8")
        finally:
            os.killpg(running.pid, signal.SIGTERM)
            try:
                running.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(running.pid, signal.SIGKILL)
                running.wait()


def _wait(address: str, running: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        assert running.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(address, timeout=30).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise AssertionError("the server does not answer")


@contextmanager
def browser(width: int = 1280, height: int = 1000) -> Iterator[Page]:
    """A page of Chromium; console errors and requests to other servers fail the test at the end."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        page = chromium.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
        page.set_default_timeout(_PATIENCE)
        page.set_default_navigation_timeout(_PATIENCE_FOR_A_PAGE)
        outside: list[str] = []
        broken: list[str] = []
        page.on("request", lambda request: _note(outside, request.url))
        page.on("pageerror", lambda error: broken.append(str(error)))
        try:
            yield page
        finally:
            chromium.close()
        assert outside == []
        assert broken == []


def _note(outside: list[str], address: str) -> None:
    if not address.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")):
        outside.append(address)


def run_notebook(page: Page, address: str, token: str, name: str) -> None:
    """Opens a notebook in Lab and runs all of it."""
    page.goto(f"{address}/lab/tree/{name}?token={token}&reset")
    page.wait_for_function(READY)
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")


def end_kernels(address: str, token: str) -> None:
    """Ends every kernel of a Lab, as a crash would."""
    with urllib.request.urlopen(f"{address}/api/kernels?token={token}") as answer:
        kernels = json.load(answer)
    for kernel in kernels:
        request = urllib.request.Request(f"{address}/api/kernels/{kernel['id']}?token={token}", method="DELETE")
        urllib.request.urlopen(request).close()


def exercise(page: Page, name: str):
    return page.locator(f'[data-item="{name}"]')


def choose(page: Page, name: str, ids: list[str]) -> None:
    """Picks exactly these options of an exercise."""
    for option in all_items()[name].options:
        exercise(page, name).get_by_label(option.text, exact=True).set_checked(option.id in ids)


def hand_in(page: Page, name: str) -> None:
    exercise(page, name).get_by_role("button", name="交答案").click()


def violations(page: Page, where: str) -> list[str]:
    """What axe-core finds against WCAG 2 A and AA within a part of the page."""
    found = Axe().run(page, context=where, options=_RULES).response["violations"]
    return [f"{entry['id']}: {node['html'][:160]}" for entry in found for node in entry["nodes"]]

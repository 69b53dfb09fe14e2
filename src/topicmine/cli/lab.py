"""The course for one person: the notebooks in JupyterLab, in Chinese."""

from __future__ import annotations

import os
import secrets
import shutil
from importlib import resources
from pathlib import Path
from typing import Annotated, Any

import typer

from topicmine.cli.screen import say, show
from topicmine.cli.workshop import check_port, make_folder
from topicmine.errors import UsageError

EXAMPLE = "例：topicmine lab --folder 我的课程"


def lab(
    folder: Annotated[
        str, typer.Option(metavar="文件夹", help="笔记本和学习记录放在哪里；没有就新建。")
    ] = "topicmine课程",
    port: Annotated[int, typer.Option(metavar="端口", help="网址里的端口号。")] = 8888,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="要不要自动打开浏览器。")] = True,
) -> None:
    """打开课程笔记本自学，中文界面。

    笔记本复制到文件夹里再打开；里面已经有的笔记本原样保留，绝不覆盖。
    """
    from topicmine.course.room import FOLDER

    check_port(port)
    application = _lab()
    home = make_folder(folder)
    fresh = copy_notebooks(home)
    browser_flag = [] if browser else ["--no-browser"]
    token = secrets.token_hex(16)
    os.environ[FOLDER] = str(home)
    show(f"http://127.0.0.1:{port}/lab?token={token}\n")
    say(f"课程在 {home}（新放进{fresh}个笔记本）。打开“00_开始”，点菜单“运行”→“运行所有单元格”。按 Ctrl+C 结束。")
    application.launch_instance(argv=[*arguments(home, port), f"--IdentityProvider.token={token}", *browser_flag])


def copy_notebooks(home: Path) -> int:
    """Puts the notebooks that are not in `home` yet there and returns how many; what is there stays as it is."""
    from topicmine.course.lessons import notebooks_folder

    fresh = 0
    for path in sorted(notebooks_folder().glob("*.ipynb")):
        target = home / path.name
        if not target.exists():
            shutil.copyfile(path, target)
            fresh += 1
    return fresh


def arguments(home: Path, port: int) -> list[str]:
    """What JupyterLab is started with: this computer only, Chinese, no news from outside."""
    settings = str(resources.files("topicmine.course").joinpath("lab"))
    return [
        f"--ServerApp.root_dir={home}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.allow_root=True",
        f"--LabApp.app_settings_dir={settings}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.news_url=",
        "--Application.log_level=ERROR",
    ]


def _lab() -> Any:
    try:
        from jupyterlab.labapp import LabApp
    except ModuleNotFoundError as error:
        raise UsageError("缺少课程要用的组件；请运行：pip install 'topicmine[course]'。") from error
    return LabApp

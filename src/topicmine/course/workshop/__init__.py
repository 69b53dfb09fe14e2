"""A course for a room: one Voila, one page, warm kernels."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path
from typing import Any

from topicmine.course.password import HASH, hash_password
from topicmine.course.room import FOLDER

_IDLE_SECONDS = 600
_PATIENCE_SECONDS = 300
_HERE = "topicmine.course.workshop"
# extensions that other tools leave in an office's Jupyter; each costs a request and one breaks the page
_UNWANTED = ("jupyterlab-jupytext", "@voila-dashboards/jupyterlab-preview")


def open_room() -> Any:
    """The page of the room, with everything loaded that the first answer will need."""
    from topicmine.course.views.workshop import make_workshop

    _warm_up()
    return make_workshop()


def arguments(port: int, seats: int) -> list[str]:
    """What Voila is started with for a room of `seats` people."""
    notebook = resources.files(_HERE).joinpath("class.ipynb")
    return [
        str(notebook),
        "--no-browser",
        f"--port={port}",
        "--Voila.ip=0.0.0.0",
        "--template=topicmine",
        "--preheat_kernel=True",
        f"--pool_size={seats}",
        f"--VoilaConfiguration.multi_kernel_manager_class={_HERE}.kernels.RoomKernels",
        f"--RoomKernels.seats={seats}",
        f"--VoilaExecutor.startup_timeout={_PATIENCE_SECONDS}",
        "--VoilaConfiguration.show_tracebacks=False",
        *(f"--VoilaConfiguration.extension_denylist={name}" for name in _UNWANTED),
        f"--MappingKernelManager.cull_idle_timeout={_IDLE_SECONDS}",
        "--MappingKernelManager.cull_interval=60",
        # without it a page that is left cannot end its kernel, and thirty reloads are thirty dead kernels
        "--Voila.tornado_settings=disable_check_xsrf=True",
        "--Voila.log_level=ERROR",
    ]


def environment(folder: Path, password: str) -> dict[str, str]:
    """What the kernels of the room must know: where the records lie, the password's hash, where the template is."""
    templates = str(resources.files(_HERE).joinpath("jupyter"))
    paths = [templates, *filter(None, [os.environ.get("JUPYTER_PATH", "")])]
    return {FOLDER: str(folder.resolve()), HASH: hash_password(password), "JUPYTER_PATH": os.pathsep.join(paths)}


def _warm_up() -> None:
    """Reads exercises, rules and dictionary now, while nobody waits."""
    from topicmine.course.lessons import all_lessons
    from topicmine.course.loading import all_items
    from topicmine.course.views.prose import make_prose
    from topicmine.course.views.reviewing import check

    all_items()
    all_lessons()
    make_prose("")
    check("云溪镇上门办证", "3月5日，云溪镇便民中心上门办证41张。")

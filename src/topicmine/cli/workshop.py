"""The course for a room: one server, thirty learners."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path
from typing import Annotated, Any

import typer

from topicmine.cli.screen import say, show
from topicmine.errors import UsageError

EXAMPLE = "例：topicmine workshop --folder 第一期培训班 --seats 30"


def workshop(
    folder: Annotated[str, typer.Option(metavar="文件夹", help="学习记录放在哪里；没有就新建。")] = "topicmine课程",
    port: Annotated[int, typer.Option(metavar="端口", help="网址里的端口号。")] = 8866,
    seats: Annotated[int, typer.Option(metavar="人数", help="预备多少个座位；一个座位约占150MB内存。")] = 30,
) -> None:
    """给一间教室开课：学员用浏览器打开网址，输入工号就能做题。

    启动时显示网址和教员口令。按 Ctrl+C 结束，学习记录都留在文件夹里。
    """
    from topicmine.course.password import make_password
    from topicmine.course.workshop import arguments, environment

    if not 1 <= seats <= 200:
        raise UsageError("“--seats”要写1到200之间的人数，例如 --seats 30。")
    check_port(port)
    voila = _voila()
    check_items()
    home = make_folder(folder)
    password = make_password()
    os.environ.update(environment(home, password))
    show(f"课堂网址：{'  '.join(f'http://{address}:{port}/' for address in _addresses())}\n教员口令：{password}\n")
    say(f"学习记录：{home}\n正在预备{seats}个座位，约要{2 + seats // 12}分钟；现在就可以进，只是头几个人要多等一会儿。")
    say("按 Ctrl+C 结束。")
    voila.launch_instance(argv=arguments(port, seats))


def check_items() -> None:
    """Raises UsageError when an exercise is written wrongly: better here than on thirty screens."""
    from topicmine.course.lessons import all_lessons
    from topicmine.course.loading import all_items, find_item

    all_items()
    for lesson in all_lessons():
        for name in lesson.items:
            find_item(name)


def make_folder(name: str) -> Path:
    """The folder of the course, made when it is not there. Raises UsageError when it cannot be."""
    home = Path(name).expanduser().resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"建不了文件夹“{home}”；请换个地方，例如 --folder 我的课程。") from error
    return home


def check_port(port: int) -> None:
    """Raises UsageError when nobody can listen on `port`: worth knowing before kernels are started."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise UsageError(f"端口{port}用不了，可能别的程序正占着；请换一个，例如 --port {8899}。") from error


def _voila() -> Any:
    try:
        from voila.app import Voila
    except ModuleNotFoundError as error:
        raise UsageError("缺少课堂要用的组件；请运行：pip install 'topicmine[course]'。") from error
    return Voila


def _addresses() -> list[str]:
    """The addresses of this computer that others can reach, its own last."""
    found: set[str] = set()
    with contextlib.suppress(OSError):
        found = {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing: only asks which of our addresses would be used
        found.add(str(probe.getsockname()[0]))
    return [*sorted(address for address in found if not address.startswith(("127.", "0."))), "127.0.0.1"]

"""As many warm kernels as the room has seats, started a few at a time."""

from __future__ import annotations

import asyncio
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Int

_SPARE = 3
_AT_ONCE = 4
_WARM = "VOILA_PREHEAT"
# thirty kernels would each write the same English warning into the trainer's window
_QUIET = "--IPKernelApp.log_level=40"


class RoomKernels(AsyncMappingKernelManager):
    """Holds back warm kernels that nobody waits for; a person at the door never waits for them.

    Voila starts a new warm kernel for each one that is taken: without a limit a room of thirty would hold sixty, twice
    the memory that was promised. And thirty starting at once on two cores would each take longer than Voila waits.
    """

    seats = Int(30, config=True, help="How many people the room is for.")
    _starting = 0

    def __init__(self, **kwargs: Any) -> None:
        self._unclaimed: set[str] = set()
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]
        """The id of a new kernel."""
        warm = (kwargs.get("env") or {}).get(_WARM) == "True"
        while warm and (self._is_full() or self._unready() >= _AT_ONCE):
            await asyncio.sleep(0.2)
        self._starting += 1
        spoken = [*kwargs.pop("extra_arguments", []), _QUIET]
        try:
            name = str(await super()._async_start_kernel(extra_arguments=spoken, **kwargs))
        finally:
            self._starting -= 1
        if warm:
            self._unclaimed.add(name)
        return name

    def notify_connect(self, kernel_id: str) -> None:
        """A page has taken this kernel."""
        self._unclaimed.discard(kernel_id)
        super().notify_connect(kernel_id)  # type: ignore[no-untyped-call]

    def _is_full(self) -> bool:
        """True when the room is full and there is a spare kernel; pages left behind must not lock the door."""
        spare = len(self._unclaimed & set(self.list_kernel_ids())) + self._starting
        return len(self) + self._starting >= self.seats + _SPARE and spare >= _SPARE

    def _unready(self) -> int:
        states = [getattr(self.get_kernel(name), "execution_state", "starting") for name in self.list_kernel_ids()]
        return self._starting + [state == "idle" for state in states].count(False)

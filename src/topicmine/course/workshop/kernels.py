"""As many warm kernels as the room has seats, started a few at a time."""

from __future__ import annotations

import asyncio
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Int

_SPARE = 3
_AT_ONCE = 4
_WARM = "VOILA_PREHEAT"


class RoomKernels(AsyncMappingKernelManager):
    """Holds back warm kernels that nobody waits for; a person at the door never waits for them.

    Voila starts a new warm kernel for each one that is taken: without a limit a room of thirty would hold sixty, twice
    the memory that was promised. And thirty starting at once on two cores would each take longer than Voila waits.
    """

    seats = Int(30, config=True, help="How many people the room is for.")
    _starting = 0

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]
        """The id of a new kernel."""
        if (kwargs.get("env") or {}).get(_WARM) == "True":
            while self._is_full() or self._unready() >= _AT_ONCE:
                await asyncio.sleep(0.2)
        self._starting += 1
        try:
            return str(await super()._async_start_kernel(**kwargs))
        finally:
            self._starting -= 1

    def _is_full(self) -> bool:
        return len(self) + self._starting >= self.seats + _SPARE

    def _unready(self) -> int:
        states = [getattr(self.get_kernel(name), "execution_state", "starting") for name in self.list_kernel_ids()]
        return self._starting + [state == "idle" for state in states].count(False)

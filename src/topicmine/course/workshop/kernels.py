"""As many kernels as the room has seats, and a few to spare for pages that are loaded again."""

from __future__ import annotations

import asyncio
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Int

_SPARE = 3


class RoomKernels(AsyncMappingKernelManager):
    """Starts a kernel only when there is a seat for it.

    Voila starts a new warm kernel for each one that is taken: without a limit a room of thirty would hold sixty, twice
    the memory that was promised. A page that is left gives its seat back.
    """

    seats = Int(30, config=True, help="How many people the room is for.")
    _starting = 0

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]
        """The id of a new kernel, once there is a seat for it."""
        while len(self) + self._starting >= self.seats + _SPARE:
            await asyncio.sleep(0.5)
        self._starting += 1
        try:
            return str(await super()._async_start_kernel(**kwargs))
        finally:
            self._starting -= 1

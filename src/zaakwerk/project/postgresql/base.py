"""Base: the module in which Django looks for a database backend."""

import select
from typing import Any

from django.db.backends.postgresql import base

ANYTHING = select.POLLIN | select.POLLPRI


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's wrapper; before each request it looks at the socket instead of asking the server something."""

    def is_usable(self) -> bool:
        """False when the connection was lost: a server that ends closes its socket, and that can be read."""
        raw: Any = self.connection
        if raw is None or raw.closed:
            return False
        poll = select.poll()
        poll.register(raw.fileno(), ANYTHING)
        return super().is_usable() if poll.poll(0) else True

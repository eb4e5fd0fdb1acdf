"""Web: gunicorn with threads on the socket the supervisor opened; run as `python -m`."""

import argparse
import gc
import os
import sys
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication

from zaakwerk.project.serve.processes import die_with_parent, follow_supervisor

# Below the supervisor's patience, so that a slow request ends a worker and not the whole group by force.
GRACE_SECONDS = 6
MEMORY = Path("/dev/shm")  # noqa: S108 - heartbeat files, no content


def after_fork(arbiter: Any, worker: Any) -> None:
    """A web process ends with its arbiter, also when that was killed."""
    die_with_parent()
    if os.getppid() != arbiter.pid:
        sys.exit(0)


class Web(BaseApplication):  # type: ignore[misc]
    """The WSGI application under gunicorn, configured here and nowhere else."""

    def __init__(self, socket: int, workers: int, threads: int) -> None:
        self.options = {
            "bind": f"fd://{socket}",
            "worker_class": "gthread",
            "workers": workers,
            "threads": threads,
            # Loaded once and shared; no connection is opened before the fork.
            "preload_app": True,
            "post_fork": after_fork,
            "timeout": 60,
            "graceful_timeout": GRACE_SECONDS,
            "keepalive": 15,
            # The largest URL of the standard is a list of uuids; headers hold a JWT.
            "limit_request_line": 8190,
            "limit_request_fields": 60,
            "limit_request_field_size": 16_384,
            "control_socket_disable": True,
            "loglevel": "warning",
            "proc_name": "zaakwerk",
            "worker_tmp_dir": str(MEMORY) if os.access(MEMORY, os.W_OK) else None,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hands our options to gunicorn; no file or variable is read."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, frozen for garbage collection so that its memory stays shared after the fork."""
        from zaakwerk.project.logging import adopt
        from zaakwerk.project.wsgi import application

        adopt("gunicorn.error")
        gc.collect()
        gc.freeze()
        return application


def main() -> None:
    """Serves until SIGTERM or the end of the supervisor."""
    follow_supervisor()
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("socket", "workers", "threads"):
        parser.add_argument(f"--{name}", type=int, required=True)
    Web(**vars(parser.parse_args())).run()


if __name__ == "__main__":
    main()

"""Gunicorn's configuration, the same for the demo and the container image.

Named as `--config python:smo.launch.web_server`; only the address is left to the command line. WEB_WORKERS
and WEB_THREADS size it.
"""

import gc
import os
from pathlib import Path
from typing import Any

wsgi_app = "smo.wsgi:application"
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # one import of the code, memory shared by the workers, and a broken start ends at once
timeout = 120  # a board pack is the longest request
graceful_timeout = 5
keepalive = 30
max_requests = 20_000  # a worker is renewed now and then, so that a slow leak stays small
max_requests_jitter = 2_000
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108 (gunicorn's heartbeat file; on a slow disk it stalls the workers)
    worker_tmp_dir = "/dev/shm"  # noqa: S108


def when_ready(_server: Any) -> None:
    """Keep the collector of garbage off what was loaded: it lives as long as the process.

    Called with the code loaded and no worker started yet, so that the memory they share stays shared.
    `make bench` times pages with it and without.
    """
    gc.collect()
    gc.freeze()

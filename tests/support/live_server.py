"""The application on a port of its own, for a real browser."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import uvicorn
from fastapi import FastAPI


@contextmanager
def served(application_at: Callable[[str], FastAPI], **options: Any) -> Iterator[FastAPI]:
    """Serves what `application_at` makes for the address that it will have. `options` are the server's."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        # Already listening: a browser that comes early waits in the queue.
        application = application_at(f"http://127.0.0.1:{listening.getsockname()[1]}")
        server = uvicorn.Server(
            uvicorn.Config(application, log_level="warning", timeout_graceful_shutdown=2, **options)
        )
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield application
        server.should_exit = True
        thread.join()

"""The last net: an error nobody foresaw is written down, and its page tells nothing of the inside."""

import logging

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.errors import answer

log = logging.getLogger("tandem")


class UnforeseenFaults:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except Exception:
            log.exception("unforeseen")
            if started or scope["type"] != "http":
                raise
            await answer(Request(scope), 500)(scope, receive, send)

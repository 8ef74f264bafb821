"""Only our own pages may send forms: Fetch Metadata first, the Origin header where a browser sends none."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


class SameOriginForms:
    """A request with a cookie must say where it comes from; programs with a bearer token carry none."""

    def __init__(self, app: ASGIApp, *, origin: str) -> None:
        self.app = app
        self.origin = origin

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] == "http"
            and scope["method"] not in SAFE_METHODS
            and not self._is_ours(Headers(scope=scope))
        ):
            refusal = PlainTextResponse("This form was not sent from this site.", 403)
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_ours(self, headers: Headers) -> bool:
        if (site := headers.get("sec-fetch-site")) is not None:
            return site in {"same-origin", "none"}
        if (origin := headers.get("origin")) is not None:
            return origin == self.origin
        return "cookie" not in headers

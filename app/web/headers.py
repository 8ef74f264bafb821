"""Safety headers on every answer, whatever it is."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
A_YEAR = "max-age=31536000; includeSubDomains"


class SafetyHeaders:
    def __init__(self, app: ASGIApp, *, is_secure: bool) -> None:
        self.app = app
        self.is_secure = is_secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    def _add(self, headers: MutableHeaders, scope: Scope) -> None:
        own_policy = headers.get("Content-Security-Policy")
        for name, value in HEADERS.items():
            headers[name] = value
        if own_policy:  # further directives can only take away: of two alike the first counts
            headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; {own_policy}"
        if self.is_secure:
            headers["Strict-Transport-Security"] = A_YEAR
        if not scope["path"].startswith("/static/"):
            headers.setdefault("Cache-Control", "no-store")
            headers.add_vary_header("Cookie, Accept-Language, HX-Request")

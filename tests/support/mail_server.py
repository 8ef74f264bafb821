"""A real mail server on this machine that keeps what it gets, for tests of letters."""

import re
from asyncio import Server
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    """Every letter that arrived, oldest first."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # its name there
        content = envelope.original_content or b""
        letter = message_from_bytes(content, _class=EmailMessage, policy=policy.default)
        letter["X-Recipients"] = ", ".join(envelope.rcpt_tos)
        self.letters.append(letter)
        return "250 Kept"

    def links(self) -> list[str]:
        """Every address written in the last letter."""
        return re.findall(r"https?://\S+", self.text())

    def text(self) -> str:
        content: str = self.letters[-1].get_content()
        return content.replace("\r\n", "\n")


class OnAnyPort(Controller):
    """Takes the port that the system gives, so that tests side by side are in nobody's way."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]  # published half without types


@contextmanager
def mail_server(**options: Any) -> Iterator[tuple[Mailbox, str]]:
    """The letters it gets, and its address as TANDEM_SMTP_URL has it."""
    mailbox = Mailbox()
    controller = OnAnyPort(mailbox, hostname="127.0.0.1", port=0, **options)
    controller.start()
    try:
        yield mailbox, f"smtp://127.0.0.1:{controller.port}"
    finally:
        controller.stop()

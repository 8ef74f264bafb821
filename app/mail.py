"""Letters by e-mail: written in the recipient's language, sent after the commit, never in its way."""

import asyncio
import logging
import smtplib
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from functools import partial
from typing import ParamSpec
from urllib.parse import SplitResult, unquote, urlsplit

from fastapi import BackgroundTasks

from app.settings import LOOPBACK, Settings

log = logging.getLogger("tandem.mail")

LONGEST_WAIT = 10
"""Seconds for each answer of the mail server."""

_postmen = ThreadPoolExecutor(max_workers=2, thread_name_prefix="post")
"""Threads of their own: a mail server that hangs must not take those that answer requests."""

Arguments = ParamSpec("Arguments")


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one person, in plain text."""

    to: str
    subject: str
    text: str


def post_later(tasks: BackgroundTasks, settings: Settings, letter: Letter) -> None:
    """Leaves after the answer, so after the commit; a request that is refused sends nothing.

    `tasks` is what the route asked for as `tasks: BackgroundTasks`. Where it matters whether there is a
    mail server at all (else show the link to whoever may hand it on), ask `settings.has_mail` first.
    """
    later(tasks, send, settings, letter)


def later(
    tasks: BackgroundTasks,
    work: Callable[Arguments, object],
    *args: Arguments.args,
    **named: Arguments.kwargs,
) -> None:
    """Work for after the answer. What goes wrong with it is written down and in nobody's way."""
    tasks.add_task(_in_threads_of_their_own, partial(work, *args, **named))


async def _in_threads_of_their_own(work: Callable[[], object]) -> None:
    try:
        await asyncio.get_running_loop().run_in_executor(_postmen, work)
    except Exception:
        log.exception("what was to be done after the answer was not")


def send(settings: Settings, letter: Letter) -> bool:
    """Whether a mail server took it. Without one the letter goes to the log, for whoever runs the place."""
    if not settings.has_mail:
        log.warning("no TANDEM_SMTP_URL; not sent to %s: %s\n%s", letter.to, letter.subject, letter.text)
        return False
    try:
        with _connected(settings) as server:
            server.send_message(_message(letter, settings.mail_from), to_addrs=[letter.to])
        return True
    except (OSError, smtplib.SMTPException, ValueError):
        log.exception("not sent to %s: %s", letter.to, letter.subject)
        return False


def _message(letter: Letter, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=parseaddr(sender)[1].partition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message


@contextmanager
def _connected(settings: Settings) -> Iterator[smtplib.SMTP]:
    """`smtps://` is encrypted from the start, `smtp+starttls://` must become so, `smtp://` where it can."""
    url = urlsplit(settings.smtp_url.get_secret_value())
    safe = ssl.create_default_context()
    opened = (
        smtplib.SMTP_SSL(url.hostname or "", url.port or 465, timeout=LONGEST_WAIT, context=safe)
        if url.scheme == "smtps"
        else smtplib.SMTP(url.hostname or "", url.port or 25, timeout=LONGEST_WAIT)
    )
    with opened as server:
        server.ehlo()
        if url.scheme == "smtp+starttls" or (url.scheme == "smtp" and _offers_encryption(server, url)):
            server.starttls(context=safe)
        if url.username:
            _log_in(server, url)
        yield server


def _offers_encryption(server: smtplib.SMTP, url: SplitResult) -> bool:
    """A server on this very machine needs none, and often has a certificate of its own making."""
    return url.hostname not in LOOPBACK and server.has_extn("starttls")


def _log_in(server: smtplib.SMTP, url: SplitResult) -> None:
    """A password goes over an encrypted connection, or no further than this machine."""
    if not isinstance(server.sock, ssl.SSLSocket) and url.hostname not in LOOPBACK:
        raise smtplib.SMTPException("the server offers no encryption, so it gets no password")
    server.login(unquote(url.username or ""), unquote(url.password or ""))

"""Passwords and tokens: what is shown once, and the hash that is kept."""

import asyncio
import hashlib
import secrets
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

hasher = PasswordHasher(time_cost=1, memory_cost=46 * 1024, parallelism=1)
"""OWASP's 46 MiB setting: 0.1 s a guess here, without taking the memory of a small server."""

_hashing = ThreadPoolExecutor(max_workers=2, thread_name_prefix="hashing")
"""Hashing is meant to be heavy; fifty sign-ins at once must not take three gigabytes, nor fifty threads."""

NOBODYS_HASH = hasher.hash(secrets.token_urlsafe())
"""Checked when an address is unknown, so that the answer takes as long as for a known one."""


Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


async def aside(
    work: Callable[Arguments, Answer], *args: Arguments.args, **named: Arguments.kwargs
) -> Answer:
    """Hashing for a request, which waits without holding a thread. Before its unit of work, never inside."""
    return await asyncio.get_running_loop().run_in_executor(_hashing, partial(work, *args, **named))


def hash_password(password: str) -> str:
    return hasher.hash(_composed(password))


def is_password(password: str, kept: str | None) -> bool:
    """As much work where nothing is kept as where something is."""
    try:
        hasher.verify(kept or NOBODYS_HASH, _composed(password))
        return kept is not None
    except (Argon2Error, InvalidHashError):
        return False


def _composed(password: str) -> str:
    """An é is one character on some keyboards and two on others; both open the same door."""
    return unicodedata.normalize("NFKC", password)


def new_token() -> str:
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Tokens are long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()

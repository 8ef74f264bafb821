"""Passwords and tokens: what is shown once, and the hash that is kept."""

import hashlib
import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

hasher = PasswordHasher(time_cost=1, memory_cost=46 * 1024, parallelism=1)
"""OWASP's 46 MiB setting: 0.1 s a guess here, without taking the memory of a small server."""

_at_once = BoundedSemaphore(2)
"""Hashing is meant to be heavy; fifty sign-ins at once must not take three gigabytes."""

NOBODYS_HASH = hasher.hash(secrets.token_urlsafe())
"""Checked when an address is unknown, so that the answer takes as long as for a known one."""


def hash_password(password: str) -> str:
    with _at_once:
        return hasher.hash(password)


def is_password(password: str, kept: str | None) -> bool:
    with _at_once:
        try:
            hasher.verify(kept or NOBODYS_HASH, password)
            return kept is not None
        except (Argon2Error, InvalidHashError):
            return False


def new_token() -> str:
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Tokens are long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()

"""What stands in a rating address, and what is kept of those who answered today: both keyed by the secret."""

import hashlib
import hmac
from datetime import date

from itsdangerous import BadSignature, URLSafeSerializer

from app.vocabulary import Side


def link_token(key: str, link_id: int) -> str:
    """The same each time, so that an address can be shown and printed again; short enough for a QR code."""
    return str(_signer(key).dumps(link_id))


def link_id_in(key: str, token: str) -> int | None:
    """The link that the token names; None where one letter of it is not ours."""
    try:
        link_id = int(_signer(key).loads(token))
    except (BadSignature, TypeError, ValueError):
        return None
    # The last letter of a signature has spare bits: only the one spelling that we print is taken.
    return link_id if hmac.compare_digest(link_token(key, link_id).encode(), token.encode()) else None


def answerer_hash(key: str, who: str, phase_id: int, side: Side, day: date) -> str:
    """Another one for each phase, side and day, so that none can be joined to another."""
    about = f"{who} {phase_id} {side} {day.isoformat()}"
    return hmac.new(key.encode(), about.encode(), hashlib.sha256).hexdigest()


def _signer(key: str) -> URLSafeSerializer:
    return URLSafeSerializer(key, salt="rating")
